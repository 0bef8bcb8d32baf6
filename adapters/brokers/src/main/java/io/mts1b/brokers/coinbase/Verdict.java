package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.coinbase.CoinbaseMessage.Part;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.symbology.Symbology;
import java.util.List;

/** What an answer says of the command it answers. */
sealed interface Verdict {

    /** It was taken. */
    record Done(Part part) implements Verdict {}

    /** It was looked at and not taken. */
    record Refused(String reason) implements Verdict {}

    /** It may have been taken, or not. */
    record Doubt(String reason) implements Verdict {}

    /** Errors of the client were looked at; a timeout, and errors of the server, are the line's word and not the venue's. */
    static Verdict of(CoinbaseKind kind, VenueLink.Reply reply, Symbology symbology) {
        return switch (reply) {
            case VenueLink.Reply.Failed(String reason) -> new Doubt(VenueMessage.reason(reason));
            case VenueLink.Reply.Answered(int status, byte[] body) -> {
                boolean looked = status >= 400 && status < 500 && status != 408;
                try {
                    yield of(kind.read(body, symbology), status == 200, looked);
                } catch (JsonException e) {
                    String reason = VenueMessage.reason("status " + status + ": " + e.getMessage());
                    yield looked ? new Refused(reason) : new Doubt(reason);
                }
            }
        };
    }

    private static Verdict of(CoinbaseMessage message, boolean good, boolean looked) {
        if (message instanceof CoinbaseMessage.Answer(List<Part> parts) && good && parts.size() == 1) {
            String error = parts.getFirst().error();
            if (error == null) {
                return new Done(parts.getFirst());
            }
            String reason = VenueMessage.reason(error);
            return error.startsWith("UNKNOWN_FAILURE_REASON") ? new Doubt(reason) : new Refused(reason);
        }
        String reason = VenueMessage.reason(
                message instanceof CoinbaseMessage.Refused(List<String> errors)
                        ? String.join(", ", errors)
                        : "not an answer");
        return looked ? new Refused(reason) : new Doubt(reason);
    }
}
