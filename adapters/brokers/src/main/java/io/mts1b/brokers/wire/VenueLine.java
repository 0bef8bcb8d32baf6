package io.mts1b.brokers.wire;

import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a broker's line stands, and who is told of it: which connection it is, whether it is up, and which message of a
 * numbered stream came last. Confined to the thread of its link.
 */
public final class VenueLine {

    /** Who was refused and asks again at once is refused again, and may be kept out for it. */
    private static final Duration LATER = Duration.ofMinutes(1);

    /** How many reasons are told until a line comes up: a venue that is ill has a few, each of them a hundred times. */
    private static final int MOST_REASONS = 16;

    /** How {@link RestQuestions} tells that a key is none, or may not ask. */
    private static final Pattern REFUSED = Pattern.compile("was answered with status 40[13]\\b");

    private final VenueLink link;
    private final InstantSource clock;
    private final VenueListener listener;
    private long connection;
    private boolean up;
    private long sequence;
    private final Set<String> refusals = new LinkedHashSet<>();
    private Instant notBefore = Instant.EPOCH;

    /**
     * Makes a line that is down.
     *
     * @param link to the venue
     * @param clock the time
     * @param listener who is told
     */
    public VenueLine(VenueLink link, InstantSource clock, VenueListener listener) {
        this.link = link;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Returns the time.
     *
     * @return by our clock
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Tells the listener.
     *
     * @param message what the venue says
     */
    public void tell(VenueMessage message) {
        listener.onMessage(message);
    }

    /**
     * Tells that something came that could not be read.
     *
     * @param reason why not
     */
    public void unreadable(String reason) {
        tell(new VenueMessage.Unreadable(now(), VenueMessage.reason(reason)));
    }

    /**
     * Tells whether commands may be sent.
     *
     * @return whether it is up
     */
    public boolean isUp() {
        return up;
    }

    /**
     * There is a connection, which is not yet up.
     *
     * @return its number
     */
    public long opened() {
        return ++connection;
    }

    /**
     * Tells whether a connection is still the one there is.
     *
     * @param opened its number
     * @return whether none was opened or lost since
     */
    public boolean isCurrent(long opened) {
        return opened == connection;
    }

    /**
     * Asks what a venue must answer before a connection comes up, but not within a minute after it has refused that.
     *
     * @param opened the number of the connection
     * @param question asks; not called if the connection is lost by then
     */
    public void enter(long opened, Runnable question) {
        Duration left = Duration.between(now(), notBefore);
        if (!left.isPositive()) {
            question.run();
            return;
        }
        link.after(left, () -> {
            if (isCurrent(opened)) {
                question.run();
            }
        });
    }

    /**
     * A connection does not come up, and is given up. Why is told once for each reason until one comes up, unless there are very
     * many.
     *
     * @param reason why
     */
    public void doesNotComeUp(String reason) {
        if (refusals.size() < MOST_REASONS && refusals.add(reason)) {
            refuse(reason);
        }
        link.reset();
    }

    /**
     * The venue does not let us in, as with a wrong key: somebody must do something about it, so that it is told, once for each
     * reason. The connection is given up.
     *
     * @param reason why
     */
    public void notLetIn(String reason) {
        notBefore = now().plus(LATER);
        doesNotComeUp(reason);
    }

    /**
     * The venue does not tell what a line is for: one that is up is given up, and one that is not does not let us in.
     *
     * @param reason why
     */
    public void refuses(String reason) {
        if (up) {
            giveUp(reason);
        } else {
            notLetIn(reason);
        }
    }

    /**
     * What a venue must answer before a connection comes up was not answered: the connection does not come up.
     *
     * @param reason why, as {@link RestQuestions} tells it; one of status 401 or 403 is that we are not let in
     */
    public void notAnswered(String reason) {
        if (REFUSED.matcher(reason).find()) {
            notLetIn(reason);
        } else {
            doesNotComeUp(reason);
        }
    }

    /**
     * Gives a connection up that does not come up: who is not told how things are knows nothing, however well the line looks.
     *
     * @param opened its number
     * @param patience how long to wait
     */
    public void mustComeUp(long opened, Duration patience) {
        link.after(patience, () -> {
            if (opened == connection && !up) {
                doesNotComeUp("the line has not come up within " + patience);
            }
        });
    }

    /** The venue tells what happens from now on; said once for each connection. */
    public void comesUp() {
        if (!up) {
            up = true;
            refusals.clear();
            tell(new VenueMessage.LineUp(now()));
        }
    }

    /**
     * The connection is lost.
     *
     * @param reason why
     */
    public void lost(String reason) {
        connection++;
        down(reason);
    }

    private void down(String reason) {
        if (up) {
            up = false;
            tell(new VenueMessage.LineDown(now(), VenueMessage.reason(reason)));
        }
    }

    /**
     * Gives the line up, so that it is opened anew.
     *
     * @param reason why
     */
    public void giveUp(String reason) {
        down(reason);
        link.reset();
    }

    /**
     * Nothing is opened with this key, for good.
     *
     * @param reason why
     */
    public void refuse(String reason) {
        tell(new VenueMessage.LineDown(now(), VenueMessage.reason(reason)));
    }

    /**
     * The numbers of the stream go on from here, as a snapshot says.
     *
     * @param number that of the snapshot
     */
    public void countFrom(long number) {
        sequence = number;
    }

    /**
     * Tells whether a message is the next; one that is missing brings the line down.
     *
     * @param number that of the message
     * @return false if it came before the line was up, or is told twice, or another is missing
     */
    public boolean isNext(long number) {
        if (!up || number <= sequence) {
            return false;
        }
        if (number != sequence + 1) {
            giveUp("message " + (sequence + 1) + " of the stream is missing, " + number + " came");
            return false;
        }
        sequence = number;
        return true;
    }
}
