package io.mts1b.riskengine;

import static io.mts1b.riskengine.World.AAPL;
import static io.mts1b.riskengine.World.NOW;
import static io.mts1b.riskengine.World.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.riskengine.RiskEngine.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderSizeTest {

    @Test
    void an_order_is_measured_at_the_price_it_names() {
        Order limit = order(Side.BUY, 100)
                .type(new OrderType.Limit(Price.parse("120")))
                .build();

        assertThat(denials(limit, new World().limits(limits -> limits.maxOrderNotional(Money.parse("11000 USD")))))
                .containsExactly(
                        new Denial.OrderNotionalAboveLimit(Money.parse("11000 USD"), Money.parse("12000 USD")));
    }

    @Test
    void an_order_is_measured_at_the_most_it_may_trade_at() {
        Price low = Price.parse("1");
        World world = new World().limits(limits -> limits.maxOrderNotional(Money.parse("9000 USD")));
        world.holds(AAPL, 100);
        Denial above = new Denial.OrderNotionalAboveLimit(Money.parse("9000 USD"), Money.parse("10000 USD"));

        // The last price is 100, and that is what a sale gets that asks for less.
        for (OrderType type : List.of(
                new OrderType.Limit(low),
                new OrderType.MarketableLimit(low),
                new OrderType.Stop(low),
                new OrderType.StopLimit(low, low))) {
            assertThat(denials(order(Side.SELL, 100).type(type).build(), world)).contains(above);
        }
        assertThat(denials(order(Side.BUY, 100).type(new OrderType.Stop(low)).build(), world))
                .contains(above);
        assertThat(denials(order(Side.BUY, 100).type(new OrderType.Limit(low)).build(), world))
                .isEmpty();
    }

    @Test
    void of_an_order_that_is_replaced_only_what_has_not_traded_counts() {
        OrderId id = new OrderId("o-1");
        World sold =
                new World().holds(AAPL, 40).becomes(part(order(Side.SELL, 100).build(), 60));
        assertThat(denials(order(Side.SELL, 100).orderId(id).build(), sold)).isEmpty();
        assertThat(denials(order(Side.SELL, 101).orderId(id).build(), sold))
                .containsExactly(new Denial.SideDoesNotFit(Side.SELL, Quantity.of(101), Decimal.of(40)));

        // 200 are held and 300 on their way, at 100: 50,000 of a million.
        World bought = new World()
                .limits(limits -> limits.maxPosition(Rate.parse("0.05")))
                .holds(AAPL, 200)
                .becomes(part(order(Side.BUY, 500).build(), 200));
        assertThat(denials(order(Side.BUY, 500).orderId(id).build(), bought)).isEmpty();
        assertThat(denials(order(Side.BUY, 501).orderId(id).build(), bought))
                .containsExactly(new Denial.PositionAboveLimit(AAPL, Rate.parse("0.05"), Rate.parse("0.0501")));
    }

    private static OrderState part(Order order, long traded) {
        OrderId id = order.orderId();
        return OrderState.created(order)
                .apply(new OrderEvent.RiskApproved(id, NOW))
                .apply(new OrderEvent.Submitted(id, NOW))
                .apply(new OrderEvent.Filled(new Fill(
                        new FillId("f-1"),
                        id,
                        order.instrument(),
                        order.side(),
                        Quantity.of(traded),
                        Price.parse("100"),
                        Money.zero(Currency.USD),
                        Liquidity.TAKER,
                        NOW)));
    }

    private static List<Denial> denials(Order order, World world) {
        return new RiskEngine(Mode.REPORT_ALL).check(order, world, NOW);
    }
}
