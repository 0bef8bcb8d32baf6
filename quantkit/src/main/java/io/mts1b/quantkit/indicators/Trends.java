package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.BarField.CLOSE;
import static io.mts1b.quantkit.indicators.BarField.HIGH;
import static io.mts1b.quantkit.indicators.BarField.LOW;

import java.util.List;

/** Which way a price goes, and how decidedly. */
final class Trends {

    private Trends() {}

    static List<Indicator> all() {
        return List.of(aroon(), directional(), vortex(), ichimoku());
    }

    /**
     * Aroon: how recent the highest high and the lowest low of the last n + 1 bars are, {@code 100 (n - age) / n},
     * and their difference. T. Chande, "Aroon", Technical Analysis of Stocks and Commodities 13(9), 1995.
     */
    private static Indicator aroon() {
        return Indicator.named("aroon", "Aroon")
                .reads(HIGH, LOW)
                .period(25)
                .says("aroonUp", Settings::period)
                .says("aroonDown", Settings::period)
                .says("oscillator", Settings::period)
                .by(s -> {
                    int n = s.period();
                    WindowExtreme highest = WindowExtreme.highest(n + 1);
                    WindowExtreme lowest = WindowExtreme.lowest(n + 1);
                    return (bar, out) -> {
                        boolean full = !Double.isNaN(highest.next(bar.high));
                        lowest.next(bar.low);
                        out[0] = full ? 100.0 * (n - highest.age()) / n : Double.NaN;
                        out[1] = full ? 100.0 * (n - lowest.age()) / n : Double.NaN;
                        out[2] = out[0] - out[1];
                    };
                });
    }

    /**
     * DMI and ADX: with moves up and down beyond the bar before (the larger one counts) and true ranges, each
     * smoothed as {@code s - s / n + x} from the sum of the first n, {@code pdi = 100 up / range}, {@code mdi = 100
     * down / range}, {@code dx = 100 |pdi - mdi| / (pdi + mdi)}, adx is Wilder's average of dx and adxr the mean of
     * adx and the one n bars before. Wilder 1978.
     */
    private static Indicator directional() {
        return Indicator.named("adx", "Average directional index")
                .alias("dmi")
                .reads(HIGH, LOW, CLOSE)
                .period(14)
                .says("pdi", Settings::period)
                .says("mdi", Settings::period)
                .says("dx", Settings::period)
                .says("adx", s -> 2 * s.period() - 1)
                .says("adxr", s -> 3 * s.period() - 1)
                .by(s -> {
                    int n = s.period();
                    TrueRange range = new TrueRange();
                    Change highs = new Change();
                    Change lows = new Change();
                    Exponential ranges = Exponential.wilder(n);
                    Exponential ups = Exponential.wilder(n);
                    Exponential downs = Exponential.wilder(n);
                    Exponential average = Exponential.wilder(n);
                    Delay delay = new Delay(n);
                    return (bar, out) -> {
                        double up = highs.next(bar.high);
                        double down = -lows.next(bar.low);
                        double wide = ranges.next(range.next(bar));
                        out[0] = Numbers.percent(ups.next(beyond(up, down)), wide);
                        out[1] = Numbers.percent(downs.next(beyond(down, up)), wide);
                        out[2] = Numbers.percent(Math.abs(out[0] - out[1]), out[0] + out[1]);
                        out[3] = average.next(out[2]);
                        out[4] = (out[3] + delay.next(out[3])) / 2;
                    };
                });
    }

    /** Returns a move if it is positive and the larger one, else zero; NaN on the first bar. */
    private static double beyond(double move, double other) {
        return Double.isNaN(move) ? Double.NaN : move > other ? Math.max(move, 0) : 0;
    }

    /**
     * Vortex: {@code |high - low before|} and {@code |low - high before|}, each summed over n bars and over the sum of
     * true ranges. E. Botes and D. Siepman, "The Vortex Indicator", Technical Analysis of Stocks and Commodities
     * 28(1), 2010.
     */
    private static Indicator vortex() {
        return Indicator.named("vortex", "Vortex indicator")
                .reads(HIGH, LOW, CLOSE)
                .period(14)
                .says("pvi", Settings::period)
                .says("nvi", Settings::period)
                .by(s -> {
                    TrueRange range = new TrueRange();
                    WindowSum ranges = new WindowSum(s.period());
                    WindowSum ups = new WindowSum(s.period());
                    WindowSum downs = new WindowSum(s.period());
                    double[] before = {Double.NaN, Double.NaN};
                    return (bar, out) -> {
                        double wide = ranges.next(range.next(bar));
                        out[0] = Numbers.ratio(ups.next(Math.abs(bar.high - before[1])), wide);
                        out[1] = Numbers.ratio(downs.next(Math.abs(bar.low - before[0])), wide);
                        before[0] = bar.high;
                        before[1] = bar.low;
                    };
                });
    }

    /** The middle of the highest high and the lowest low of the last bars. */
    private static final class Middle {

        private final WindowExtreme highest;
        private final WindowExtreme lowest;

        Middle(int n) {
            highest = WindowExtreme.highest(n);
            lowest = WindowExtreme.lowest(n);
        }

        double next(CurrentBar bar) {
            double high = highest.next(bar.high);
            return (high + lowest.next(bar.low)) / 2;
        }
    }

    /**
     * Ichimoku: the middles of the range of three windows; span A is the mean of the first two and span B the third,
     * both said {@code offset} bars late, as they are drawn ahead. The lagging span is the close, to be drawn
     * {@code offset} bars back. G. Hosoda, 1969; N. Elliott, "Ichimoku Charts", 2007.
     */
    private static Indicator ichimoku() {
        return Indicator.named("ichimoku", "Ichimoku cloud")
                .reads(HIGH, LOW, CLOSE)
                .whole("tenkan", 9, 1)
                .whole("kijun", 26, 1)
                .whole("senkouB", 52, 1)
                .whole("offset", 26, 0)
                .says("tenkanSen", s -> s.whole("tenkan") - 1)
                .says("kijunSen", s -> s.whole("kijun") - 1)
                .says("senkouSpanA", s -> Math.max(s.whole("tenkan"), s.whole("kijun")) - 1 + s.whole("offset"))
                .says("senkouSpanB", s -> s.whole("senkouB") - 1 + s.whole("offset"))
                .says("chikouSpan", s -> 0)
                .by(s -> {
                    Middle tenkan = new Middle(s.whole("tenkan"));
                    Middle kijun = new Middle(s.whole("kijun"));
                    Middle slow = new Middle(s.whole("senkouB"));
                    Delay spanA = new Delay(s.whole("offset"));
                    Delay spanB = new Delay(s.whole("offset"));
                    return (bar, out) -> {
                        out[0] = tenkan.next(bar);
                        out[1] = kijun.next(bar);
                        out[2] = spanA.next((out[0] + out[1]) / 2);
                        out[3] = spanB.next(slow.next(bar));
                        out[4] = bar.close;
                    };
                });
    }
}
