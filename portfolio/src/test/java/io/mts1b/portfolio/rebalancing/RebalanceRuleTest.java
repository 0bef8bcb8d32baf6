package io.mts1b.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.portfolio.rebalancing.RebalanceRule.Always;
import io.mts1b.portfolio.rebalancing.RebalanceRule.BufferZone;
import io.mts1b.portfolio.rebalancing.RebalanceRule.Threshold;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;

class RebalanceRuleTest {

    private static final Weights TARGET = Weights.of(0.6, 0.4);

    @Test
    void always_goes_to_the_target() {
        assertThat(new Always().next(Weights.of(0.61, 0.39), TARGET)).isEqualTo(TARGET);
    }

    @Test
    void a_threshold_waits_for_one_asset_and_then_trades_all() {
        assertThat(new Threshold(0.05).next(Weights.of(0.64, 0.36), TARGET)).isEqualTo(Weights.of(0.64, 0.36));
        assertThat(new Threshold(0.05).next(Weights.of(0.6, 0.3), TARGET)).isEqualTo(TARGET);
    }

    @Test
    void a_buffer_trades_to_its_edge_and_only_what_is_outside() {
        Weights next = new BufferZone(0.05).next(Weights.of(0.7, 0.38), TARGET);

        assertThat(next.get(0)).isCloseTo(0.65, within(1e-15));
        assertThat(next.get(1)).isEqualTo(0.38);
        assertThat(new BufferZone(0.05).next(Weights.of(0.5, -0.1), TARGET).toArray())
                .containsExactly(new double[] {0.55, 0.35}, within(1e-15));
    }

    @Test
    void a_second_rebalancing_finds_nothing_to_do() {
        ForAll.cases(random -> {
            int assets = random.nextInt(1, 9);
            Weights current = Weights.of(random.doubles(assets, -1, 1).toArray());
            Weights target = Weights.of(random.doubles(assets, -1, 1).toArray());
            double distance = random.nextDouble();

            for (RebalanceRule rule : new RebalanceRule[] {new Threshold(distance), new BufferZone(distance)}) {
                Weights next = rule.next(current, target);

                assertThat(rule.next(next, target)).isEqualTo(next);
            }
        });
    }

    @Test
    void refuses_what_is_no_rule() {
        assertThatThrownBy(() -> new Threshold(-0.1)).hasMessage("distance must be 0 or more, was -0.1");
        assertThatThrownBy(() -> new BufferZone(Double.NaN)).hasMessage("width must be 0 or more, was NaN");
        assertThatThrownBy(() -> new Always().next(Weights.of(1), TARGET))
                .hasMessage("current must be of 2 assets, was of 1");
    }
}
