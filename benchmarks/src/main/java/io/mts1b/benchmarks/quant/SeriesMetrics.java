package io.mts1b.benchmarks.quant;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.quantkit.metrics.Performance;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.metrics.Tail;
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
        Performance measured = Performance.of(returns, TAIL);
        Tail tail = measured.tail();
        return new double[] {
            measured.growth().total(),
            measured.sharpe().orElseThrow().annualized(year),
            measured.sortino().orElseThrow().annualized(year),
            measured.drawdowns().maximum(),
            measured.calmar(year).orElseThrow(),
            measured.drawdowns().ulcerIndex(0).orElseThrow(),
            measured.winLoss().profitFactor().orElseThrow(),
            tail.valueAtRisk(),
            tail.expectedShortfall(),
            tail.ratio().orElseThrow(),
            measured.moments().skewness().orElseThrow(),
            measured.moments().excessKurtosis().orElseThrow()
        };
    }
}
