package io.mts1b.quantkit.odds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OddsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    @Test
    void a_fair_coin_with_a_margin_is_fair() {
        for (MarginRemoval method : MarginRemoval.values()) {
            assertThat(toArray(method.of(1.9, 1.9).probabilities()))
                    .as(method.name())
                    .containsExactly(new double[] {0.5, 0.5}, EXACT);
        }
        // 0.8 and 0.4 by hand: sum 1.2; with c = (0.8 * 0.4 / (0.2 * 0.6))^(1/2), as p + (1 - p) = 1.
        FairOdds ratio = MarginRemoval.ODDS_RATIO.of(1.25, 2.5);
        assertThat(ratio.parameter()).isCloseTo(Math.sqrt(0.32 / 0.12), EXACT);
        assertThat(ratio.overround()).isCloseTo(0.2, EXACT);
    }

    @Test
    void probabilities_sum_to_one_and_keep_the_order_of_the_odds() {
        ForAll.cases(300, random -> {
            double[] odds = random.doubles(random.nextInt(2, 12), 1.01, 60).toArray();
            double sum = Arrays.stream(odds).map(o -> 1 / o).sum();
            for (MarginRemoval method : MarginRemoval.values()) {
                if (method == MarginRemoval.SHIN && sum < 1) {
                    continue;
                }
                double[] p = toArray(method.of(odds).probabilities());
                assertThat(Arrays.stream(p).sum()).isCloseTo(1, EXACT);
                for (int i = 1; i < p.length; i++) {
                    assertThat(odds[i] > odds[i - 1] ? p[i] <= p[i - 1] : p[i] >= p[i - 1])
                            .isTrue();
                }
            }
        });
    }

    @Test
    void odds_without_a_margin_stay_as_they_are() {
        for (MarginRemoval method : MarginRemoval.values()) {
            assertThat(toArray(method.of(2, 4, 4).probabilities()))
                    .containsExactly(new double[] {0.5, 0.25, 0.25}, EXACT);
        }
    }

    @Test
    void an_arbitrage_wins_whatever_happens() {
        Arbitrage found = Arbitrage.of(2.1, 2.1).orElseThrow();
        assertThat(found.stakes()).containsExactly(0.5, 0.5);
        assertThat(found.profit()).isCloseTo(0.05, EXACT);
        assertThat(Arbitrage.of(1.9, 2.0)).isEmpty();
    }

    @Test
    void scores_by_hand() {
        double[] forecast = {0.5, 0.3, 0.2};
        assertThat(ScoringRules.brier(forecast, 0)).isCloseTo(0.25 + 0.09 + 0.04, EXACT);
        assertThat(ScoringRules.logarithmic(forecast, 1)).isCloseTo(-Math.log(0.3), EXACT);
        assertThat(ScoringRules.rankedProbability(forecast, 2)).isCloseTo((0.25 + 0.64) / 2, EXACT);
        assertThat(ScoringRules.rankedProbability(new double[] {0, 0, 1}, 2)).isZero();
    }

    @Test
    void bad_input_is_refused() {
        for (MarginRemoval method : MarginRemoval.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> method.of(2, 1))
                    .withMessage("odds must be above 1, were 1.0 at index 1");
            assertThatIllegalArgumentException().isThrownBy(() -> method.of(2));
            assertThatIllegalArgumentException().isThrownBy(() -> method.of(2, Double.NaN));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarginRemoval.SHIN.of(3, 3))
                .withMessageContaining("odds must leave a margin");
        assertThatIllegalArgumentException().isThrownBy(() -> ScoringRules.brier(new double[] {0.5, 0.4}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoringRules.brier(new double[] {1.5, -0.5}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoringRules.brier(new double[] {0.5, 0.5}, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoringRules.logarithmic(new double[] {1, 0}, 1))
                .withMessageContaining("probability 0");
    }
}
