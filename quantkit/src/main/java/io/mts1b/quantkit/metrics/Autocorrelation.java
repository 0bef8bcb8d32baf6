package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.LinearFit;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.OptionalDouble;

/** How returns follow from the ones before, and what that does to ratios that assume they do not. */
public final class Autocorrelation {

    private Autocorrelation() {}

    /**
     * Returns the correlation of each return with the one before.
     *
     * @param returns returns per period, at least 3
     * @return Pearson's correlation of {@code r[1..n-1]} with {@code r[0..n-2]}, or empty if either does not vary
     * @throws IllegalArgumentException if there are fewer than 3 returns, or one is not finite
     */
    public static OptionalDouble lagOne(double[] returns) {
        Samples.requireFinite("returns", returns, 3);
        double[] before = Arrays.copyOf(returns, returns.length - 1);
        double[] after = Arrays.copyOfRange(returns, 1, returns.length);
        return LinearFit.of(before, after).map(LinearFit::correlation).orElse(OptionalDouble.empty());
    }

    /**
     * Returns by how much serial correlation stretches the risk of the whole history,
     * {@code sqrt(1 + 2 sum over k = 1 .. n - 1 of (1 - k / n) |rho|^k)} with the {@linkplain #lagOne lag-one}
     * {@code rho}. A Sharpe or Sortino ratio divided by it is the "smart" one.
     *
     * <p>For a first-order autoregressive series it is the standard deviation of the sum of {@code n} returns over
     * that of independent ones (A. W. Lo, "The Statistics of Sharpe Ratios", Financial Analysts Journal 58(4), 2002,
     * 36-52). The absolute value, after quantstats, {@code autocorr_penalty}, makes returns that
     * alternate pay too, which is prudent rather than exact.
     *
     * @param returns returns per period, at least 3
     * @return the penalty, at least 1, or empty if the correlation is undefined
     * @throws IllegalArgumentException if there are fewer than 3 returns, or one is not finite
     */
    public static OptionalDouble penalty(double[] returns) {
        OptionalDouble correlation = lagOne(returns);
        if (correlation.isEmpty()) {
            return correlation;
        }
        double rho = Math.abs(correlation.getAsDouble());
        double n = returns.length;
        double sum = 0;
        double power = rho;
        for (int k = 1; k < returns.length && power > 0; k++) {
            sum += (1 - k / n) * power;
            power *= rho;
        }
        return OptionalDouble.of(Math.sqrt(1 + 2 * sum));
    }
}
