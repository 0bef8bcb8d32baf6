package io.mts1b.benchmarks.quant;

import java.util.Arrays;

/** The same figures of a series as one writes them down, each from its definition, quantiles by sorting. */
final class NaiveMetrics {

    private NaiveMetrics() {}

    static double[] of(double[] returns) {
        int n = returns.length;
        double mean = Arrays.stream(returns).sum() / n;
        double variance =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / (n - 1);
        double deviation = Math.sqrt(variance);
        double downside =
                Math.sqrt(Arrays.stream(returns).map(r -> r < 0 ? r * r : 0).sum() / n);
        double[] falls = underwater(returns);
        double growth = Arrays.stream(returns).reduce(1, (wealth, r) -> wealth * (1 + r));
        double deepest = Arrays.stream(falls).min().orElseThrow();
        double won = Arrays.stream(returns).filter(r -> r > 0).sum();
        double lost = -Arrays.stream(returns).filter(r -> r < 0).sum();
        return new double[] {
            growth - 1,
            mean / deviation * Math.sqrt(252),
            mean / downside * Math.sqrt(252),
            deepest,
            (Math.pow(growth, 252.0 / n) - 1) / -deepest,
            Math.sqrt(Arrays.stream(falls).map(fall -> fall * fall).sum() / n),
            won / lost,
            quantile(returns, 0.05),
            shortfall(returns, 0.05),
            quantile(returns, 0.95) / -quantile(returns, 0.05),
            skewness(returns, mean),
            kurtosis(returns, mean)
        };
    }

    private static double[] underwater(double[] returns) {
        double wealth = 1;
        double high = 1;
        double[] falls = new double[returns.length];
        for (int t = 0; t < returns.length; t++) {
            wealth *= 1 + returns[t];
            high = Math.max(high, wealth);
            falls[t] = wealth / high - 1;
        }
        return falls;
    }

    private static double quantile(double[] returns, double probability) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double rank = (sorted.length - 1) * probability;
        int below = (int) rank;
        return sorted[below] + (rank - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }

    private static double shortfall(double[] returns, double tail) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double count = tail * sorted.length;
        int whole = (int) Math.ceil(count) - 1;
        double sum = Arrays.stream(sorted, 0, whole).sum();
        return (sum + (count - whole) * sorted[whole]) / count;
    }

    private static double skewness(double[] returns, double mean) {
        double n = returns.length;
        double squares = Arrays.stream(returns).map(r -> Math.pow(r - mean, 2)).sum();
        double cubes = Arrays.stream(returns).map(r -> Math.pow(r - mean, 3)).sum();
        return cubes / n / Math.pow(squares / n, 1.5) * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    private static double kurtosis(double[] returns, double mean) {
        double n = returns.length;
        double squares = Arrays.stream(returns).map(r -> Math.pow(r - mean, 2)).sum();
        double fourths = Arrays.stream(returns).map(r -> Math.pow(r - mean, 4)).sum();
        double plain = fourths / n / Math.pow(squares / n, 2) - 3;
        return ((n + 1) * plain + 6) * (n - 1) / ((n - 2) * (n - 3));
    }
}
