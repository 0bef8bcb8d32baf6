package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.BarField.CLOSE;
import static io.mts1b.quantkit.indicators.BarField.HIGH;
import static io.mts1b.quantkit.indicators.BarField.LOW;

import io.mts1b.quantkit.statistics.WindowMoments;
import java.util.List;
import java.util.function.Function;

/** Bands around a price. */
final class Channels {

    private Channels() {}

    static List<Indicator> all() {
        return List.of(donchian(), bollinger(), keltner(), stoller(), deviations(), fractalChaos());
    }

    /** Donchian: the highest high and lowest low of the n bars before, their middle, and their distance over it. */
    private static Indicator donchian() {
        return Indicator.named("donchian", "Donchian channel")
                .reads(HIGH, LOW)
                .period(20)
                .says("upperBand", Settings::period)
                .says("centerline", Settings::period)
                .says("lowerBand", Settings::period)
                .says("width", Settings::period)
                .by(s -> {
                    WindowExtreme highest = WindowExtreme.highest(s.period());
                    WindowExtreme lowest = WindowExtreme.lowest(s.period());
                    Delay high = new Delay(1);
                    Delay low = new Delay(1);
                    return (bar, out) -> {
                        out[0] = high.next(highest.next(bar.high));
                        out[2] = low.next(lowest.next(bar.low));
                        out[1] = (out[0] + out[2]) / 2;
                        out[3] = Numbers.ratio(out[0] - out[2], out[1]);
                    };
                });
    }

    /**
     * Bollinger: the SMA, k standard deviations (divisor n) above and below it, where the price stands between them
     * (0 to 1), how many deviations it is from the SMA, and the width over the SMA. J. Bollinger, "Bollinger on
     * Bollinger Bands", 2001.
     */
    private static Indicator bollinger() {
        Function<Settings, Integer> full = s -> s.period() - 1;
        return Indicator.named("bb", "Bollinger bands")
                .alias("bollinger", "bollinger-bands")
                .price(Price.CLOSE_PRICE)
                .whole("period", 20, 2)
                .real("deviations", 2, 1e-6, 1e6)
                .says("sma", full)
                .says("upperBand", full)
                .says("lowerBand", full)
                .says("percentB", full)
                .says("zScore", full)
                .says("width", full)
                .by(s -> {
                    Price price = s.price();
                    WindowMoments moments = new WindowMoments(s.period());
                    double k = s.real("deviations");
                    return (bar, out) -> {
                        double now = price.of(bar);
                        boolean known = moments.next(now);
                        double deviation = known ? moments.deviation() : Double.NaN;
                        out[0] = known ? moments.mean() : Double.NaN;
                        out[1] = out[0] + k * deviation;
                        out[2] = out[0] - k * deviation;
                        out[3] = Numbers.ratio(now - out[2], out[1] - out[2]);
                        out[4] = Numbers.ratio(now - out[0], deviation);
                        out[5] = Numbers.ratio(out[1] - out[2], out[0]);
                    };
                });
    }

    /**
     * Keltner: the EMA, k average true ranges above and below it, and the width over it. C. Keltner, "How to Make
     * Money in Commodities", 1960, as changed by L. B. Raschke.
     */
    private static Indicator keltner() {
        Function<Settings, Integer> both = s -> Math.max(s.whole("ema") - 1, s.whole("atr"));
        return Indicator.named("keltner", "Keltner channel")
                .reads(HIGH, LOW, CLOSE)
                .whole("ema", 20, 1)
                .real("multiplier", 2, 0, 1e6)
                .whole("atr", 10, 1)
                .says("upperBand", both)
                .says("centerline", s -> s.whole("ema") - 1)
                .says("lowerBand", both)
                .says("width", both)
                .by(s -> {
                    Exponential average = Exponential.of(s.whole("ema"));
                    TrueRange range = new TrueRange();
                    Exponential ranges = Exponential.wilder(s.whole("atr"));
                    double k = s.real("multiplier");
                    return (bar, out) -> {
                        out[1] = average.next(bar.close);
                        around(out, k * ranges.next(range.next(bar)));
                        out[3] = Numbers.ratio(out[0] - out[2], out[1]);
                    };
                });
    }

    private static void around(double[] out, double band) {
        out[0] = out[1] + band;
        out[2] = out[1] - band;
    }

    /** STARC: the SMA, and k average true ranges above and below it. M. Stoller, 1980s. */
    private static Indicator stoller() {
        Function<Settings, Integer> both = s -> Math.max(s.whole("sma") - 1, s.whole("atr"));
        return Indicator.named("starc", "STARC bands")
                .reads(HIGH, LOW, CLOSE)
                .whole("sma", 5, 1)
                .real("multiplier", 2, 0, 1e6)
                .whole("atr", 10, 1)
                .says("upperBand", both)
                .says("centerline", s -> s.whole("sma") - 1)
                .says("lowerBand", both)
                .by(s -> {
                    WindowSum average = new WindowSum(s.whole("sma"));
                    TrueRange range = new TrueRange();
                    Exponential ranges = Exponential.wilder(s.whole("atr"));
                    double k = s.real("multiplier");
                    return (bar, out) -> {
                        out[1] = average.mean(bar.close);
                        around(out, k * ranges.next(range.next(bar)));
                    };
                });
    }

    /**
     * Standard deviation channel: the end of the line of least squares through the last n prices, k standard
     * deviations (divisor n) of the prices above and below it, and the slope, by which the channel is drawn back.
     */
    private static Indicator deviations() {
        Function<Settings, Integer> full = s -> s.period() - 1;
        return Indicator.named("stdev-channels", "Standard deviation channel")
                .price(Price.CLOSE_PRICE)
                .whole("period", 20, 2)
                .real("deviations", 2, 1e-6, 1e6)
                .says("centerline", full)
                .says("upperChannel", full)
                .says("lowerChannel", full)
                .says("slope", full)
                .by(s -> {
                    Price price = s.price();
                    TimeRegression line = new TimeRegression(s.period());
                    double k = s.real("deviations");
                    return (bar, out) -> {
                        boolean known = line.next(price.of(bar));
                        out[0] = known ? line.end() : Double.NaN;
                        out[1] = out[0] + k * line.deviation();
                        out[2] = out[0] - k * line.deviation();
                        out[3] = known ? line.slope() : Double.NaN;
                    };
                });
    }

    /** FCB: the last high and the last low that are confirmed as fractals. E. W. Dreiss, 1990s. */
    private static Indicator fractalChaos() {
        return Indicator.named("fcb", "Fractal chaos bands")
                .reads(HIGH, LOW)
                .whole("span", 2, 1)
                .tells("upperBand", s -> 2 * s.whole("span"))
                .tells("lowerBand", s -> 2 * s.whole("span"))
                .by(s -> {
                    TurningPoint top = TurningPoint.high(s.whole("span"), s.whole("span"));
                    TurningPoint bottom = TurningPoint.low(s.whole("span"), s.whole("span"));
                    double[] last = {Double.NaN, Double.NaN};
                    return (bar, out) -> {
                        double high = top.next(bar.high);
                        double low = bottom.next(bar.low);
                        last[0] = Double.isNaN(high) ? last[0] : high;
                        last[1] = Double.isNaN(low) ? last[1] : low;
                        out[0] = last[0];
                        out[1] = last[1];
                    };
                });
    }
}
