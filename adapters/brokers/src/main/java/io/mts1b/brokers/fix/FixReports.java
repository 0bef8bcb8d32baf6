package io.mts1b.brokers.fix;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a counterparty says of orders: execution reports (8), cancel rejects (9), and refusals (j, 3). What contradicts
 * itself, or says what is not known here, throws an {@link IllegalArgumentException}.
 */
final class FixReports {

    private static final String UNKNOWN_ORDER = "5";
    private static final String DUPLICATE = "6";
    private static final String UNKNOWN_ID = "1";

    private final FixVersion version;
    private final FixSymbols symbols;

    FixReports(FixVersion version, FixSymbols symbols) {
        this.version = version;
        this.symbols = symbols;
    }

    /** Reads a message. */
    Said read(FixMessage message) {
        return switch (message.type()) {
            case "8" -> execution(message);
            case "9" -> new Said.News(List.of(cancelRejected(message)));
            case "j", "3" -> refused(message);
            default ->
                throw new IllegalArgumentException(
                        "message type must be 8, 9, j or 3, was " + Quoted.of(message.type()));
        };
    }

    private Said execution(FixMessage message) {
        Execution execution = Execution.of(version, message);
        return switch (execution.kind()) {
            case ANSWER -> standing(message, execution);
            case TRADE -> new Said.News(List.of(new OrderReport.Traded(fill(message))));
            case BUST -> new Said.News(List.of(busted(message)));
            case CORRECTION -> new Said.News(List.of(busted(message), new OrderReport.Traded(fill(message))));
            case STATE -> new Said.News(state(message, execution));
        };
    }

    private List<VenueMessage> state(FixMessage message, Execution execution) {
        OrderName name = FixNames.of(message);
        Instant at = at(message);
        return switch (execution.type()) {
            case '0' -> List.of(new OrderReport.Accepted(name, at));
            case '4' -> List.of(new OrderReport.Canceled(name, at, message.quantity(FixTag.FILLED), reason(message)));
            case '5' -> List.of(new OrderReport.Replaced(name, at, FixTerms.quantity(message), FixTerms.type(message)));
            case '8' ->
                DUPLICATE.equals(message.get(FixTag.REASON))
                        // The order of that name may be well; this is not it.
                        ? List.of(new OrderReport.Unanswered(name, at, "there is an order of this name"))
                        : List.of(new OrderReport.Rejected(name, at, reason(message)));
            case 'C' -> List.of(new OrderReport.Expired(name, at, message.quantity(FixTag.FILLED)));
            case '3' ->
                execution.isOver()
                        ? List.of(new OrderReport.Expired(name, at, message.quantity(FixTag.FILLED)))
                        : List.of();
            case 'D' ->
                throw new IllegalArgumentException("order " + name + " was changed, and not by us: " + reason(message));
            // On their way, stopped, suspended, calculated, triggered, cleared: it may trade as it could before.
            default -> List.of();
        };
    }

    private VenueFill fill(FixMessage message) {
        InstrumentId instrument = symbols.read(message);
        Quantity quantity = message.quantity(FixTag.LAST_QUANTITY);
        return new VenueFill(
                new FillId(message.text(FixTag.EXECUTION_ID)),
                FixNames.of(message),
                instrument,
                FixTerms.buys(message),
                quantity,
                message.price(FixTag.LAST_PRICE),
                fee(message, quantity, symbols.listing(instrument).currency()),
                liquidity(message),
                at(message));
    }

    /** A fill of which no cost is told cost nothing as far as the venue says. */
    private static Money fee(FixMessage message, Quantity quantity, Currency prices) {
        String of = message.get(FixTag.COMMISSION_CURRENCY);
        String price = message.get(FixTag.CURRENCY);
        Currency currency = of != null ? Currency.parse(of) : price != null ? Currency.parse(price) : prices;
        if (message.get(FixTag.COMMISSION) == null) {
            return new Money(Decimal.ZERO, currency);
        }
        Decimal commission = message.decimal(FixTag.COMMISSION);
        if (commission.isZero()) {
            return new Money(Decimal.ZERO, currency);
        }
        return switch (message.code(FixTag.COMMISSION_TYPE)) {
            case '1' -> new Money(commission.times(quantity.value()), currency);
            case '3' -> new Money(commission, currency);
            default ->
                throw FixMessage.wrong(
                        FixTag.COMMISSION_TYPE,
                        "1 (for each unit) or 3 (in all)",
                        message.text(FixTag.COMMISSION_TYPE));
        };
    }

    private static Liquidity liquidity(FixMessage message) {
        String told = message.get(FixTag.LIQUIDITY);
        if ("1".equals(told)) {
            return Liquidity.MAKER;
        }
        return "2".equals(told) ? Liquidity.TAKER : Liquidity.UNKNOWN;
    }

    private static OrderReport busted(FixMessage message) {
        return new OrderReport.Busted(
                FixNames.of(message), new FillId(message.text(FixTag.EXECUTION_REFERENCE)), at(message));
    }

    private Said standing(FixMessage message, Execution execution) {
        String reports = message.get(FixTag.REPORTS);
        boolean isUnknown = execution.status() == '8' && UNKNOWN_ORDER.equals(message.get(FixTag.REASON));
        boolean isEmpty = reports != null && message.count(FixTag.REPORTS) == 0;
        return new Said.Standing(
                message.get(FixTag.QUESTION),
                message.get(FixTag.MASS_QUESTION),
                names(message),
                isUnknown || isEmpty ? null : order(message, execution),
                reports == null ? null : message.count(FixTag.REPORTS),
                message.flag(FixTag.LAST_REPORT),
                message.flag(FixTag.POSSIBLE_DUPLICATE),
                at(message));
    }

    private static List<String> names(FixMessage message) {
        List<String> names = new ArrayList<>();
        for (FixTag tag : List.of(FixTag.CLIENT_ORDER_ID, FixTag.ORIGINAL_ORDER_ID, FixTag.ORDER_ID)) {
            String name = message.get(tag);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private VenueOrder order(FixMessage message, Execution execution) {
        Quantity filled = message.quantity(FixTag.FILLED);
        VenueOrder.Standing standing = execution.standing();
        boolean works = standing == VenueOrder.Standing.WORKING;
        boolean hasAverage = !filled.isZero() && message.get(FixTag.AVERAGE_PRICE) != null;
        return new VenueOrder(
                FixNames.of(message),
                symbols.read(message),
                FixTerms.buys(message),
                works && message.get(FixTag.QUANTITY) == null
                        ? filled.plus(message.quantity(FixTag.LEFT))
                        : FixTerms.quantity(message),
                FixTerms.hasType(message) ? FixTerms.type(message) : null,
                standing,
                filled,
                hasAverage && !message.decimal(FixTag.AVERAGE_PRICE).isZero()
                        ? message.price(FixTag.AVERAGE_PRICE)
                        : null);
    }

    private OrderReport cancelRejected(FixMessage message) {
        Instant at = at(message);
        return switch (message.code(FixTag.RESPONSE_TO)) {
            case '1' -> new OrderReport.CancelRejected(FixNames.of(message), at, reason(message));
            case '2' ->
                new OrderReport.ReplaceRejected(
                        new OrderName(message.text(FixTag.CLIENT_ORDER_ID), FixNames.venues(message)),
                        at,
                        reason(message));
            default ->
                throw FixMessage.wrong(
                        FixTag.RESPONSE_TO, "1 (a cancel) or 2 (a replacement)", message.text(FixTag.RESPONSE_TO));
        };
    }

    private static Said refused(FixMessage message) {
        boolean ofBusiness = message.type().equals("j");
        return new Said.Refused(
                message.get(FixTag.REFERENCE_NUMBER) == null ? 0 : message.count(FixTag.REFERENCE_NUMBER),
                message.get(FixTag.REFERENCE_ID),
                ofBusiness && UNKNOWN_ID.equals(message.text(FixTag.BUSINESS_REASON)),
                at(message),
                reason(message));
    }

    /** When it happened; when it was said, if the message does not tell. */
    private static Instant at(FixMessage message) {
        return message.time(message.get(FixTag.AT) == null ? FixTag.SENT_AT : FixTag.AT);
    }

    private static String reason(FixMessage message) {
        StringBuilder reason = new StringBuilder();
        for (FixTag tag : List.of(FixTag.TEXT, FixTag.REASON, FixTag.CANCEL_REASON, FixTag.BUSINESS_REASON)) {
            String text = message.get(tag);
            if (text != null) {
                reason.append(reason.isEmpty() ? "" : ", ").append(tag == FixTag.TEXT ? text : tag + " " + text);
            }
        }
        return Require.note("reason", VenueMessage.reason(reason.toString()), VenueMessage.MAX_REASON);
    }
}
