package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.testkit.ForAll;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    private static final PeriodsPerYear YEAR = PeriodsPerYear.TRADING_DAYS;

    /** To the last bit: AssertJ compares doubles and what holds them with equals. */
    @Test
    void every_figure_equals_the_one_measured_alone() {
        ForAll.cases(random -> {
            double[] returns = RandomReturns.any(random, 2);
            double fraction = random.nextDouble(0.01, 0.5);

            Performance measured = Performance.of(returns, fraction);

            assertThat(measured.growth()).isEqualTo(CompoundReturn.of(returns));
            assertThat(measured.moments()).isEqualTo(Moments.of(returns));
            assertThat(measured.drawdowns().episodes())
                    .isEqualTo(Drawdowns.ofReturns(returns).episodes());
            assertThat(measured.drawdowns().ulcerIndex(0))
                    .isEqualTo(Drawdowns.ofReturns(returns).ulcerIndex(0));
            assertThat(measured.winLoss()).isEqualTo(WinLoss.of(returns));
            assertThat(measured.winLoss().profitFactor()).isEqualTo(OmegaRatio.of(returns, 0));
            assertThat(measured.sharpe()).isEqualTo(SharpeRatio.of(returns));
            assertThat(measured.sortino()).isEqualTo(SortinoRatio.of(returns, 0));
            assertThat(measured.calmar(YEAR)).isEqualTo(DrawdownRatios.calmar(returns, YEAR));
            assertThat(measured.tail())
                    .isEqualTo(new Tail(
                            fraction,
                            ValueAtRisk.historical(returns, fraction),
                            ExpectedShortfall.coherent(returns, fraction),
                            TailRatios.tail(returns, fraction)));
        });
    }

    /** By hand: the wealth is 1, 1.1, 0.88, 1.32. */
    @Test
    void matches_a_hand_worked_series() {
        Performance measured = Performance.of(new double[] {0.1, -0.2, 0.5}, 0.5);

        assertThat(measured.growth().total()).isCloseTo(0.32, within(1e-15));
        assertThat(measured.drawdowns().maximum()).isCloseTo(-0.2, within(1e-15));
        assertThat(measured.winLoss().profitFactor().orElseThrow()).isCloseTo(3, within(1e-15));
        assertThat(measured.tail().valueAtRisk()).isEqualTo(0.1);
        // One and a half of three returns: all of -0.2 and half of 0.1.
        assertThat(measured.tail().expectedShortfall()).isCloseTo(-0.1, within(1e-15));
        assertThat(measured.tail().ratio()).hasValue(1);
    }

    @Test
    void what_is_undefined_is_empty() {
        Performance rising = Performance.of(RandomReturns.constant(0.01, 5), 0.05);

        assertThat(rising.sharpe()).isEmpty();
        assertThat(rising.sortino()).isEmpty();
        assertThat(rising.calmar(YEAR)).isEmpty();
        assertThat(rising.winLoss().profitFactor()).isEmpty();
    }

    @Test
    void refuses_what_its_parts_refuse() {
        assertThatThrownBy(() -> Performance.of(new double[1], 0.05)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> Performance.of(new double[] {0, Double.NaN}, 0.05))
                .hasMessageContaining("must be finite, was NaN at index 1");
        assertThatThrownBy(() -> Performance.of(new double[] {0, -1.5}, 0.05))
                .hasMessageContaining("returns must be at least -1");
        assertThatThrownBy(() -> Performance.of(new double[2], 0)).hasMessage("tail must be in (0, 1], was 0.0");
        assertThatThrownBy(() -> Performance.of(new double[2], 0.6)).hasMessage("tail must be in [0, 0.5], was 0.6");
        assertThatThrownBy(() -> new Tail(Double.NaN, 0, 0, OptionalDouble.empty()))
                .hasMessage("fraction must be in (0, 0.5], was NaN");
    }
}
