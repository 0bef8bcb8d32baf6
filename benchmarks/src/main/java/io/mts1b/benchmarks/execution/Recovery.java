package io.mts1b.benchmarks.execution;

import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.ScratchFolder;
import io.mts1b.benchmarks.measurement.Solo;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.oms.Oms;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.RiskEngine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How long it takes until a log of many orders, each sent, accepted and filled, is a state again. */
public final class Recovery implements Measurement {

    private static final int SHARES = 300;
    private static final int TOGETHER = 1_000;
    private static final int EVENTS_PER_ORDER = 5;

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public Recovery() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        int rounds = effort.of(2_000, 2);
        long events = (long) rounds * TOGETHER * EVENTS_PER_ORDER;
        try (ScratchFolder folder = new ScratchFolder()) {
            Path journal = folder.path().resolve("journal");
            progress.accept("writing a log of " + events + " events");
            String hash = write(journal, rounds);
            progress.accept("measuring its replay");
            List<Row> rows = new ArrayList<>();
            rows.add(new Solo(events, effort)
                    .row(new Figure("recovery of " + events / 1_000 + " thousand events", "s"), () -> {
                        long start = System.nanoTime();
                        try (Oms oms = open(journal)) {
                            double seconds = (System.nanoTime() - start) / 1e9;
                            if (!oms.state().hash().equals(hash)) {
                                throw new IllegalStateException("the replay gives another state");
                            }
                            return Outcome.of(seconds, hash);
                        }
                    }));
            return rows;
        }
    }

    private static Oms open(Path journal) {
        return Oms.open(
                journal,
                JournalOptions.of(DurabilityPolicy.ASYNC),
                new RiskEngine(RiskEngine.Mode.REPORT_ALL),
                InstantSource.fixed(BusyFund.NOW));
    }

    /** One round buys, the next sells what the last has bought. */
    private static String write(Path journal, int rounds) {
        BusyFund fund = new BusyFund(0, 0);
        try (Oms oms = open(journal)) {
            fund.setUp(SHARES).forEach(oms::accept);
            oms.connect(new CountingVenue());
            for (int round = 0; round < rounds; round++) {
                String prefix = round + "-";
                Side side = round % 2 == 0 ? Side.BUY : Side.SELL;
                List<Order> orders = IntStream.range(0, TOGETHER)
                        .mapToObj(i -> fund.order(prefix + i, i, 1, side))
                        .toList();
                oms.submit(orders);
                oms.together(() -> orders.forEach(order -> trade(oms, order)));
            }
            return oms.state().hash();
        }
    }

    private static void trade(Oms oms, Order order) {
        OrderName name = OrderName.of(ClientOrderId.of(order.orderId(), 0))
                .at("V" + order.orderId().value());
        oms.onVenue(BusyFund.BROKER, new OrderReport.Accepted(name, BusyFund.NOW));
        oms.onVenue(
                BusyFund.BROKER,
                new OrderReport.Traded(VenueFill.of(BusyFund.fill(order, "f" + order.orderId()), name)));
    }
}
