package io.mts1b.brokers.fix;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.SentOrder;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import java.time.Instant;

/**
 * Writes what is sent: new orders (D), cancels (F), replacements (G), and questions (H, AF). What a counterparty cannot be
 * told is refused with an {@link IllegalArgumentException} before anything is sent.
 */
final class FixOrders {

    private static final String AUTOMATED = "1";
    private static final String ALL_ORDERS = "7";

    private final FixSettings settings;
    private final FixSymbols symbols;

    FixOrders(FixSettings settings, FixSymbols symbols) {
        this.settings = settings;
        this.symbols = symbols;
    }

    /** A new order. */
    FixMessage add(Order order, Instant at) {
        FixMessage message = about("D", order, at);
        handled(message);
        return FixTerms.write(order.type(), message)
                .set(FixTag.QUANTITY, order.quantity())
                .set(FixTag.CLIENT_ORDER_ID, ClientOrderId.of(order.orderId(), 0))
                .set(FixTag.TIME_IN_FORCE, word(order.timeInForce()));
    }

    /** A cancel, which has a name of its own. */
    FixMessage cancel(SentOrder sent, String name, Instant at) {
        FixMessage message = about("F", sent.state().order(), at);
        return known(message, sent)
                .set(FixTag.CLIENT_ORDER_ID, name)
                .set(FixTag.QUANTITY, sent.state().ordered());
    }

    /** A replacement: all that the order shall be. */
    FixMessage replace(SentOrder sent, ClientOrderId name, Quantity quantity, OrderType type, Instant at) {
        Order order = sent.state().order();
        FixMessage message = about("G", order, at);
        handled(message);
        return known(FixTerms.write(type, message), sent)
                .set(FixTag.QUANTITY, quantity)
                .set(FixTag.CLIENT_ORDER_ID, name)
                .set(FixTag.TIME_IN_FORCE, word(order.timeInForce()));
    }

    /** A question about one order. */
    FixMessage find(long request, SentOrder sent) {
        Order order = sent.state().order();
        FixMessage message = symbols.write(order.instrument(), new FixMessage("H"))
                .set(FixTag.CLIENT_ORDER_ID, sent.name())
                .set(FixTag.SIDE, word(order.side()));
        if (settings.session().version().namesQuestions()) {
            message.set(FixTag.QUESTION, request);
        }
        venueName(message, sent);
        return accounted(message);
    }

    /** The question about all orders. */
    FixMessage list(long request) {
        return accounted(new FixMessage("AF"))
                .set(FixTag.MASS_QUESTION, request)
                .set(FixTag.MASS_QUESTION_TYPE, ALL_ORDERS);
    }

    private FixMessage about(String type, Order order, Instant at) {
        FixMessage message = symbols.write(order.instrument(), new FixMessage(type))
                .set(FixTag.SIDE, word(order.side()))
                .set(FixTag.AT, at);
        return accounted(message);
    }

    private FixMessage accounted(FixMessage message) {
        String account = settings.account();
        return account == null ? message : message.set(FixTag.ACCOUNT, account);
    }

    private void handled(FixMessage message) {
        if (settings.session().version().needsHandling()) {
            message.set(FixTag.HANDLING, AUTOMATED);
        }
    }

    private static FixMessage known(FixMessage message, SentOrder sent) {
        venueName(message, sent);
        return message.set(FixTag.ORIGINAL_ORDER_ID, sent.name());
    }

    private static void venueName(FixMessage message, SentOrder sent) {
        String venues = sent.state().venueOrderId();
        if (venues != null && !venues.equals(sent.name().value())) {
            message.set(FixTag.ORDER_ID, venues);
        }
    }

    /** FIX has no side for buying back; it is a purchase. */
    private static char word(Side side) {
        return switch (side) {
            case BUY, COVER -> '1';
            case SELL -> '2';
            case SHORT -> '5';
        };
    }

    private static char word(TimeInForce wait) {
        return switch (wait) {
            case DAY -> '0';
            case GTC -> '1';
            case OPG -> '2';
            case IOC -> '3';
            case FOK -> '4';
        };
    }
}
