package io.mts1b.oms.projections;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.positions.TaxLot;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Holding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of what has a state, in the order of the columns of {@link Table}. */
final class StateRows {

    private static final int PRICE_PLACES = 8;

    private StateRows() {}

    static Row fund(FundConfig fund) {
        return Row.of(fund.fund().value(), fund.name(), fund.baseCurrency().toString());
    }

    static Row balance(FundId fund, Money amount) {
        return Row.of(
                fund.value(), amount.currency().toString(), amount.amount().toBigDecimal());
    }

    static Row order(OrderState state, RowFold.Trace trace) {
        Order order = state.order();
        return Row.of(
                order.orderId().value(),
                order.idempotencyKey().value(),
                order.fund().value(),
                order.strategy().value(),
                order.broker().value(),
                order.actor().value(),
                order.instrument().toString(),
                Row.name(order.side()),
                Row.name(state.type().kind()),
                state.type().limitPrice().map(StateRows::number).orElse(null),
                state.type().stopPrice().map(StateRows::number).orElse(null),
                Row.name(order.timeInForce()),
                order.quantity().value().toBigDecimal(),
                state.ordered().value().toBigDecimal(),
                state.requested() == null
                        ? null
                        : state.requested().quantity().value().toBigDecimal(),
                state.filled().value().toBigDecimal(),
                state.turnover().toBigDecimal(),
                state.averagePrice().map(StateRows::number).orElse(null),
                Row.name(state.status()),
                trace.reason(),
                state.venueOrderId(),
                order.parent().map(OrderId::value).orElse(null),
                trace.targets(),
                order.thesis(),
                Row.time(order.createdAt()),
                Row.time(trace.at()),
                trace.sequence());
    }

    static Row fill(FundId fund, StrategyId strategy, BrokerId broker, Fill fill, @Nullable Instant bustedAt) {
        return Row.of(
                fill.orderId().value(),
                fill.fillId().value(),
                fund.value(),
                strategy.value(),
                broker.value(),
                fill.instrument().toString(),
                Row.name(fill.side()),
                fill.quantity().value().toBigDecimal(),
                number(fill.price()),
                fill.fee().amount().toBigDecimal(),
                fill.fee().currency().toString(),
                Row.name(fill.liquidity()),
                Row.time(fill.at()),
                bustedAt == null ? null : Row.time(bustedAt));
    }

    static Row position(FundId fund, InstrumentId instrument, @Nullable Holding known) {
        Holding holding = Require.present(known, "fund " + fund + " must have held " + instrument);
        return Row.of(
                fund.value(),
                instrument.toString(),
                holding.quantity().toBigDecimal(),
                averagePrice(holding),
                (long) holding.lots().lots().size(),
                holding.realized().amount().toBigDecimal(),
                holding.fees().of(holding.realized().currency()).amount().toBigDecimal(),
                holding.income().of(holding.realized().currency()).amount().toBigDecimal(),
                holding.realized().currency().toString());
    }

    /** What the open lots cost on average; null while there are none. */
    private static @Nullable BigDecimal averagePrice(Holding holding) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (TaxLot lot : holding.lots().lots()) {
            BigDecimal held = lot.quantity().toBigDecimal();
            quantity = quantity.add(held);
            cost = cost.add(held.multiply(lot.openPrice().value().toBigDecimal()));
        }
        return quantity.signum() == 0 ? null : cost.divide(quantity, PRICE_PLACES, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal number(Price price) {
        return price.value().toBigDecimal();
    }
}
