package io.mts1b.quantkit.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.metrics.SharpeRatio;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The probability of backtest overfitting, deflated ratios, and tests of superior ability. */
class OverfittingTest {

    @Test
    void published_deflated_ratio_is_reproduced() {
        // Bailey and López de Prado (2014), page 99: 100 trials with variance 1/2 a year, best 2.5 over 1250 days.
        double variance = 0.5 / 250;
        assertThat(MultipleTesting.expectedMaximum(variance, 100)).isCloseTo(0.1132, within(5e-5));
        SharpeRatio best = new SharpeRatio(2.5 / Math.sqrt(250), 1250);
        assertThat(MultipleTesting.deflated(best, -3, 10, variance, 100)).hasValueCloseTo(0.9004, within(5e-5));
        assertThat(MultipleTesting.deflated(best, -3, 10, variance, 1)).isEqualTo(best.probabilityAbove(0, -3, 10));
    }

    @Test
    void published_minimum_track_record_is_reproduced() {
        // Bailey and López de Prado (2012): 2 a year, daily and normal, to beat 1 with 95 percent takes 2.73 years.
        double root = Math.sqrt(250);
        double days = MultipleTesting.minimumTrackRecord(2 / root, 1 / root, 0, 3, 0.95)
                .orElseThrow();
        assertThat(days / 250).isCloseTo(2.73, within(5e-3));
        assertThat(MultipleTesting.minimumTrackRecord(0.1, 0.1, 0, 3, 0.95)).isEmpty();
    }

    @Test
    void a_track_record_of_that_length_is_just_confident() {
        ForAll.cases(200, random -> {
            double ratio = random.nextDouble(0.05, 0.3);
            double skewness = random.nextDouble(-1, 1);
            double length = MultipleTesting.minimumTrackRecord(ratio, 0.01, skewness, 5, 0.9)
                    .orElseThrow();
            int rows = (int) Math.ceil(length);
            assertThat(new SharpeRatio(ratio, rows)
                            .probabilityAbove(0.01, skewness, 5)
                            .orElseThrow())
                    .isGreaterThanOrEqualTo(0.9);
            assertThat(new SharpeRatio(ratio, Math.max(rows - 1, 2))
                            .probabilityAbove(0.01, skewness, 5)
                            .orElseThrow())
                    .isLessThan(0.9 + 1e-3);
        });
    }

    @Test
    void overfitting_of_two_strategies_by_hand() {
        // Each strategy wins in one half: whichever was best before is last afterwards, w = 1/3.
        double[][] returns = {{2, 1, -1, -2}, {-2, -1, 1, 2}};
        BacktestOverfitting found = BacktestOverfitting.of(returns, 2);
        assertThat(found.probability()).isEqualTo(1);
        assertThat(found.logits())
                .hasSize(2)
                .allSatisfy(logit -> assertThat(logit).isCloseTo(Math.log(0.5), within(1e-15)));
        // The first is better in both halves: w = 2/3.
        double[][] skilled = {{3, 2, 3, 2}, {1, -1, 1, -1}};
        assertThat(BacktestOverfitting.of(skilled, 2).probability()).isZero();
    }

    @Test
    void luck_overfits_half_of_the_time_and_skill_does_not() {
        RandomGenerator random = new SplittableRandom(11);
        double[][] noise = noise(random, 40, 480, 0);
        assertThat(BacktestOverfitting.of(noise, 10).probability()).isBetween(0.15, 0.85);
        double[][] skill = noise(random, 40, 480, 0);
        Arrays.setAll(skill[7], t -> skill[7][t] + 0.5);
        assertThat(BacktestOverfitting.of(skill, 10).probability()).isZero();
    }

    @Test
    void superior_ability_is_told_from_luck() {
        RandomGenerator random = new SplittableRandom(5);
        double[][] luck = noise(random, 20, 250, -0.05);
        SuperiorPredictiveAbility none = SuperiorPredictiveAbility.test(luck, 5, 500, random);
        assertThat(none.consistent()).isGreaterThan(0.05);
        assertThat(none.lower()).isLessThanOrEqualTo(none.consistent());
        assertThat(none.consistent()).isLessThanOrEqualTo(none.upper());
        double[][] skill = noise(random, 20, 250, -0.05);
        Arrays.setAll(skill[3], t -> skill[3][t] + 0.5);
        SuperiorPredictiveAbility some = SuperiorPredictiveAbility.test(skill, 5, 500, random);
        assertThat(some.upper()).isLessThan(0.01);
        assertThat(some.realityCheck()).isLessThan(0.01);
    }

    @Test
    void poor_strategies_make_the_reality_check_timid_but_not_the_consistent_test() {
        RandomGenerator random = new SplittableRandom(3);
        double[][] excess = noise(random, 30, 250, 0);
        for (int k = 1; k < 30; k++) {
            double[] column = excess[k];
            Arrays.setAll(column, t -> 10 * column[t] - 5);
        }
        Arrays.setAll(excess[0], t -> excess[0][t] + 0.25);
        SuperiorPredictiveAbility found = SuperiorPredictiveAbility.test(excess, 2, 500, random);
        assertThat(found.consistent()).isLessThan(0.05);
        assertThat(found.realityCheck()).isGreaterThan(0.5);
    }

    @Test
    void a_stationary_bootstrap_keeps_neighbours() {
        int[] drawn = new StationaryBootstrap(10_000, 20, new SplittableRandom(1)).draw();
        int together = 0;
        for (int t = 1; t < drawn.length; t++) {
            together += drawn[t] == (drawn[t - 1] + 1) % drawn.length ? 1 : 0;
        }
        assertThat(together / 9_999.0).isCloseTo(0.95, within(0.01));
    }

    private static double[][] noise(RandomGenerator random, int strategies, int rows, double mean) {
        double[][] noise = new double[strategies][rows];
        for (double[] column : noise) {
            Arrays.setAll(column, t -> random.nextGaussian(mean, 1));
        }
        return noise;
    }

    @Test
    void bad_input_is_refused() {
        double[][] two = {{1, 2, 3, 4}, {1, 2, 1, 2}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BacktestOverfitting.of(two, 3))
                .withMessage("blocks must be even and in [2, 2], were 3");
        assertThatIllegalArgumentException().isThrownBy(() -> BacktestOverfitting.of(new double[][] {{1, 2}}, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> MultipleTesting.expectedMaximum(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> MultipleTesting.expectedMaximum(1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultipleTesting.minimumTrackRecord(1, 0, 0, 3, 0.5))
                .withMessage("confidence must be in (0.5, 1), was 0.5");
        RandomGenerator random = new SplittableRandom(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuperiorPredictiveAbility.test(new double[][] {{1, 1, 1}}, 2, 10, random))
                .withMessage("strategy 0 must vary, was constant at 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> SuperiorPredictiveAbility.test(two, 0.5, 10, random));
        assertThatIllegalArgumentException().isThrownBy(() -> new StationaryBootstrap(0, 1, random));
    }
}
