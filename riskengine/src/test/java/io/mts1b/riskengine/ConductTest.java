package io.mts1b.riskengine;

import static io.mts1b.riskengine.World.AAPL;
import static io.mts1b.riskengine.World.NOW;
import static io.mts1b.riskengine.World.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import io.mts1b.foundation.risk.SelfTradeGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConductTest {

    private static final Order BUY = order(Side.BUY, 10).build();
    private static final FundId ALPHA = new FundId("alpha");
    private static final FundId BETA = new FundId("beta");

    @Test
    void a_price_stays_near_the_last_one_whichever_way() {
        UnaryOperator<RiskEnvelopeBuilder> limit =
                limits -> limits.maxPriceDistance(Rate.parse("0.05")).addAllowedOrderTypes(OrderType.Kind.STOP_LIMIT);
        World world = new World().limits(limit).holds(AAPL, 10);
        Price last = Price.parse("100");
        Rate share = Rate.parse("0.05");

        assertThat(denials(limit(Side.BUY, "105"), world)).isEmpty();
        assertThat(denials(limit(Side.BUY, "105.01"), world))
                .containsExactly(new Denial.PriceTooFar(last, Price.parse("105.01"), share, Rate.parse("0.0501")));
        assertThat(denials(limit(Side.SELL, "94.99"), world))
                .containsExactly(new Denial.PriceTooFar(last, Price.parse("94.99"), share, Rate.parse("0.0501")));
        assertThat(denials(
                        order(Side.BUY, 10)
                                .type(new OrderType.StopLimit(Price.parse("110"), Price.parse("105")))
                                .build(),
                        world))
                .containsExactly(new Denial.PriceTooFar(last, Price.parse("110"), share, Rate.parse("0.1")));
        assertThat(denials(BUY, world)).isEmpty();
    }

    @Test
    void nothing_is_opened_on_an_old_price() {
        World world = new World()
                .holds(AAPL, 10)
                .pricedAt(NOW.minusSeconds(61))
                .limits(limits -> limits.maxPriceAge(Duration.ofMinutes(1)));

        assertThat(denials(BUY, world))
                .containsExactly(new Denial.PriceTooOld(AAPL, Duration.ofMinutes(1), Duration.ofSeconds(61)));
        assertThat(denials(order(Side.SELL, 10).build(), world)).isEmpty();
        assertThat(denials(BUY, world.pricedAt(NOW.minusSeconds(60)))).isEmpty();
    }

    @Test
    void an_order_does_not_cross_an_own_one() {
        World world = new World()
                .holds(AAPL, 10)
                .becomes(resting(limit(Side.SELL, "101"), ALPHA))
                .limits(limits -> limits.selfTradeGuard(SelfTradeGuard.FUND));
        Denial denial = new Denial.CrossesOwnOrder(ALPHA, new OrderId("resting"));

        assertThat(denials(limit(Side.BUY, "100.99"), world)).isEmpty();
        assertThat(denials(limit(Side.BUY, "101"), world)).containsExactly(denial);
        assertThat(denials(BUY, world)).containsExactly(denial);
        assertThat(denials(BUY, world.limits(limits -> limits))).isEmpty();
    }

    @Test
    void an_order_does_not_cross_what_an_own_one_may_have_become() {
        OrderState moving = resting(limit(Side.SELL, "101"), ALPHA)
                .apply(new OrderEvent.Submitted(new OrderId("resting"), NOW))
                .apply(new OrderEvent.Accepted(new OrderId("resting"), NOW, "V-1"))
                .apply(new OrderEvent.ReplaceRequested(
                        new OrderId("resting"), NOW, Quantity.of(10), new OrderType.Limit(Price.parse("99"))));
        World world = new World()
                .holds(AAPL, 10)
                .becomes(moving)
                .limits(limits -> limits.selfTradeGuard(SelfTradeGuard.FUND));
        Denial denial = new Denial.CrossesOwnOrder(ALPHA, new OrderId("resting"));

        assertThat(denials(limit(Side.BUY, "98.99"), world)).isEmpty();
        assertThat(denials(limit(Side.BUY, "99"), world)).containsExactly(denial);
        OrderState stays = moving.apply(new OrderEvent.ReplaceRejected(new OrderId("resting"), NOW, "no"));
        assertThat(denials(limit(Side.BUY, "99"), world.becomes(stays))).isEmpty();
    }

    @Test
    void an_order_does_not_cross_that_of_another_fund_where_the_house_is_guarded() {
        World world =
                new World().elsewhere(resting(limit(Side.BUY, "99"), BETA)).holds(AAPL, 10);
        Order sell = limit(Side.SELL, "99");

        assertThat(denials(sell, world.limits(limits -> limits.selfTradeGuard(SelfTradeGuard.FUND))))
                .isEmpty();
        assertThat(denials(sell, world.limits(limits -> limits.selfTradeGuard(SelfTradeGuard.HOUSE))))
                .containsExactly(new Denial.CrossesOwnOrder(BETA, new OrderId("resting")));
        assertThat(denials(limit(Side.SELL, "99.01"), world)).isEmpty();
    }

    @Test
    void a_second_has_room_for_so_many_orders() {
        World world = new World()
                .sent(40, 0, NOW.minusSeconds(1))
                .sent(3, 0, NOW.minusMillis(999))
                .limits(limits -> limits.maxOrdersPerSecond(3).maxStrategyOrdersPerSecond(3));

        assertThat(denials(BUY, world))
                .containsExactly(
                        new Denial.OrderRateAboveLimit(3, 4),
                        new Denial.StrategyOrderRateAboveLimit(new StrategyId("momentum"), 3, 4));
        assertThat(denials(BUY, world.limits(limits -> limits.maxOrdersPerSecond(4))))
                .isEmpty();
    }

    @Test
    void too_many_cancellations_stop_what_opens() {
        UnaryOperator<RiskEnvelopeBuilder> limit = limits -> limits.maxCancelRatio(Rate.parse("0.5"));

        assertThat(denials(BUY, new World().sent(99, 99, NOW).limits(limit))).isEmpty();
        assertThat(denials(BUY, new World().sent(100, 49, NOW).limits(limit))).isEmpty();
        World many = new World().sent(100, 50, NOW).limits(limit).holds(AAPL, 10);
        assertThat(denials(BUY, many))
                .containsExactly(new Denial.CancelRatioAboveLimit(Rate.parse("0.5"), Rate.parse("0.5")));
        assertThat(denials(order(Side.SELL, 10).build(), many)).isEmpty();
    }

    @Test
    void cancellations_of_long_ago_stop_nothing() {
        UnaryOperator<RiskEnvelopeBuilder> limit = limits -> limits.maxCancelRatio(Rate.parse("0.5"));
        Instant hourAgo = NOW.minus(Duration.ofHours(1));

        assertThat(denials(BUY, new World().sent(100, 100, hourAgo.plusNanos(1)).limits(limit)))
                .hasSize(1);
        assertThat(denials(BUY, new World().sent(100, 100, hourAgo).limits(limit)))
                .isEmpty();
    }

    @Test
    void so_many_orders_may_be_open_and_a_replacement_is_none_more() {
        World world = new World().open("o-2", AAPL, Side.BUY, 1).limits(limits -> limits.maxOpenOrders(1));

        assertThat(denials(BUY, world)).containsExactly(new Denial.OpenOrdersAboveLimit(1, 2));
        assertThat(denials(order(Side.BUY, 2).orderId(new OrderId("o-2")).build(), world))
                .isEmpty();
    }

    private static Order limit(Side side, String price) {
        return order(side, 10).type(new OrderType.Limit(Price.parse(price))).build();
    }

    private static OrderState resting(Order like, FundId fund) {
        OrderId id = new OrderId("resting");
        Order order =
                order(like.side(), 5).orderId(id).fund(fund).type(like.type()).build();
        return OrderState.created(order).apply(new OrderEvent.RiskApproved(id, NOW));
    }

    private static List<Denial> denials(Order order, World world) {
        return new RiskEngine(RiskEngine.Mode.REPORT_ALL)
                                .review(order, world, NOW)
                                .decision()
                        instanceof RiskDecision.Denied denied
                ? denied.denials()
                : List.of();
    }
}
