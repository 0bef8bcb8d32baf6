package io.mts1b.oms;

import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * Books what an order has traded and the venue no longer tells the fills of: so much, at the price that makes the
 * average the venue's. Its fee is not known and counts as nothing. It is named after the order and the quantity, and
 * numbered where one of that name was taken back and is missing again.
 */
final class InferredFill {

    private static final int PLACES = 8;

    private final Recorder recorder;
    private final Differences differences;
    private final OrderReports reports;

    InferredFill(Recorder recorder, Differences differences, OrderReports reports) {
        this.recorder = recorder;
        this.differences = differences;
        this.reports = reports;
    }

    void book(OrderState order, VenueOrder told, Instant at) {
        Price average = told.averagePrice();
        if (average == null) {
            return;
        }
        OrderId id = order.order().orderId();
        Quantity missing = told.filled().minus(order.filled());
        Price price;
        try {
            Decimal turnover = average.value()
                    .times(told.filled().value(), PLACES, RoundingMode.HALF_EVEN)
                    .minus(order.turnover());
            price = new Price(turnover.dividedBy(missing.value(), PLACES, RoundingMode.HALF_EVEN));
        } catch (ArithmeticException e) {
            // What cannot be counted stays missing.
            return;
        }
        Fill fill = Fill.builder()
                .fillId(name(id, told.filled()))
                .orderId(id)
                .instrument(order.order().instrument())
                .side(order.order().side())
                .quantity(missing)
                .price(price)
                .fee(Money.zero(recorder.state()
                        .instrument(order.order().instrument())
                        .orElseThrow()
                        .terms()
                        .currency()))
                .liquidity(Liquidity.TAKER)
                .at(at)
                .build();
        Difference inferred = new Difference.FillInferred(id, fill.instrument(), fill.fillId());
        differences.found(inferred);
        reports.tell(order, new OrderEvent.Filled(fill));
        if (!isKnown(fill.fillId())) {
            differences.ended(inferred.key(), "it cannot be booked");
        }
    }

    private FillId name(OrderId order, Quantity filled) {
        String first = OrderReports.INFERRED + order + "-" + filled;
        FillId name = new FillId(first);
        for (int again = 2; isKnown(name); again++) {
            name = new FillId(first + "-" + again);
        }
        return name;
    }

    private boolean isKnown(FillId fill) {
        return recorder.state().venues().fill(fill).isPresent();
    }
}
