package io.mts1b.benchmarks.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.Operation;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.RiskEngine;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFlowTest {

    @TempDir
    private Path folder;

    @Test
    void everything_that_happens_to_orders_happens_and_nothing_is_left_open() {
        Path journal = folder.resolve("journal");
        OrderFlow flow = new OrderFlow();
        String hash;
        try (Oms oms = Oms.open(
                journal, JournalOptions.of(DurabilityPolicy.ASYNC), new RiskEngine(RiskEngine.Mode.REPORT_ALL), flow)) {
            flow.begin(oms);
            for (int round = 0; round < 4; round++) {
                flow.round(oms, round);
            }
            OmsState state = oms.state();
            Map<OrderStatus, Integer> orders = new EnumMap<>(OrderStatus.class);
            state.forEachOrder(order -> orders.merge(order.status(), 1, Integer::sum));
            assertThat(orders.keySet()).containsExactly(OrderStatus.DENIED, OrderStatus.FILLED, OrderStatus.CANCELED);
            assertThat(orders.get(OrderStatus.FILLED)).isGreaterThan(3_000);
            assertThat(orders.get(OrderStatus.CANCELED)).isGreaterThan(500);
            assertThat(state.parents().taken()).isEqualTo(20);
            assertThat(state.parents().running()).isEmpty();
            assertThat(state.operations().all())
                    .extracting(operation -> operation.operation().kind())
                    .containsOnly(Operation.Kind.CANCEL_ALL, Operation.Kind.STOP)
                    .hasSize(6);
            assertThat(state.operations().running()).isEmpty();
            assertThat(state.positions(BusyFund.FUND)).isEmpty();
            assertThat(state.differences()).isEmpty();
            hash = state.hash();
        }
        assertThat(OmsLog.replay(journal).hash()).isEqualTo(hash);
    }
}
