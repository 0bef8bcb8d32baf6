package io.mts1b.oms.simulation;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsEvent;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the fills of a log add up to, counted by nothing but adding. */
final class FillFold {

    private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
    private final SortedMap<OrderId, Decimal> orders = new TreeMap<>();
    private Money cash = SimulatedFund.CASH;
    private int counted;

    /** Counts what was added to the log since. */
    void follow(List<OmsEvent> events) {
        for (OmsEvent event : events.subList(counted, events.size())) {
            if (event instanceof OmsEvent.OrderChanged(OrderEvent.Filled(Fill fill))) {
                add(fill, 1);
            } else if (event instanceof OmsEvent.OrderChanged(OrderEvent.FillBusted(Fill fill, var _))) {
                add(fill, -1);
            }
        }
        counted = events.size();
    }

    private void add(Fill fill, int sign) {
        Decimal quantity =
                sign > 0 ? fill.signedQuantity() : fill.signedQuantity().negated();
        Money value = SimulatedFund.TERMS.value(fill.price(), quantity);
        Money fee = sign > 0 ? fill.fee() : fill.fee().negated();
        positions.merge(fill.instrument(), quantity, Decimal::plus);
        orders.merge(fill.orderId(), quantity.abs(), sign > 0 ? Decimal::plus : Decimal::minus);
        cash = cash.minus(value).minus(fee);
    }

    SortedMap<InstrumentId, Decimal> positions() {
        SortedMap<InstrumentId, Decimal> held = new TreeMap<>(positions);
        held.values().removeIf(Decimal::isZero);
        return held;
    }

    Decimal traded(OrderId order) {
        return orders.getOrDefault(order, Decimal.ZERO);
    }

    Money cash() {
        return cash;
    }
}
