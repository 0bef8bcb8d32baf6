package io.mts1b.marketdata.simulated;

import java.util.random.RandomGenerator;

/**
 * Standard normal numbers whose bits are the same on every machine, which {@code nextGaussian} does not
 * promise.
 *
 * <p>Polar method: G. Marsaglia and T. A. Bray, "A Convenient Method for Generating Normal Variables", SIAM
 * Review 6(3), 1964, 260-264. The second number of each pair is thrown away, to keep no state.
 */
final class Normal {

    private Normal() {}

    static double next(RandomGenerator random) {
        double square;
        double x;
        do {
            x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return x * Math.sqrt(-2 * StrictMath.log(square) / square);
    }
}
