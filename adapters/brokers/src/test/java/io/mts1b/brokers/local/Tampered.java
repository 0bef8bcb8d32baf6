package io.mts1b.brokers.local;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers some requests itself. */
public final class Tampered implements LocalVenue {

    private final LocalVenue venue;

    /** Answers to requests whose target holds a text, which never reach the venue. */
    public final Map<String, Reply> instead = new TreeMap<>();

    /** Answers to those that do. */
    public final Map<String, Reply> afterwards = new TreeMap<>();

    private int answered;

    /** Makes one that leaves all to a venue. */
    public Tampered(LocalVenue venue) {
        this.venue = venue;
    }

    private static @Nullable Reply of(Map<String, Reply> answers, Request request) {
        for (Map.Entry<String, Reply> one : answers.entrySet()) {
            if (request.target().contains(one.getKey())) {
                return one.getValue();
            }
        }
        return null;
    }

    /** How many requests never reached the venue. */
    public int answered() {
        return answered;
    }

    @Override
    public void request(Request request, Asker asker) {
        Reply early = of(instead, request);
        Reply late = of(afterwards, request);
        if (early != null) {
            answered++;
            asker.hear(early);
        } else {
            venue.request(request, late == null ? asker : Asker.of(_ -> asker.hear(late)));
        }
    }

    @Override
    public Reply busy() {
        return venue.busy();
    }

    @Override
    public boolean opened(String path, Peer peer) {
        return venue.opened(path, peer);
    }

    @Override
    public void heard(Peer peer, String message) {
        venue.heard(peer, message);
    }

    @Override
    public void closed(Peer peer) {
        venue.closed(peer);
    }
}
