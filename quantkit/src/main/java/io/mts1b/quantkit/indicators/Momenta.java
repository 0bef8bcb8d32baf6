package io.mts1b.quantkit.indicators;

import java.util.List;
import java.util.function.Function;

/** Oscillators of speed: how fast a price moves, or how far its averages are apart. */
final class Momenta {

    private Momenta() {}

    static List<Indicator> all() {
        return List.of(
                convergence("macd", "Moving average convergence divergence", Price.CLOSE_PRICE, false),
                convergence("ppo", "Percentage price oscillator", Price.CLOSE_PRICE, true),
                convergence("pvo", "Percentage volume oscillator", Price.TRADED, true),
                rate(),
                rateWithBands(),
                momentum(),
                tripled(),
                trueStrength(),
                awesome(),
                accelerator(),
                detrended(),
                coppock(),
                knowSureThing(),
                elderRay(),
                powerBalance(),
                vigor(),
                quickStick());
    }

    /**
     * MACD: a fast less a slow EMA, in per cent of the slow one for PPO (of prices) and PVO (of volumes); its EMA, the
     * signal; and what it has above that. G. Appel, "The Moving Average Convergence Divergence Trading Method", 1985.
     */
    private static Indicator convergence(String name, String title, Price usual, boolean relative) {
        Function<Settings, Integer> both = s -> Math.max(s.whole("fast"), s.whole("slow")) - 1;
        Function<Settings, Integer> signals = s -> both.apply(s) + s.whole("signal") - 1;
        Indicator.Definition one = Indicator.named(name, title)
                .price(usual)
                .whole("fast", 12, 1)
                .whole("slow", 26, 1)
                .whole("signal", 9, 1)
                .says(name, both)
                .says("signal", signals)
                .says("histogram", signals);
        if (!relative) {
            one.says("fastEma", s -> s.whole("fast") - 1).says("slowEma", s -> s.whole("slow") - 1);
        }
        return one.by(s -> {
            Price price = s.price();
            Exponential fast = Exponential.of(s.whole("fast"));
            Exponential slow = Exponential.of(s.whole("slow"));
            Exponential signal = Exponential.of(s.whole("signal"));
            return (bar, out) -> {
                double now = price.of(bar);
                double quick = fast.next(now);
                double lazy = slow.next(now);
                out[0] = relative ? Numbers.percent(quick - lazy, lazy) : quick - lazy;
                out[1] = signal.next(out[0]);
                out[2] = out[0] - out[1];
                if (!relative) {
                    out[3] = quick;
                    out[4] = lazy;
                }
            };
        });
    }

    /** ROC: the change over n bars, and the same in per cent of the price n bars ago. */
    private static Indicator rate() {
        return Indicator.named("roc", "Rate of change")
                .price(Price.CLOSE_PRICE)
                .period(14)
                .says("momentum", Settings::period)
                .says("roc", Settings::period)
                .by(s -> {
                    Price price = s.price();
                    Delay delay = new Delay(s.period());
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double before = delay.next(now);
                        out[0] = now - before;
                        out[1] = Numbers.percent(out[0], before);
                    };
                });
    }

    /** ROC, its EMA, and bands at the root mean square of its last values. V. Apirine's ROC with bands, 2021. */
    private static Indicator rateWithBands() {
        Function<Settings, Integer> bands = s -> s.period() + s.whole("deviation") - 1;
        return Indicator.named("roc-wb", "Rate of change with bands")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .whole("ema", 5, 1)
                .whole("deviation", 5, 1)
                .says("roc", Settings::period)
                .says("rocEma", s -> s.period() + s.whole("ema") - 1)
                .says("upperBand", bands)
                .says("lowerBand", bands)
                .by(s -> {
                    Price price = s.price();
                    Delay delay = new Delay(s.period());
                    Exponential average = Exponential.of(s.whole("ema"));
                    WindowSum squares = new WindowSum(s.whole("deviation"));
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double before = delay.next(now);
                        out[0] = Numbers.percent(now - before, before);
                        out[1] = average.next(out[0]);
                        out[2] = Math.sqrt(squares.mean(out[0] * out[0]));
                        out[3] = -out[2];
                    };
                });
    }

    /** Momentum: the price less the price n bars ago. */
    private static Indicator momentum() {
        return Indicator.named("momentum", "Momentum")
                .alias("mom")
                .price(Price.CLOSE_PRICE)
                .period(10)
                .says("momentum", Settings::period)
                .by(s -> {
                    Price price = s.price();
                    Delay delay = new Delay(s.period());
                    return (bar, out) -> {
                        double now = price.of(bar);
                        out[0] = now - delay.next(now);
                    };
                });
    }

    /**
     * TRIX: the change, in per cent, of an EMA of an EMA of an EMA, all started together; and its SMA. J. Hutson,
     * "Good TRIX", Technical Analysis of Stocks and Commodities 1(5), 1983.
     */
    private static Indicator tripled() {
        return Indicator.named("trix", "Triple exponential average's rate of change")
                .price(Price.CLOSE_PRICE)
                .period(14)
                .whole("signal", 9, 1)
                .says("ema3", s -> s.period() - 1)
                .says("trix", Settings::period)
                .says("signal", s -> s.period() + s.whole("signal") - 1)
                .by(s -> {
                    Price price = s.price();
                    Exponential first = Exponential.of(s.period());
                    Exponential second = Exponential.fromFirst(s.period());
                    Exponential third = Exponential.fromFirst(s.period());
                    Change change = new Change();
                    WindowSum signal = new WindowSum(s.whole("signal"));
                    return (bar, out) -> {
                        out[0] = third.next(second.next(first.next(price.of(bar))));
                        double move = change.next(out[0]);
                        out[1] = Numbers.percent(move, change.before());
                        out[2] = signal.mean(out[1]);
                    };
                });
    }

    /**
     * TSI: 100 times the change, smoothed by an EMA and again by a second, over its size smoothed the same way; and
     * its EMA. W. Blau, "True Strength Index", Technical Analysis of Stocks and Commodities 9(11), 1991.
     */
    private static Indicator trueStrength() {
        Function<Settings, Integer> smooth = s -> s.whole("first") + s.whole("smooth") - 1;
        return Indicator.named("tsi", "True strength index")
                .price(Price.CLOSE_PRICE)
                .whole("first", 25, 1)
                .whole("smooth", 13, 1)
                .whole("signal", 7, 1)
                .says("tsi", smooth)
                .says("signal", s -> smooth.apply(s) + s.whole("signal") - 1)
                .by(s -> {
                    Price price = s.price();
                    Change change = new Change();
                    Exponential moves = Exponential.of(s.whole("first"));
                    Exponential moves2 = Exponential.of(s.whole("smooth"));
                    Exponential sizes = Exponential.of(s.whole("first"));
                    Exponential sizes2 = Exponential.of(s.whole("smooth"));
                    Exponential signal = Exponential.of(s.whole("signal"));
                    return (bar, out) -> {
                        double move = change.next(price.of(bar));
                        double net = moves2.next(moves.next(move));
                        out[0] = Numbers.percent(net, sizes2.next(sizes.next(Math.abs(move))));
                        out[1] = signal.next(out[0]);
                    };
                });
    }

    /** AO: a fast less a slow SMA of the middle price, and that in per cent of the price. B. Williams 1998. */
    private static Indicator awesome() {
        Function<Settings, Integer> both = s -> Math.max(s.whole("fast"), s.whole("slow")) - 1;
        return Indicator.named("awesome", "Awesome oscillator")
                .alias("ao")
                .price(Price.MEDIAN)
                .whole("fast", 5, 1)
                .whole("slow", 34, 1)
                .says("oscillator", both)
                .says("normalized", both)
                .by(s -> {
                    Price price = s.price();
                    WindowSum fast = new WindowSum(s.whole("fast"));
                    WindowSum slow = new WindowSum(s.whole("slow"));
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double quick = fast.mean(now);
                        out[0] = quick - slow.mean(now);
                        out[1] = Numbers.percent(out[0], now);
                    };
                });
    }

    /** AC: the awesome oscillator less its SMA. B. Williams 1998. */
    private static Indicator accelerator() {
        return Indicator.named("accelerator", "Accelerator oscillator")
                .price(Price.MEDIAN)
                .whole("fast", 5, 1)
                .whole("slow", 34, 1)
                .whole("signal", 5, 1)
                .says("accelerator", s -> Math.max(s.whole("fast"), s.whole("slow")) + s.whole("signal") - 2)
                .by(s -> {
                    Price price = s.price();
                    WindowSum fast = new WindowSum(s.whole("fast"));
                    WindowSum slow = new WindowSum(s.whole("slow"));
                    WindowSum signal = new WindowSum(s.whole("signal"));
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double quick = fast.mean(now);
                        double apart = quick - slow.mean(now);
                        out[0] = apart - signal.mean(apart);
                    };
                });
    }

    /** DPO: the price {@code n / 2 + 1} bars ago less the SMA of the last n prices; no later bar is looked at. */
    private static Indicator detrended() {
        return Indicator.named("dpo", "Detrended price oscillator")
                .price(Price.CLOSE_PRICE)
                .period(14)
                .says("dpo", s -> Math.max(s.period() - 1, s.period() / 2 + 1))
                .says("sma", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    WindowSum sum = new WindowSum(s.period());
                    Delay delay = new Delay(s.period() / 2 + 1);
                    return (bar, out) -> {
                        double now = price.of(bar);
                        out[1] = sum.mean(now);
                        out[0] = delay.next(now) - out[1];
                    };
                });
    }

    /** Coppock: the WMA of the sum of two rates of change, in per cent. E. Coppock, Barron's, 1962. */
    private static Indicator coppock() {
        return Indicator.named("coppock", "Coppock curve")
                .price(Price.CLOSE_PRICE)
                .period(10)
                .whole("short", 11, 1)
                .whole("long", 14, 1)
                .says("coppock", s -> Math.max(s.whole("short"), s.whole("long")) + s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    Delay near = new Delay(s.whole("short"));
                    Delay far = new Delay(s.whole("long"));
                    WeightedAverage average = new WeightedAverage(s.period());
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double recent = near.next(now);
                        double old = far.next(now);
                        double rates = Numbers.percent(now - recent, recent) + Numbers.percent(now - old, old);
                        out[0] = average.next(rates);
                    };
                });
    }

    /**
     * KST: {@code a + 2 b + 3 c + 4 d}, SMAs over 10, 10, 10 and 15 bars of the rates of change, in per cent, over
     * 10, 15, 20 and 30 bars; and its SMA. M. Pring, "Rate of Change", Technical Analysis of Stocks and Commodities
     * 10(8), 1992.
     */
    private static Indicator knowSureThing() {
        int[] lags = {10, 15, 20, 30};
        int[] widths = {10, 10, 10, 15};
        return Indicator.named("kst", "Know sure thing")
                .price(Price.CLOSE_PRICE)
                .whole("signal", 9, 1)
                .says("kst", s -> 44)
                .says("signal", s -> 43 + s.whole("signal"))
                .by(s -> {
                    Price price = s.price();
                    Delay[] delays = new Delay[4];
                    WindowSum[] sums = new WindowSum[4];
                    for (int i = 0; i < 4; i++) {
                        delays[i] = new Delay(lags[i]);
                        sums[i] = new WindowSum(widths[i]);
                    }
                    WindowSum signal = new WindowSum(s.whole("signal"));
                    return (bar, out) -> {
                        double now = price.of(bar);
                        out[0] = 0;
                        for (int i = 0; i < 4; i++) {
                            double before = delays[i].next(now);
                            out[0] += (i + 1) * sums[i].mean(Numbers.percent(now - before, before));
                        }
                        out[1] = signal.mean(out[0]);
                    };
                });
    }

    /** Elder-ray: the EMA of closes, and high and low less it. A. Elder, "Trading for a Living", 1993. */
    private static Indicator elderRay() {
        return Indicator.named("elder-ray", "Elder-ray index")
                .reads(BarField.HIGH, BarField.LOW, BarField.CLOSE)
                .period(13)
                .says("ema", s -> s.period() - 1)
                .says("bullPower", s -> s.period() - 1)
                .says("bearPower", s -> s.period() - 1)
                .by(s -> {
                    Exponential average = Exponential.of(s.period());
                    return (bar, out) -> {
                        out[0] = average.next(bar.close);
                        out[1] = bar.high - out[0];
                        out[2] = bar.low - out[0];
                    };
                });
    }

    /**
     * BOP: the SMA of {@code (close - open) / (high - low)}; a bar without range counts as zero. I. Livshin, "Balance
     * of Power", Technical Analysis of Stocks and Commodities 19(8), 2001.
     */
    private static Indicator powerBalance() {
        return Indicator.named("bop", "Balance of power")
                .reads(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE)
                .period(14)
                .says("bop", s -> s.period() - 1)
                .by(s -> {
                    WindowSum sum = new WindowSum(s.period());
                    return (bar, out) -> {
                        double range = bar.high - bar.low;
                        out[0] = sum.mean(range == 0 ? 0 : (bar.close - bar.open) / range);
                    };
                });
    }

    /**
     * RVI: closes less opens over highs less lows, both weighted 1, 2, 2, 1 over four bars and summed over n; and its
     * mean under the same weights. J. Ehlers, "Relative Vigor Index", Technical Analysis of Stocks and Commodities
     * 20(1), 2002.
     */
    private static Indicator vigor() {
        return Indicator.named("rvi", "Relative vigor index")
                .reads(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE)
                .period(10)
                .says("rvi", s -> s.period() + 2)
                .says("signal", s -> s.period() + 5)
                .by(s -> {
                    LastValues moves = new LastValues(4);
                    LastValues ranges = new LastValues(4);
                    LastValues vigors = new LastValues(4);
                    WindowSum up = new WindowSum(s.period());
                    WindowSum wide = new WindowSum(s.period());
                    return (bar, out) -> {
                        double move = up.next(symmetric(moves, bar.close - bar.open));
                        out[0] = Numbers.ratio(move, wide.next(symmetric(ranges, bar.high - bar.low)));
                        out[1] = symmetric(vigors, out[0]);
                    };
                });
    }

    private static double symmetric(LastValues last, double value) {
        return last.next(value) ? (last.ago(0) + 2 * last.ago(1) + 2 * last.ago(2) + last.ago(3)) / 6 : Double.NaN;
    }

    /** QStick: the SMA of close less open. Chande and Kroll 1994. */
    private static Indicator quickStick() {
        return Indicator.named("qstick", "QStick")
                .reads(BarField.OPEN, BarField.CLOSE)
                .period(8)
                .says("qstick", s -> s.period() - 1)
                .by(s -> {
                    WindowSum sum = new WindowSum(s.period());
                    return (bar, out) -> out[0] = sum.mean(bar.close - bar.open);
                });
    }
}
