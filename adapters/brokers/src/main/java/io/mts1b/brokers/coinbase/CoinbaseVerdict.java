package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.coinbase.CoinbaseMessage.Part;
import io.mts1b.brokers.wire.Verdict;
import java.util.List;

/** What an answer of Coinbase says of the one order a command was about. */
final class CoinbaseVerdict {

    private CoinbaseVerdict() {}

    static Verdict<Part> of(CoinbaseMessage message, int status) {
        if (message instanceof CoinbaseMessage.Answer(List<Part> parts) && status == 200 && parts.size() == 1) {
            String error = parts.getFirst().error();
            if (error == null) {
                return new Verdict.Done<>(parts.getFirst());
            }
            String reason = VenueMessage.reason(error);
            return error.startsWith("UNKNOWN_FAILURE_REASON")
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
