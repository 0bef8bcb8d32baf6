package io.mts1b.riskengine;

import static io.mts1b.riskengine.World.NOW;
import static io.mts1b.riskengine.World.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.riskengine.RiskEngine.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReviewListenerTest {

    private static final Order BUY = order(Side.BUY, 100).build();

    @Test
    void every_gate_and_decision_is_told_with_the_time_it_took() {
        List<String> told = new ArrayList<>();
        ReviewListener listener = new ReviewListener() {
            @Override
            public void checked(Order order, Gate gate, List<Denial> denials, long nanos) {
                told.add(gate + " " + denials.size() + " in " + nanos);
            }

            @Override
            public void decided(Order order, RiskDecision decision, long nanos) {
                told.add(decision.getClass().getSimpleName() + " in " + nanos);
            }
        };
        AtomicLong clock = new AtomicLong();
        RiskEngine engine = new RiskEngine(Mode.FAIL_FAST, listener, () -> clock.getAndAdd(10));

        engine.review(BUY, new World(), NOW);
        engine.review(BUY, new World().limits(limits -> limits.maxOrderQuantity(Quantity.of(1))), NOW);

        assertThat(told)
                .containsExactly(
                        "IDEMPOTENCY 0 in 10",
                        "SCHEMA 0 in 10",
                        "STATIC 0 in 10",
                        "POSITION 0 in 10",
                        "DRAWDOWN 0 in 10",
                        "SHORT_SIDE 0 in 10",
                        "CRO_VETO 0 in 10",
                        "Approved in 150",
                        "IDEMPOTENCY 0 in 10",
                        "SCHEMA 0 in 10",
                        "STATIC 1 in 10",
                        "Denied in 70");
    }
}
