package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.BarField.CLOSE;
import static io.mts1b.quantkit.indicators.BarField.HIGH;
import static io.mts1b.quantkit.indicators.BarField.LOW;

import java.util.List;

/** Lines that follow a trend and say where it has ended. */
final class Stops {

    private Stops() {}

    static List<Indicator> all() {
        return List.of(superTrend(), parabolic(), volatilityStop(), chandelier());
    }

    /**
     * SuperTrend: the middle price plus and less k average true ranges, each only ever moved towards the price until
     * a close breaks it; the one that the close has not broken. O. Seban, 2008.
     */
    private static Indicator superTrend() {
        return Indicator.named("super-trend", "SuperTrend")
                .alias("supertrend")
                .reads(HIGH, LOW, CLOSE)
                .period(10)
                .real("multiplier", 3, 0, 1e6)
                .says("superTrend", Settings::period)
                .tells("upperBand", Settings::period)
                .tells("lowerBand", Settings::period)
                .by(s -> {
                    SuperTrend trend = new SuperTrend(s.period(), s.real("multiplier"));
                    return trend::next;
                });
    }

    private static final class SuperTrend {

        private final TrueRange range = new TrueRange();
        private final Exponential average;
        private final double multiplier;
        private double upper = Double.NaN;
        private double lower = Double.NaN;
        private double before = Double.NaN;
        private boolean rising;

        SuperTrend(int n, double multiplier) {
            average = Exponential.wilder(n);
            this.multiplier = multiplier;
        }

        void next(CurrentBar bar, double[] out) {
            double band = multiplier * average.next(range.next(bar));
            double middle = Price.MEDIAN.of(bar);
            if (Double.isNaN(upper) && !Double.isNaN(band)) {
                rising = bar.close >= middle;
            }
            // Comparisons with the NaN of the first band are false, so that the first band stands.
            upper = middle + band > upper && before <= upper ? upper : middle + band;
            lower = middle - band < lower && before >= lower ? lower : middle - band;
            rising = rising ? bar.close > lower : bar.close > upper;
            before = bar.close;
            out[0] = Double.isNaN(band) ? Double.NaN : rising ? lower : upper;
            out[1] = rising ? Double.NaN : out[0];
            out[2] = rising ? out[0] : Double.NaN;
        }
    }

    /**
     * Parabolic stop and reverse: {@code sar + a (extreme - sar)}, not beyond the two lows (rising) or highs (falling)
     * before; a starts at a step, grows by it with each new extreme and has a limit. It begins as if rising, and says
     * nothing up to its first reversal, because that is a guess. Wilder 1978.
     */
    private static Indicator parabolic() {
        return Indicator.named("psar", "Parabolic stop and reverse")
                .alias("parabolic-sar")
                .reads(HIGH, LOW)
                .real("step", 0.02, 1e-6, 1)
                .real("maximum", 0.2, 1e-6, 1)
                .tells("sar", s -> 2)
                .tells("isReversal", s -> 2)
                .by(s -> {
                    if (s.real("step") > s.real("maximum")) {
                        throw new IllegalArgumentException("step of psar must be at most maximum " + s.real("maximum")
                                + ", was " + s.real("step"));
                    }
                    Parabola parabola = new Parabola(s.real("step"), s.real("maximum"));
                    return parabola::next;
                });
    }

    private static final class Parabola {

        private final double step;
        private final double maximum;
        private double acceleration;
        private double sar = Double.NaN;
        private double extreme;
        private boolean rising = true;
        private boolean sure;
        private double high1 = Double.NaN;
        private double high2 = Double.NaN;
        private double low1 = Double.NaN;
        private double low2 = Double.NaN;

        Parabola(double step, double maximum) {
            this.step = step;
            this.maximum = maximum;
            this.acceleration = step;
        }

        void next(CurrentBar bar, double[] out) {
            boolean reversed = false;
            if (Double.isNaN(sar)) {
                sar = bar.low;
                extreme = bar.high;
            } else {
                reversed = follow(bar);
            }
            high2 = high1;
            high1 = bar.high;
            low2 = low1;
            low1 = bar.low;
            out[0] = sure ? sar : Double.NaN;
            out[1] = sure ? Numbers.flag(reversed) : Double.NaN;
            sure |= reversed;
        }

        private boolean follow(CurrentBar bar) {
            double next = sar + acceleration * (extreme - sar);
            if (!Double.isNaN(low2)) {
                next = rising ? Math.min(next, Math.min(low1, low2)) : Math.max(next, Math.max(high1, high2));
            }
            if (rising ? bar.low < next : bar.high > next) {
                sar = extreme;
                extreme = rising ? bar.low : bar.high;
                rising = !rising;
                acceleration = step;
                return true;
            }
            sar = next;
            if (rising ? bar.high > extreme : bar.low < extreme) {
                extreme = rising ? bar.high : bar.low;
                acceleration = Math.min(acceleration + step, maximum);
            }
            return false;
        }
    }

    /**
     * Volatility stop: the extreme close of the trend less (rising) or plus (falling) k average true ranges of the bar
     * before; a close beyond it turns the trend. It says nothing up to its first stop, because the first trend is a
     * guess. Wilder 1978, "Volatility System".
     */
    private static Indicator volatilityStop() {
        return Indicator.named("vol-stop", "Volatility stop")
                .reads(HIGH, LOW, CLOSE)
                .period(7)
                .real("multiplier", 3, 0, 1e6)
                .tells("sar", s -> s.period() + 2)
                .tells("isStop", s -> s.period() + 2)
                .tells("upperBand", s -> s.period() + 2)
                .tells("lowerBand", s -> s.period() + 2)
                .by(s -> {
                    VolatilityStop stop = new VolatilityStop(s.period(), s.real("multiplier"));
                    return stop::next;
                });
    }

    private static final class VolatilityStop {

        private final TrueRange range = new TrueRange();
        private final Exponential average;
        private final int n;
        private final double multiplier;
        private double first;
        private double highest = Double.NEGATIVE_INFINITY;
        private double lowest = Double.POSITIVE_INFINITY;
        private double best;
        private boolean rising;
        private boolean sure;
        private int seen;

        VolatilityStop(int n, double multiplier) {
            this.n = n;
            this.multiplier = multiplier;
            average = Exponential.wilder(n);
        }

        void next(CurrentBar bar, double[] out) {
            double band = multiplier * average.last();
            average.next(range.next(bar));
            if (seen < n) {
                begin(bar.close);
                band = Double.NaN;
            }
            double stop = rising ? best - band : best + band;
            boolean stopped = rising ? bar.close < stop : bar.close > stop;
            out[0] = sure ? stop : Double.NaN;
            out[1] = sure && !Double.isNaN(stop) ? Numbers.flag(stopped) : Double.NaN;
            out[2] = rising ? Double.NaN : out[0];
            out[3] = rising ? out[0] : Double.NaN;
            sure |= stopped;
            rising ^= stopped;
            best = stopped ? bar.close : rising ? Math.max(best, bar.close) : Math.min(best, bar.close);
        }

        /** The first trend is that of the first n closes. */
        private void begin(double close) {
            first = seen == 0 ? close : first;
            seen++;
            highest = Math.max(highest, close);
            lowest = Math.min(lowest, close);
            rising = close > first;
            best = rising ? highest : lowest;
        }
    }

    /**
     * Chandelier exit: the highest high of n bars less k average true ranges, for those who are long, and the lowest
     * low plus as much, for those who are short. C. Le Beau, in Elder, "Come into My Trading Room", 2002.
     */
    private static Indicator chandelier() {
        return Indicator.named("chandelier", "Chandelier exit")
                .reads(HIGH, LOW, CLOSE)
                .period(22)
                .real("multiplier", 3, 0, 1e6)
                .says("longExit", Settings::period)
                .says("shortExit", Settings::period)
                .by(s -> {
                    TrueRange range = new TrueRange();
                    Exponential average = Exponential.wilder(s.period());
                    WindowExtreme highest = WindowExtreme.highest(s.period());
                    WindowExtreme lowest = WindowExtreme.lowest(s.period());
                    double multiplier = s.real("multiplier");
                    return (bar, out) -> {
                        double band = multiplier * average.next(range.next(bar));
                        out[0] = highest.next(bar.high) - band;
                        out[1] = lowest.next(bar.low) + band;
                    };
                });
    }
}
