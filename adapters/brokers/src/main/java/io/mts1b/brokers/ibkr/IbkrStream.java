package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.ibkr.IbkrMessage.Change;
import io.mts1b.brokers.ibkr.IbkrMessage.Of;
import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.platform.json.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages of the stream. */
final class IbkrStream {

    private final IbkrRows rows;

    IbkrStream(IbkrRows rows) {
        this.rows = rows;
    }

    IbkrMessage read(JsonNode root) {
        Optional<JsonNode> topic = root.find("topic");
        if (topic.isEmpty()) {
            return root.find("error")
                    .<IbkrMessage>map(error -> new IbkrMessage.Refused(error.text()))
                    .orElseGet(() -> new IbkrMessage.Told(root.get("message").text()));
        }
        return switch (topic.get().text()) {
            case "sor" -> news(root.get("args"));
            case "str" -> rows.fills(root.get("args").elements());
            // One that tells something else of the session says nothing of who is signed in.
            case "sts" ->
                root.get("args").find("authenticated").isPresent()
                        ? IbkrRest.status(root.get("args"), null)
                        : new IbkrMessage.Told("sts");
            case "system" -> new IbkrMessage.Told(root.find("hb").isPresent() ? "hb" : "system");
            case "tic", "act", "blt", "ntf", "error" ->
                new IbkrMessage.Told(topic.get().text());
            default -> throw topic.get().refuse("must be sor, str, sts, system, tic, act, blt, ntf or error");
        };
    }

    private static IbkrMessage.News news(JsonNode args) {
        return new IbkrMessage.News(args.elements().stream()
                .map(row -> Wire.guard(row, () -> change(row)))
                .toList());
    }

    /** Only the first message of an order has all its members. */
    private static Of<Change> change(JsonNode row) {
        @Nullable Quantity filled = row.find("filledQuantity").map(Wire::quantity).orElse(null);
        @Nullable Standing standing = row.find("status")
                .map(status -> IbkrRows.standing(status, filled != null && !filled.isZero()))
                .orElse(null);
        return new Of<>(
                row.get("acct").text(),
                new Change(
                        Wire.name(row.find("order_ref"), IbkrRows.id(row.get("orderId"))),
                        standing,
                        filled,
                        row.find("order_cancellation_by_system_reason")
                                .map(JsonNode::text)
                                .orElse("")));
    }
}
