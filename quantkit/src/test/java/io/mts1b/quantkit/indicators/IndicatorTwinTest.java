package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.Naive.change;
import static io.mts1b.quantkit.indicators.Naive.combine;
import static io.mts1b.quantkit.indicators.Naive.ema;
import static io.mts1b.quantkit.indicators.Naive.exponential;
import static io.mts1b.quantkit.indicators.Naive.lag;
import static io.mts1b.quantkit.indicators.Naive.map;
import static io.mts1b.quantkit.indicators.Naive.minus;
import static io.mts1b.quantkit.indicators.Naive.over;
import static io.mts1b.quantkit.indicators.Naive.plus;
import static io.mts1b.quantkit.indicators.Naive.rolling;
import static io.mts1b.quantkit.indicators.Naive.sma;
import static io.mts1b.quantkit.indicators.Naive.times;
import static io.mts1b.quantkit.indicators.Naive.wilder;
import static io.mts1b.quantkit.indicators.Naive.wma;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each indicator against its formula over whole columns. */
class IndicatorTwinTest {

    /** The columns of random bars, and what may be derived from them. */
    private static final class Series {

        final double[] o;
        final double[] h;
        final double[] l;
        final double[] c;
        final double[] v;
        final double[] b;
        final Settings s;

        Series(double[][] columns, Settings s) {
            o = columns[0];
            h = columns[1];
            l = columns[2];
            c = columns[3];
            v = columns[4];
            b = columns[5];
            this.s = s;
        }

        int n() {
            return s.period();
        }

        int n(String name) {
            return s.whole(name);
        }

        double[] tr() {
            return Naive.trueRange(h, l, c);
        }

        double[] hl2() {
            return times(plus(h, l), 0.5);
        }

        double[] hlc3() {
            return times(plus(plus(h, l), c), 1 / 3.0);
        }

        double[] hh(int n) {
            return rolling(h, n, Naive::highest);
        }

        double[] ll(int n) {
            return rolling(l, n, Naive::lowest);
        }

        double[] raw(int n) {
            return times(over(minus(c, ll(n)), minus(hh(n), ll(n))), 100);
        }

        double[] returns(double[] x) {
            return over(change(x, 1), lag(x, 1));
        }

        double[] rate(int n) {
            return times(over(change(c, n), lag(c, n)), 100);
        }

        double[] up(double[] x) {
            return Arrays.stream(x).map(v -> Math.max(v, 0)).toArray();
        }

        double[] down(double[] x) {
            return Arrays.stream(x).map(v -> Math.max(-v, 0)).toArray();
        }

        double[] logs(double[] x, double[] y) {
            return combine(x, y, (a, b) -> Math.log(a / b));
        }

        double[] flow() {
            return times(over(minus(minus(c, l), minus(h, c)), minus(h, l)), v);
        }

        double[] atr(int n) {
            return wilder(tr(), n);
        }

        double[] rooted(double[] variances) {
            return Arrays.stream(sma(variances, n()))
                    .map(x -> Math.sqrt(x * s.real("perYear")))
                    .toArray();
        }

        double[] driftless() {
            return plus(times(logs(h, c), logs(h, o)), times(logs(l, c), logs(l, o)));
        }

        double[] running(double[] x) {
            double[] sums = x.clone();
            Arrays.setAll(sums, t -> Double.isNaN(sums[t]) ? 0 : sums[t]);
            Arrays.parallelPrefix(sums, Double::sum);
            return sums;
        }
    }

    @FunctionalInterface
    private interface Twin {
        double[][] columns(Series x);
    }

    private static double[][] of(double[]... columns) {
        return columns;
    }

    private static final SortedMap<String, Twin> TWINS = twins();

    private static SortedMap<String, Twin> twins() {
        SortedMap<String, Twin> all = new TreeMap<>();
        averages(all);
        oscillators(all);
        momenta(all);
        ranges(all);
        volatilities(all);
        volumes(all);
        return all;
    }

    private static void averages(Map<String, Twin> all) {
        all.put("sma", x -> of(sma(x.c, x.n())));
        all.put("ema", x -> of(ema(x.c, x.n())));
        all.put("smma", x -> of(wilder(x.c, x.n())));
        all.put("wma", x -> of(wma(x.c, x.n())));
        all.put(
                "tma",
                x -> of(rolling(x.c, x.n(), w -> {
                    // Weights rise to the middle and fall.
                    double sum = 0;
                    double whole = 0;
                    for (int i = 0; i < w.length; i++) {
                        double weight = Math.min(Math.min(i + 1, w.length - i), (w.length + 1) / 2);
                        sum += weight * w[i];
                        whole += weight;
                    }
                    return sum / whole;
                })));
        all.put("dema", x -> {
            double[] once = ema(x.c, x.n());
            return of(minus(times(once, 2), exponential(once, 2.0 / (x.n() + 1), 1)));
        });
        all.put("tema", x -> {
            double[] once = ema(x.c, x.n());
            double[] twice = exponential(once, 2.0 / (x.n() + 1), 1);
            double[] thrice = exponential(twice, 2.0 / (x.n() + 1), 1);
            return of(plus(times(minus(once, twice), 3), thrice));
        });
        all.put("hma", x -> of(wma(minus(times(wma(x.c, x.n() / 2), 2), wma(x.c, x.n())), (int) Math.sqrt(x.n()))));
        all.put("zlema", x -> of(ema(minus(times(x.c, 2), lag(x.c, (x.n() - 1) / 2)), x.n())));
        all.put("epma", x -> of(rolling(x.c, x.n(), Naive::lineEnd)));
        all.put("vwma", x -> of(over(sma(times(x.c, x.v), x.n()), sma(x.v, x.n()))));
        all.put("ma-envelope", x -> of(times(sma(x.c, x.n()), 1.025), sma(x.c, x.n()), times(sma(x.c, x.n()), 0.975)));
        all.put(
                "alligator",
                x -> of(
                        lag(wilder(x.hl2(), x.n("jaw")), x.n("jawOffset")),
                        lag(wilder(x.hl2(), x.n("teeth")), x.n("teethOffset")),
                        lag(wilder(x.hl2(), x.n("lips")), x.n("lipsOffset"))));
        all.put(
                "slope",
                x -> of(
                        rolling(x.c, x.n(), Naive::slope),
                        map(
                                x.c.length,
                                t -> t < x.n() - 1
                                        ? Double.NaN
                                        : Naive.lineEnd(Arrays.copyOfRange(x.c, t - x.n() + 1, t + 1))
                                                - Naive.slope(Arrays.copyOfRange(x.c, t - x.n() + 1, t + 1)) * (t + 1)),
                        rolling(x.c, x.n(), Naive::deviation)));
        all.put(
                "stdev-channels",
                x -> of(
                        rolling(x.c, x.n(), Naive::lineEnd),
                        rolling(x.c, x.n(), w -> Naive.lineEnd(w) + 2 * Naive.deviation(w)),
                        rolling(x.c, x.n(), w -> Naive.lineEnd(w) - 2 * Naive.deviation(w))));
    }

    private static void oscillators(Map<String, Twin> all) {
        all.put("rsi", x -> {
            double[] gains = wilder(x.up(change(x.c, 1)), x.n());
            double[] losses = wilder(x.down(change(x.c, 1)), x.n());
            return of(combine(gains, losses, (g, l) -> 100 - 100 / (1 + g / l)));
        });
        all.put("cmo", x -> {
            double[] gains = sma(x.up(change(x.c, 1)), x.n());
            double[] losses = sma(x.down(change(x.c, 1)), x.n());
            return of(combine(gains, losses, (g, l) -> 100 * (g - l) / (g + l)));
        });
        all.put("stoch-rsi", x -> {
            double[] gains = wilder(x.up(change(x.c, 1)), x.n("rsi"));
            double[] losses = wilder(x.down(change(x.c, 1)), x.n("rsi"));
            double[] rsi = combine(gains, losses, (g, l) -> 100 * g / (g + l));
            double[] low = rolling(rsi, x.n("stoch"), Naive::lowest);
            double[] range = minus(rolling(rsi, x.n("stoch"), Naive::highest), low);
            double[] raw = sma(times(over(minus(rsi, low), range), 100), x.n("smooth"));
            return of(raw, sma(raw, x.n("signal")));
        });
        all.put("stoch", x -> {
            double[] k = sma(x.raw(x.n()), x.n("smooth"));
            double[] d = sma(k, x.n("signal"));
            return of(k, d, minus(times(k, 3), times(d, 2)));
        });
        all.put("williams-r", x -> of(times(over(minus(x.hh(x.n()), x.c), minus(x.hh(x.n()), x.ll(x.n()))), -100)));
        all.put(
                "cci",
                x -> of(rolling(x.hlc3(), x.n(), w -> {
                    double mean = Naive.mean(w);
                    return (w[w.length - 1] - mean)
                            / (0.015
                                    * Arrays.stream(w)
                                            .map(p -> Math.abs(p - mean))
                                            .sum()
                                    / w.length);
                })));
        all.put("uo", x -> {
            double[] pressure = map(x.c.length, t -> t == 0 ? Double.NaN : x.c[t] - Math.min(x.l[t], x.c[t - 1]));
            double[] sum = new double[x.c.length];
            for (String name : new String[] {"short", "middle", "long"}) {
                double weight = name.equals("short") ? 4 : name.equals("middle") ? 2 : 1;
                sum = plus(sum, times(over(sma(pressure, x.n(name)), sma(x.tr(), x.n(name))), weight * 100 / 7));
            }
            return of(sum);
        });
        all.put("bop", x -> of(sma(over(minus(x.c, x.o), minus(x.h, x.l)), x.n())));
        all.put("qstick", x -> of(sma(minus(x.c, x.o), x.n())));
    }

    private static void momenta(Map<String, Twin> all) {
        all.put("macd", x -> {
            double[] macd = minus(ema(x.c, x.n("fast")), ema(x.c, x.n("slow")));
            double[] signal = ema(macd, x.n("signal"));
            return of(macd, signal, minus(macd, signal));
        });
        all.put(
                "ppo",
                x -> of(times(over(minus(ema(x.c, x.n("fast")), ema(x.c, x.n("slow"))), ema(x.c, x.n("slow"))), 100)));
        all.put(
                "pvo",
                x -> of(times(over(minus(ema(x.v, x.n("fast")), ema(x.v, x.n("slow"))), ema(x.v, x.n("slow"))), 100)));
        all.put("roc", x -> of(change(x.c, x.n()), x.rate(x.n())));
        all.put(
                "roc-wb",
                x -> of(
                        x.rate(x.n()),
                        ema(x.rate(x.n()), x.n("ema")),
                        rolling(
                                x.rate(x.n()),
                                x.n("deviation"),
                                w -> Math.sqrt(Arrays.stream(w).map(r -> r * r).sum() / w.length))));
        all.put("momentum", x -> of(change(x.c, x.n())));
        all.put("tsi", x -> {
            double[] net = ema(ema(change(x.c, 1), x.n("first")), x.n("smooth"));
            double[] sizes = combine(change(x.c, 1), change(x.c, 1), (a, b) -> Math.abs(a));
            double[] tsi = times(over(net, ema(ema(sizes, x.n("first")), x.n("smooth"))), 100);
            return of(tsi, ema(tsi, x.n("signal")));
        });
        all.put("awesome", x -> {
            double[] apart = minus(sma(x.hl2(), x.n("fast")), sma(x.hl2(), x.n("slow")));
            return of(apart, times(over(apart, x.hl2()), 100));
        });
        all.put("accelerator", x -> {
            double[] apart = minus(sma(x.hl2(), x.n("fast")), sma(x.hl2(), x.n("slow")));
            return of(minus(apart, sma(apart, x.n("signal"))));
        });
        all.put("dpo", x -> of(minus(lag(x.c, x.n() / 2 + 1), sma(x.c, x.n())), sma(x.c, x.n())));
        all.put("coppock", x -> of(wma(plus(x.rate(x.n("short")), x.rate(x.n("long"))), x.n())));
        all.put(
                "kst",
                x -> of(plus(
                        plus(sma(x.rate(10), 10), times(sma(x.rate(15), 10), 2)),
                        plus(times(sma(x.rate(20), 10), 3), times(sma(x.rate(30), 15), 4)))));
        all.put("elder-ray", x -> of(ema(x.c, x.n()), minus(x.h, ema(x.c, x.n())), minus(x.l, ema(x.c, x.n()))));
    }

    private static void ranges(Map<String, Twin> all) {
        all.put(
                "aroon",
                x -> of(
                        rolling(x.h, x.n() + 1, w -> 100.0 * indexOf(w, Naive.highest(w)) / (w.length - 1)),
                        rolling(x.l, x.n() + 1, w -> 100.0 * indexOf(w, Naive.lowest(w)) / (w.length - 1))));
        all.put(
                "vortex",
                x -> of(
                        over(sma(combine(x.h, lag(x.l, 1), (a, b) -> Math.abs(a - b)), x.n()), sma(x.tr(), x.n())),
                        over(sma(combine(x.l, lag(x.h, 1), (a, b) -> Math.abs(a - b)), x.n()), sma(x.tr(), x.n()))));
        all.put("ichimoku", x -> {
            double[] tenkan = times(plus(x.hh(x.n("tenkan")), x.ll(x.n("tenkan"))), 0.5);
            double[] kijun = times(plus(x.hh(x.n("kijun")), x.ll(x.n("kijun"))), 0.5);
            double[] slow = times(plus(x.hh(x.n("senkouB")), x.ll(x.n("senkouB"))), 0.5);
            int ahead = x.n("offset");
            return of(tenkan, kijun, lag(times(plus(tenkan, kijun), 0.5), ahead), lag(slow, ahead), x.c);
        });
        all.put(
                "donchian",
                x -> of(lag(x.hh(x.n()), 1), lag(times(plus(x.hh(x.n()), x.ll(x.n())), 0.5), 1), lag(x.ll(x.n()), 1)));
        all.put(
                "bb",
                x -> of(
                        sma(x.c, x.n()),
                        rolling(x.c, x.n(), w -> Naive.mean(w) + 2 * Naive.deviation(w)),
                        rolling(x.c, x.n(), w -> Naive.mean(w) - 2 * Naive.deviation(w))));
        all.put(
                "keltner",
                x -> of(
                        plus(ema(x.c, x.n("ema")), times(x.atr(x.n("atr")), 2)),
                        ema(x.c, x.n("ema")),
                        minus(ema(x.c, x.n("ema")), times(x.atr(x.n("atr")), 2))));
        all.put("starc", x -> of(plus(sma(x.c, x.n("sma")), times(x.atr(x.n("atr")), 2))));
        all.put(
                "chandelier",
                x -> of(minus(x.hh(x.n()), times(x.atr(x.n()), 3)), plus(x.ll(x.n()), times(x.atr(x.n()), 3))));
        all.put("adx", x -> {
            double[] ups = change(x.h, 1);
            double[] downs = times(change(x.l, 1), -1);
            double[] plus = combine(ups, downs, (u, d) -> Double.isNaN(u) ? u : u > d && u > 0 ? u : 0);
            double[] minus = combine(ups, downs, (u, d) -> Double.isNaN(u) ? u : d > u && d > 0 ? d : 0);
            return of(
                    times(over(wilder(plus, x.n()), wilder(x.tr(), x.n())), 100),
                    times(over(wilder(minus, x.n()), wilder(x.tr(), x.n())), 100));
        });
    }

    private static int indexOf(double[] w, double value) {
        return (int) Arrays.stream(w).takeWhile(one -> one != value).count();
    }

    private static void volatilities(Map<String, Twin> all) {
        all.put("tr", x -> of(x.tr()));
        all.put("atr", x -> of(x.tr(), x.atr(x.n()), times(over(x.atr(x.n()), x.c), 100)));
        all.put("natr", x -> of(times(over(x.atr(x.n()), x.c), 100)));
        all.put("stdev", x -> of(rolling(x.c, x.n(), Naive::deviation), sma(x.c, x.n())));
        all.put(
                "hv",
                x -> of(rolling(
                        x.logs(x.c, lag(x.c, 1)), x.n(), w -> Math.sqrt(252 * Naive.squares(w) / (w.length - 1)))));
        all.put(
                "parkinson",
                x -> of(x.rooted(times(times(x.logs(x.h, x.l), x.logs(x.h, x.l)), 1 / (4 * Math.log(2))))));
        all.put(
                "garman-klass",
                x -> of(x.rooted(minus(
                        times(times(x.logs(x.h, x.l), x.logs(x.h, x.l)), 0.5),
                        times(times(x.logs(x.c, x.o), x.logs(x.c, x.o)), 2 * Math.log(2) - 1)))));
        all.put("rogers-satchell", x -> of(x.rooted(x.driftless())));
        all.put("yang-zhang", x -> {
            int n = x.n();
            double k = 0.34 / (1.34 + (n + 1.0) / (n - 1));
            double[] overnight = rolling(x.logs(x.o, lag(x.c, 1)), n, w -> Naive.squares(w) / (n - 1));
            double[] daily = rolling(x.logs(x.c, x.o), n, w -> Naive.squares(w) / (n - 1));
            double[] within = sma(x.driftless(), n);
            double[] variance = plus(overnight, plus(times(daily, k), times(within, 1 - k)));
            return of(Arrays.stream(variance).map(v -> Math.sqrt(252 * v)).toArray());
        });
        all.put("chop", x -> {
            double[] high = combine(x.h, lag(x.c, 1), Math::max);
            double[] low = combine(x.l, lag(x.c, 1), Math::min);
            double[] range = minus(rolling(high, x.n(), Naive::highest), rolling(low, x.n(), Naive::lowest));
            double[] sums = times(sma(x.tr(), x.n()), x.n());
            return of(combine(sums, range, (s, r) -> 100 * Math.log10(s / r) / Math.log10(x.n())));
        });
        all.put("mass-index", x -> {
            double[] once = ema(minus(x.h, x.l), x.n("ema"));
            return of(times(sma(over(once, ema(once, x.n("ema"))), x.n()), x.n()));
        });
        all.put(
                "corr",
                x -> of(
                        rolling(x.c, x.n(), w -> Naive.squares(w) / w.length),
                        rolling(x.b, x.n(), w -> Naive.squares(w) / w.length),
                        pairs(x.c, x.b, x.n(), (a, b) -> Naive.products(a, b) / a.length),
                        pairs(
                                x.c,
                                x.b,
                                x.n(),
                                (a, b) -> Naive.products(a, b) / Math.sqrt(Naive.squares(a) * Naive.squares(b)))));
        all.put(
                "beta",
                x -> of(pairs(
                        x.returns(x.b), x.returns(x.c), x.n(), (a, b) -> Naive.products(a, b) / Naive.squares(a))));
        all.put(
                "prs",
                x -> of(
                        over(x.c, x.b),
                        minus(over(change(x.c, x.n()), lag(x.c, x.n())), over(change(x.b, x.n()), lag(x.b, x.n())))));
    }

    @FunctionalInterface
    private interface OfPairs {
        double of(double[] x, double[] y);
    }

    private static double[] pairs(double[] x, double[] y, int n, OfPairs f) {
        return map(
                x.length,
                t -> t < n - 1 || Double.isNaN(x[t - n + 1])
                        ? Double.NaN
                        : f.of(Arrays.copyOfRange(x, t - n + 1, t + 1), Arrays.copyOfRange(y, t - n + 1, t + 1)));
    }

    private static void volumes(Map<String, Twin> all) {
        all.put("obv", x -> of(x.running(times(combine(change(x.c, 1), x.c, (d, c) -> Math.signum(d)), x.v))));
        all.put("vpt", x -> of(x.running(times(x.returns(x.c), x.v))));
        all.put("adl", x -> of(x.running(x.flow()), over(x.flow(), x.v), x.flow()));
        all.put("cmf", x -> of(over(x.flow(), x.v), x.flow(), over(sma(x.flow(), x.n()), sma(x.v, x.n()))));
        all.put(
                "chaikin-osc",
                x -> of(
                        x.running(x.flow()),
                        minus(ema(x.running(x.flow()), x.n("fast")), ema(x.running(x.flow()), x.n("slow")))));
        all.put("mfi", x -> {
            double[] sign = combine(change(x.hlc3(), 1), x.c, (d, c) -> Math.signum(d));
            double[] flow = times(times(x.hlc3(), x.v), sign);
            return of(combine(sma(x.up(flow), x.n()), sma(x.down(flow), x.n()), (u, d) -> 100 - 100 / (1 + u / d)));
        });
        all.put("force", x -> of(ema(times(change(x.c, 1), x.v), x.n())));
        all.put("eom", x -> of(sma(over(change(x.hl2(), 1), over(times(x.v, 1e-8), minus(x.h, x.l))), x.n())));
    }

    static Stream<String> names() {
        return TWINS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void agrees_with_its_formula(String name) {
        Indicator indicator = Indicators.require(name);
        ForAll.cases(20, random -> {
            Settings settings = IndicatorContractTest.anySettings(indicator, random, 2);
            if (settings.has("source")) {
                settings = settings.with("source", indicator.standard().choice("source"));
            }
            double[][] x = RandomBars.columns(random, 200);
            double[][] found = indicator.columns(RandomBars.bars(x), settings);
            double[][] expected = Objects.requireNonNull(TWINS.get(name)).columns(new Series(x, settings));
            for (int k = 0; k < expected.length; k++) {
                double size = Arrays.stream(expected[k])
                        .filter(Double::isFinite)
                        .map(Math::abs)
                        .max()
                        .orElse(0);
                for (int t = 0; t < 200; t++) {
                    String where = name + " " + indicator.outputs().get(k) + " on bar " + t;
                    if (Double.isFinite(expected[k][t])) {
                        assertThat(found[k][t]).as(where).isCloseTo(expected[k][t], within(1e-9 * size));
                    } else {
                        assertThat(found[k][t])
                                .as(where)
                                .satisfiesAnyOf(
                                        value -> assertThat(value).isNaN(),
                                        value -> assertThat(value).isIn(100.0, -100.0));
                    }
                }
            }
        });
    }
}
