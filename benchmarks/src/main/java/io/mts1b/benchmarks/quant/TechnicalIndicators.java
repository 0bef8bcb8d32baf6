package io.mts1b.benchmarks.quant;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Samples;
import io.mts1b.quantkit.indicators.Bars;
import io.mts1b.quantkit.indicators.Indicator;
import io.mts1b.quantkit.indicators.Indicators;
import io.mts1b.quantkit.indicators.Settings;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ta4j.core.BarSeries;
import org.ta4j.core.num.Num;

/** Indicators over a long history, on one core. Only the last bars are compared: at first, what they start from differs. */
public final class TechnicalIndicators implements Measurement {

    private static final int COMPARED = 100;
    private static final double TOLERANCE = 1e-6;
    private static final double MEGABYTE = 1e6;

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public TechnicalIndicators() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        List<Column> columns = SharedIndicators.all();
        progress.accept("measuring " + columns.size() + " indicators");
        History history = History.of(effort.of(1_000_000, 2_000));
        Bars bars = history.bars();
        List<Row> rows = new ArrayList<>();
        long before = usedAfterCollection();
        Work ours = () -> ours(bars, columns);
        Object _ = ours.run();
        rows.add(Row.alone(
                columns.size() + " indicators, memory beside the bars",
                "MB",
                Samples.of((peak() - before) / MEGABYTE),
                null));
        BarSeries series = history.series();
        rows.addAll(new Contest("ta4j 0.17", 1, effort)
                .rows(
                        List.of(new Figure(columns.size() + " indicators, " + bars.size() + " bars", "ms")),
                        ours.inMillis(),
                        ((Work) () -> theirs(series, columns)).inMillis()));
        return rows;
    }

    /**
     * Computes every indicator once, however many of its outputs are asked for: each as whole columns, and one after the
     * other, as the peer does.
     */
    static List<Near> ours(Bars bars, List<Column> columns) {
        Map<String, double[][]> computed = new TreeMap<>();
        List<double[]> room = new ArrayList<>();
        List<Near> last = new ArrayList<>();
        for (Column column : columns) {
            Indicator indicator = Indicators.require(column.name());
            double[][] tails = computed.computeIfAbsent(
                    column.name() + column.settings(),
                    _ -> tails(columns(bars, indicator, indicator.settings(column.settings()), room)));
            double[] tail = tails[indicator.outputs().indexOf(column.output())].clone();
            for (int i = 0; i < tail.length; i++) {
                tail[i] /= column.scale();
            }
            last.add(new Near(tail, TOLERANCE));
        }
        return last;
    }

    /** Fills whole columns, in the arrays that the indicator before had. */
    private static double[][] columns(Bars bars, Indicator indicator, Settings settings, List<double[]> room) {
        while (room.size() < indicator.outputs().size()) {
            room.add(new double[bars.size()]);
        }
        double[][] columns = room.subList(0, indicator.outputs().size()).toArray(double[][]::new);
        indicator.columns(bars, settings, columns);
        return columns;
    }

    static List<Near> theirs(BarSeries series, List<Column> columns) {
        List<Near> last = new ArrayList<>();
        for (Column column : columns) {
            org.ta4j.core.Indicator<Num> indicator = column.theirs().apply(series);
            int count = series.getBarCount();
            double[] values = new double[count];
            for (int t = 0; t < count; t++) {
                values[t] = indicator.getValue(t).doubleValue();
            }
            last.add(new Near(tail(values), TOLERANCE));
        }
        return last;
    }

    private static double[][] tails(double[][] columns) {
        double[][] tails = new double[columns.length][];
        for (int k = 0; k < tails.length; k++) {
            tails[k] = tail(columns[k]);
        }
        return tails;
    }

    private static double[] tail(double[] values) {
        double[] tail = new double[COMPARED];
        System.arraycopy(values, values.length - COMPARED, tail, 0, COMPARED);
        return tail;
    }

    private static long usedAfterCollection() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        return heap().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
