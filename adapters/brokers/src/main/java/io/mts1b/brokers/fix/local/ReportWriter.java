package io.mts1b.brokers.fix.local;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.fix.FixMessage;
import io.mts1b.brokers.fix.FixSymbols;
import io.mts1b.brokers.fix.FixTag;
import io.mts1b.brokers.fix.FixTerms;
import io.mts1b.brokers.fix.FixVersion;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what a venue tells: execution reports (8), cancel rejects (9) and refusals (j). */
final class ReportWriter {

    private static final String NONE = "NONE";

    private final FixVersion version;
    private final FixSymbols symbols;
    private final InstantSource clock;
    private long executions;

    ReportWriter(FixVersion version, FixSymbols symbols, InstantSource clock) {
        this.version = version;
        this.symbols = symbols;
        this.clock = clock;
    }

    InstrumentId instrument(FixMessage message) {
        return symbols.read(message);
    }

    /** Tells what happened to an order, by itself or because it was asked. */
    FixMessage report(OrderReport report, VenueOrder now, @Nullable FixMessage request) {
        FixMessage message = about(now, type(report, now), status(now), '0');
        if (request != null && (report instanceof OrderReport.Canceled || report instanceof OrderReport.Replaced)) {
            copy(request, message, FixTag.CLIENT_ORDER_ID);
            copy(request, message, FixTag.ORIGINAL_ORDER_ID);
        }
        switch (report) {
            case OrderReport.Traded(VenueFill fill) -> {
                message.set(FixTag.EXECUTION_ID, fill.fillId())
                        .set(FixTag.LAST_QUANTITY, fill.quantity())
                        .set(FixTag.LAST_PRICE, fill.price())
                        .set(FixTag.AT, fill.at())
                        .set(FixTag.COMMISSION, fill.fee().amount())
                        .set(FixTag.COMMISSION_TYPE, '3');
                if (version.tellsLiquidity() && fill.liquidity() != Liquidity.UNKNOWN) {
                    message.set(FixTag.LIQUIDITY, fill.liquidity() == Liquidity.MAKER ? '1' : '2');
                }
            }
            case OrderReport.Rejected rejected ->
                message.set(FixTag.REASON, '1').set(FixTag.TEXT, rejected.reason());
            default -> message.set(FixTag.AT, report.at());
        }
        return message;
    }

    private char type(OrderReport report, VenueOrder now) {
        return switch (report) {
            case OrderReport.Accepted _ -> '0';
            case OrderReport.Traded _ ->
                version.hasTransactionTypes() ? now.standing() == Standing.FILLED ? '2' : '1' : 'F';
            case OrderReport.Canceled _ -> '4';
            case OrderReport.Replaced _ -> '5';
            case OrderReport.Rejected _ -> '8';
            case OrderReport.Expired _ -> 'C';
            case OrderReport.Busted _,
                    OrderReport.CancelRejected _,
                    OrderReport.ReplaceRejected _,
                    OrderReport.Unanswered _ ->
                throw new IllegalArgumentException("report must be one the market makes of an order, was " + report);
        };
    }

    /** Answers how an order stands. */
    FixMessage standing(VenueOrder order, FixMessage question) {
        FixMessage message = about(order, version.hasTransactionTypes() ? status(order) : 'I', status(order), '3')
                .set(FixTag.EXECUTION_ID, "0");
        String asked = question.get(FixTag.CLIENT_ORDER_ID);
        if (asked != null && !asked.equals(message.get(FixTag.CLIENT_ORDER_ID))) {
            message.set(FixTag.ORIGINAL_ORDER_ID, asked);
        }
        return answering(question, message);
    }

    /** Answers that there is no such order. */
    FixMessage unknown(FixMessage question) {
        FixMessage message = empty(question, version.hasTransactionTypes() ? '8' : 'I', '3')
                .set(FixTag.EXECUTION_ID, "0")
                .set(FixTag.REASON, '5');
        return answering(question, message);
    }

    /** Answers that there are no orders. */
    FixMessage nothing(FixMessage question) {
        FixMessage message = empty(question, 'I', '3')
                .set(FixTag.EXECUTION_ID, "0")
                .set(FixTag.SYMBOL, NONE)
                .set(FixTag.SIDE, '1')
                .set(FixTag.REPORTS, 0)
                .set(FixTag.LAST_REPORT, "Y");
        return answering(question, message);
    }

    /** Refuses a new order. */
    FixMessage rejected(FixMessage request, String reason, String text) {
        return empty(request, '8', '0').set(FixTag.REASON, reason).set(FixTag.TEXT, text);
    }

    /** Refuses a cancel or a replacement. */
    FixMessage cancelRejected(FixMessage request, OrderName order, char status, String text) {
        FixMessage message = new FixMessage("9")
                .set(FixTag.ORDER_ID, Objects.requireNonNullElse(order.venues(), NONE))
                .set(FixTag.STATUS, status)
                .set(FixTag.RESPONSE_TO, request.type().equals("G") ? '2' : '1')
                .set(FixTag.AT, clock.instant())
                .set(FixTag.TEXT, text);
        copy(request, message, FixTag.ORIGINAL_ORDER_ID);
        return copy(request, message, FixTag.CLIENT_ORDER_ID);
    }

    /** Refuses a type of message. */
    FixMessage unsupported(FixMessage message) {
        return new FixMessage("j")
                .set(FixTag.REFERENCE_TYPE, message.type())
                .set(FixTag.BUSINESS_REASON, '3')
                .set(FixTag.TEXT, "this venue does not know the type");
    }

    private FixMessage about(VenueOrder order, char type, char status, char transaction) {
        OrderName name = order.name();
        FixMessage message = said(type, status, transaction)
                .set(FixTag.ORDER_ID, Objects.requireNonNullElse(name.venues(), NONE))
                .set(FixTag.CLIENT_ORDER_ID, Objects.requireNonNullElse(name.ours(), NONE))
                .set(FixTag.SIDE, order.buys() ? '1' : '2')
                .set(FixTag.QUANTITY, order.ordered())
                .set(FixTag.FILLED, order.filled())
                .set(
                        FixTag.LEFT,
                        order.standing() == Standing.WORKING ? order.ordered().minus(order.filled()) : Quantity.ZERO)
                .set(FixTag.AVERAGE_PRICE, order.averagePrice() == null ? "0" : order.averagePrice());
        FixSymbols.Listing listing = symbols.listing(order.instrument());
        message.set(FixTag.SYMBOL, listing.symbol());
        if (listing.exchange() != null) {
            message.set(FixTag.EXCHANGE, listing.exchange());
        }
        OrderType terms = order.type();
        return terms == null ? message : FixTerms.write(terms, message);
    }

    private FixMessage said(char type, char status, char transaction) {
        FixMessage message = new FixMessage("8")
                .set(FixTag.EXECUTION_ID, "E" + ++executions)
                .set(FixTag.EXECUTION_TYPE, type)
                .set(FixTag.STATUS, status)
                .set(FixTag.AT, clock.instant());
        return version.hasTransactionTypes() ? message.set(FixTag.TRANSACTION_TYPE, transaction) : message;
    }

    /** A report of an order that is not there. */
    private FixMessage empty(FixMessage request, char type, char transaction) {
        FixMessage message = said(type, '8', transaction)
                .set(FixTag.ORDER_ID, NONE)
                .set(FixTag.FILLED, 0)
                .set(FixTag.LEFT, 0)
                .set(FixTag.AVERAGE_PRICE, 0);
        copy(request, message, FixTag.CLIENT_ORDER_ID);
        copy(request, message, FixTag.SYMBOL);
        return copy(request, message, FixTag.SIDE);
    }

    private static FixMessage answering(FixMessage question, FixMessage message) {
        copy(question, message, FixTag.QUESTION);
        return copy(question, message, FixTag.MASS_QUESTION);
    }

    private static FixMessage copy(FixMessage from, FixMessage to, FixTag tag) {
        String value = from.get(tag);
        return value == null ? to : to.set(tag, value);
    }

    static char status(VenueOrder order) {
        return switch (order.standing()) {
            case WORKING -> order.filled().isZero() ? '0' : '1';
            case FILLED -> '2';
            case CANCELED -> '4';
            case EXPIRED -> 'C';
            case REJECTED -> '8';
        };
    }
}
