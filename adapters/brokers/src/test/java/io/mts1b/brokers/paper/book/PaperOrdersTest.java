package io.mts1b.brokers.paper.book;

import static io.mts1b.brokers.paper.book.Floor.AAPL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.ContractTerms;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A venue of years: what works is known, and of the rest the last. */
class PaperOrdersTest {

    private static final ContractTerms TERMS =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Floor.USD);

    private final PaperOrders orders = new PaperOrders();

    private PaperOrder add(String id) {
        return orders.add(
                Orders.order(id, AAPL, Side.BUY, 1, new OrderType.Market(), TimeInForce.GTC)
                        .order(),
                TERMS);
    }

    private PaperOrder ended(String id) {
        PaperOrder order = add(id);
        order.standing = Standing.CANCELED;
        return order;
    }

    @Test
    void what_works_is_known_and_the_last_that_ended_under_all_their_names() {
        PaperOrder works = add("works");
        PaperOrder first = ended("first");
        ClientOrderId before = first.called.getFirst();
        ClientOrderId after = ClientOrderId.of(first.order.orderId(), 1);
        orders.rename(first, after);
        for (int i = 1; i < PaperOrders.KEPT; i++) {
            ended("o-" + i);
        }
        assertThat(orders.live()).containsExactly(works);
        assertThat(orders.find(before)).isSameAs(first).isSameAs(orders.find(after));
        assertThat(orders.find(new OrderName(null, first.venueName())))
                .isSameAs(first)
                .isSameAs(orders.get(first.id));

        PaperOrder last = ended("last");
        assertThat(orders.live()).containsExactly(works);
        assertThat(orders.find(before)).isNull();
        assertThat(orders.find(after)).isNull();
        assertThat(orders.find(new OrderName(null, first.venueName()))).isNull();
        assertThatThrownBy(() -> orders.get(first.id)).hasMessage("order 2 must be known");
        assertThat(orders.get(works.id)).isSameAs(works);
        assertThat(orders.find(last.called.getFirst())).isSameAs(last);
    }

    @Test
    void the_last_fills_are_known_and_all_are_in_the_account() {
        PaperAccount account = new PaperAccount(new TreeMap<>());
        OrderName name = OrderName.of(add("a").called.getFirst());
        for (int i = 0; i <= PaperOrders.KEPT; i++) {
            account.book(
                    new VenueFill(
                            new FillId("f-" + i),
                            name,
                            AAPL,
                            true,
                            Quantity.of(1),
                            Price.parse("1"),
                            Money.parse("0 USD"),
                            Liquidity.TAKER,
                            Floor.OPEN),
                    TERMS);
        }

        assertThat(account.fills(Instant.MIN)).hasSize(PaperOrders.KEPT);
        assertThat(account.fills(Instant.MIN).getFirst().fillId()).isEqualTo(new FillId("f-1"));
        assertThat(account.position(AAPL)).isEqualTo(Decimal.of(PaperOrders.KEPT + 1L));
        assertThat(account.balances().get(Floor.USD)).isEqualTo(Decimal.of(-PaperOrders.KEPT - 1L));
    }
}
