package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.Replacement;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskEnvelope;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an order behaves in the market: at which price, on which knowledge, against whom, and how fast after the others.
 *
 * <p>What only keeps the fund from adding, an old price, too many cancellations or open orders, lets orders pass that close.
 */
final class Conduct {

    private static final int SHARE_PLACES = 9;

    private Conduct() {}

    static List<Denial> check(List<Denial> before, Order order, RiskEnvelope limits, RiskView view, Instant at) {
        List<Denial> denials = price(before, order, limits, view, at);
        denials = switch (limits.selfTradeGuard()) {
            case OFF -> denials;
            case FUND -> ownOrders(denials, order, view.exposures(order.fund()));
            case HOUSE -> {
                for (Exposures fund : view.exposures()) {
                    denials = ownOrders(denials, order, fund);
                }
                yield denials;
            }
        };
        denials = Gates.isExit(order, view) ? denials : pace(denials, order, limits, view, at);
        return order.side().opens() ? room(denials, order, limits, view, at) : denials;
    }

    private static List<Denial> price(
            List<Denial> before, Order order, RiskEnvelope limits, RiskView view, Instant at) {
        List<Denial> denials = before;
        Rate distance = limits.maxPriceDistance();
        if (distance != null) {
            Price last = view.lastPrice(order.instrument()).orElse(null);
            denials = near(denials, Gates.limit(order.type()), last, distance);
            denials = near(denials, Gates.stop(order.type()), last, distance);
        }
        Duration age = limits.maxPriceAge();
        if (age != null && order.side().opens()) {
            Optional<Instant> pricedAt = view.pricedAt(order.instrument());
            if (pricedAt.isPresent() && pricedAt.get().plus(age).isBefore(at)) {
                denials = Gates.and(
                        denials, new Denial.PriceTooOld(order.instrument(), age, Duration.between(pricedAt.get(), at)));
            }
        }
        return denials;
    }

    /** Without a last price there is nothing to be near to; the position gate says so. */
    private static List<Denial> near(List<Denial> denials, @Nullable Price price, @Nullable Price last, Rate distance) {
        if (price == null || last == null || last.value().isZero()) {
            return denials;
        }
        Rate actual = new Rate(
                price.value().minus(last.value()).abs().dividedBy(last.value().abs(), SHARE_PLACES, RoundingMode.UP));
        return actual.compareTo(distance) > 0
                ? Gates.and(denials, new Denial.PriceTooFar(last, price, distance, actual))
                : denials;
    }

    private static List<Denial> ownOrders(List<Denial> before, Order order, Exposures fund) {
        for (OrderState resting : fund.orders(order.instrument())) {
            boolean against = resting.order().side().sign() != order.side().sign();
            if (against && mayMeet(order, resting)) {
                return Gates.and(
                        before,
                        new Denial.CrossesOwnOrder(
                                resting.order().fund(), resting.order().orderId()));
            }
        }
        return before;
    }

    /** The venue may have changed an order already that it was asked to. */
    private static boolean mayMeet(Order order, OrderState resting) {
        Price mine = Gates.limit(order.type());
        Replacement asked = resting.requested();
        return crosses(order, mine, Gates.limit(resting.type()))
                || (asked != null && crosses(order, mine, Gates.limit(asked.type())));
    }

    /** An order without a limit trades with everything. */
    private static boolean crosses(Order order, @Nullable Price mine, @Nullable Price theirs) {
        if (mine == null || theirs == null) {
            return true;
        }
        return order.side().sign() > 0 ? mine.compareTo(theirs) >= 0 : mine.compareTo(theirs) <= 0;
    }

    private static List<Denial> pace(List<Denial> before, Order order, RiskEnvelope limits, RiskView view, Instant at) {
        List<Denial> denials = before;
        Integer most = limits.maxOrdersPerSecond();
        if (most != null) {
            int actual = view.flow(order.fund()).inLastSecond(at) + 1;
            denials = actual > most ? Gates.and(denials, new Denial.OrderRateAboveLimit(most, actual)) : denials;
        }
        Integer each = limits.maxStrategyOrdersPerSecond();
        if (each != null) {
            int actual = view.flow(order.fund()).inLastSecond(order.strategy(), at) + 1;
            denials = actual > each
                    ? Gates.and(denials, new Denial.StrategyOrderRateAboveLimit(order.strategy(), each, actual))
                    : denials;
        }
        return denials;
    }

    private static List<Denial> room(List<Denial> before, Order order, RiskEnvelope limits, RiskView view, Instant at) {
        List<Denial> denials = before;
        Rate ratio = limits.maxCancelRatio();
        if (ratio != null) {
            Optional<Rate> actual = view.flow(order.fund()).cancelRatio(at);
            if (actual.isPresent() && actual.get().compareTo(ratio) >= 0) {
                denials = Gates.and(denials, new Denial.CancelRatioAboveLimit(ratio, actual.get()));
            }
        }
        Integer most = limits.maxOpenOrders();
        if (most != null) {
            int actual = view.exposures(order.fund()).openWith(order);
            denials = actual > most ? Gates.and(denials, new Denial.OpenOrdersAboveLimit(most, actual)) : denials;
        }
        return denials;
    }
}
