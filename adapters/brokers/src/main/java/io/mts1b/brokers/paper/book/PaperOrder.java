package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.ContractTerms;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** One of our orders, as the venue knows it. */
final class PaperOrder {

    final Order order;
    final ContractTerms terms;

    /** What it is called on the book. */
    final long id;

    /** All it was ever called by us; the last is what it is called now. */
    final List<ClientOrderId> called = new ArrayList<>();

    Quantity ordered;
    OrderType type;
    Quantity filled = Quantity.ZERO;
    Decimal turnover = Decimal.ZERO;
    Standing standing = Standing.WORKING;
    int fills;

    /** Whether it waits for its stop, and is not on the book. */
    boolean waits;

    PaperOrder(Order order, ContractTerms terms, long id) {
        this.order = order;
        this.terms = terms;
        this.id = id;
        called.add(ClientOrderId.of(order.orderId(), 0));
        this.ordered = order.quantity();
        this.type = order.type();
        this.waits = type.stopPrice().isPresent();
    }

    OrderName names() {
        return OrderName.of(called.getLast()).at(venueName());
    }

    String venueName() {
        return "P" + id;
    }

    boolean buys() {
        return order.side().sign() > 0;
    }

    boolean works() {
        return standing == Standing.WORKING;
    }

    Quantity left() {
        return ordered.minus(filled);
    }

    void fill(Quantity quantity, Price price) {
        fills++;
        filled = filled.plus(quantity);
        turnover = turnover.plus(price.value().times(quantity.value(), 8, RoundingMode.HALF_EVEN));
        if (filled.equals(ordered)) {
            standing = Standing.FILLED;
        }
    }

    VenueOrder told() {
        return new VenueOrder(
                names(),
                order.instrument(),
                buys(),
                ordered,
                type,
                standing,
                filled,
                filled.isZero() ? null : new Price(turnover.dividedBy(filled.value(), 8, RoundingMode.HALF_EVEN)));
    }
}
