package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.BarField.CLOSE;
import static io.mts1b.quantkit.indicators.BarField.HIGH;
import static io.mts1b.quantkit.indicators.BarField.LOW;
import static io.mts1b.quantkit.indicators.BarField.VOLUME;

import java.util.List;
import java.util.function.Function;

/** Whether what is traded goes with the price. */
final class Volumes {

    private Volumes() {}

    static List<Indicator> all() {
        return List.of(
                onBalance(),
                accumulation(),
                chaikinFlow(),
                chaikinOscillator(),
                moneyFlow(),
                force(),
                easeOfMovement(),
                klinger(),
                priceTrend(),
                whenVolume("nvi", "Negative volume index", -1),
                whenVolume("pvi", "Positive volume index", 1));
    }

    /** OBV: volume added where the close rises and taken away where it falls, from 0. J. Granville, 1963. */
    private static Indicator onBalance() {
        return Indicator.named("obv", "On-balance volume")
                .reads(CLOSE, VOLUME)
                .says("obv", s -> 0)
                .by(s -> {
                    Change change = new Change();
                    double[] sum = {0};
                    return (bar, out) -> {
                        double move = change.next(bar.close);
                        sum[0] += Double.isNaN(move) ? 0 : Math.signum(move) * bar.volume;
                        out[0] = sum[0];
                    };
                });
    }

    /** Where the close stands in the range, -1 at the low to 1 at the high; 0 for a bar without range. */
    private static double multiplier(CurrentBar bar) {
        double range = bar.high - bar.low;
        return range == 0 ? 0 : (bar.close - bar.low - (bar.high - bar.close)) / range;
    }

    private static Indicator.Definition ofFlow(String name, String title) {
        return Indicator.named(name, title).reads(HIGH, LOW, CLOSE, VOLUME);
    }

    /** ADL: the running sum of volume times where the close stands in the range, in [-1, 1]. M. Chaikin, 1970s. */
    private static Indicator accumulation() {
        return ofFlow("adl", "Accumulation and distribution line")
                .says("adl", s -> 0)
                .says("moneyFlowMultiplier", s -> 0)
                .says("moneyFlowVolume", s -> 0)
                .by(s -> {
                    double[] sum = {0};
                    return (bar, out) -> {
                        out[1] = multiplier(bar);
                        out[2] = out[1] * bar.volume;
                        sum[0] += out[2];
                        out[0] = sum[0];
                    };
                });
    }

    /** CMF: money flow volume over volume, both summed over n bars; NaN where nothing was traded. M. Chaikin. */
    private static Indicator chaikinFlow() {
        return ofFlow("cmf", "Chaikin money flow")
                .period(20)
                .says("moneyFlowMultiplier", s -> 0)
                .says("moneyFlowVolume", s -> 0)
                .says("cmf", s -> s.period() - 1)
                .by(s -> {
                    WindowSum flows = new WindowSum(s.period());
                    WindowSum volumes = new WindowSum(s.period());
                    return (bar, out) -> {
                        out[0] = multiplier(bar);
                        out[1] = out[0] * bar.volume;
                        out[2] = Numbers.ratio(flows.next(out[1]), volumes.next(bar.volume));
                    };
                });
    }

    /** Chaikin oscillator: a fast less a slow EMA of the accumulation and distribution line. M. Chaikin. */
    private static Indicator chaikinOscillator() {
        return ofFlow("chaikin-osc", "Chaikin oscillator")
                .whole("fast", 3, 1)
                .whole("slow", 10, 1)
                .says("adl", s -> 0)
                .says("oscillator", s -> Math.max(s.whole("fast"), s.whole("slow")) - 1)
                .by(s -> {
                    Exponential fast = Exponential.of(s.whole("fast"));
                    Exponential slow = Exponential.of(s.whole("slow"));
                    double[] sum = {0};
                    return (bar, out) -> {
                        sum[0] += multiplier(bar) * bar.volume;
                        out[0] = sum[0];
                        double quick = fast.next(sum[0]);
                        out[1] = quick - slow.next(sum[0]);
                    };
                });
    }

    /**
     * MFI: 100 times the flow (typical price times volume) of bars whose typical price rose, over that of those on
     * which it rose or fell, of the last n. G. Quong and A. Soudack, "Volume-Weighted RSI: Money Flow", Technical
     * Analysis of Stocks and Commodities 7(3), 1989.
     */
    private static Indicator moneyFlow() {
        return ofFlow("mfi", "Money flow index")
                .period(14)
                .says("mfi", Settings::period)
                .by(s -> {
                    Change change = new Change();
                    WindowSum ups = new WindowSum(s.period());
                    WindowSum downs = new WindowSum(s.period());
                    return (bar, out) -> {
                        double typical = Price.TYPICAL.of(bar);
                        double move = change.next(typical);
                        double flow = Math.signum(move) * typical * bar.volume;
                        double up = ups.next(Math.max(flow, 0));
                        out[0] = Numbers.percent(up, up + downs.next(Math.max(-flow, 0)));
                    };
                });
    }

    /** Force: the EMA of the change of the close times volume. A. Elder, "Trading for a Living", 1993. */
    private static Indicator force() {
        return Indicator.named("force", "Force index")
                .reads(CLOSE, VOLUME)
                .period(2)
                .says("forceIndex", Settings::period)
                .by(s -> {
                    Change change = new Change();
                    Exponential average = Exponential.of(s.period());
                    return (bar, out) -> out[0] = average.next(change.next(bar.close) * bar.volume);
                });
    }

    /**
     * EMV: the SMA of the move of the middle price over the box ratio, {@code (volume / scale) / (high - low)}; a bar
     * without range or volume is passed over. R. W. Arms, "Volume Cycles in the Stock Market", 1983.
     */
    private static Indicator easeOfMovement() {
        return Indicator.named("eom", "Ease of movement")
                .alias("emv")
                .reads(HIGH, LOW, VOLUME)
                .period(14)
                .real("scale", 1e8, 1e-9, 1e15)
                .says("eom", Settings::period)
                .by(s -> {
                    Change change = new Change();
                    WindowSum sum = new WindowSum(s.period());
                    double scale = s.real("scale");
                    return (bar, out) -> {
                        double move = change.next(Price.MEDIAN.of(bar));
                        double box = Numbers.ratio(bar.volume / scale, bar.high - bar.low);
                        out[0] = sum.mean(Numbers.ratio(move, box));
                    };
                });
    }

    /**
     * Klinger: a fast less a slow EMA of the volume force, {@code 100 trend volume |2 (d / c - 1)|}, d the range of
     * the bar, c the sum of ranges since the trend (the sign of the change of high + low + close) turned, with the
     * last range before the turn; and its EMA. S. Klinger, "Identifying Trends with Volume Analysis", Technical
     * Analysis of Stocks and Commodities 15(12), 1997.
     */
    private static Indicator klinger() {
        Function<Settings, Integer> both = s -> Math.max(s.whole("fast"), s.whole("slow")) + 1;
        return ofFlow("klinger", "Klinger volume oscillator")
                .alias("kvo")
                .whole("fast", 34, 1)
                .whole("slow", 55, 1)
                .whole("signal", 13, 1)
                .says("oscillator", both)
                .says("signal", s -> both.apply(s) + s.whole("signal") - 1)
                .by(s -> {
                    VolumeForce force = new VolumeForce();
                    Exponential fast = Exponential.of(s.whole("fast"));
                    Exponential slow = Exponential.of(s.whole("slow"));
                    Exponential signal = Exponential.of(s.whole("signal"));
                    return (bar, out) -> {
                        double pull = force.next(bar);
                        double quick = fast.next(pull);
                        out[0] = quick - slow.next(pull);
                        out[1] = signal.next(out[0]);
                    };
                });
    }

    private static final class VolumeForce {

        private final Change change = new Change();
        private double trend = Double.NaN;
        private double ranges = Double.NaN;
        private double range = Double.NaN;

        /** Takes a bar; NaN on the first two, as a trend needs one bar before it and a turn needs two. */
        double next(CurrentBar bar) {
            double move = change.next(bar.high + bar.low + bar.close);
            double turned = Double.isNaN(move) ? Double.NaN : move > 0 ? 1 : -1;
            boolean known = !Double.isNaN(trend);
            double now = bar.high - bar.low;
            ranges = (known && turned == trend ? ranges : range) + now;
            trend = turned;
            range = now;
            double force = ranges == 0 ? 0 : Math.abs(2 * (now / ranges - 1));
            return known ? 100 * trend * bar.volume * force : Double.NaN;
        }
    }

    /** VPT: the running sum of volume times the relative change of the close, from 0. */
    private static Indicator priceTrend() {
        return Indicator.named("vpt", "Volume price trend")
                .alias("pvt")
                .reads(CLOSE, VOLUME)
                .says("vpt", s -> 0)
                .by(s -> {
                    Change change = new Change();
                    double[] sum = {0};
                    return (bar, out) -> {
                        double rate = Numbers.ratio(change.next(bar.close), change.before());
                        sum[0] += Double.isNaN(rate) ? 0 : rate * bar.volume;
                        out[0] = sum[0];
                    };
                });
    }

    /**
     * NVI and PVI: from 1,000, compounded by the change of the close on bars whose volume fell (NVI) or rose (PVI). P.
     * Dysart, 1936; N. Fosback, "Stock Market Logic", 1976.
     */
    private static Indicator whenVolume(String name, String title, int sign) {
        return Indicator.named(name, title)
                .reads(CLOSE, VOLUME)
                .says(name, s -> 0)
                .by(s -> {
                    Change prices = new Change();
                    Change volumes = new Change();
                    double[] level = {1000};
                    return (bar, out) -> {
                        double rate = Numbers.ratio(prices.next(bar.close), prices.before());
                        boolean counts = Math.signum(volumes.next(bar.volume)) == sign && !Double.isNaN(rate);
                        level[0] *= counts ? 1 + rate : 1;
                        out[0] = level[0];
                    };
                });
    }
}
