package io.mts1b.quantkit.indicators;

import io.mts1b.quantkit.statistics.WindowMoments;
import java.util.List;

/** Oscillators of strength: where a price stands within its recent moves or range. */
final class Oscillators {

    private Oscillators() {}

    static List<Indicator> all() {
        return List.of(
                relativeStrength(),
                stochasticStrength(),
                connors(),
                stochastic(),
                kdj(),
                momentumIndex(),
                williams(),
                ultimate(),
                commodityChannel(),
                chandeMomentum(),
                fisher(),
                cycle());
    }

    /**
     * RSI: {@code 100 g / (g + l)}, g and l Wilder's averages of gains and losses. Wilder 1978. NaN where nothing
     * moved.
     */
    private static Indicator relativeStrength() {
        return Indicator.named("rsi", "Relative strength index")
                .price(Price.CLOSE_PRICE)
                .period(14)
                .says("rsi", Settings::period)
                .by(s -> {
                    Price price = s.price();
                    GainsAndLosses moves = GainsAndLosses.averaged(s.period());
                    return (bar, out) -> {
                        moves.next(price.of(bar));
                        out[0] = 100 * moves.strength();
                    };
                });
    }

    /**
     * Stochastic RSI: where the RSI stands within its range of m bars, smoothed, in per cent; and its SMA. T. Chande
     * and S. Kroll, "The New Technical Trader", 1994.
     */
    private static Indicator stochasticStrength() {
        return Indicator.named("stoch-rsi", "Stochastic relative strength index")
                .price(Price.CLOSE_PRICE)
                .whole("rsi", 14, 1)
                .whole("stoch", 14, 1)
                .whole("signal", 3, 1)
                .whole("smooth", 1, 1)
                .says("stochRsi", s -> s.whole("rsi") + s.whole("stoch") + s.whole("smooth") - 2)
                .says("signal", s -> s.whole("rsi") + s.whole("stoch") + s.whole("smooth") + s.whole("signal") - 3)
                .by(s -> {
                    Price price = s.price();
                    GainsAndLosses moves = GainsAndLosses.averaged(s.whole("rsi"));
                    WindowExtreme highest = WindowExtreme.highest(s.whole("stoch"));
                    WindowExtreme lowest = WindowExtreme.lowest(s.whole("stoch"));
                    WindowSum smooth = new WindowSum(s.whole("smooth"));
                    WindowSum signal = new WindowSum(s.whole("signal"));
                    return (bar, out) -> {
                        double strength = moves.next(price.of(bar)) ? 100 * moves.strength() : Double.NaN;
                        double high = highest.next(strength);
                        double low = lowest.next(strength);
                        out[0] = smooth.mean(Numbers.percent(strength - low, high - low));
                        out[1] = signal.mean(out[0]);
                    };
                });
    }

    /**
     * Connors RSI: the mean of the RSI, the RSI of the streak (bars in a row up, or down as a negative number) and
     * the share of the last m changes, in per cent, that the last change exceeds. L. Connors and C. Alvarez, "An
     * Introduction to ConnorsRSI", 2012. Costs m per bar.
     */
    private static Indicator connors() {
        return Indicator.named("crsi", "Connors RSI")
                .alias("connors-rsi")
                .price(Price.CLOSE_PRICE)
                .whole("rsi", 3, 1)
                .whole("streak", 2, 1)
                .whole("rank", 100, 1)
                .says("streak", s -> 0)
                .says("rsi", s -> s.whole("rsi"))
                .says("rsiStreak", s -> s.whole("streak"))
                .says("percentRank", s -> s.whole("rank") + 1)
                .says("connorsRsi", s -> Math.max(Math.max(s.whole("rsi"), s.whole("streak")), s.whole("rank") + 1))
                .by(s -> {
                    Price price = s.price();
                    GainsAndLosses moves = GainsAndLosses.averaged(s.whole("rsi"));
                    GainsAndLosses streaks = GainsAndLosses.averaged(s.whole("streak"));
                    LastValues changes = new LastValues(s.whole("rank") + 1);
                    Change change = new Change();
                    double[] streak = {0};
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double move = change.next(now);
                        streak[0] = streak(streak[0], move);
                        moves.next(now);
                        streaks.next(streak[0]);
                        out[0] = streak[0];
                        out[1] = 100 * moves.strength();
                        out[2] = 100 * streaks.strength();
                        out[3] = changes.next(Numbers.ratio(move, change.before())) ? rank(changes) : Double.NaN;
                        out[4] = (out[1] + out[2] + out[3]) / 3;
                    };
                });
    }

    private static double streak(double streak, double move) {
        if (move > 0) {
            return Math.max(streak, 0) + 1;
        }
        return move < 0 ? Math.min(streak, 0) - 1 : 0;
    }

    private static double rank(LastValues changes) {
        int below = 0;
        for (int i = 1; i < changes.size(); i++) {
            if (changes.ago(i) < changes.ago(0)) {
                below++;
            }
        }
        return 100.0 * below / (changes.size() - 1);
    }

    /** Where the close stands in the range of the last n bars, in per cent; NaN where there is no range. */
    private static final class Stance {

        private final WindowExtreme highest;
        private final WindowExtreme lowest;

        Stance(int n) {
            highest = WindowExtreme.highest(n);
            lowest = WindowExtreme.lowest(n);
        }

        double next(CurrentBar bar) {
            double high = highest.next(bar.high);
            double low = lowest.next(bar.low);
            return Numbers.percent(bar.close - low, high - low);
        }
    }

    private static Indicator.Definition ofRange(String name, String title) {
        return Indicator.named(name, title).reads(BarField.HIGH, BarField.LOW, BarField.CLOSE);
    }

    /**
     * Stochastic: %K, {@code 100 (close - lowest low) / (highest high - lowest low)} of n bars, smoothed; its SMA %D;
     * and {@code %J = k K - d D}. G. Lane, "Lane's Stochastics", Technical Analysis of Stocks and Commodities 2, 1984.
     */
    private static Indicator stochastic() {
        return ofRange("stoch", "Stochastic oscillator")
                .period(14)
                .whole("signal", 3, 1)
                .whole("smooth", 3, 1)
                .real("kFactor", 3, 1e-6, 1e6)
                .real("dFactor", 2, 1e-6, 1e6)
                .says("oscillator", s -> s.period() + s.whole("smooth") - 2)
                .says("signal", s -> s.period() + s.whole("smooth") + s.whole("signal") - 3)
                .says("percentJ", s -> s.period() + s.whole("smooth") + s.whole("signal") - 3)
                .by(s -> {
                    Stance stance = new Stance(s.period());
                    WindowSum smooth = new WindowSum(s.whole("smooth"));
                    WindowSum signal = new WindowSum(s.whole("signal"));
                    double k = s.real("kFactor");
                    double d = s.real("dFactor");
                    return (bar, out) -> {
                        out[0] = smooth.mean(stance.next(bar));
                        out[1] = signal.mean(out[0]);
                        out[2] = k * out[0] - d * out[1];
                    };
                });
    }

    /**
     * KDJ: %K of n bars averaged as {@code k + (K - k) / m} from 50, d the same of k, and {@code j = 3 k - 2 d}, as
     * used in Chinese markets.
     */
    private static Indicator kdj() {
        return ofRange("kdj", "KDJ stochastic")
                .period(9)
                .whole("signal", 3, 1)
                .whole("smooth", 3, 1)
                .says("k", s -> s.period() - 1)
                .says("d", s -> s.period() - 1)
                .says("j", s -> s.period() - 1)
                .by(s -> {
                    Stance stance = new Stance(s.period());
                    int smoothed = s.whole("smooth");
                    int signaled = s.whole("signal");
                    double[] smooth = {50};
                    double[] signal = {50};
                    return (bar, out) -> {
                        double raw = stance.next(bar);
                        boolean known = !Double.isNaN(raw);
                        smooth[0] += known ? (raw - smooth[0]) / smoothed : 0;
                        signal[0] += known ? (smooth[0] - signal[0]) / signaled : 0;
                        out[0] = known ? smooth[0] : Double.NaN;
                        out[1] = known ? signal[0] : Double.NaN;
                        out[2] = 3 * out[0] - 2 * out[1];
                    };
                });
    }

    /**
     * SMI: with the close less the middle of the range of n bars and the range, each smoothed twice by EMAs started
     * at their first value, {@code 100 smoothed distance / (smoothed range / 2)}; and its EMA. W. Blau, "Stochastic
     * Momentum", Technical Analysis of Stocks and Commodities 11(1), 1993.
     */
    private static Indicator momentumIndex() {
        return ofRange("smi", "Stochastic momentum index")
                .period(13)
                .whole("firstSmooth", 25, 1)
                .whole("secondSmooth", 2, 1)
                .whole("signal", 3, 1)
                .says("smi", s -> s.period() - 1)
                .says("signal", s -> s.period() - 1)
                .by(s -> {
                    WindowExtreme highest = WindowExtreme.highest(s.period());
                    WindowExtreme lowest = WindowExtreme.lowest(s.period());
                    Exponential distance = Exponential.fromFirst(s.whole("firstSmooth"));
                    Exponential distance2 = Exponential.fromFirst(s.whole("secondSmooth"));
                    Exponential range = Exponential.fromFirst(s.whole("firstSmooth"));
                    Exponential range2 = Exponential.fromFirst(s.whole("secondSmooth"));
                    Exponential signal = Exponential.fromFirst(s.whole("signal"));
                    return (bar, out) -> {
                        double high = highest.next(bar.high);
                        double low = lowest.next(bar.low);
                        double near = distance2.next(distance.next(bar.close - (high + low) / 2));
                        double wide = range2.next(range.next(high - low));
                        out[0] = Numbers.percent(near, wide / 2);
                        out[1] = signal.next(out[0]);
                    };
                });
    }

    /** Williams %R: {@code -100 (highest high - close) / (highest high - lowest low)} of n bars. L. Williams, 1973. */
    private static Indicator williams() {
        return ofRange("williams-r", "Williams %R")
                .alias("willr")
                .period(14)
                .says("williamsR", s -> s.period() - 1)
                .by(s -> {
                    Stance stance = new Stance(s.period());
                    return (bar, out) -> out[0] = stance.next(bar) - 100;
                });
    }

    /**
     * Ultimate: {@code 100 (4 a + 2 b + c) / 7}, each the buying pressure (close less true low) over the true range,
     * both summed over a short, a middle and a long window. L. Williams, "The Ultimate Oscillator", Technical Analysis
     * of Stocks and Commodities 3(4), 1985.
     */
    private static Indicator ultimate() {
        return ofRange("uo", "Ultimate oscillator")
                .alias("ultimate")
                .whole("short", 7, 1)
                .whole("middle", 14, 1)
                .whole("long", 28, 1)
                .says("ultimate", s -> Math.max(Math.max(s.whole("short"), s.whole("middle")), s.whole("long")))
                .by(s -> {
                    String[] names = {"short", "middle", "long"};
                    WindowSum[] pressures = new WindowSum[3];
                    WindowSum[] ranges = new WindowSum[3];
                    for (int i = 0; i < 3; i++) {
                        pressures[i] = new WindowSum(s.whole(names[i]));
                        ranges[i] = new WindowSum(s.whole(names[i]));
                    }
                    TrueRange range = new TrueRange();
                    return (bar, out) -> {
                        double wide = range.next(bar);
                        double sum = 0;
                        for (int i = 0; i < 3; i++) {
                            double pressure = pressures[i].next(bar.close - range.low());
                            sum += (4 >> i) * Numbers.ratio(pressure, ranges[i].next(wide));
                        }
                        out[0] = 100 * sum / 7;
                    };
                });
    }

    /**
     * CCI: {@code (p - m) / (0.015 d)}, p the typical price, m its mean and d its mean absolute deviation over n bars.
     * D. Lambert, "Commodity Channel Index", Commodities 9, 1980. Costs n per bar.
     */
    private static Indicator commodityChannel() {
        return ofRange("cci", "Commodity channel index")
                .period(20)
                .says("cci", s -> s.period() - 1)
                .by(s -> {
                    WindowMoments moments = new WindowMoments(s.period());
                    LastValues last = new LastValues(s.period());
                    return (bar, out) -> {
                        double typical = Price.TYPICAL.of(bar);
                        last.next(typical);
                        boolean full = moments.next(typical);
                        double apart = 0;
                        for (int i = full ? last.size() - 1 : -1; i >= 0; i--) {
                            apart += Math.abs(last.ago(i) - moments.mean());
                        }
                        out[0] = full
                                ? Numbers.ratio(typical - moments.mean(), 0.015 * apart / last.size())
                                : Double.NaN;
                    };
                });
    }

    /** CMO: {@code 100 (g - l) / (g + l)}, g and l the gains and losses of n bars. Chande and Kroll 1994. */
    private static Indicator chandeMomentum() {
        return Indicator.named("cmo", "Chande momentum oscillator")
                .price(Price.CLOSE_PRICE)
                .period(14)
                .says("cmo", Settings::period)
                .by(s -> {
                    Price price = s.price();
                    GainsAndLosses moves = GainsAndLosses.summed(s.period());
                    return (bar, out) -> {
                        moves.next(price.of(bar));
                        out[0] = 100 * moves.balance();
                    };
                });
    }

    /**
     * Fisher transform: with x the place of the price in its range of n bars (in [-1, 1], smoothed by 0.33, kept
     * within 0.999), {@code f = ln((1 + x) / (1 - x)) / 2 + f' / 2}; the trigger is f', that of the bar before. J.
     * Ehlers, "Using the Fisher Transform", Technical Analysis of Stocks and Commodities 20(11), 2002.
     */
    private static Indicator fisher() {
        return Indicator.named("fisher", "Fisher transform")
                .price(Price.MEDIAN)
                .period(10)
                .says("fisher", s -> 0)
                .says("trigger", s -> 1)
                .by(s -> {
                    Price price = s.price();
                    WindowExtreme highest = WindowExtreme.highest(s.period());
                    WindowExtreme lowest = WindowExtreme.lowest(s.period());
                    double[] place = {0};
                    double[] fisher = {Double.NaN};
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double low = lowest.sofar(now);
                        double range = highest.sofar(now) - low;
                        double x = range == 0 ? 0 : 0.66 * ((now - low) / range - 0.5) + 0.67 * place[0];
                        place[0] = x > 0.99 ? 0.999 : x < -0.99 ? -0.999 : x;
                        out[1] = fisher[0];
                        double before = Double.isNaN(fisher[0]) ? 0 : fisher[0];
                        fisher[0] = StrictMath.log((1 + place[0]) / (1 - place[0])) / 2 + before / 2;
                        out[0] = fisher[0];
                    };
                });
    }

    /**
     * STC: where the MACD stands in its range of n bars, smoothed by one half per bar, and once more of that. D.
     * Schaff, "Schaff Trend Cycle", 1999. Where there is no range the last place is kept.
     */
    private static Indicator cycle() {
        return Indicator.named("stc", "Schaff trend cycle")
                .price(Price.CLOSE_PRICE)
                .period(10)
                .whole("fast", 23, 1)
                .whole("slow", 50, 1)
                .says("stc", s -> Math.max(s.whole("fast"), s.whole("slow")) + 2 * s.period() - 3)
                .by(s -> {
                    Price price = s.price();
                    Exponential fast = Exponential.of(s.whole("fast"));
                    Exponential slow = Exponential.of(s.whole("slow"));
                    Place once = new Place(s.period());
                    Place twice = new Place(s.period());
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double quick = fast.next(now);
                        out[0] = twice.next(once.next(quick - slow.next(now)));
                    };
                });
    }

    /** The smoothed place of a value in its range. */
    private static final class Place {

        private final WindowExtreme highest;
        private final WindowExtreme lowest;
        private final Exponential smooth = Exponential.fromFirst(3);

        Place(int n) {
            highest = WindowExtreme.highest(n);
            lowest = WindowExtreme.lowest(n);
        }

        double next(double value) {
            double low = lowest.next(value);
            double range = highest.next(value) - low;
            return range == 0 ? smooth.last() : smooth.next(100 * (value - low) / range);
        }
    }
}
