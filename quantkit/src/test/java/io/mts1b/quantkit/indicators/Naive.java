package io.mts1b.quantkit.indicators;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Formulas as they stand in books, over whole columns and without any cleverness; NaN where a window is not full. */
final class Naive {

    private Naive() {}

    static double[] map(int size, IntToDoubleFunction value) {
        return IntStream.range(0, size).mapToDouble(value).toArray();
    }

    /** Applies a function to the last n values, none of which is NaN. */
    static double[] rolling(double[] x, int n, ToDoubleFunction<double[]> f) {
        return map(x.length, t -> {
            if (t < n - 1) {
                return Double.NaN;
            }
            double[] window = Arrays.copyOfRange(x, t - n + 1, t + 1);
            return Arrays.stream(window).anyMatch(Double::isNaN) ? Double.NaN : f.applyAsDouble(window);
        });
    }

    static double sum(double[] x) {
        return Arrays.stream(x).sum();
    }

    static double mean(double[] x) {
        return sum(x) / x.length;
    }

    static double squares(double[] x) {
        double mean = mean(x);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    }

    static double deviation(double[] x) {
        return Math.sqrt(squares(x) / x.length);
    }

    static double weighted(double[] x) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (i + 1) * x[i];
            weights += i + 1;
        }
        return sum / weights;
    }

    static double highest(double[] x) {
        return Arrays.stream(x).max().orElseThrow();
    }

    static double lowest(double[] x) {
        return Arrays.stream(x).min().orElseThrow();
    }

    static double products(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        return IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
    }

    static double slope(double[] y) {
        double[] x = map(y.length, i -> i);
        return products(x, y) / squares(x);
    }

    static double lineEnd(double[] y) {
        return mean(y) + slope(y) * (y.length - 1) / 2.0;
    }

    static double[] change(double[] x, int lag) {
        return map(x.length, t -> t < lag ? Double.NaN : x[t] - x[t - lag]);
    }

    static double[] lag(double[] x, int lag) {
        return map(x.length, t -> t < lag ? Double.NaN : x[t - lag]);
    }

    static double[] combine(double[] x, double[] y, DoubleBinaryOperator f) {
        return map(x.length, t -> f.applyAsDouble(x[t], y[t]));
    }

    static double[] plus(double[] x, double[] y) {
        return combine(x, y, Double::sum);
    }

    static double[] minus(double[] x, double[] y) {
        return combine(x, y, (a, b) -> a - b);
    }

    static double[] times(double[] x, double[] y) {
        return combine(x, y, (a, b) -> a * b);
    }

    static double[] over(double[] x, double[] y) {
        return combine(x, y, (a, b) -> a / b);
    }

    static double[] times(double[] x, double k) {
        return Arrays.stream(x).map(v -> k * v).toArray();
    }

    /** The exponential average written out: weights {@code share (1 - share)^age}, the rest for the first mean. */
    static double[] exponential(double[] x, double share, int start) {
        int skip = (int) Arrays.stream(x).takeWhile(Double::isNaN).count();
        return map(x.length, t -> {
            int seen = t - skip - start + 1;
            if (seen < 0) {
                return Double.NaN;
            }
            double first = mean(Arrays.copyOfRange(x, skip, skip + start));
            double sum = Math.pow(1 - share, seen) * first;
            for (int age = 0; age < seen; age++) {
                sum += share * Math.pow(1 - share, age) * x[t - age];
            }
            return sum;
        });
    }

    static double[] ema(double[] x, int n) {
        return exponential(x, 2.0 / (n + 1), n);
    }

    static double[] wilder(double[] x, int n) {
        return exponential(x, 1.0 / n, n);
    }

    static double[] sma(double[] x, int n) {
        return rolling(x, n, Naive::mean);
    }

    static double[] wma(double[] x, int n) {
        return rolling(x, n, Naive::weighted);
    }

    static double[] trueRange(double[] high, double[] low, double[] close) {
        return map(
                high.length,
                t -> t == 0
                        ? Double.NaN
                        : Math.max(
                                high[t] - low[t],
                                Math.max(Math.abs(high[t] - close[t - 1]), Math.abs(low[t] - close[t - 1]))));
    }
}
