package io.mts1b.quantkit.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.metrics.SharpeRatio;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BootstrapIntervalTest {

    private static final BootstrapInterval.Plan PLAN = new BootstrapInterval.Plan(0.9, 400, 1);

    private static OptionalDouble mean(double[] returns) {
        return Arrays.stream(returns).average();
    }

    private static double[] gaussian(SplittableRandom random, int size) {
        double[] values = new double[size];
        Arrays.setAll(values, t -> random.nextGaussian());
        return values;
    }

    @Test
    void holds_the_true_mean_about_as_often_as_it_says() {
        int held = 0;
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BootstrapInterval found = BootstrapInterval.of(
                            gaussian(random, 60), BootstrapIntervalTest::mean, PLAN, random)
                    .orElseThrow();
            held += found.low() <= 0 && found.high() >= 0 ? 1 : 0;
        }
        // 360 of 400 with a deviation of 6; seeds are fixed.
        assertThat(held).isBetween(335, 380);
    }

    @Test
    void is_as_wide_as_the_standard_error_says() {
        double[] returns = gaussian(new SplittableRandom(5), 400);
        BootstrapInterval.Plan many = new BootstrapInterval.Plan(0.95, 4_000, 1);

        BootstrapInterval found = BootstrapInterval.of(
                        returns, BootstrapIntervalTest::mean, many, new SplittableRandom(6))
                .orElseThrow();

        // 1.96 / sqrt 400 to either side.
        assertThat(found.high() - found.low()).isCloseTo(2 * 0.098, within(0.02));
        assertThat(found.estimate()).isEqualTo(mean(returns).orElseThrow());
        assertThat(BootstrapInterval.of(returns, BootstrapIntervalTest::mean, many, new SplittableRandom(6)))
                .contains(found);
    }

    @Test
    void longer_blocks_know_that_returns_follow_on_each_other() {
        double[] returns = gaussian(new SplittableRandom(7), 500);
        for (int t = 1; t < 500; t++) {
            returns[t] += 0.8 * returns[t - 1];
        }
        double alone = width(returns, 1);
        double blocks = width(returns, 30);

        // The mean of such a series deviates three times as much as that of as many independent values.
        assertThat(blocks / alone).isBetween(2.0, 4.0);
    }

    private static double width(double[] returns, double meanBlock) {
        BootstrapInterval found = BootstrapInterval.of(
                        returns,
                        BootstrapIntervalTest::mean,
                        new BootstrapInterval.Plan(0.9, 1_000, meanBlock),
                        new SplittableRandom(1))
                .orElseThrow();
        return found.high() - found.low();
    }

    @Test
    void is_empty_where_the_metric_is() {
        Function<double[], OptionalDouble> sharpe = returns -> SharpeRatio.of(returns).stream()
                .mapToDouble(SharpeRatio::perPeriod)
                .findFirst();

        assertThat(BootstrapInterval.of(new double[] {0.1, 0.1, 0.1}, sharpe, PLAN, new SplittableRandom(1)))
                .isEmpty();
        // Of two returns half of the draws are the same one twice.
        assertThat(BootstrapInterval.of(new double[] {0.1, 0.2}, sharpe, PLAN, new SplittableRandom(1)))
                .isEmpty();
    }

    @Test
    void refuses_plans_that_make_no_sense() {
        assertThatThrownBy(() -> new BootstrapInterval.Plan(1, 10, 1))
                .hasMessage("confidence must be in (0, 1), was 1.0");
        assertThatThrownBy(() -> new BootstrapInterval.Plan(0.9, 0, 1)).hasMessage("draws must be at least 1, was 0");
        assertThatThrownBy(() -> new BootstrapInterval.Plan(0.9, 1, 0.5))
                .hasMessage("mean block must be at least 1, was 0.5");
        assertThatThrownBy(() ->
                        BootstrapInterval.of(new double[1], BootstrapIntervalTest::mean, PLAN, new SplittableRandom(1)))
                .hasMessage("returns must hold at least 2 values, held 1");
        assertThatThrownBy(() -> new BootstrapInterval(2, 1, 1)).hasMessageStartingWith("low, estimate and high");
    }
}
