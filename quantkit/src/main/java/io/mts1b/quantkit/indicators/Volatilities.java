package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.BarField.CLOSE;
import static io.mts1b.quantkit.indicators.BarField.HIGH;
import static io.mts1b.quantkit.indicators.BarField.LOW;
import static io.mts1b.quantkit.indicators.BarField.OPEN;

import io.mts1b.quantkit.statistics.WindowMoments;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How much a price moves. Volatilities are per year, as fractions. */
final class Volatilities {

    private static final double LOG_2 = StrictMath.log(2);

    private Volatilities() {}

    static List<Indicator> all() {
        return List.of(
                trueRange(),
                averageTrueRange(),
                normalizedRange(),
                standardDeviation(),
                historical(),
                parkinson(),
                garmanKlass(),
                rogersSatchell(),
                yangZhang(),
                choppiness(),
                ulcer(),
                mass());
    }

    private static Indicator.Definition ofRange(String name, String title) {
        return Indicator.named(name, title).reads(HIGH, LOW, CLOSE);
    }

    /** TR: {@code max(high, close before) - min(low, close before)}. Wilder 1978. */
    private static Indicator trueRange() {
        return ofRange("tr", "True range")
                .alias("true-range")
                .says("tr", s -> 1)
                .by(s -> {
                    TrueRange range = new TrueRange();
                    return (bar, out) -> out[0] = range.next(bar);
                });
    }

    /** ATR: Wilder's average of true ranges, and the same in per cent of the close. Wilder 1978. */
    private static Indicator averageTrueRange() {
        return ofRange("atr", "Average true range")
                .period(14)
                .says("tr", s -> 1)
                .says("atr", Settings::period)
                .says("atrp", Settings::period)
                .by(s -> {
                    TrueRange range = new TrueRange();
                    Exponential average = Exponential.wilder(s.period());
                    return (bar, out) -> {
                        out[0] = range.next(bar);
                        out[1] = average.next(out[0]);
                        out[2] = Numbers.percent(out[1], bar.close);
                    };
                });
    }

    /** NATR: the ATR in per cent of the close. J. Forman, Technical Analysis of Stocks and Commodities 24(5), 2006. */
    private static Indicator normalizedRange() {
        return ofRange("natr", "Normalized average true range")
                .period(14)
                .says("natr", Settings::period)
                .by(s -> {
                    TrueRange range = new TrueRange();
                    Exponential average = Exponential.wilder(s.period());
                    return (bar, out) -> out[0] = Numbers.percent(average.next(range.next(bar)), bar.close);
                });
    }

    /** The standard deviation (divisor n) of n prices, their mean, and how many deviations the price is from it. */
    private static Indicator standardDeviation() {
        Function<Settings, Integer> full = s -> s.period() - 1;
        return Indicator.named("stdev", "Standard deviation")
                .alias("std-dev")
                .price(Price.CLOSE_PRICE)
                .whole("period", 14, 2)
                .says("stdDev", full)
                .says("mean", full)
                .says("zScore", full)
                .by(s -> {
                    Price price = s.price();
                    WindowMoments moments = new WindowMoments(s.period());
                    return (bar, out) -> {
                        double now = price.of(bar);
                        boolean known = moments.next(now);
                        out[0] = known ? moments.deviation() : Double.NaN;
                        out[1] = known ? moments.mean() : Double.NaN;
                        out[2] = Numbers.ratio(now - out[1], out[0]);
                    };
                });
    }

    private static Indicator.Definition yearly(String name, String title, int shortest) {
        return Indicator.named(name, title).whole("period", 20, shortest).real("perYear", 252, 1, 1e7);
    }

    /** HV: the standard deviation (divisor n - 1) of the last n log returns, times the root of bars per year. */
    private static Indicator historical() {
        return yearly("hv", "Historical volatility", 2)
                .alias("historical-volatility")
                .price(Price.CLOSE_PRICE)
                .says("hv", Settings::period)
                .by(s -> {
                    Price price = s.price();
                    double year = s.real("perYear");
                    Change change = new Change();
                    WindowMoments moments = new WindowMoments(s.period());
                    return (bar, out) -> out[0] = moments.next(change.next(Numbers.log(price.of(bar))))
                            ? Math.sqrt(moments.sampleVariance() * year)
                            : Double.NaN;
                });
    }

    /** Makes a volatility whose variance is the mean of what n bars say on their own. */
    private static Function<Settings, Machine> rooted(ToDoubleFunction<CurrentBar> variance) {
        return s -> {
            WindowSum sum = new WindowSum(s.period());
            double year = s.real("perYear");
            // Rounding may take a variance of nearly zero below it.
            return (bar, out) -> {
                double mean = sum.mean(variance.applyAsDouble(bar));
                out[0] = Math.sqrt(mean < 0 ? 0 : mean * year);
            };
        };
    }

    /**
     * Parkinson: the mean of {@code ln(high / low)^2 / (4 ln 2)}. M. Parkinson, "The Extreme Value Method for
     * Estimating the Variance of the Rate of Return", Journal of Business 53(1), 1980, 61-65.
     */
    private static Indicator parkinson() {
        return yearly("parkinson", "Parkinson volatility", 1)
                .reads(HIGH, LOW)
                .says("parkinson", s -> s.period() - 1)
                .by(rooted(bar -> {
                    double range = Numbers.log(bar.high / bar.low);
                    return range * range / (4 * LOG_2);
                }));
    }

    /**
     * Garman-Klass: the mean of {@code ln(high / low)^2 / 2 - (2 ln 2 - 1) ln(close / open)^2}. M. Garman and M.
     * Klass, "On the Estimation of Security Price Volatilities from Historical Data", Journal of Business 53(1), 1980,
     * 67-78.
     */
    private static Indicator garmanKlass() {
        return yearly("garman-klass", "Garman-Klass volatility", 1)
                .reads(OPEN, HIGH, LOW, CLOSE)
                .says("garmanKlass", s -> s.period() - 1)
                .by(rooted(bar -> {
                    double range = Numbers.log(bar.high / bar.low);
                    double move = Numbers.log(bar.close / bar.open);
                    return range * range / 2 - (2 * LOG_2 - 1) * move * move;
                }));
    }

    /** What Rogers and Satchell take for the variance of one bar; right also for a price that drifts. */
    private static double driftless(CurrentBar bar) {
        double open = Numbers.log(bar.open);
        double close = Numbers.log(bar.close);
        double high = Numbers.log(bar.high);
        double low = Numbers.log(bar.low);
        return (high - close) * (high - open) + (low - close) * (low - open);
    }

    /**
     * Rogers-Satchell: the mean of {@code ln(h / c) ln(h / o) + ln(l / c) ln(l / o)}. L. C. G. Rogers and S. Satchell,
     * "Estimating Variance from High, Low and Closing Prices", Annals of Applied Probability 1(4), 1991, 504-512.
     */
    private static Indicator rogersSatchell() {
        return yearly("rogers-satchell", "Rogers-Satchell volatility", 1)
                .reads(OPEN, HIGH, LOW, CLOSE)
                .says("rogersSatchell", s -> s.period() - 1)
                .by(rooted(Volatilities::driftless));
    }

    /**
     * Yang-Zhang: the variance (divisor n - 1) of {@code ln(open / close before)}, plus k times that of
     * {@code ln(close / open)}, plus 1 - k times Rogers and Satchell's, {@code k = 0.34 / (1.34 + (n + 1) / (n - 1))}.
     * D. Yang and Q. Zhang, "Drift Independent Volatility Estimation Based on High, Low, Open, and Close Prices",
     * Journal of Business 73(3), 2000, 477-492.
     */
    private static Indicator yangZhang() {
        return yearly("yang-zhang", "Yang-Zhang volatility", 2)
                .reads(OPEN, HIGH, LOW, CLOSE)
                .says("yangZhang", Settings::period)
                .by(s -> {
                    int n = s.period();
                    double k = 0.34 / (1.34 + (n + 1.0) / (n - 1));
                    double year = s.real("perYear");
                    WindowMoments overnight = new WindowMoments(n);
                    WindowMoments daily = new WindowMoments(n);
                    WindowSum within = new WindowSum(n);
                    Delay before = new Delay(1);
                    return (bar, out) -> {
                        double gap = Numbers.log(bar.open / before.next(bar.close));
                        // All three look at the same n bars, of which each has a bar before.
                        boolean first = Double.isNaN(gap);
                        boolean known = overnight.next(gap);
                        daily.next(first ? Double.NaN : Numbers.log(bar.close / bar.open));
                        double inside = within.mean(first ? Double.NaN : driftless(bar));
                        out[0] = known
                                ? Math.sqrt(year
                                        * (overnight.sampleVariance()
                                                + k * daily.sampleVariance()
                                                + (1 - k) * Math.max(inside, 0)))
                                : Double.NaN;
                    };
                });
    }

    /**
     * Choppiness: {@code 100 log10(sum of true ranges / (highest true high - lowest true low)) / log10 n}: 100 where
     * price goes nowhere, low in a trend. E. W. Dreiss, 1993.
     */
    private static Indicator choppiness() {
        return ofRange("chop", "Choppiness index")
                .whole("period", 14, 2)
                .says("chop", Settings::period)
                .by(s -> {
                    TrueRange range = new TrueRange();
                    WindowSum sum = new WindowSum(s.period());
                    WindowExtreme highest = WindowExtreme.highest(s.period());
                    WindowExtreme lowest = WindowExtreme.lowest(s.period());
                    double whole = StrictMath.log(s.period());
                    return (bar, out) -> {
                        double ranges = sum.next(range.next(bar));
                        double high = highest.next(range.high());
                        double low = lowest.next(range.low());
                        out[0] = 100 * Numbers.log(Numbers.ratio(ranges, high - low)) / whole;
                    };
                });
    }

    /**
     * Ulcer: the root mean square of how far, in per cent, the last n prices stand below the highest before them in
     * the window. P. Martin and B. McCann, "The Investor's Guide to Fidelity Funds", 1989. Costs n per bar.
     */
    private static Indicator ulcer() {
        return Indicator.named("ulcer-index", "Ulcer index")
                .alias("ulcer", "ui")
                .price(Price.CLOSE_PRICE)
                .period(14)
                .says("ui", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    LastValues last = new LastValues(s.period());
                    return (bar, out) -> out[0] = last.next(price.of(bar)) ? below(last) : Double.NaN;
                });
    }

    private static double below(LastValues last) {
        double peak = Double.NEGATIVE_INFINITY;
        double squares = 0;
        for (int i = last.size() - 1; i >= 0; i--) {
            peak = Math.max(peak, last.ago(i));
            double fallen = Numbers.percent(last.ago(i) - peak, peak);
            squares += fallen * fallen;
        }
        return Math.sqrt(squares / last.size());
    }

    /**
     * Mass: the sum over n bars of the EMA of the range over the EMA of that EMA. D. Dorsey, "The Mass Index",
     * Technical Analysis of Stocks and Commodities 10(6), 1992.
     */
    private static Indicator mass() {
        return Indicator.named("mass-index", "Mass index")
                .reads(HIGH, LOW)
                .whole("ema", 9, 1)
                .period(25)
                .says("mass", s -> 2 * s.whole("ema") + s.period() - 3)
                .by(s -> {
                    Exponential once = Exponential.of(s.whole("ema"));
                    Exponential twice = Exponential.of(s.whole("ema"));
                    WindowSum sum = new WindowSum(s.period());
                    return (bar, out) -> {
                        double range = once.next(bar.high - bar.low);
                        out[0] = sum.next(Numbers.ratio(range, twice.next(range)));
                    };
                });
    }
}
