package io.mts1b.quantkit.indicators;

import java.util.Arrays;
import java.util.List;

/** Moving averages with fixed weights. */
final class Averages {

    private Averages() {}

    static List<Indicator> all() {
        return List.of(
                simple(),
                simpleWithErrors(),
                exponential(),
                weighted(),
                doubled(),
                tripled(),
                hull(),
                wilder(),
                tillson(),
                triangular(),
                zeroLag(),
                arnaudLegoux(),
                endpoint(),
                envelope());
    }

    /** SMA: the mean of the last n prices. */
    private static Indicator simple() {
        return Indicator.named("sma", "Simple moving average")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .says("sma", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    WindowSum sum = new WindowSum(s.period());
                    return (bar, out) -> out[0] = sum.mean(price.of(bar));
                });
    }

    /**
     * How far the last n prices p are from their mean m: {@code mad = mean |p - m|}, {@code mse = mean (p - m)^2},
     * {@code mape = mean |p - m| / p}. Costs n per bar.
     */
    private static Indicator simpleWithErrors() {
        return Indicator.named("sma-analysis", "Simple moving average and its errors")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .says("sma", s -> s.period() - 1)
                .says("mad", s -> s.period() - 1)
                .says("mse", s -> s.period() - 1)
                .says("mape", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    WindowSum sum = new WindowSum(s.period());
                    LastValues last = new LastValues(s.period());
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double mean = sum.mean(now);
                        boolean full = last.next(now);
                        out[0] = mean;
                        errors(last, full, mean, out);
                    };
                });
    }

    private static void errors(LastValues last, boolean full, double mean, double[] out) {
        double absolute = 0;
        double squared = 0;
        double relative = 0;
        for (int i = full ? last.size() - 1 : -1; i >= 0; i--) {
            double apart = Math.abs(last.ago(i) - mean);
            absolute += apart;
            squared += apart * apart;
            relative += Numbers.ratio(apart, last.ago(i));
        }
        out[1] = full ? absolute / last.size() : Double.NaN;
        out[2] = full ? squared / last.size() : Double.NaN;
        out[3] = full ? relative / last.size() : Double.NaN;
    }

    /** EMA: {@code e + 2 / (n + 1) (p - e)}, started at the mean of the first n prices. */
    private static Indicator exponential() {
        return Indicator.named("ema", "Exponential moving average")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .says("ema", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    Exponential average = Exponential.of(s.period());
                    return (bar, out) -> out[0] = average.next(price.of(bar));
                });
    }

    /** WMA: the mean of the last n prices, weights 1 for the oldest to n for the newest. */
    private static Indicator weighted() {
        return Indicator.named("wma", "Weighted moving average")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .says("wma", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    WeightedAverage average = new WeightedAverage(s.period());
                    return (bar, out) -> out[0] = average.next(price.of(bar));
                });
    }

    /**
     * DEMA: {@code 2 e1 - e2} with e2 the EMA of the EMA e1, both started together. P. Mulloy, "Smoothing Data with
     * Faster Moving Averages", Technical Analysis of Stocks and Commodities 12(1), 1994.
     */
    private static Indicator doubled() {
        return Indicator.named("dema", "Double exponential moving average")
                .price(Price.CLOSE_PRICE)
                .period(14)
                .says("dema", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    Exponential first = Exponential.of(s.period());
                    Exponential second = Exponential.fromFirst(s.period());
                    return (bar, out) -> {
                        double once = first.next(price.of(bar));
                        out[0] = 2 * once - second.next(once);
                    };
                });
    }

    /** TEMA: {@code 3 e1 - 3 e2 + e3}, each the EMA of the one before, all started together. Mulloy 1994, as DEMA. */
    private static Indicator tripled() {
        return Indicator.named("tema", "Triple exponential moving average")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .says("tema", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    Exponential first = Exponential.of(s.period());
                    Exponential second = Exponential.fromFirst(s.period());
                    Exponential third = Exponential.fromFirst(s.period());
                    return (bar, out) -> {
                        double once = first.next(price.of(bar));
                        double twice = second.next(once);
                        out[0] = 3 * once - 3 * twice + third.next(twice);
                    };
                });
    }

    /** HMA: the WMA over {@code sqrt n} of {@code 2 WMA(n / 2) - WMA(n)}. A. Hull, "Hull Moving Average", 2005. */
    private static Indicator hull() {
        return Indicator.named("hma", "Hull moving average")
                .price(Price.CLOSE_PRICE)
                .whole("period", 14, 2)
                .says("hma", s -> s.period() - 2 + (int) Math.sqrt(s.period()))
                .by(s -> {
                    Price price = s.price();
                    WeightedAverage half = new WeightedAverage(s.period() / 2);
                    WeightedAverage whole = new WeightedAverage(s.period());
                    WeightedAverage root = new WeightedAverage((int) Math.sqrt(s.period()));
                    return (bar, out) -> {
                        double now = price.of(bar);
                        double fast = half.next(now);
                        out[0] = root.next(2 * fast - whole.next(now));
                    };
                });
    }

    /** SMMA, Wilder's average: {@code a + (p - a) / n}, started at the mean of the first n prices. Wilder 1978. */
    private static Indicator wilder() {
        return Indicator.named("smma", "Smoothed (Wilder's) moving average")
                .alias("wilder", "rma")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .says("smma", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    Exponential average = Exponential.wilder(s.period());
                    return (bar, out) -> out[0] = average.next(price.of(bar));
                });
    }

    /**
     * T3: with e1 to e6 each the EMA of the one before, all started at the first price, and a the volume factor,
     * {@code -a^3 e6 + 3 (a^2 + a^3) e5 - (6 a^2 + 3 a + 3 a^3) e4 + (1 + 3 a + a^3 + 3 a^2) e3}. T. Tillson,
     * "Smoothing Techniques for More Accurate Signals", Technical Analysis of Stocks and Commodities 16(1), 1998.
     */
    private static Indicator tillson() {
        return Indicator.named("t3", "Tillson's T3 moving average")
                .price(Price.CLOSE_PRICE)
                .period(5)
                .real("volumeFactor", 0.7, 0, 1)
                .says("t3", s -> 0)
                .by(s -> {
                    Price price = s.price();
                    double a = s.real("volumeFactor");
                    Exponential[] stages = new Exponential[6];
                    Arrays.setAll(stages, i -> Exponential.fromFirst(s.period()));
                    return (bar, out) -> {
                        double value = price.of(bar);
                        for (Exponential stage : stages) {
                            value = stage.next(value);
                        }
                        out[0] = -a * a * a * stages[5].last()
                                + 3 * (a * a + a * a * a) * stages[4].last()
                                - (6 * a * a + 3 * a + 3 * a * a * a) * stages[3].last()
                                + (1 + 3 * a + a * a * a + 3 * a * a) * stages[2].last();
                    };
                });
    }

    /** TMA: the SMA over {@code n / 2 + 1} (rounded down) of the SMA over {@code (n + 1) / 2}, so n prices count. */
    private static Indicator triangular() {
        return Indicator.named("tma", "Triangular moving average")
                .alias("trima")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .says("tma", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    WindowSum first = new WindowSum((s.period() + 1) / 2);
                    WindowSum second = new WindowSum(s.period() / 2 + 1);
                    return (bar, out) -> out[0] = second.mean(first.mean(price.of(bar)));
                });
    }

    /**
     * ZLEMA: the EMA of {@code 2 p - p(lag)}, lag {@code (n - 1) / 2}. J. Ehlers and R. Way, "Zero Lag (Well,
     * Almost)", Technical Analysis of Stocks and Commodities 28(12), 2010.
     */
    private static Indicator zeroLag() {
        return Indicator.named("zlema", "Zero lag exponential moving average")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .says("zlema", s -> s.period() - 1 + (s.period() - 1) / 2)
                .by(s -> {
                    Price price = s.price();
                    Delay delay = new Delay((s.period() - 1) / 2);
                    Exponential average = Exponential.of(s.period());
                    return (bar, out) -> {
                        double now = price.of(bar);
                        out[0] = average.next(2 * now - delay.next(now));
                    };
                });
    }

    /**
     * ALMA: the mean of the last n prices under weights {@code exp(-(i - m)^2 / (2 w^2))}, i from 0 for the oldest,
     * {@code m = offset (n - 1)}, {@code w = n / sigma}. A. Legoux and D. Kouzis-Loukas, 2009. Costs n per bar.
     */
    private static Indicator arnaudLegoux() {
        return Indicator.named("alma", "Arnaud Legoux moving average")
                .price(Price.CLOSE_PRICE)
                .period(9)
                .real("offset", 0.85, 0, 1)
                .real("sigma", 6, 1e-3, 1e6)
                .says("alma", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    int n = s.period();
                    double[] weights = new double[n];
                    double total = 0;
                    for (int i = 0; i < n; i++) {
                        double apart = (i - s.real("offset") * (n - 1)) * s.real("sigma") / n;
                        weights[i] = StrictMath.exp(-apart * apart / 2);
                        total += weights[i];
                    }
                    double whole = total;
                    LastValues last = new LastValues(n);
                    return (bar, out) -> {
                        boolean full = last.next(price.of(bar));
                        double sum = 0;
                        for (int i = full ? n - 1 : -1; i >= 0; i--) {
                            sum += weights[i] * last.ago(n - 1 - i);
                        }
                        out[0] = full ? sum / whole : Double.NaN;
                    };
                });
    }

    /** EPMA: where the line of least squares through the last n prices ends. */
    private static Indicator endpoint() {
        return Indicator.named("epma", "Endpoint moving average")
                .alias("lsma", "linreg")
                .price(Price.CLOSE_PRICE)
                .whole("period", 10, 2)
                .says("epma", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    TimeRegression line = new TimeRegression(s.period());
                    return (bar, out) -> out[0] = line.next(price.of(bar)) ? line.end() : Double.NaN;
                });
    }

    /** Envelope: the SMA, and so many per cent above and below it. */
    private static Indicator envelope() {
        return Indicator.named("ma-envelope", "Moving average envelope")
                .alias("ma-env")
                .price(Price.CLOSE_PRICE)
                .period(20)
                .real("percentOffset", 2.5, 0, 100)
                .says("upperEnvelope", s -> s.period() - 1)
                .says("centerline", s -> s.period() - 1)
                .says("lowerEnvelope", s -> s.period() - 1)
                .by(s -> {
                    Price price = s.price();
                    WindowSum sum = new WindowSum(s.period());
                    double offset = s.real("percentOffset") / 100;
                    return (bar, out) -> {
                        double mean = sum.mean(price.of(bar));
                        out[0] = mean + mean * offset;
                        out[1] = mean;
                        out[2] = mean - mean * offset;
                    };
                });
    }
}
