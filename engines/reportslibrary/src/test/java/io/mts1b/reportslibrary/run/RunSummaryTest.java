package io.mts1b.reportslibrary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.metrics.SharpeRatio;
import io.mts1b.quantkit.returns.Returns;
import io.mts1b.reportslibrary.SimulatedRun;
import io.mts1b.reportslibrary.TinyRun;
import io.mts1b.reportslibrary.run.RunSummary.DatedFall;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    /** Returns are 0.1, -0.1, 0.1 and 0: mean 0.025, squares around it 0.0275, four a year. */
    @Test
    void measures_what_can_be_worked_out_by_hand() {
        Map<Figure, Double> expected = new EnumMap<>(Figure.class);
        expected.put(Figure.TOTAL_RETURN, 0.089);
        expected.put(Figure.ANNUAL_RETURN, 0.089);
        expected.put(Figure.ANNUAL_VOLATILITY, Math.sqrt(0.0275 / 3) * 2);
        expected.put(Figure.SHARPE_RATIO, 0.025 / Math.sqrt(0.0275 / 3) * 2);
        // The square of the ratio per session is 0.000625 / (0.0275 / 3) = 3 / 44.
        expected.put(Figure.SHARPE_STANDARD_ERROR, Math.sqrt((1 + 3 / 88.0) / 4) * 2);
        // The downside deviation is sqrt(0.01 / 4).
        expected.put(Figure.SORTINO_RATIO, 0.025 / 0.05 * 2);
        expected.put(Figure.CALMAR_RATIO, 0.89);
        expected.put(Figure.WORST_DRAWDOWN, -0.1);
        expected.put(Figure.AVERAGE_DRAWDOWN, -0.1);
        // Below the high of 1100 by 10 %, 1 % and 1 %.
        expected.put(Figure.ULCER_INDEX, Math.sqrt((0.01 + 0.0001 + 0.0001) / 4));
        // At 0.05 * 3 = 0.15 of the way from the worst return to the second worst.
        expected.put(Figure.VALUE_AT_RISK_95, -0.085);
        expected.put(Figure.EXPECTED_SHORTFALL_95, -0.1);
        expected.put(Figure.BEST_MONTH, 0.1);
        expected.put(Figure.WORST_MONTH, -0.01);
        expected.put(Figure.HIT_RATE, 2 / 3.0);
        // 110 sold, less than the 500 bought, of a mean of 1053.6 in one year.
        expected.put(Figure.ANNUAL_TURNOVER, 110 / 1053.6);

        RunSummary summary = TinyRun.results().summary();

        assertThat(summary.figures().keySet()).containsExactly(Figure.values());
        expected.forEach((figure, value) -> assertThat(summary.figure(figure).orElseThrow())
                .as(figure.name())
                .isCloseTo(value, within(1e-14)));
    }

    @Test
    void counts_and_dates_what_happened() {
        RunSummary summary = TinyRun.results().summary();

        assertThat(summary.simulated()).isFalse();
        assertThat(summary.stateHash()).isEqualTo("cafe0123");
        assertThat(summary.sessions()).isEqualTo(5);
        assertThat(summary.finalNav()).isEqualTo(Decimal.of(1089));
        assertThat(summary.orders()).isEqualTo(3);
        assertThat(summary.fills()).isEqualTo(2);
        assertThat(summary.feesPaid()).isEqualTo(Decimal.parse("1.5"));
        assertThat(summary.denied()).isEqualTo(1);
        // Two gates objected to one order; the first of them stopped it.
        assertThat(summary.denials()).containsOnlyKeys(Gate.values()).containsEntry(Gate.STATIC, 1);
        assertThat(summary.denials().get(Gate.SHORT_SIDE)).isZero();
        // The high is not reached again.
        assertThat(summary.worstDrawdown())
                .isEqualTo(new DatedFall(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 1), null, 990 / 1100.0 - 1));
    }

    @Test
    void dates_the_recovery_of_a_fall() {
        List<EquityRow> equity = List.of(
                TinyRun.equity(LocalDate.of(2024, 1, 30), "100", "100", "0"),
                TinyRun.equity(LocalDate.of(2024, 1, 31), "50", "50", "0"),
                TinyRun.equity(LocalDate.of(2024, 2, 1), "100", "100", "0"));

        assertThat(of(equity).worstDrawdown())
                .isEqualTo(new DatedFall(
                        LocalDate.of(2024, 1, 30), LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 1), -0.5));
    }

    @Test
    void leaves_out_what_is_undefined() {
        EquityRow first = TinyRun.equity(TinyRun.START, "100", "100", "0");
        EquityRow same = TinyRun.equity(TinyRun.START.plusDays(1), "100", "100", "0");
        EquityRow nothing = TinyRun.equity(TinyRun.START.plusDays(2), "0", "0", "0");
        EquityRow debt = TinyRun.equity(TinyRun.START.plusDays(3), "-5", "-5", "0");

        assertThat(of(List.of(first)).figures()).isEmpty();
        assertThat(of(List.of(first)).worstDrawdown()).isNull();
        assertThat(of(List.of(first, same)).figures().keySet())
                .containsExactly(
                        Figure.TOTAL_RETURN,
                        Figure.ANNUAL_RETURN,
                        Figure.WORST_DRAWDOWN,
                        Figure.ULCER_INDEX,
                        Figure.VALUE_AT_RISK_95,
                        Figure.EXPECTED_SHORTFALL_95,
                        Figure.BEST_MONTH,
                        Figure.WORST_MONTH,
                        Figure.ANNUAL_TURNOVER);
        assertThat(of(List.of(first, nothing, debt)).figures()).isEmpty();
        assertThat(of(List.of(first, nothing, debt)).finalNav()).isEqualTo(Decimal.of(-5));
        // A millionfold in a session, 252 times over, is more than a double can hold.
        EquityRow rich = TinyRun.equity(TinyRun.START.plusDays(1), "100000000", "100000000", "0");
        RunInfo daily =
                RunInfo.builder().from(TinyRun.info()).periodsPerYear(252).build();
        assertThat(new RunResults(daily, List.of(first, rich), List.of(), List.of(), List.of(), "x")
                        .summary()
                        .figure(Figure.ANNUAL_RETURN))
                .isEmpty();
    }

    @Test
    void agrees_with_the_metrics_it_comes_from_on_a_long_run() {
        RunResults results = SimulatedRun.of(5, 1_500, 8);
        double[] nav =
                results.equity().stream().mapToDouble(row -> row.nav().toReal()).toArray();
        SharpeRatio sharpe = SharpeRatio.of(Returns.simple(nav)).orElseThrow();

        RunSummary summary = results.summary();

        assertThat(summary.figure(Figure.SHARPE_RATIO)).hasValue(sharpe.annualized(PeriodsPerYear.TRADING_DAYS));
        assertThat(summary.figure(Figure.TOTAL_RETURN).orElseThrow())
                .isCloseTo(nav[nav.length - 1] / nav[0] - 1, within(1e-11));
        assertThat(summary.orders() - summary.denied()).isEqualTo(summary.fills());
        assertThat(summary.denied()).isPositive();
    }

    @Test
    void every_figure_says_what_it_is() {
        assertThat(Figure.values()).allSatisfy(figure -> {
            assertThat(figure.label()).isNotBlank();
            assertThat(figure.explanation()).endsWith(".");
            assertThat(figure.unit()).isNotNull();
        });
    }

    @Test
    void refuses_figures_that_are_not_numbers() {
        RunSummary good = TinyRun.results().summary();

        assertThatThrownBy(() -> new RunSummary(
                        false,
                        "x",
                        1,
                        good.finalNav(),
                        Map.of(Figure.SHARPE_RATIO, Double.NaN),
                        null,
                        0,
                        0,
                        Map.of(),
                        good.feesPaid()))
                .hasMessage("SHARPE_RATIO must be finite, was NaN");
        assertThatThrownBy(() ->
                        new RunSummary(false, "x", 0, good.finalNav(), Map.of(), null, 0, 0, Map.of(), good.feesPaid()))
                .hasMessage("sessions must be at least 1, was 0");
    }

    private static RunSummary of(List<EquityRow> equity) {
        return new RunResults(TinyRun.info(), equity, List.of(), List.of(), List.of(), "x").summary();
    }
}
