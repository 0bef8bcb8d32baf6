package io.mts1b.benchmarks.quant;

import io.mts1b.quantkit.indicators.Bars;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNum;

/** The bars of a price that wanders around a level, so that a million of them neither rise nor fall without bound. */
@SuppressWarnings("ArrayRecordComponent") // columns, that nobody compares
record History(double[] open, double[] high, double[] low, double[] close, double[] volume) {

    private static final LocalDate START = LocalDate.of(1, 1, 1);
    private static final double LEVEL = 100;
    private static final double PULL = 0.01;

    static History of(int count) {
        Market market = new Market();
        double[] steps = market.gaussians(count, 1);
        double[] wicks = market.uniform(2 * count, 0.05, 0.8);
        double[] volume = market.uniform(count, 1_000, 5_000);
        double[] open = new double[count];
        double[] high = new double[count];
        double[] low = new double[count];
        double[] close = new double[count];
        double last = LEVEL;
        for (int t = 0; t < count; t++) {
            open[t] = last;
            last += PULL * (LEVEL - last) + steps[t];
            close[t] = last;
            high[t] = Math.max(open[t], last) + wicks[2 * t];
            low[t] = Math.min(open[t], last) - wicks[2 * t + 1];
        }
        return new History(open, high, low, close, volume);
    }

    Bars bars() {
        List<LocalDate> dates =
                IntStream.range(0, close.length).mapToObj(START::plusDays).toList();
        return Bars.of(dates, open, high, low, close, volume);
    }

    /** The same for ta4j, with its fastest kind of number. */
    BarSeries series() {
        List<Bar> bars = IntStream.range(0, close.length).mapToObj(this::bar).toList();
        return new BaseBarSeriesBuilder()
                .withNumTypeOf(DoubleNum.class)
                .withBars(bars)
                .build();
    }

    private Bar bar(int t) {
        return new BaseBar(
                Duration.ofDays(1),
                START.plusDays(t).atStartOfDay(ZoneOffset.UTC),
                DoubleNum.valueOf(open[t]),
                DoubleNum.valueOf(high[t]),
                DoubleNum.valueOf(low[t]),
                DoubleNum.valueOf(close[t]),
                DoubleNum.valueOf(volume[t]),
                DoubleNum.valueOf(0));
    }
}
