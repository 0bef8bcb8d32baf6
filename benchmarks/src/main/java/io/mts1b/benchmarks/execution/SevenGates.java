package io.mts1b.benchmarks.execution;

import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Solo;
import io.mts1b.foundation.orders.Order;
import io.mts1b.oms.OmsState;
import io.mts1b.riskengine.RiskEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** How long the seven gates take over an order that passes, each order timed by itself. */
public final class SevenGates implements Measurement {

    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;
    private static final int ROUNDS_TO_WARM_UP = 5;

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public SevenGates() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        progress.accept("measuring the seven gates");
        BusyFund fund = new BusyFund(effort.of(300, 10), effort.of(2_000, 20));
        OmsState state = fund.state();
        List<Order> orders = fund.wishes(effort.of(1_000, 10));
        long[] nanos = new long[effort.of(500_000, 100)];
        RiskEngine engine = new RiskEngine(RiskEngine.Mode.REPORT_ALL);
        for (int i = 0; i < effort.of(ROUNDS_TO_WARM_UP, 0); i++) {
            review(engine, state, orders, nanos);
        }
        List<Row> rows = new ArrayList<>();
        for (double share : List.of(MEDIAN, TAIL)) {
            rows.add(new Solo(nanos.length, effort)
                    .row(new Figure("the seven gates, p" + Math.round(share * 100), "ns"), () -> {
                        review(engine, state, orders, nanos);
                        Arrays.sort(nanos);
                        return Outcome.of((double) nanos[(int) (share * nanos.length)], nanos.length);
                    }));
        }
        return rows;
    }

    private static void review(RiskEngine engine, OmsState state, List<Order> orders, long[] nanos) {
        for (int i = 0; i < nanos.length; i++) {
            Order order = orders.get(i % orders.size());
            long start = System.nanoTime();
            boolean passes = engine.check(order, state, BusyFund.NOW).isEmpty();
            nanos[i] = System.nanoTime() - start;
            if (!passes) {
                throw new IllegalStateException(
                        order + " must pass, was denied: " + engine.check(order, state, BusyFund.NOW));
            }
        }
    }
}
