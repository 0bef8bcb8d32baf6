package io.mts1b.riskengine.portfoliorisk;

/**
 * How a portfolio's value moves with one underlying.
 *
 * @param delta for each unit of its price
 * @param gamma how the delta does
 * @param vega for a change of one in its volatility
 * @param theta for each year that passes
 * @param rho for a change of one in the riskless rate
 */
public record Greeks(double delta, double gamma, double vega, double theta, double rho) {

    Greeks plus(Greeks other) {
        return new Greeks(
                delta + other.delta, gamma + other.gamma, vega + other.vega, theta + other.theta, rho + other.rho);
    }
}
