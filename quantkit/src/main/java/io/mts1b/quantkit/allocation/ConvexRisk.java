package io.mts1b.quantkit.allocation;

/**
 * A measure of risk that an optimizer can minimise or limit, because mixing portfolios never makes it worse than the mix
 * of their risks. {@link PortfolioRisk} makes them.
 */
public sealed interface ConvexRisk extends PortfolioRisk
        permits Variance, FactorVariance, Semivariance, AbsoluteDeviation, TailLoss, EntropicTailLoss, TailDrawdown {

    /**
     * Returns how the measure grows with the size of a portfolio: of twice the portfolio it is {@code 2^degree} times as
     * much.
     *
     * @return 1 or 2
     */
    int degree();
}
