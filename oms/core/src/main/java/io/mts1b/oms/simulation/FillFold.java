package io.mts1b.oms.simulation;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsEvent;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the fills and corporate actions of a log add up to, counted by nothing but adding and multiplying. */
final class FillFold {

    private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
    private final SortedMap<OrderId, Decimal> orders = new TreeMap<>();
    private final SortedMap<InstrumentId, Decimal> prices = new TreeMap<>();
    private final SortedMap<String, Money> owed = new TreeMap<>();
    private Money cash = SimulatedFund.CASH;
    private Money paid = Money.zero(cash.currency());
    private int counted;

    /** Counts what was added to the log since. */
    void follow(List<OmsEvent> events) {
        for (OmsEvent event : events.subList(counted, events.size())) {
            if (event instanceof OmsEvent.OrderChanged(OrderEvent.Filled(Fill fill))) {
                add(fill, 1);
            } else if (event instanceof OmsEvent.OrderChanged(OrderEvent.FillBusted(Fill fill, var _))) {
                add(fill, -1);
            } else if (event instanceof OmsEvent.CorporateActionApplied(var action, var _, var _)) {
                take(action);
            } else if (event instanceof OmsEvent.DividendPaid(String action, var _, var _)) {
                pay(Require.present(owed.remove(action), () -> action + " must be owed"));
            }
        }
        counted = events.size();
    }

    private void take(CorporateAction action) {
        Decimal held = positions.getOrDefault(action.instrument(), Decimal.ZERO);
        switch (action) {
            case CorporateAction.CashDividend dividend ->
                owed.put(dividend.id(), dividend.perUnit().times(held, RoundingMode.UNNECESSARY));
            case CorporateAction.Split split -> {
                positions.put(
                        split.instrument(),
                        scaled(held, split.ratio().received(), split.ratio().held()));
                prices.put(
                        split.instrument(),
                        scaled(
                                price(split.instrument()),
                                split.ratio().held(),
                                split.ratio().received()));
            }
            case CorporateAction.Conversion conversion -> {
                positions.remove(conversion.instrument());
                come(conversion.into(), held, conversion.ratio());
            }
            case CorporateAction.SpinOff spinOff -> come(spinOff.spun(), held, spinOff.ratio());
            case CorporateAction.Redemption redemption -> {
                positions.remove(redemption.instrument());
                pay(SimulatedFund.TERMS.value(redemption.price(), held));
            }
        }
    }

    private void come(InstrumentId other, Decimal held, UnitRatio ratio) {
        positions.merge(other, scaled(held, ratio.received(), ratio.held()), Decimal::plus);
    }

    private void pay(Money amount) {
        cash = cash.plus(amount);
        paid = paid.plus(amount);
    }

    /** Nothing is left over. */
    private static Decimal scaled(Decimal number, Decimal by, Decimal over) {
        return number.times(by).dividedBy(over, 8, RoundingMode.UNNECESSARY);
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

    /** Returns what a share is worth. */
    Decimal price(InstrumentId share) {
        return prices.getOrDefault(share, SimulatedFund.MARK.value());
    }

    /** Returns what dividends and redemptions brought and took. */
    Money paid() {
        return paid;
    }

    Money cash() {
        return cash;
    }
}
