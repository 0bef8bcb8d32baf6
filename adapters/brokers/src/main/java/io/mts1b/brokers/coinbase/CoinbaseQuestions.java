package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.wire.RequestQueue;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.symbology.Symbology;
import java.time.Duration;
import java.util.Map;

/** Asks the REST interface, one question after the other. */
final class CoinbaseQuestions {

    private static final int TOO_MANY = 429;
    private static final Duration PENALTY = Duration.ofSeconds(1);

    private final CoinbaseRequests requests;
    private final RequestQueue queue;
    private final Symbology symbology;

    /** Who is told: what the venue said, or why it said nothing that can be understood. */
    interface Listener {

        void said(CoinbaseMessage message);

        void silent(String reason);
    }

    CoinbaseQuestions(CoinbaseRequests requests, RequestQueue queue, Symbology symbology) {
        this.requests = requests;
        this.queue = queue;
        this.symbology = symbology;
    }

    void ask(CoinbaseKind kind, String path, Map<String, String> query, Listener listener) {
        queue.ask(1, () -> requests.get(path, query), first -> {
            if (first instanceof VenueLink.Reply.Failed) {
                // A connection that was kept may be gone, and a question may be asked twice.
                queue.ask(1, () -> requests.get(path, query), second -> heard(kind, second, listener));
            } else {
                heard(kind, first, listener);
            }
        });
    }

    private void heard(CoinbaseKind kind, VenueLink.Reply reply, Listener listener) {
        switch (reply) {
            case VenueLink.Reply.Failed(String reason) -> listener.silent(reason);
            case VenueLink.Reply.Answered(int status, byte[] body) -> {
                if (status == TOO_MANY) {
                    queue.pause(PENALTY);
                }
                if (status >= 500 || status == TOO_MANY) {
                    listener.silent(kind + " was answered with status " + status);
                    return;
                }
                CoinbaseMessage message;
                try {
                    message = kind.read(body, symbology);
                } catch (JsonException e) {
                    listener.silent(kind + " was answered with status " + status + ": " + e.getMessage());
                    return;
                }
                listener.said(message);
            }
        }
    }
}
