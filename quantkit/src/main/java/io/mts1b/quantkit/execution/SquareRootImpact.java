package io.mts1b.quantkit.execution;

/**
 * The square-root law: an order moves the price by {@code coefficient volatility sqrt(quantity / volume)}, whatever the
 * schedule.
 *
 * <p>Reference: N. Torre, "BARRA Market Impact Model Handbook", BARRA, 1997; B. Tóth and others, "Anomalous Price Impact and
 * the Critical Nature of Liquidity in Financial Markets", Physical Review X 1, 2011, 021006.
 *
 * @param coefficient a number near one, calibrated from fills, positive
 */
public record SquareRootImpact(double coefficient) {

    /** Validates. */
    public SquareRootImpact {
        if (!(coefficient > 0 && coefficient < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("coefficient must be positive, was " + coefficient);
        }
    }

    /**
     * Returns by how much an order moves the price at its end.
     *
     * @param volatility the standard deviation of returns over the time in which {@code volume} trades, not negative
     * @param quantity the size of the order, not negative
     * @param volume what the whole market trades in that time, positive
     * @return the move as a fraction of the price; the average fill costs two thirds of it
     * @throws IllegalArgumentException if a number is out of range
     */
    public double of(double volatility, double quantity, double volume) {
        if (!(volatility >= 0 && quantity >= 0 && volume > 0)) {
            throw new IllegalArgumentException("volatility and quantity must not be negative and volume positive, were "
                    + volatility + ", " + quantity + " and " + volume);
        }
        return coefficient * volatility * Math.sqrt(quantity / volume);
    }

    /**
     * Returns what an order costs on average over its fills, each of which moves the price for those after it: two thirds of
     * the move at its end.
     *
     * @param volatility the standard deviation of returns over the time in which {@code volume} trades, not negative
     * @param quantity the size of the order, not negative
     * @param volume what the whole market trades in that time, positive
     * @return the cost as a fraction of the price
     * @throws IllegalArgumentException if a number is out of range
     */
    public double averageCost(double volatility, double quantity, double volume) {
        return of(volatility, quantity, volume) * 2 / 3;
    }
}
