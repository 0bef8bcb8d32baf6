package io.mts1b.quantkit.metrics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Returns to measure. */
final class RandomReturns {

    private RandomReturns() {}

    /** Returns between -10 and 10 percent, some of them zero. */
    static double[] any(RandomGenerator random, int atLeast) {
        double[] returns =
                random.doubles(random.nextInt(atLeast, atLeast + 40), -0.1, 0.1).toArray();
        if (random.nextBoolean()) {
            returns[random.nextInt(returns.length)] = 0;
        }
        return returns;
    }

    /** The same return in each of some periods. */
    static double[] constant(double value, int periods) {
        double[] returns = new double[periods];
        Arrays.fill(returns, value);
        return returns;
    }

    static double[] times(double factor, double[] returns) {
        return Arrays.stream(returns).map(r -> factor * r).toArray();
    }
}
