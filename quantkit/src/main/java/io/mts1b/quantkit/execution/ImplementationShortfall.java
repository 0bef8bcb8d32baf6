package io.mts1b.quantkit.execution;

import io.mts1b.quantkit.statistics.Samples;

/**
 * Where the difference between a paper portfolio and a real one came from, in money; positive is lost.
 *
 * <p>With the price {@code d} at the decision, {@code a} on arrival at the market, fills {@code q[k]} at {@code p[k]}, and
 * the price {@code c} at the end: {@code delay = side filled (a - d)}, {@code trading = side (sum of q[k] p[k] - filled a)},
 * {@code opportunity = side (quantity - filled) (c - d)}. Their sum with fees is the shortfall. Reference: A. F. Perold,
 * "The Implementation Shortfall: Paper versus Reality", Journal of Portfolio Management 14(3), 1988, 4-9; with the delay
 * apart as in W. H. Wagner and M. Edwards, "Best Execution", Financial Analysts Journal 49(1), 1993, 65-71.
 *
 * @param delay lost while nothing was traded yet
 * @param trading lost against the price on arrival
 * @param opportunity lost because not all was traded
 * @param fees paid
 */
public record ImplementationShortfall(double delay, double trading, double opportunity, double fees) {

    /**
     * Decomposes.
     *
     * @param quantity how much was wanted: positive to buy, negative to sell
     * @param decision the price when it was decided
     * @param arrival the price when the order arrived at the market
     * @param close the price at the end, that of what was not traded
     * @param quantities how much each fill was, with the sign of the quantity, together no more than it
     * @param prices at which price, as many
     * @param fees what was paid in fees
     * @return the parts
     * @throws IllegalArgumentException if a number is not finite, there are not as many prices as quantities, or more was
     *     filled than wanted
     */
    public static ImplementationShortfall of(
            double quantity,
            double decision,
            double arrival,
            double close,
            double[] quantities,
            double[] prices,
            double fees) {
        Samples.requireFinite(
                "quantity, decision, arrival, close, fees", new double[] {quantity, decision, arrival, close, fees}, 5);
        Samples.requireFinite("quantities", quantities, 0);
        Samples.requireLength("prices", Samples.requireFinite("prices", prices, 0), quantities.length);
        double filled = 0;
        double paid = 0;
        for (int k = 0; k < quantities.length; k++) {
            if (quantities[k] * quantity < 0) {
                throw new IllegalArgumentException(
                        "quantities must have the sign of " + quantity + ", was " + quantities[k] + " at index " + k);
            }
            filled += quantities[k];
            paid += quantities[k] * prices[k];
        }
        if (Math.abs(filled) > Math.abs(quantity) * (1 + Samples.NOISE)) {
            throw new IllegalArgumentException("fills must not exceed " + quantity + ", were " + filled);
        }
        return new ImplementationShortfall(
                filled * (arrival - decision), paid - filled * arrival, (quantity - filled) * (close - decision), fees);
    }

    /**
     * Returns the whole.
     *
     * @return the sum of the parts
     */
    public double total() {
        return delay + trading + opportunity + fees;
    }
}
