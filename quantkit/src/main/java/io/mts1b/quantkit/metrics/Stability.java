package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.LinearFit;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much of the growth of wealth a straight line explains: the {@code R^2} of the regression of log wealth on
 * time. One is growth like that of an account at interest. Source: empyrical, {@code stability_of_timeseries}.
 */
public final class Stability {

    private Stability() {}

    /**
     * Measures a series.
     *
     * @param returns simple returns per period, at least 2, each above -1
     * @return the {@code R^2} in [0, 1]; empty if wealth does not change, or is lost altogether
     * @throws IllegalArgumentException if there are fewer than 2 returns, or one is not finite or below -1
     */
    public static OptionalDouble of(double[] returns) {
        double[] wealth = Returns.wealth(returns);
        if (wealth[returns.length] == 0) {
            return OptionalDouble.empty();
        }
        double[] logs = new double[returns.length];
        double[] time = new double[returns.length];
        double log = 0;
        for (int t = 0; t < returns.length; t++) {
            log += StrictMath.log1p(returns[t]);
            logs[t] = log;
        }
        Arrays.setAll(time, t -> t);
        OptionalDouble correlation = LinearFit.of(time, logs).orElseThrow().correlation();
        return correlation.isEmpty()
                ? correlation
                : OptionalDouble.of(correlation.getAsDouble() * correlation.getAsDouble());
    }
}
