package io.mts1b.quantkit.commands;

import io.mts1b.quantkit.allocation.BlackLitterman;
import io.mts1b.quantkit.allocation.PortfolioRisk;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.statistics.Samples;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is believed about some assets, per year, and the returns it comes from. */
final class MarketEstimate {

    private final PriceTable prices;
    private final int tail;
    private final PeriodsPerYear frequency;
    private final double[] expected;
    private final SymmetricMatrix covariance;

    private MarketEstimate(
            PriceTable prices, int tail, PeriodsPerYear frequency, double[] expected, SymmetricMatrix covariance) {
        this.prices = prices;
        this.tail = tail;
        this.frequency = frequency;
        this.expected = expected;
        this.covariance = covariance;
    }

    /** What a portfolio is expected to do in a year; the ratio is null where there is no risk. */
    record Performance(
            double expectedReturn,
            double volatility,
            @Nullable Double sharpe) {}

    static MarketEstimate of(
            PriceTable prices,
            int tail,
            PeriodsPerYear frequency,
            String covariance,
            String expected,
            double riskless) {
        double[][] returns = prices.returns(tail);
        return new MarketEstimate(
                prices,
                tail,
                frequency,
                Estimates.expected(expected, returns, frequency, riskless),
                Estimates.covariance(covariance, returns, frequency).covariance());
    }

    MarketEstimate believing(BlackLitterman.Posterior posterior) {
        return new MarketEstimate(prices, tail, frequency, posterior.expected(), posterior.covariance());
    }

    PriceTable prices() {
        return prices;
    }

    double[] expected() {
        return expected.clone();
    }

    SymmetricMatrix covariance() {
        return covariance;
    }

    PeriodsPerYear frequency() {
        return frequency;
    }

    /** Returns the last returns, of dates on which none is missing. */
    double[][] scenarios() {
        return prices.completeReturns(tail);
    }

    double[][] returns() {
        return prices.returns(tail);
    }

    Performance performance(Weights weights, double riskless) {
        double earned = Vectors.dot(expected, weights.toArray());
        double volatility =
                Math.sqrt(Math.max(PortfolioRisk.variance(covariance).of(weights), 0));
        return new Performance(
                earned, volatility, volatility > Samples.NOISE ? (earned - riskless) / volatility : null);
    }

    SortedMap<String, Double> byAsset(double[] values) {
        SortedMap<String, Double> byAsset = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            byAsset.put(prices.assets().get(i), values[i]);
        }
        return byAsset;
    }
}
