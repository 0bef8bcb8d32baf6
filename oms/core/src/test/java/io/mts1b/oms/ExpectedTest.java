package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.oms.archive.MemoryArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked for some tens together is still taken one by one: all of it, in its order. */
class ExpectedTest {

    private static List<Order> orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Desk.order("o-" + i, Side.BUY, 1).build())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Expected.TOGETHER - 1, Expected.TOGETHER, Expected.TOGETHER + 1, 5 * Expected.TOGETHER})
    void every_order_is_taken_in_its_turn(int count) {
        List<Order> taken = new ArrayList<>();
        Expected.forEach(orders(count), new Orders(new MemoryArchive(), 1), taken::add);
        assertThat(taken).containsExactlyElementsOf(orders(count));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Expected.TOGETHER, 2 * Expected.TOGETHER + 1})
    void every_event_is_applied_in_its_turn(int count) {
        OmsState state = new OmsState();
        Desk.setUp().forEach(state::apply);
        Expected.apply(
                orders(count).stream()
                        .map(OmsEvent.OrderReceived::new)
                        .map(OmsEvent.class::cast)
                        .toList(),
                state);
        assertThat(state.lastOrders().map(order -> order.order().orderId()))
                .containsExactlyElementsOf(
                        orders(count).stream().map(Order::orderId).toList());
    }
}
