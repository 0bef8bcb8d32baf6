package io.mts1b.brokers.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A venue with a bad line to it: it is itself, and what reaches it and what it tells is lost, late, doubled, out of order or
 * cut off, as {@link Faults} say. Confined to the thread of the venue.
 */
public final class LyingVenue implements LocalVenue {

    private static final Reply BAD_GATEWAY = new Reply(502, "text/html", "<html>502 Bad Gateway</html>");

    private final LocalVenue venue;
    private final Scheduler timer;
    private final RandomGenerator random;
    private final Map<Peer, Wire> wires = new LinkedHashMap<>();
    private Faults faults;

    /**
     * Makes a line.
     *
     * @param venue where it leads
     * @param timer when what is under way arrives
     * @param random what chance decides
     * @param faults what goes wrong
     */
    public LyingVenue(LocalVenue venue, Scheduler timer, RandomGenerator random, Faults faults) {
        this.venue = venue;
        this.timer = timer;
        this.random = random;
        this.faults = faults;
    }

    /**
     * Says what goes wrong from now on. What is under way arrives as it would have.
     *
     * @param now the new faults
     */
    public void behave(Faults now) {
        faults = now;
    }

    @Override
    public void request(Request request, Asker asker) {
        if (happens(faults.line().losesRequest())) {
            later(asker::cut);
        } else if (happens(faults.refusesAsBusy())) {
            later(() -> asker.hear(venue.busy()));
        } else {
            later(() -> venue.request(request, Asker.of(reply -> replied(reply, asker))));
        }
    }

    private void replied(Reply reply, Asker asker) {
        if (!happens(faults.line().losesAnswer())) {
            later(() -> asker.hear(reply));
        } else if (random.nextBoolean()) {
            later(() -> asker.hear(BAD_GATEWAY));
        } else {
            later(asker::cut);
        }
    }

    @Override
    public boolean tellsBytes() {
        return venue.tellsBytes();
    }

    @Override
    public Reply busy() {
        return venue.busy();
    }

    @Override
    public boolean opened(String path, Peer peer) {
        Wire wire = new Wire(peer);
        wires.put(peer, wire);
        boolean taken = venue.opened(path, wire);
        if (!taken) {
            wires.remove(peer);
        }
        return taken;
    }

    @Override
    public void heard(Peer peer, String message) {
        Wire wire = wires.get(peer);
        if (wire != null && !wire.breaks() && !happens(faults.line().losesRequest())) {
            later(() -> {
                if (wires.containsValue(wire)) {
                    venue.heard(wire, message);
                }
            });
        }
    }

    @Override
    public void closed(Peer peer) {
        Wire wire = wires.remove(peer);
        if (wire != null) {
            venue.closed(wire);
        }
    }

    private boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    private void later(Runnable action) {
        long jitter = faults.line().jitter().toNanos();
        Duration way = faults.line().latency();
        timer.after(jitter == 0 ? way : way.plusNanos(random.nextLong(jitter)), action);
    }

    /** The venue's side of a stream. */
    private final class Wire implements Peer {

        private final Peer peer;

        private Wire(Peer peer) {
            this.peer = peer;
        }

        private boolean breaks() {
            boolean breaks = happens(faults.disconnects());
            if (breaks) {
                close();
            }
            return breaks;
        }

        private void send(Runnable sending) {
            later(() -> {
                if (wires.containsValue(this)) {
                    sending.run();
                }
            });
        }

        @Override
        public void answer(String message) {
            if (!breaks() && !happens(faults.line().losesAnswer())) {
                send(() -> peer.answer(message));
            }
        }

        @Override
        public void tell(String message) {
            if (breaks() || happens(faults.line().losesNews())) {
                return;
            }
            send(() -> peer.tell(message));
            if (happens(faults.line().doublesNews())) {
                send(() -> peer.tell(message));
            }
        }

        @Override
        public void close() {
            if (wires.remove(peer) != null) {
                venue.closed(this);
                peer.close();
            }
        }
    }
}
