package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.BarField.CLOSE;
import static io.mts1b.quantkit.indicators.BarField.HIGH;
import static io.mts1b.quantkit.indicators.BarField.LOW;
import static io.mts1b.quantkit.indicators.BarField.OPEN;

import java.util.List;

/** Shapes in a price: turning points, levels, bricks and candles. */
final class Patterns {

    private Patterns() {}

    static List<Indicator> all() {
        return List.of(fractal(), pivots(), zigZag(), pivotPoints(), renko(), marubozu(), heikinAshi());
    }

    /**
     * Fractal: a high above the highs, a low below the lows, of so many bars on either side, said when the last of
     * these has closed. B. Williams, "Trading Chaos", 1995. Costs the bars per bar.
     */
    private static Indicator fractal() {
        return Indicator.named("fractal", "Williams fractal")
                .reads(HIGH, LOW)
                .whole("left", 2, 1)
                .whole("right", 2, 1)
                .tells("fractalBear", s -> s.whole("left") + s.whole("right"))
                .tells("fractalBull", s -> s.whole("left") + s.whole("right"))
                .by(s -> {
                    TurningPoint top = TurningPoint.high(s.whole("left"), s.whole("right"));
                    TurningPoint bottom = TurningPoint.low(s.whole("left"), s.whole("right"));
                    return (bar, out) -> {
                        out[0] = top.next(bar.high);
                        out[1] = bottom.next(bar.low);
                    };
                });
    }

    /**
     * Pivots: turning points as of {@code fractal}, said when confirmed, and whether one is above (1) or below (-1)
     * the one of its kind before, if that is at most {@code maxTrend} bars older; 0 if they are equal.
     */
    private static Indicator pivots() {
        return Indicator.named("pivots", "Pivot highs and lows")
                .reads(HIGH, LOW)
                .whole("left", 2, 1)
                .whole("right", 2, 1)
                .whole("maxTrend", 20, 1)
                .tells("highPoint", s -> s.whole("left") + s.whole("right"))
                .tells("lowPoint", s -> s.whole("left") + s.whole("right"))
                .tells("highTrend", s -> s.whole("left") + s.whole("right") + 1)
                .tells("lowTrend", s -> s.whole("left") + s.whole("right") + 1)
                .by(s -> {
                    TurningPoint top = TurningPoint.high(s.whole("left"), s.whole("right"));
                    TurningPoint bottom = TurningPoint.low(s.whole("left"), s.whole("right"));
                    PointTrend tops = new PointTrend(s.whole("maxTrend"));
                    PointTrend bottoms = new PointTrend(s.whole("maxTrend"));
                    return (bar, out) -> {
                        out[0] = top.next(bar.high);
                        out[1] = bottom.next(bar.low);
                        out[2] = tops.next(out[0]);
                        out[3] = bottoms.next(out[1]);
                    };
                });
    }

    private static final class PointTrend {

        private final int longest;
        private double last = Double.NaN;
        private int age;

        PointTrend(int longest) {
            this.longest = longest;
        }

        double next(double point) {
            age++;
            if (Double.isNaN(point)) {
                return Double.NaN;
            }
            double trend = age > longest ? Double.NaN : Math.signum(point - last);
            last = point;
            age = 0;
            return trend;
        }
    }

    /**
     * ZigZag: the highs and lows between moves of at least so many per cent, each said on the bar that confirms it:
     * its price, whether it was a high (1) or a low (-1), and how many bars ago it was. No line is drawn to a point
     * that later bars may move.
     */
    private static Indicator zigZag() {
        return Indicator.named("zigzag", "ZigZag turning points")
                .reads(HIGH, LOW, CLOSE)
                .choice("ends", "close", "highlow")
                .real("percentChange", 5, 1e-6, 1e6)
                .tells("zigZag", s -> 1)
                .tells("pointType", s -> 1)
                .tells("age", s -> 1)
                .by(s -> {
                    ZigZag line = new ZigZag(
                            s.real("percentChange") / 100, s.choice("ends").equals("close"));
                    return line::next;
                });
    }

    private static final class ZigZag {

        private final double least;
        private final boolean closes;
        private double high;
        private double low;
        private int sinceHigh;
        private int sinceLow;
        private int trend;
        private boolean begun;

        ZigZag(double least, boolean closes) {
            this.least = least;
            this.closes = closes;
        }

        void next(CurrentBar bar, double[] out) {
            double top = closes ? bar.close : bar.high;
            double bottom = closes ? bar.close : bar.low;
            sinceHigh++;
            sinceLow++;
            out[0] = Double.NaN;
            out[1] = Double.NaN;
            out[2] = Double.NaN;
            if (!begun) {
                begun = true;
                raise(top);
                sink(bottom);
            } else if (trend == 0) {
                begin(top, bottom, out);
            } else if (trend > 0) {
                up(top, bottom, out);
            } else {
                down(top, bottom, out);
            }
        }

        /** Until a move is wide enough, both the first extreme of either kind and the direction are open. */
        private void begin(double top, double bottom, double[] out) {
            double rise = (top - low) / low;
            double fall = (high - bottom) / high;
            if (rise >= least && rise > fall) {
                say(out, low, -1, sinceLow);
                trend = 1;
                raise(top);
            } else if (fall >= least && fall > rise) {
                say(out, high, 1, sinceHigh);
                trend = -1;
                sink(bottom);
            } else {
                if (top > high) {
                    raise(top);
                }
                if (bottom < low) {
                    sink(bottom);
                }
            }
        }

        private void up(double top, double bottom, double[] out) {
            if (top >= high) {
                raise(top);
            } else if ((high - bottom) / high >= least) {
                say(out, high, 1, sinceHigh);
                trend = -1;
                sink(bottom);
            }
        }

        private void down(double top, double bottom, double[] out) {
            if (bottom <= low) {
                sink(bottom);
            } else if ((top - low) / low >= least) {
                say(out, low, -1, sinceLow);
                trend = 1;
                raise(top);
            }
        }

        private void raise(double top) {
            high = top;
            sinceHigh = 0;
        }

        private void sink(double bottom) {
            low = bottom;
            sinceLow = 0;
        }

        private static void say(double[] out, double price, int type, int age) {
            out[0] = price;
            out[1] = type;
            out[2] = age;
        }
    }

    /** Pivot points: supports and resistances from the high, low and close of the week, month or year before. */
    private static Indicator pivotPoints() {
        Indicator.Definition levels = Indicator.named("pivot-points", "Pivot points")
                .reads(OPEN, HIGH, LOW, CLOSE)
                .choice("type", "standard", "fibonacci", "camarilla", "woodie", "demark")
                .choice("window", "month", "week", "year", "day");
        for (String name : List.of("pp", "s1", "s2", "s3", "s4", "r1", "r2", "r3", "r4")) {
            levels.tells(name, s -> 1);
        }
        return levels.by(s -> {
            PivotLevels pivots = new PivotLevels(s.choice("type"), new DateWindow(s.choice("window")));
            return pivots::next;
        });
    }

    /**
     * Renko: how many bricks of a fixed size a close completed (negative for falling ones), and where the last brick
     * opened and closed. The first brick starts at the multiple of the size nearest the first close; a turn needs two
     * sizes.
     */
    private static Indicator renko() {
        return Indicator.named("renko", "Renko bricks")
                .reads(CLOSE)
                .real("brick", 1, 1e-9, 1e12)
                .says("bricks", s -> 0)
                .tells("open", s -> 1)
                .tells("close", s -> 1)
                .by(s -> {
                    Bricks bricks = new Bricks(s.real("brick"));
                    return bricks::next;
                });
    }

    /** Counts in bricks, so that a thousand bricks are as exact as one. */
    private static final class Bricks {

        private final double size;
        private double open = Double.NaN;
        private double close = Double.NaN;

        Bricks(double size) {
            this.size = size;
        }

        void next(CurrentBar bar, double[] out) {
            double now = bar.close / size;
            if (Double.isNaN(close)) {
                open = Math.rint(now);
                close = open;
            }
            double top = Math.max(open, close);
            double bottom = Math.min(open, close);
            double completed =
                    now >= top + 1 ? Math.floor(now - top) : now <= bottom - 1 ? -Math.floor(bottom - now) : 0;
            if (completed != 0) {
                close = (completed > 0 ? top : bottom) + completed;
                open = close - Math.signum(completed);
            }
            out[0] = completed;
            out[1] = open == close ? Double.NaN : open * size;
            out[2] = open == close ? Double.NaN : close * size;
        }
    }

    /**
     * Marubozu: a candle that is at least so many per cent body: 100 if it rises, -100 if it falls, else 0; its close
     * then; and the shares of body and wicks, undefined without a range.
     */
    private static Indicator marubozu() {
        return Indicator.named("marubozu", "Marubozu candle")
                .reads(OPEN, HIGH, LOW, CLOSE)
                .real("minBodyPercent", 95, 0, 100)
                .says("match", s -> 0)
                .tells("price", s -> 0)
                .says("bodyPct", s -> 0)
                .says("upperWickPct", s -> 0)
                .says("lowerWickPct", s -> 0)
                .by(s -> {
                    double least = s.real("minBodyPercent") / 100;
                    return (bar, out) -> {
                        double size = bar.high - bar.low;
                        out[2] = Numbers.ratio(Math.abs(bar.close - bar.open), size);
                        out[3] = Numbers.ratio(bar.high - Math.max(bar.open, bar.close), size);
                        out[4] = Numbers.ratio(Math.min(bar.open, bar.close) - bar.low, size);
                        boolean match = out[2] >= least;
                        out[0] = match ? 100 * Math.signum(bar.close - bar.open) : 0;
                        out[1] = match ? bar.close : Double.NaN;
                    };
                });
    }

    /**
     * Heikin-Ashi: the close is the mean of the four prices, the open the middle of the body before (of the bar
     * itself for the first), high and low the extremes of these and of the bar. M. Honma; D. Valcu, Technical Analysis
     * of Stocks and Commodities 22(2), 2004.
     */
    private static Indicator heikinAshi() {
        return Indicator.named("heikin-ashi", "Heikin-Ashi candles")
                .reads(OPEN, HIGH, LOW, CLOSE)
                .says("open", s -> 0)
                .says("high", s -> 0)
                .says("low", s -> 0)
                .says("close", s -> 0)
                .by(s -> {
                    double[] before = {Double.NaN};
                    return (bar, out) -> {
                        out[0] = Double.isNaN(before[0]) ? (bar.open + bar.close) / 2 : before[0];
                        out[3] = Price.MEAN.of(bar);
                        out[1] = Math.max(bar.high, Math.max(out[0], out[3]));
                        out[2] = Math.min(bar.low, Math.min(out[0], out[3]));
                        before[0] = (out[0] + out[3]) / 2;
                    };
                });
    }
}
