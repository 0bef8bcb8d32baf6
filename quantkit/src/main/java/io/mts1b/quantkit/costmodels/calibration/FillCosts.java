package io.mts1b.quantkit.costmodels.calibration;

import io.mts1b.quantkit.statistics.Samples;

/**
 * What orders have cost, and what for: one row per order, or per fill where an order had one. Immutable.
 *
 * <p>Costs and half spreads are fractions of the price in the middle between bid and ask when the order arrived; a cost is
 * positive where it was lost. The volatility is that of returns over the time of the volume, and the participation is the
 * quantity over that volume.
 */
public final class FillCosts {

    private final double[] costs;
    private final double[] halfSpreads;
    private final double[] volatilities;
    private final double[] participations;

    private FillCosts(double[] costs, double[] halfSpreads, double[] volatilities, double[] participations) {
        this.costs = costs;
        this.halfSpreads = halfSpreads;
        this.volatilities = volatilities;
        this.participations = participations;
    }

    /**
     * Gathers.
     *
     * @param costs what was lost against the middle on arrival, as a fraction of it
     * @param halfSpreads half of ask less bid on arrival, as a fraction of the middle, none negative
     * @param volatilities the standard deviations of returns, all positive
     * @param participations quantity over volume, all positive
     * @return the rows
     * @throws IllegalArgumentException if lengths differ, or a number is not finite or out of range, with its index
     */
    public static FillCosts of(double[] costs, double[] halfSpreads, double[] volatilities, double[] participations) {
        int rows = Samples.requireFinite("costs", costs, 0).length;
        Samples.requireLength("halfSpreads", Samples.requireFinite("halfSpreads", halfSpreads, 0), rows);
        Samples.requireLength("volatilities", Samples.requireFinite("volatilities", volatilities, 0), rows);
        Samples.requireLength("participations", Samples.requireFinite("participations", participations, 0), rows);
        for (int t = 0; t < rows; t++) {
            require(halfSpreads[t] >= 0, "halfSpreads must not be negative", halfSpreads[t], t);
            require(volatilities[t] > 0, "volatilities must be positive", volatilities[t], t);
            require(participations[t] > 0, "participations must be positive", participations[t], t);
        }
        return new FillCosts(costs.clone(), halfSpreads.clone(), volatilities.clone(), participations.clone());
    }

    private static void require(boolean holds, String rule, double value, int row) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", was " + value + " at index " + row);
        }
    }

    int rows() {
        return costs.length;
    }

    /** Costs in units of volatility. */
    double[] scaledCosts() {
        return overVolatility(costs);
    }

    /** Half spreads in units of volatility. */
    double[] scaledSpreads() {
        return overVolatility(halfSpreads);
    }

    /** Returns {@code participation^exponent / (1 + exponent)}: what fills cost on average while the price moves so. */
    double[] powers(double exponent) {
        double[] powers = new double[participations.length];
        for (int t = 0; t < powers.length; t++) {
            powers[t] = StrictMath.pow(participations[t], exponent) / (1 + exponent);
        }
        return powers;
    }

    /** Returns the derivative of {@link #powers} by the exponent. */
    double[] slopes(double exponent) {
        double[] slopes = powers(exponent);
        for (int t = 0; t < slopes.length; t++) {
            slopes[t] *= StrictMath.log(participations[t]) - 1 / (1 + exponent);
        }
        return slopes;
    }

    private double[] overVolatility(double[] values) {
        double[] scaled = new double[values.length];
        for (int t = 0; t < scaled.length; t++) {
            scaled[t] = values[t] / volatilities[t];
        }
        return scaled;
    }
}
