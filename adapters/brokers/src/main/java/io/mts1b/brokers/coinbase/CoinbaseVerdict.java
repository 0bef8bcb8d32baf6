package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.coinbase.CoinbaseMessage.Part;
import io.mts1b.brokers.wire.Verdict;
import java.util.List;
import java.util.regex.Pattern;

/** What an answer of Coinbase says of the one order a command was about. */
final class CoinbaseVerdict {

    /** What is said of a failure whose reason the venue does not know; an order may be unknown for certain. */
    private static final Pattern NOBODY_KNOWS = Pattern.compile("UNKNOWN_([A-Z]+_)*FAILURE_REASON\\b");

    private CoinbaseVerdict() {}

    static Verdict<Part> of(CoinbaseMessage message, int status) {
        if (message instanceof CoinbaseMessage.Answer(List<Part> parts) && status == 200 && parts.size() == 1) {
            String error = parts.getFirst().error();
            if (error == null) {
                return new Verdict.Done<>(parts.getFirst());
            }
            String reason = VenueMessage.reason(error);
            return NOBODY_KNOWS.matcher(error).lookingAt()
                    ? new Verdict.Doubt<>(reason)
                    : new Verdict.Refused<>(reason);
        }
        return Verdict.refusedOrDoubt(
                status,
                message instanceof CoinbaseMessage.Refused(List<String> errors)
                        ? String.join(", ", errors)
                        : "not an answer");
    }
}
