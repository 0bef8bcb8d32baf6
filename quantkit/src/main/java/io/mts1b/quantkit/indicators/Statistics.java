package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.BarField.BENCHMARK;
import static io.mts1b.quantkit.indicators.BarField.CLOSE;

import io.mts1b.quantkit.statistics.WindowComoments;
import java.util.List;
import java.util.function.Function;

/** Lines through a price, its memory, and how it moves with a benchmark. */
final class Statistics {

    private Statistics() {}

    static List<Indicator> all() {
        return List.of(slope(), correlation(), beta(), relativeStrength(), hurst());
    }

    /**
     * Slope: the line of least squares through the last n prices: its slope, its intercept (bars count from 1), the
     * standard deviation (divisor n) of the prices, the share of their variance that it explains, and its end.
     */
    private static Indicator slope() {
        Function<Settings, Integer> full = s -> s.period() - 1;
        return Indicator.named("slope", "Slope and linear regression")
                .alias("linear-regression")
                .price(Price.CLOSE_PRICE)
                .whole("period", 14, 2)
                .says("slope", full)
                .says("intercept", full)
                .says("stdDev", full)
                .says("rSquared", full)
                .says("line", full)
                .by(s -> {
                    Price price = s.price();
                    TimeRegression line = new TimeRegression(s.period());
                    return (bar, out) -> {
                        boolean known = line.next(price.of(bar));
                        out[0] = known ? line.slope() : Double.NaN;
                        out[1] = known ? line.intercept() : Double.NaN;
                        out[2] = known ? line.deviation() : Double.NaN;
                        out[3] = known ? line.explained() : Double.NaN;
                        out[4] = known ? line.end() : Double.NaN;
                    };
                });
    }

    /** Variances (divisor n), covariance and correlation of the last n closes and those of the benchmark. */
    private static Indicator correlation() {
        Function<Settings, Integer> full = s -> s.period() - 1;
        return Indicator.named("corr", "Correlation with a benchmark")
                .alias("correlation")
                .reads(CLOSE, BENCHMARK)
                .whole("period", 20, 2)
                .says("varianceA", full)
                .says("varianceB", full)
                .says("covariance", full)
                .says("correlation", full)
                .says("rSquared", full)
                .by(s -> {
                    WindowComoments moments = new WindowComoments(s.period());
                    return (bar, out) -> {
                        boolean known = moments.next(bar.close, bar.benchmark);
                        out[0] = known ? moments.varianceX() : Double.NaN;
                        out[1] = known ? moments.varianceY() : Double.NaN;
                        out[2] = known ? moments.covariance() : Double.NaN;
                        out[3] = known ? moments.correlation() : Double.NaN;
                        out[4] = out[3] * out[3];
                    };
                });
    }

    /**
     * Beta: the slope of the last n simple returns on those of the benchmark, {@code cov / var}, and the share of
     * their variance that it explains. W. F. Sharpe, "A Simplified Model for Portfolio Analysis", Management Science
     * 9(2), 1963, 277-293.
     */
    private static Indicator beta() {
        return Indicator.named("beta", "Beta to a benchmark")
                .reads(CLOSE, BENCHMARK)
                .whole("period", 50, 2)
                .says("beta", Settings::period)
                .says("rSquared", Settings::period)
                .by(s -> {
                    Delay own = new Delay(1);
                    Delay other = new Delay(1);
                    WindowComoments moments = new WindowComoments(s.period());
                    return (bar, out) -> {
                        double before = own.next(bar.close);
                        double market = other.next(bar.benchmark);
                        boolean known = moments.next(
                                Numbers.ratio(bar.benchmark - market, market),
                                Numbers.ratio(bar.close - before, before));
                        double r = moments.correlation();
                        out[0] = known ? moments.slope() : Double.NaN;
                        out[1] = known ? r * r : Double.NaN;
                    };
                });
    }

    /** PRS: the close over that of the benchmark, and the difference of their returns over n bars. */
    private static Indicator relativeStrength() {
        return Indicator.named("prs", "Price relative strength")
                .reads(CLOSE, BENCHMARK)
                .period(20)
                .says("prs", s -> 0)
                .says("prsPercent", Settings::period)
                .by(s -> {
                    Delay own = new Delay(s.period());
                    Delay other = new Delay(s.period());
                    return (bar, out) -> {
                        double before = own.next(bar.close);
                        double market = other.next(bar.benchmark);
                        out[0] = Numbers.ratio(bar.close, bar.benchmark);
                        out[1] = Numbers.ratio(bar.close - before, before)
                                - Numbers.ratio(bar.benchmark - market, market);
                    };
                });
    }

    /**
     * Hurst: how the rescaled range of the last n log returns grows with the length of the pieces they are cut into; and
     * the same corrected for short pieces. Costs n times the number of lengths per bar.
     */
    private static Indicator hurst() {
        return Indicator.named("hurst", "Hurst exponent")
                .price(Price.CLOSE_PRICE)
                .whole("period", 100, 20)
                .says("hurstExponent", Settings::period)
                .says("hurstExponentAL", Settings::period)
                .by(s -> {
                    Price price = s.price();
                    RescaledRange range = new RescaledRange(s.period());
                    LastValues returns = new LastValues(s.period());
                    Change change = new Change();
                    return (bar, out) -> {
                        boolean known = returns.next(change.next(Numbers.log(price.of(bar))));
                        if (known) {
                            range.measure(returns);
                        }
                        out[0] = known ? range.exponent() : Double.NaN;
                        out[1] = known ? range.correctedExponent() : Double.NaN;
                    };
                });
    }
}
