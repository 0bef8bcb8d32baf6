package io.mts1b.quantkit.commands;

import io.mts1b.quantkit.allocation.BlackLitterman;
import io.mts1b.quantkit.allocation.MeanUncertainty;
import io.mts1b.quantkit.allocation.PortfolioRisk;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.clustering.CorrelationDistance;
import io.mts1b.quantkit.clustering.MutualInformation;
import io.mts1b.quantkit.clustering.VariationOfInformation;
import io.mts1b.quantkit.covariance.Comovement;
import io.mts1b.quantkit.covariance.Correlation;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.PsdRepair;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
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
    private final double repair;

    private MarketEstimate(
            PriceTable prices,
            int tail,
            PeriodsPerYear frequency,
            double[] expected,
            SymmetricMatrix covariance,
            double repair) {
        this.prices = prices;
        this.tail = tail;
        this.frequency = frequency;
        this.expected = expected;
        this.covariance = covariance;
        this.repair = repair;
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
        PsdRepair repaired = PsdRepair.clipped(
                Estimates.covariance(covariance, returns, frequency).covariance());
        return new MarketEstimate(
                prices,
                tail,
                frequency,
                Estimates.expected(expected, returns, frequency, riskless),
                repaired.matrix(),
                repaired.distance());
    }

    MarketEstimate believing(BlackLitterman.Posterior posterior) {
        return new MarketEstimate(prices, tail, frequency, posterior.expected(), posterior.covariance(), repair);
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

    /** Returns how far the covariance is from the one estimated, which need not be positive semidefinite; usually zero. */
    double repair() {
        return repair;
    }

    /** Returns the variance of returns per period as a measure of risk. */
    PortfolioRisk risk(Observations use) {
        return PortfolioRisk.variance(SampleCovariance.of(use == Observations.PAIRWISE ? returns() : scenarios(), use));
    }

    /** Returns how unlike assets are, by a name. */
    SymmetricMatrix distances(String kind) {
        return switch (kind) {
            case "pearson" ->
                CorrelationDistance.of(
                        Comovement.of(returns(), Observations.PAIRWISE).correlation());
            case "absolute" ->
                CorrelationDistance.ofAbsolute(
                        Comovement.of(returns(), Observations.PAIRWISE).correlation());
            case "spearman" -> CorrelationDistance.of(Correlation.spearman(scenarios()));
            case "kendall" -> CorrelationDistance.of(Correlation.kendall(scenarios()));
            case "mutual-information" -> MutualInformation.of(scenarios());
            case "variation-of-information" -> VariationOfInformation.of(scenarios());
            default ->
                throw new IllegalArgumentException("distance must be pearson, absolute, spearman, kendall,"
                        + " mutual-information or variation-of-information, was " + kind);
        };
    }

    /** Returns how uncertain means per year are: a mean of {@code n} returns errs by their deviation over the root of n. */
    MeanUncertainty uncertainty(String kind, double standardErrors) {
        double[] perReturn = new double[expected.length];
        double[][] all = returns();
        for (int i = 0; i < perReturn.length; i++) {
            double count = Arrays.stream(all[i]).filter(r -> !Double.isNaN(r)).count();
            perReturn[i] = Math.sqrt(frequency.scale(1) / count);
        }
        double[][] lower = new double[perReturn.length][];
        double[] widths = new double[perReturn.length];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = covariance.get(i, j) * perReturn[i] * perReturn[j];
            }
            widths[i] = standardErrors * Math.sqrt(lower[i][i]);
        }
        return switch (kind) {
            case "box" -> MeanUncertainty.box(widths);
            case "ellipsoid" -> MeanUncertainty.ellipsoid(SymmetricMatrix.ofLowerTriangle(lower), standardErrors);
            default -> throw new IllegalArgumentException("uncertainty must be box or ellipsoid, was " + kind);
        };
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
