package io.mts1b.foundation.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Price STOP = Price.parse("9");
    private static final Price LIMIT = Price.parse("10");

    @Test
    void refuses_nothing_to_trade() {
        assertThatThrownBy(() -> Orders.order().quantity(Quantity.ZERO).build())
                .hasMessage("quantity must be positive, was 0");
    }

    @Test
    void knows_its_parent() {
        OrderId parent = new OrderId("parent");

        assertThat(Orders.order().build().parent()).isEmpty();
        assertThat(Orders.order()
                        .addLinks(new OrderLink.ChildOf(parent))
                        .build()
                        .parent())
                .contains(parent);
    }

    @Test
    void refuses_links_that_make_no_sense() {
        assertThatThrownBy(() -> Orders.order()
                        .addLinks(new OrderLink.CancelsWith(new OrderId("o-1")))
                        .build())
                .hasMessageStartingWith("links must not point to the order itself");
        assertThatThrownBy(() -> Orders.order()
                        .addLinks(new OrderLink.ChildOf(new OrderId("a")), new OrderLink.ChildOf(new OrderId("b")))
                        .build())
                .hasMessageStartingWith("links must name at most one parent");
    }

    @Test
    void keeps_the_links_of_a_bracket() {
        OrderId entry = new OrderId("entry");
        OrderId stop = new OrderId("stop");
        List<OrderLink> links = List.of(
                new OrderLink.TriggeredBy(entry),
                new OrderLink.BracketExit(entry, OrderLink.Exit.TAKE_PROFIT),
                new OrderLink.CancelsWith(stop));

        assertThat(Orders.order().links(links).build().links()).isEqualTo(links);
    }

    @Test
    void types_carry_the_prices_they_need() {
        assertThat(prices(new OrderType.Market())).isEqualTo("MARKET Optional.empty Optional.empty");
        assertThat(prices(new OrderType.Limit(LIMIT))).isEqualTo("LIMIT Optional[10] Optional.empty");
        assertThat(prices(new OrderType.Stop(STOP))).isEqualTo("STOP Optional.empty Optional[9]");
        assertThat(prices(new OrderType.StopLimit(STOP, LIMIT))).isEqualTo("STOP_LIMIT Optional[10] Optional[9]");
        assertThat(prices(new OrderType.MarketableLimit(LIMIT)))
                .isEqualTo("MARKETABLE_LIMIT Optional[10] Optional.empty");
    }

    @Test
    void sides_follow_the_position() {
        Decimal flat = Decimal.ZERO;
        Decimal lng = Decimal.of(5);
        Decimal shrt = Decimal.of(-5);

        assertThat(List.of(Side.toBuy(flat), Side.toBuy(lng), Side.toBuy(shrt)))
                .containsExactly(Side.BUY, Side.BUY, Side.COVER);
        assertThat(List.of(Side.toSell(flat), Side.toSell(lng), Side.toSell(shrt)))
                .containsExactly(Side.SHORT, Side.SELL, Side.SHORT);
    }

    @Test
    void sides_have_a_sign_and_open_or_close() {
        Quantity two = Quantity.of(2);

        assertThat(Side.BUY.signed(two)).isEqualTo(Decimal.of(2));
        assertThat(Side.COVER.signed(two)).isEqualTo(Decimal.of(2));
        assertThat(Side.SELL.signed(two)).isEqualTo(Decimal.of(-2));
        assertThat(Side.SHORT.signed(two)).isEqualTo(Decimal.of(-2));
        assertThat(List.of(Side.BUY.opens(), Side.SELL.opens(), Side.SHORT.opens(), Side.COVER.opens()))
                .containsExactly(true, false, true, false);
        assertThat(Orders.fill("f-1", 3, "1").signedQuantity()).isEqualTo(Decimal.of(3));
    }

    private static String prices(OrderType type) {
        return type.kind() + " " + type.limitPrice() + " " + type.stopPrice();
    }

    @Test
    void orders_that_cancel_each_other_exclude_each_other() {
        Order entry = Orders.order().orderId(new OrderId("e")).build();
        Order profit = exit("p", OrderLink.Exit.TAKE_PROFIT);
        Order stop = exit("s", OrderLink.Exit.STOP_LOSS);
        Order partner = Orders.order()
                .orderId(new OrderId("c"))
                .addLinks(new OrderLink.CancelsWith(new OrderId("e")))
                .build();

        assertThat(profit.excludes(stop)).isTrue();
        assertThat(stop.excludes(profit)).isTrue();
        assertThat(profit.excludes(entry)).isFalse();
        assertThat(partner.excludes(entry)).isTrue();
        assertThat(entry.excludes(partner)).isTrue();
        assertThat(partner.excludes(stop)).isFalse();
    }

    private static Order exit(String id, OrderLink.Exit exit) {
        return Orders.order()
                .orderId(new OrderId(id))
                .addLinks(new OrderLink.BracketExit(new OrderId("e"), exit))
                .build();
    }
}
