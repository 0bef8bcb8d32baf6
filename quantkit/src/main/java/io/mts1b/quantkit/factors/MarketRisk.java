package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * What an asset does with the market and apart from it: low beta, or low idiosyncratic volatility.
 *
 * <p>Over the last {@code window} simple returns, those of the asset are regressed on those of the market, the mean of
 * the panel's assets. The raw score is, with a minus, the slope {@code cov / var}, or the standard deviation of what
 * the line leaves (divisor n - 2). Dates on which either is missing are left out; where the market does not move there
 * is no score.
 *
 * <p>References: A. Frazzini and L. H. Pedersen, "Betting Against Beta", Journal of Financial Economics 111(1), 2014,
 * 1-25; A. Ang, R. Hodrick, Y. Xing and X. Zhang, "The Cross-Section of Volatility and Expected Returns", Journal of
 * Finance 61(1), 2006, 259-299.
 *
 * @param name the factor's name
 * @param window how many returns, at least 3
 * @param kind which of the two
 */
public record MarketRisk(String name, int window, Kind kind) implements Factor {

    /** What is measured. */
    public enum Kind {
        /** The slope on the market. */
        BETA,
        /** What moves without the market. */
        IDIOSYNCRATIC
    }

    /** Low beta over a year of trading days. */
    public static final MarketRisk LOW_BETA = new MarketRisk("f_low_beta", 252, Kind.BETA);

    /** Low idiosyncratic volatility over a month of trading days. */
    public static final MarketRisk LOW_IDIOSYNCRATIC =
            new MarketRisk("f_low_idiosyncratic_volatility", 21, Kind.IDIOSYNCRATIC);

    /** Validates. */
    public MarketRisk {
        FactorRegistry.requireName(name);
        Require.that(window >= 3, "window must be at least 3, was " + window);
    }

    @Override
    public int warmup() {
        return window;
    }

    @Override
    public double[][] scores(UniversePanel panel) {
        int dates = panel.dates().size();
        double[][] returns = new double[panel.instruments().size()][];
        for (int a = 0; a < returns.length; a++) {
            returns[a] = Trailing.returns(panel, a);
        }
        double[] market = Trailing.market(returns, dates);
        return Trailing.scores(panel, a -> {
            double[] raw = new double[dates];
            for (int t = 0; t < dates; t++) {
                raw[t] = t < window ? Double.NaN : -measure(returns[a], market, t);
            }
            return raw;
        });
    }

    private double measure(double[] own, double[] market, int last) {
        int count = 0;
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int t = last - window + 1; t <= last; t++) {
            if (!Double.isNaN(own[t])) {
                count++;
                double x = market[t] - meanX;
                double y = own[t] - meanY;
                meanX += x / count;
                meanY += y / count;
                xx += x * (market[t] - meanX);
                yy += y * (own[t] - meanY);
                xy += x * (own[t] - meanY);
            }
        }
        if (count < 3 || 4 * count < 3 * window || xx == 0) {
            return Double.NaN;
        }
        double beta = xy / xx;
        return switch (kind) {
            case BETA -> beta;
            case IDIOSYNCRATIC -> Math.sqrt(Math.max(yy - beta * xy, 0) / (count - 2));
        };
    }
}
