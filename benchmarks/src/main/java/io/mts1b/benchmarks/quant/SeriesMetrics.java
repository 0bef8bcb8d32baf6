package io.mts1b.benchmarks.quant;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.quantkit.metrics.CompoundReturn;
import io.mts1b.quantkit.metrics.DrawdownRatios;
import io.mts1b.quantkit.metrics.Drawdowns;
import io.mts1b.quantkit.metrics.ExpectedShortfall;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.metrics.SharpeRatio;
import io.mts1b.quantkit.metrics.SortinoRatio;
import io.mts1b.quantkit.metrics.TailRatios;
import io.mts1b.quantkit.metrics.ValueAtRisk;
import io.mts1b.quantkit.metrics.WinLoss;
import io.mts1b.quantkit.statistics.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Twelve figures of each of a thousand series of twenty years of days, on one core. */
public final class SeriesMetrics implements Measurement {

    private static final double TAIL = 0.05;
    private static final double TOLERANCE = 1e-9;

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public SeriesMetrics() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        progress.accept("measuring metrics");
        int series = effort.of(1_000, 10);
        double[][] returns = new Market().returns(series, 5_000);
        return new Contest("plain Java", series, effort)
                .rows(
                        List.of(new Figure("12 metrics of " + series + " x 5,000", "ms")),
                        each(returns, SeriesMetrics::ours).inMillis(),
                        each(returns, NaiveMetrics::of).inMillis());
    }

    private static Work each(double[][] returns, Function<double[], double[]> figures) {
        return () -> Near.all(Arrays.stream(returns).map(figures).toArray(double[][]::new), TOLERANCE);
    }

    private static double[] ours(double[] returns) {
        PeriodsPerYear year = PeriodsPerYear.TRADING_DAYS;
        Drawdowns drawdowns = Drawdowns.ofReturns(returns);
        Moments moments = Moments.of(returns);
        return new double[] {
            CompoundReturn.of(returns).total(),
            SharpeRatio.of(returns).orElseThrow().annualized(year),
            SortinoRatio.of(returns, 0).orElseThrow().annualized(year),
            drawdowns.maximum(),
            DrawdownRatios.calmar(returns, year).orElseThrow(),
            drawdowns.ulcerIndex(0).orElseThrow(),
            WinLoss.of(returns).profitFactor().orElseThrow(),
            ValueAtRisk.historical(returns, TAIL),
            ExpectedShortfall.coherent(returns, TAIL),
            TailRatios.tail(returns, TAIL).orElseThrow(),
            moments.skewness().orElseThrow(),
            moments.excessKurtosis().orElseThrow()
        };
    }
}
