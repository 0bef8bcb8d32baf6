package io.mts1b.quantkit.indicators;

import java.util.List;

/** Moving averages whose weights follow the market: its efficiency, its momentum or its volume. */
final class AdaptiveAverages {

    private AdaptiveAverages() {}

    static List<Indicator> all() {
        return List.of(
                kaufman(), ehlers(), mcGinley(), chande(), byVolume(), byVolumeFromAnchor(), alligator(), gator());
    }

    /**
     * KAMA: with the efficiency ratio er, the net change of n bars over the sum of their changes, and s the share
     * {@code (er (f - w) + w)^2}, f and w the shares of a fast and a slow EMA, {@code k + s (p - k)}, started at the
     * n-th price. P. Kaufman, "Smarter Trading", 1995.
     */
    private static Indicator kaufman() {
        return Indicator.named("kama", "Kaufman's adaptive moving average")
                .price(Price.CLOSE_PRICE)
                .period(10)
                .whole("fast", 2, 1)
                .whole("slow", 30, 1)
                .says("er", Settings::period)
                .says("kama", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    Kaufman average = new Kaufman(s.period(), s.whole("fast"), s.whole("slow"));
                    return (bar, out) -> {
                        average.next(price.of(bar));
                        out[0] = average.efficiency;
                        out[1] = average.average;
                    };
                });
    }

    private static final class Kaufman {

        private final Delay delay;
        private final Change change = new Change();
        private final WindowSum path;
        private final double fast;
        private final double slow;
        private int missing;
        private double efficiency = Double.NaN;
        private double average = Double.NaN;

        Kaufman(int n, int fast, int slow) {
            delay = new Delay(n);
            path = new WindowSum(n);
            missing = n;
            this.fast = 2.0 / (fast + 1);
            this.slow = 2.0 / (slow + 1);
        }

        void next(double price) {
            double net = Math.abs(price - delay.next(price));
            efficiency = Numbers.ratio(net, path.next(Math.abs(change.next(price))));
            if (missing > 0) {
                missing--;
                average = missing == 0 ? price : Double.NaN;
            } else if (!Double.isNaN(efficiency)) {
                double root = efficiency * (fast - slow) + slow;
                average += root * root * (price - average);
            }
        }
    }

    /**
     * MAMA and FAMA: an average whose share is a fast limit over how far the phase of the dominant cycle moved. J.
     * Ehlers, "MAMA: The Mother of Adaptive Moving Averages", Technical Analysis of Stocks and Commodities 19(9), 2001.
     */
    private static Indicator ehlers() {
        return Indicator.named("mama", "MESA adaptive moving average")
                .price(Price.MEDIAN)
                .real("fastLimit", 0.5, 1e-6, 1)
                .real("slowLimit", 0.05, 1e-6, 1)
                .says("mama", s -> 5)
                .says("fama", s -> 5)
                .by(s -> {
                    Price price = s.price();
                    Mesa averages = new Mesa(s.real("fastLimit"), s.real("slowLimit"));
                    return (bar, out) -> averages.next(price.of(bar), out);
                });
    }

    private static final class Mesa {

        /** Both averages start at the mean of so many prices. */
        private static final int START = 6;

        private final MesaPhase phase = new MesaPhase();
        private final double fast;
        private final double slow;
        private int seen;
        private double mother;
        private double following;

        Mesa(double fast, double slow) {
            this.fast = fast;
            this.slow = slow;
        }

        void next(double price, double[] out) {
            double moved = phase.next(price);
            if (seen < START) {
                seen++;
                mother += price / START;
                following = mother;
            } else {
                double share = Math.max(fast / moved, slow);
                mother = share * price + (1 - share) * mother;
                following = share / 2 * mother + (1 - share / 2) * following;
            }
            out[0] = seen < START ? Double.NaN : mother;
            out[1] = seen < START ? Double.NaN : following;
        }
    }

    /**
     * McGinley's dynamic: {@code d + (p - d) / (k n (p / d)^4)}, started at the first price. J. R. McGinley, "McGinley
     * Dynamics", Market Technicians Association Journal 48, 1997.
     */
    private static Indicator mcGinley() {
        return Indicator.named("mcginley", "McGinley dynamic")
                .alias("dynamic")
                .price(Price.CLOSE_PRICE)
                .period(14)
                .real("k", 0.6, 1e-6, 1e6)
                .says("mcginley", s -> 0)
                .by(s -> {
                    Price price = s.price();
                    double width = s.real("k") * s.period();
                    double[] state = {Double.NaN};
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double before = Double.isNaN(state[0]) ? now : state[0];
                        double quotient = Numbers.ratio(now, before);
                        double step = Numbers.ratio(now - before, width * quotient * quotient * quotient * quotient);
                        state[0] = Double.isNaN(step) ? before : before + step;
                        out[0] = state[0];
                    };
                });
    }

    /**
     * VIDYA: {@code v + 2 / (n + 1) |c| (p - v)}, c the Chande momentum (in [-1, 1]) of the last m changes, started at
     * the price on which c is first known. T. Chande, "Adapting Moving Averages to Market Volatility", Technical
     * Analysis of Stocks and Commodities 10(3), 1992.
     */
    private static Indicator chande() {
        return Indicator.named("vidya", "Variable index dynamic average")
                .price(Price.CLOSE_PRICE)
                .period(14)
                .whole("momentum", 9, 1)
                .says("vidya", s -> s.whole("momentum"))
                .by(s -> {
                    Price price = s.price();
                    GainsAndLosses moves = GainsAndLosses.summed(s.whole("momentum"));
                    double share = 2.0 / (s.period() + 1);
                    double[] state = {Double.NaN};
                    return (bar, out) -> {
                        double now = price.of(bar);
                        boolean known = moves.next(now);
                        double momentum = moves.balance();
                        if (Double.isNaN(state[0])) {
                            state[0] = known ? now : Double.NaN;
                        } else if (!Double.isNaN(momentum)) {
                            state[0] += share * Math.abs(momentum) * (now - state[0]);
                        }
                        out[0] = state[0];
                    };
                });
    }

    /** VWMA: the mean of the last n prices, weighted by what was traded; NaN where nothing was. */
    private static Indicator byVolume() {
        return Indicator.named("vwma", "Volume weighted moving average")
                .price(Price.CLOSE_PRICE)
                .reads(BarField.VOLUME)
                .period(14)
                .says("vwma", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    WindowSum spent = new WindowSum(s.period());
                    WindowSum traded = new WindowSum(s.period());
                    return (bar, out) ->
                            out[0] = Numbers.ratio(spent.next(price.of(bar) * bar.volume), traded.next(bar.volume));
                });
    }

    /** VWAP: the mean of prices since the anchor, weighted by what was traded; NaN until something was. */
    private static Indicator byVolumeFromAnchor() {
        return Indicator.named("vwap", "Volume weighted average price")
                .price(Price.TYPICAL)
                .reads(BarField.VOLUME)
                .choice("anchor", "none", "day", "week", "month", "year")
                .says("vwap", s -> 0)
                .by(s -> {
                    Price price = s.price();
                    DateWindow window = new DateWindow(s.choice("anchor"));
                    double[] sums = new double[2];
                    return (bar, out) -> {
                        if (window.begins(bar.epochDay)) {
                            sums[0] = 0;
                            sums[1] = 0;
                        }
                        sums[0] += price.of(bar) * bar.volume;
                        sums[1] += bar.volume;
                        out[0] = Numbers.ratio(sums[0], sums[1]);
                    };
                });
    }

    /** Jaw, teeth and lips: Wilder's averages over 13, 8 and 5 bars, 8, 5 and 3 bars late. */
    private static final class Jaws {

        private final Price price;
        private final Exponential[] averages = new Exponential[3];
        private final Delay[] delays = new Delay[3];
        private final double[] lines = new double[3];

        Jaws(Settings s) {
            price = s.price();
            String[] names = {"jaw", "teeth", "lips"};
            for (int i = 0; i < 3; i++) {
                averages[i] = Exponential.wilder(s.whole(names[i]));
                delays[i] = new Delay(s.whole(names[i] + "Offset"));
            }
        }

        double[] next(CurrentBar bar) {
            for (int i = 0; i < 3; i++) {
                lines[i] = delays[i].next(averages[i].next(price.of(bar)));
            }
            return lines;
        }
    }

    private static Indicator.Definition jaws(String name, String title) {
        return Indicator.named(name, title)
                .price(Price.MEDIAN)
                .whole("jaw", 13, 1)
                .whole("jawOffset", 8, 0)
                .whole("teeth", 8, 1)
                .whole("teethOffset", 5, 0)
                .whole("lips", 5, 1)
                .whole("lipsOffset", 3, 0);
    }

    private static int late(Settings s, String line) {
        return s.whole(line) - 1 + s.whole(line + "Offset");
    }

    /** Alligator: three of Wilder's averages, shown late. B. Williams, "Trading Chaos", 1995. */
    private static Indicator alligator() {
        return jaws("alligator", "Williams alligator")
                .says("jaw", s -> late(s, "jaw"))
                .says("teeth", s -> late(s, "teeth"))
                .says("lips", s -> late(s, "lips"))
                .by(s -> {
                    Jaws jaws = new Jaws(s);
                    return (bar, out) -> System.arraycopy(jaws.next(bar), 0, out, 0, 3);
                });
    }

    /**
     * Gator: {@code |jaw - teeth|} above and {@code -|teeth - lips|} below, and 1 where that is farther from zero
     * than on the bar before, 0 where not. B. Williams, "New Trading Dimensions", 1998.
     */
    private static Indicator gator() {
        return jaws("gator", "Gator oscillator")
                .says("upper", s -> Math.max(late(s, "jaw"), late(s, "teeth")))
                .says("lower", s -> Math.max(late(s, "teeth"), late(s, "lips")))
                .says("upperIsExpanding", s -> Math.max(late(s, "jaw"), late(s, "teeth")) + 1)
                .says("lowerIsExpanding", s -> Math.max(late(s, "teeth"), late(s, "lips")) + 1)
                .by(s -> {
                    Jaws jaws = new Jaws(s);
                    Change upper = new Change();
                    Change lower = new Change();
                    return (bar, out) -> {
                        double[] lines = jaws.next(bar);
                        out[0] = Math.abs(lines[0] - lines[1]);
                        out[1] = -Math.abs(lines[1] - lines[2]);
                        double wider = upper.next(out[0]);
                        double deeper = lower.next(out[1]);
                        out[2] = Double.isNaN(wider) ? Double.NaN : Numbers.flag(wider > 0);
                        out[3] = Double.isNaN(deeper) ? Double.NaN : Numbers.flag(deeper < 0);
                    };
                });
    }
}
