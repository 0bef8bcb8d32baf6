package io.mts1b.oms.projections;

import io.mts1b.brokers.OrderReport;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.oms.Desk;
import io.mts1b.oms.EventLog;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.simulation.Simulation;
import io.mts1b.oms.simulation.SimulationPlan;
import io.mts1b.oms.simulation.SimulationPlan.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Logs in which much happens. */
final class BusyLog {

    private static final BrokerId NOTES = new BrokerId("notes");

    private BusyLog() {}

    /** What a simulated fund does over a line that lies: doubts, late and repeated fills, replacements, restarts. */
    static List<OmsEvent> simulated(long seed) {
        AtomicReference<EventLog> log = new AtomicReference<>();
        UnaryOperator<EventLog> look = each -> {
            log.set(each);
            return each;
        };
        Simulation.run(
                seed,
                SimulationPlan.STANDARD.with(new Faults(look, UnaryOperator.identity(), UnaryOperator.identity())));
        List<OmsEvent> events = new ArrayList<>();
        log.get().replay(0, events::add);
        return events;
    }

    /** Targets, orders that they lead to and others, a short position, a fill that is busted and one told twice. */
    static List<OmsEvent> scripted(Path journal) {
        StrategyId momentum = new StrategyId("momentum");
        Order first = Desk.order("o-1", Side.BUY, 100)
                .type(new OrderType.Limit(Price.parse("101.25")))
                .thesis("it \"rises\"; \\ and {more}, NULL")
                .build();
        Order second = Desk.order("o-2", Side.BUY, 10).build();
        Order denied = Desk.order("o-3", Side.BUY, 9_000).build();
        Order sold = Desk.order("o-4", Side.SELL, 100).build();
        Order sold2 = Desk.order("o-5", Side.SHORT, 7)
                .createdAt(Desk.NOW.plusNanos(1_999))
                .build();
        try (Oms oms = Desk.open(journal)) {
            Desk.furnish(oms);
            oms.connect(new Desk.Notes());
            oms.submit(List.of(Desk.order("o-0", Side.BUY, 1).build()));
            oms.accept(new OmsEvent.TargetsSet(
                    Desk.FUND,
                    momentum,
                    Desk.NOW,
                    List.of(
                            new TargetWeight(Desk.FUND, momentum, Desk.AAPL, 0.1, Desk.NOW),
                            new TargetWeight(Desk.FUND, momentum, Desk.FUTURE, -1.0 / 3, Desk.NOW))));
            oms.submit(List.of(first, second, denied));
            oms.onVenue(NOTES, Desk.traded(Desk.fill(first, "f-1", 40, "100.5"), first));
            oms.onVenue(NOTES, Desk.traded(Desk.fill(first, "f-1", 40, "100.5"), first));
            oms.onVenue(NOTES, Desk.traded(Desk.fill(first, "f-2", 60, "100.25"), first));
            oms.onVenue(NOTES, Desk.traded(Desk.fill(second, "f-3", 5, "100"), second));
            oms.onVenue(NOTES, new OrderReport.Busted(Desk.name(second), new FillId("f-3"), Desk.NOW));
            oms.submit(List.of(sold));
            oms.onVenue(NOTES, Desk.traded(Desk.fill(sold, "f-4", 100, "102.125"), sold));
            oms.submit(List.of(sold2));
            oms.onVenue(NOTES, Desk.traded(Desk.fill(sold2, "f-5", 7, "102"), sold2));
        }
        List<OmsEvent> events = new ArrayList<>();
        OmsLog.forEach(journal, events::add);
        return events;
    }
}
