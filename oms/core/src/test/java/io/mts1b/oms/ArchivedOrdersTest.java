package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.FileArchive;
import io.mts1b.oms.archive.MemoryArchive;
import io.mts1b.oms.simulation.Simulation;
import io.mts1b.oms.simulation.SimulationPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that has ended is the same wherever it is kept. */
class ArchivedOrdersTest {

    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();

    @TempDir
    private Path folder;

    @Test
    void a_late_fill_and_a_bust_find_an_order_in_the_archive() {
        try (Archive archive = FileArchive.create(folder)) {
            OmsState state = new OmsState(archive, 0);
            Desk.setUp().forEach(state::apply);
            state.apply(new OmsEvent.OrderReceived(BUY));
            state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(BUY.orderId(), Desk.NOW, 1)));
            change(state, new OrderEvent.Submitted(BUY.orderId(), Desk.NOW));
            change(state, new OrderEvent.Accepted(BUY.orderId(), Desk.NOW, "V-1"));
            change(state, new OrderEvent.Canceled(BUY.orderId(), Desk.NOW, "enough"));
            assertThat(state.lastOrders()).isEmpty();

            assertThat(state.firstOrder(BUY.idempotencyKey())).contains(BUY.orderId());
            assertThat(state.venues().order(Counter.NOTES, Desk.name(BUY))).contains(BUY.orderId());
            assertThat(state.venues().isKnown(Counter.NOTES, "V-1")).isTrue();
            assertThat(state.order(BUY.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.CANCELED);

            var late = Desk.fill(BUY, "f-1", 40, "100");
            change(state, new OrderEvent.Filled(late));
            change(state, new OrderEvent.Filled(late));
            assertThat(state.order(BUY.orderId()).orElseThrow().filled()).isEqualTo(Quantity.of(40));
            assertThat(state.positions(Desk.FUND)).containsOnlyKeys(Desk.AAPL);

            change(state, new OrderEvent.FillBusted(late, Desk.NOW));
            assertThat(state.order(BUY.orderId()).orElseThrow().filled()).isEqualTo(Quantity.ZERO);
            assertThat(state.positions(Desk.FUND)).isEmpty();
            assertThat(state.venues().fill(late.fillId())).contains(late);
        }
    }

    @Test
    void the_last_fills_of_an_instrument_may_be_taken_back_however_many_there_were() {
        OmsState state = new OmsState(new MemoryArchive(), 5);
        Desk.setUp().forEach(state::apply);
        List<Fill> fills = new ArrayList<>();
        for (int i = 0; i < 2 * InstrumentAccount.TAKEN_BACK + 10; i++) {
            Order order =
                    Desk.order("o-" + i, i % 3 == 2 ? Side.SELL : Side.BUY, 1).build();
            state.apply(new OmsEvent.OrderReceived(order));
            state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(order.orderId(), Desk.NOW, 1)));
            change(state, new OrderEvent.Submitted(order.orderId(), Desk.NOW));
            fills.add(Desk.fill(order, "f-" + i, 1, i % 7 + 100 + ".25"));
            change(state, new OrderEvent.Filled(fills.getLast()));
        }
        FundAccount before = state.account(Desk.FUND);

        Fill busted = fills.get(InstrumentAccount.TAKEN_BACK + 1);
        change(state, new OrderEvent.FillBusted(busted, Desk.NOW));
        Order again = Desk.order("again", busted.side(), 1).build();
        state.apply(new OmsEvent.OrderReceived(again));
        state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(again.orderId(), Desk.NOW, 1)));
        change(state, new OrderEvent.Submitted(again.orderId(), Desk.NOW));
        change(
                state,
                new OrderEvent.Filled(
                        Desk.fill(again, "f-again", 1, busted.price().toString())));

        assertThat(state.account(Desk.FUND).cash()).isEqualTo(before.cash());
        assertThat(state.positions(Desk.FUND)).containsEntry(Desk.AAPL, Decimal.of(670));
        assertThatThrownBy(() -> change(state, new OrderEvent.FillBusted(fills.getFirst(), Desk.NOW)))
                .hasMessageContaining("an older one is taken back by hand");
    }

    @Test
    void an_order_stays_in_memory_while_one_is_linked_with_it_that_has_not_ended() {
        Order profit = exit("o-2", OrderLink.Exit.TAKE_PROFIT);
        Order stop = exit("o-3", OrderLink.Exit.STOP_LOSS);
        byte[] snapshot;
        try (Archive archive = FileArchive.create(folder)) {
            OmsState state = new OmsState(archive, 0);
            Desk.setUp().forEach(state::apply);
            List.of(BUY, profit, stop).forEach(order -> {
                state.apply(new OmsEvent.OrderReceived(order));
                state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(order.orderId(), Desk.NOW, 1)));
                change(state, new OrderEvent.Submitted(order.orderId(), Desk.NOW));
            });
            change(state, new OrderEvent.Filled(Desk.fill(BUY, "f-1", 100, "100")));
            change(state, new OrderEvent.Filled(Desk.fill(profit, "f-2", 100, "110")));
            snapshot = StateSnapshot.write(state);
        }
        try (Archive archive = FileArchive.create(folder)) {
            OmsState state = StateSnapshot.read(snapshot, archive, 0);
            // The stop must still go because the other exit has traded, and a restart knows.
            assertThat(state.links().of(stop.orderId())).containsExactly(BUY.orderId(), profit.orderId());
            assertThat(state.lastOrders()).hasSize(3);

            change(state, new OrderEvent.Canceled(stop.orderId(), Desk.NOW, "the other exit traded"));
            assertThat(state.lastOrders()).isEmpty();
            assertThat(state.links().all()).isEmpty();
            assertThat(state.order(profit.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
        }
    }

    private static Order exit(String id, OrderLink.Exit exit) {
        return Desk.order(id, Side.SELL, 100)
                .addLinks(new OrderLink.BracketExit(BUY.orderId(), exit))
                .build();
    }

    @Test
    void what_is_refused_moves_nothing() {
        OmsState state = new OmsState(new MemoryArchive(), 0);
        Desk.setUp().forEach(state::apply);
        state.apply(new OmsEvent.OrderReceived(BUY));
        change(state, new OrderEvent.RiskDenied(BUY.orderId(), Desk.NOW, "no"));
        String before = state.hash();

        assertThatThrownBy(() -> change(state, new OrderEvent.Submitted(BUY.orderId(), Desk.NOW)))
                .hasMessageContaining("DENIED");
        assertThatThrownBy(() -> state.apply(new OmsEvent.OrderReceived(BUY)))
                .hasMessage("order o-1 must be received once");
        assertThat(state.hash()).isEqualTo(before);
    }

    @Test
    void every_simulated_run_comes_to_the_same_whatever_is_kept_in_memory() {
        for (long seed = 1; seed <= 20; seed++) {
            List<OmsEvent> events = Simulation.log(seed, SimulationPlan.STANDARD);
            OmsState all = new OmsState(new MemoryArchive(), Integer.MAX_VALUE);
            OmsState few = new OmsState(new MemoryArchive(), 3);
            try (Archive files = FileArchive.create(folder)) {
                OmsState none = new OmsState(files, 0);
                for (OmsEvent event : events) {
                    all.apply(event);
                    few.apply(event);
                    none.apply(event);
                }
                assertThat(view(few)).as("seed " + seed).isEqualTo(view(all));
                assertThat(view(none)).as("seed " + seed).isEqualTo(view(all));
                assertThat(few.hash()).as("seed " + seed).isEqualTo(all.hash());
                assertThat(none.hash()).as("seed " + seed).isEqualTo(all.hash());
            }
        }
    }

    private static void change(OmsState state, OrderEvent event) {
        state.apply(new OmsEvent.OrderChanged(event));
    }

    /** Everything that may be asked. */
    private static List<Object> view(OmsState state) {
        SortedMap<OrderId, OrderState> orders = new TreeMap<>();
        List<Object> view = new ArrayList<>();
        state.forEachOrder(order -> orders.put(order.order().orderId(), order));
        orders.keySet().forEach(id -> {
            view.add(state.order(id));
            view.add(state.venues().intent(id));
            view.add(List.copyOf(state.venues().fills(id)));
        });
        view.add(orders);
        view.add(state.differences());
        state.funds().forEach(fund -> {
            view.add(state.account(fund.fund()));
            view.add(state.holdings(fund.fund()));
            view.add(state.openOrders(fund.fund()).size());
        });
        return view;
    }
}
