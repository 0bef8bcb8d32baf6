package io.mts1b.brokers.alpaca.local;

import io.mts1b.brokers.alpaca.AlpacaSymbols;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalVenue.Reply;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.symbology.Contract;
import io.mts1b.platform.symbology.Symbology;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Alpaca calls things, and how it writes orders, fills and errors. */
final class AlpacaWords {

    private static final String NULL = "null";

    private final AlpacaSymbols symbols;

    AlpacaWords(Symbology symbology) {
        this.symbols = new AlpacaSymbols(symbology);
    }

    String symbol(InstrumentId instrument) {
        return symbols.write(instrument);
    }

    InstrumentId instrument(String symbol) {
        return symbols.read(symbol);
    }

    static boolean isShare(InstrumentId instrument) {
        return Contract.of(instrument) instanceof Contract.Share;
    }

    static String assetClass(InstrumentId instrument) {
        return isShare(instrument) ? "us_equity" : "crypto";
    }

    static Reply error(int status, long code, String message) {
        return new Reply(
                status,
                "application/json",
                new Fields().plain("code", code).text("message", message).toString());
    }

    static Reply unprocessable(String message) {
        return error(422, 42_210_000, message);
    }

    static Reply forbidden(String message) {
        return error(403, 40_310_000, message);
    }

    static Reply notFound(String what) {
        return error(404, 40_410_000, what + " not found");
    }

    private static Fields maybe(Fields fields, String name, @Nullable Object text) {
        return text == null ? fields.plain(name, NULL) : fields.text(name, text);
    }

    Fields row(Revision revision) {
        return row(revision, revision.status(), revision.traded());
    }

    /** An order as it stood when it had traded so much. */
    Fields row(Revision revision, String status, Quantity traded) {
        InstrumentId instrument = revision.order().ticket().instrument();
        OrderType type = revision.type();
        String word = word(type);
        Fields fields = new Fields()
                .text("id", revision.id())
                .text("client_order_id", revision.name())
                .text("created_at", revision.submitted())
                .text("updated_at", revision.submitted())
                .text("submitted_at", revision.submitted());
        maybe(fields, "replaced_by", revision.replacedById());
        maybe(fields, "replaces", revision.replacesId());
        fields.text("symbol", symbol(instrument))
                .text("asset_class", assetClass(instrument))
                .plain("notional", NULL)
                .text("qty", revision.quantity())
                .text("filled_qty", traded);
        maybe(
                fields,
                "filled_avg_price",
                traded.isZero() ? null : revision.order().averagePrice().orElse(null));
        fields.text("order_class", "simple")
                .text("order_type", word)
                .text("type", word)
                .text("side", revision.order().ticket().buys() ? "buy" : "sell")
                .text("time_in_force", time(revision.order().ticket().time()));
        maybe(fields, "limit_price", type.limitPrice().orElse(null));
        maybe(fields, "stop_price", type.stopPrice().orElse(null));
        return fields.text("status", status).plain("extended_hours", false).plain("legs", NULL);
    }

    private static String word(OrderType type) {
        return switch (type) {
            case OrderType.Market _ -> "market";
            case OrderType.Limit _, OrderType.MarketableLimit _ -> "limit";
            case OrderType.Stop _ -> "stop";
            case OrderType.StopLimit _ -> "stop_limit";
        };
    }

    private static String time(TimeInForce time) {
        return time.name().toLowerCase(Locale.ROOT);
    }

    static String fillName(Revision revision, Quantity traded) {
        return revision.id() + "/" + traded;
    }

    /** An execution of the stream, which writes more digits than the history. */
    Fields event(LocalFill fill, Revision revision, Quantity traded) {
        boolean all = traded.equals(revision.quantity());
        return event(
                        all ? "fill" : "partial_fill",
                        fill.at(),
                        row(revision, all ? "filled" : "partially_filled", traded))
                .text("price", fill.price())
                .text("qty", fill.quantity())
                .text("execution_id", String.format(Locale.ROOT, "a19aca00-0000-4000-9000-%012d", fill.number()));
    }

    static Fields event(String event, Instant at, Fields order) {
        return new Fields().text("event", event).text("timestamp", at).object("order", order);
    }

    /** An execution of the history. */
    Fields activity(LocalFill fill, Revision revision, Quantity traded) {
        Decimal left = revision.quantity().value().minus(traded.value());
        return new Fields()
                .text("id", activityId(fill))
                .text("activity_type", "FILL")
                .text("transaction_time", fill.at())
                .text("type", left.isZero() ? "fill" : "partial_fill")
                .text("price", fill.price())
                .text("qty", fill.quantity())
                .text("side", fill.order().ticket().buys() ? "buy" : "sell")
                .text("symbol", symbol(fill.order().ticket().instrument()))
                .text("leaves_qty", left)
                .text("order_id", revision.id())
                .text("cum_qty", traded)
                .text("order_status", left.isZero() ? "filled" : "partially_filled");
    }

    static String activityId(LocalFill fill) {
        return String.format(Locale.ROOT, "%017d::a19aca00-0000-4000-9000-%012d", fill.number(), fill.number());
    }
}
