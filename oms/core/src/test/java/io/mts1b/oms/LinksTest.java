package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderLink.Exit;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One triggers the other, one cancels the other, and brackets. */
class LinksTest {

    private static final OrderId ENTRY = new OrderId("o-1");
    private static final OrderType LIMIT = new OrderType.Limit(Price.parse("120"));
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();
    private static final Order AFTER = Desk.order("o-2", Side.BUY, 50)
            .addLinks(new OrderLink.TriggeredBy(ENTRY))
            .build();
    private static final Order PROFIT = Desk.order("o-2", Side.SELL, 100)
            .type(LIMIT)
            .addLinks(new OrderLink.BracketExit(ENTRY, Exit.TAKE_PROFIT))
            .build();
    private static final Order STOP = Desk.order("o-3", Side.SELL, 100)
            .addLinks(new OrderLink.BracketExit(ENTRY, Exit.STOP_LOSS))
            .build();

    private static final Duration ASK_EVERY = OmsPolicy.STANDARD.askEvery();

    @TempDir
    private Path folder;

    @Test
    void an_order_waits_for_its_trigger() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().submit(List.of(BUY, AFTER));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 99, "100")));
            assertThat(venue.submitted()).containsExactly(ENTRY);
            // Asking for it again does not send it.
            venue.submit(AFTER);
            assertThat(venue.order(AFTER).status()).isEqualTo(OrderStatus.CREATED);

            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-2", 1, "100")));
            assertThat(venue.submitted()).containsExactly(ENTRY, AFTER.orderId());
        }
    }

    @Test
    void an_order_whose_trigger_ends_is_never_sent() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().submit(List.of(BUY, AFTER));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 99, "100")));
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.of(99), "by request"));

            assertThat(venue.order(AFTER).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(venue.submitted()).containsExactly(ENTRY);
            // And one that comes after the end is not either.
            Order late = Desk.order("o-9", Side.BUY, 1)
                    .addLinks(new OrderLink.TriggeredBy(ENTRY))
                    .build();
            venue.submit(late);
            assertThat(venue.order(late).status()).isEqualTo(OrderStatus.CANCELED);
        }
    }

    @Test
    void a_bracket_guards_what_its_entry_came_to_hold_and_its_exits_cancel_each_other() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().submit(List.of(BUY, PROFIT, STOP));
            assertThat(venue.submitted()).containsExactly(ENTRY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 60, "100")));
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.of(60), "by request"));

            // Two exits of 60 are not 120: one ends the other.
            assertThat(venue.submitted()).containsExactly(ENTRY, PROFIT.orderId(), STOP.orderId());
            assertThat(venue.quantities()).containsExactly(Quantity.of(100), Quantity.of(60), Quantity.of(60));
            assertThat(venue.order(PROFIT).ordered()).isEqualTo(Quantity.of(60));
            assertThat(venue.order(STOP).ordered()).isEqualTo(Quantity.of(60));

            venue.tell(new OrderReport.Accepted(Desk.name(STOP), venue.now()));
            venue.tell(new OrderReport.Traded(venue.execute(PROFIT, "f-2", 10, "120")));
            assertThat(venue.canceled()).containsExactly(STOP.orderId());
        }
    }

    @Test
    void a_bracket_guards_what_its_entry_traded_before_an_operator_declared_it_dead() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().submit(List.of(BUY, PROFIT, STOP));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            venue.hold(40);
            // The venue forgets it.
            venue.pass(OmsPolicy.STANDARD.compareEvery());
            venue.answerNotFound(BUY);
            Difference seen =
                    venue.oms().state().differences().values().iterator().next().getFirst();
            venue.oms()
                    .words()
                    .declareDead(
                            Counter.NOTES, (Difference.Forgotten) seen, new ActorId("anna"), "they wiped their book");

            assertThat(venue.submitted()).containsExactly(ENTRY, PROFIT.orderId(), STOP.orderId());
            assertThat(venue.quantities()).containsExactly(Quantity.of(100), Quantity.of(40), Quantity.of(40));
        }
    }

    @Test
    void a_fill_of_one_takes_the_other_back() {
        Order other = Desk.order("o-2", Side.BUY, 30)
                .addLinks(new OrderLink.CancelsWith(ENTRY))
                .build();
        try (Counter venue = Counter.up(folder)) {
            venue.oms().submit(List.of(BUY, other));
            venue.tell(new OrderReport.Accepted(Desk.name(BUY), venue.now()));
            venue.tell(new OrderReport.Accepted(Desk.name(other), venue.now()));
            venue.tell(new OrderReport.Traded(venue.execute(other, "f-1", 1, "100")));

            assertThat(venue.canceled()).containsExactly(ENTRY);
            // Once is enough.
            venue.tell(new OrderReport.Traded(venue.execute(other, "f-2", 1, "100")));
            assertThat(venue.canceled()).containsExactly(ENTRY);
        }
    }

    /** A venue refuses a cancel for the moment: it is busy, or had not seen the order yet. */
    @Test
    void a_partner_whose_cancel_was_refused_is_asked_again_until_it_has_ended() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().submit(List.of(BUY, PROFIT, STOP));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 100, "100")));
            venue.tell(new OrderReport.Accepted(Desk.name(PROFIT), venue.now()));
            venue.tell(new OrderReport.Accepted(Desk.name(STOP), venue.now()));
            venue.put(STOP, Standing.WORKING, 0, null);
            venue.tell(new OrderReport.Traded(venue.execute(PROFIT, "f-2", 100, "120")));
            assertThat(venue.canceled()).containsExactly(STOP.orderId());

            refuseCancel(venue);
            venue.pass(ASK_EVERY.minusMillis(1));
            assertThat(venue.canceled()).hasSize(1);
            venue.pass(Duration.ofMillis(1));
            assertThat(venue.canceled()).hasSize(2);
            // Its answer is waited for.
            venue.pass(ASK_EVERY);
            assertThat(venue.canceled()).hasSize(2);

            refuseCancel(venue);
            venue.restart();
            assertThat(venue.canceled()).hasSize(3);
            refuseCancel(venue);
            venue.lineUp();
            venue.pass(ASK_EVERY);
            assertThat(venue.canceled()).hasSize(4).containsOnly(STOP.orderId());

            venue.clearBook();
            venue.tell(new OrderReport.Canceled(Desk.name(STOP), venue.now(), Quantity.ZERO, "by request"));
            venue.pass(ASK_EVERY);
            assertThat(venue.canceled()).hasSize(4);
        }
    }

    private static void refuseCancel(Counter venue) {
        venue.tell(new OrderReport.CancelRejected(Desk.name(STOP), venue.now(), "too many requests"));
        assertThat(venue.order(STOP).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_restart_goes_on_with_what_was_linked() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().submit(List.of(BUY, AFTER));
            venue.restart();
            venue.put(BUY, Standing.FILLED, 100, "100");
            venue.execute(BUY, "f-1", 100, "100");
            venue.hold(100);
            venue.lineUp();

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.FILLED);
            assertThat(venue.order(AFTER).status()).isNotEqualTo(OrderStatus.CREATED);
        }
    }

    @Test
    void an_order_that_comes_after_its_partner_traded_is_never_sent() {
        Order late = Desk.order("o-2", Side.BUY, 50)
                .addLinks(new OrderLink.CancelsWith(ENTRY))
                .build();
        try (Counter venue = Counter.up(folder)) {
            venue.oms().submit(List.of(BUY));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 1, "100")));
            venue.oms().submit(List.of(late));

            assertThat(venue.order(late).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(venue.submitted()).containsExactly(ENTRY);
        }
    }

    @Test
    void an_exit_that_comes_after_its_entry_has_ended_is_refused() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().submit(List.of(BUY, PROFIT));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 100, "100")));
            venue.oms().submit(List.of(PROFIT));

            assertThatThrownBy(() -> venue.oms().submit(List.of(STOP)))
                    .hasMessage(
                            "order o-3 must come before its entry o-1 has ended; link it with the other exit instead");
            assertThat(venue.oms().state().order(STOP.orderId())).isEmpty();
        }
    }

    @Test
    void what_binds_orders_that_have_ended_is_forgotten_until_something_happens_to_one() {
        Links links = new Links();
        Map<OrderId, OrderState> states = new TreeMap<>();
        for (Order order : List.of(BUY, PROFIT, STOP)) {
            links.add(order);
            states.put(order.orderId(), OrderState.created(order));
        }
        Predicate<OrderId> hasEnded =
                id -> Objects.requireNonNull(states.get(id)).status().isFinal();
        for (Order order : List.of(BUY, PROFIT, STOP)) {
            OrderState open = Objects.requireNonNull(states.get(order.orderId()));
            links.settle(open, hasEnded);
            assertThat(links.of(order.orderId())).isNotEmpty();
            OrderState ended = open.apply(new OrderEvent.Canceled(order.orderId(), Desk.NOW, "over"));
            states.put(order.orderId(), ended);
            links.settle(ended, hasEnded);
        }
        assertThat(links.all()).isEmpty();

        // A fill that comes late for one exit: if the other should live after all, it is canceled.
        links.add(STOP);
        links.add(PROFIT);
        assertThat(links.of(PROFIT.orderId())).containsExactly(ENTRY, STOP.orderId());
    }

    @Test
    void refuses_a_link_to_nothing() {
        try (Counter venue = Counter.up(folder)) {
            assertThatThrownBy(() -> venue.submit(AFTER))
                    .hasMessage("order o-1 must have been received before o-2, which is linked to it");
            assertThat(venue.oms().state().lastOrders()).isEmpty();
        }
    }

    /** Else the first would be approved, and neither sent nor known to whoever wished for it. */
    @Test
    void takes_none_of_several_orders_if_one_is_linked_to_one_that_comes_later() {
        try (Counter venue = Counter.up(folder)) {
            Order free = Desk.order("o-9", Side.BUY, 1).build();
            assertThatThrownBy(() -> venue.oms().submit(List.of(free, AFTER, BUY)))
                    .hasMessage("order o-1 must have been received before o-2, which is linked to it");
            assertThat(venue.oms().state().lastOrders()).isEmpty();
        }
    }
}
