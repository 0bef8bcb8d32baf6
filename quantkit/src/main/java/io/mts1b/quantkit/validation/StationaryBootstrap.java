package io.mts1b.quantkit.validation;

import java.util.random.RandomGenerator;

/**
 * Draws rows in blocks of a geometric length, so that neighbours mostly stay neighbours; after the last row comes the first.
 *
 * <p>Reference: D. N. Politis and J. P. Romano, "The Stationary Bootstrap", Journal of the American Statistical Association
 * 89(428), 1994, 1303-1313. As thread-safe as its source of randomness.
 */
public final class StationaryBootstrap {

    private final int rows;
    private final double ending;
    private final RandomGenerator random;

    /**
     * Makes a bootstrap.
     *
     * @param rows how many rows there are, and how many to draw, at least 1
     * @param meanBlock the mean length of a block, at least 1
     * @param random where to draw from
     * @throws IllegalArgumentException if a number is out of range
     */
    public StationaryBootstrap(int rows, double meanBlock, RandomGenerator random) {
        if (rows < 1 || !(meanBlock >= 1)) {
            throw new IllegalArgumentException(
                    "rows and mean block must be at least 1, were " + rows + " and " + meanBlock);
        }
        this.rows = rows;
        this.ending = 1 / meanBlock;
        this.random = random;
    }

    /**
     * Draws a sample.
     *
     * @return as many rows as there are
     */
    public int[] draw() {
        int[] drawn = new int[rows];
        for (int t = 0; t < rows; t++) {
            boolean begins = t == 0 || random.nextDouble() < ending;
            drawn[t] = begins ? random.nextInt(rows) : (drawn[t - 1] + 1) % rows;
        }
        return drawn;
    }
}
