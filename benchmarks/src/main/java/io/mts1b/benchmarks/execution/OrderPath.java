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
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.oms.Oms;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.RiskEngine;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How many orders come in, pass the seven gates, are in the journal, and leave to the broker, in a second. */
public final class OrderPath implements Measurement {

    private static final int SHARES = 300;
    private static final int TOGETHER = 1_000;
    /** After two million orders, the compiler is done. */
    private static final int WARM_UPS = 4;

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public OrderPath() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        int count = effort.of(500_000, 2_000);
        List<Row> rows = new ArrayList<>();
        for (DurabilityPolicy policy : List.of(DurabilityPolicy.ASYNC, DurabilityPolicy.GROUP)) {
            progress.accept("measuring the way of an order, journal " + policy);
            String name = policy == DurabilityPolicy.ASYNC ? "orders in, gates, journal, out" : "the same, group fsync";
            rows.add(new Solo(count, effort, WARM_UPS)
                    .row(new Figure(name, "orders/s"), () -> Outcome.of(count / seconds(policy, count), (long) count)));
        }
        return rows;
    }

    private static OrderReport expired(Order order) {
        return new OrderReport.Expired(OrderName.of(ClientOrderId.of(order.orderId(), 0)), BusyFund.NOW, Quantity.ZERO);
    }

    private static double seconds(DurabilityPolicy policy, int count) throws Exception {
        BusyFund fund = new BusyFund(0, 0);
        try (ScratchFolder folder = new ScratchFolder();
                Oms oms = Oms.open(
                        folder.path().resolve("journal"),
                        JournalOptions.of(policy),
                        new RiskEngine(RiskEngine.Mode.REPORT_ALL),
                        InstantSource.fixed(BusyFund.NOW))) {
            CountingVenue venue = new CountingVenue();
            fund.setUp(SHARES).forEach(oms::accept);
            oms.connect(venue);
            long nanos = 0;
            for (int from = 0; from < count; from += TOGETHER) {
                // As if they had been read just now.
                List<Order> some = IntStream.range(from, Math.min(count, from + TOGETHER))
                        .mapToObj(i -> fund.order("n-" + i, i * 7, 1))
                        .toList();
                long start = System.nanoTime();
                oms.submit(some);
                nanos += System.nanoTime() - start;
                // So that there are never more orders on a book than a fund has.
                oms.together(() -> some.forEach(order -> oms.onVenue(BusyFund.BROKER, expired(order))));
            }
            if (venue.orders() != count) {
                throw new IllegalStateException("venue must have " + count + " orders, has " + venue.orders());
            }
            return nanos / 1e9;
        }
    }
}
