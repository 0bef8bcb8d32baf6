package io.mts1b.quantkit.commands;

import io.mts1b.quantkit.covariance.ExponentialCovariance;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.Semicovariance;
import io.mts1b.quantkit.covariance.Shrinkage;
import io.mts1b.quantkit.covariance.ShrunkCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.expectedreturns.CapitalAssetPricing;
import io.mts1b.quantkit.expectedreturns.ExponentialMean;
import io.mts1b.quantkit.expectedreturns.HistoricalMean;
import io.mts1b.quantkit.metrics.CompoundReturn;
import io.mts1b.quantkit.metrics.PeriodsPerYear;

/** Expected returns and covariances by the names they have on the command line, per year. */
final class Estimates {

    private static final double SPAN_OF_MEANS = 500;
    private static final double SPAN_OF_COVARIANCES = 180;

    /** Two percent a year per day, as PyPortfolioOpt rounds it. */
    private static final double BENCHMARK = 0.000079;

    private Estimates() {}

    static double[] expected(String kind, double[][] returns, PeriodsPerYear frequency, double riskless) {
        return switch (kind) {
            case "mean" -> HistoricalMean.compounded(returns, frequency);
            case "mean-arith" -> HistoricalMean.arithmetic(returns, frequency);
            case "ema" -> ExponentialMean.compounded(returns, SPAN_OF_MEANS, frequency);
            case "capm" -> {
                double[] market = CapitalAssetPricing.equalWeightMarket(returns);
                double earned = CompoundReturn.of(market).annualized(frequency);
                yield CapitalAssetPricing.of(returns, market, earned, riskless);
            }
            default ->
                throw new IllegalArgumentException("expected must be mean, mean-arith, ema or capm, was " + kind);
        };
    }

    /** Returns a covariance, with the intensity of its shrinkage; zero if it is not shrunk. */
    static ShrunkCovariance covariance(String kind, double[][] returns, PeriodsPerYear frequency) {
        ShrunkCovariance found = switch (kind) {
            case "sample" -> plain(SampleCovariance.of(returns, Observations.PAIRWISE));
            case "semi" -> plain(Semicovariance.of(returns, BENCHMARK));
            case "exp" -> plain(ExponentialCovariance.pairwise(returns, SPAN_OF_COVARIANCES));
            case "ledoit-wolf-constant-variance" -> Shrinkage.constantVariance(returns, Observations.PAIRWISE);
            case "ledoit-wolf-single-factor" -> Shrinkage.singleFactor(returns, Observations.PAIRWISE);
            case "ledoit-wolf-constant-correlation" -> Shrinkage.constantCorrelation(returns, Observations.PAIRWISE);
            case "oas" -> Shrinkage.oracleApproximating(returns, Observations.PAIRWISE);
            default ->
                throw new IllegalArgumentException("covariance must be sample, semi, exp,"
                        + " ledoit-wolf-constant-variance, ledoit-wolf-single-factor,"
                        + " ledoit-wolf-constant-correlation or oas, was " + kind);
        };
        double[][] annual = found.covariance().toArray();
        for (double[] row : annual) {
            for (int j = 0; j < row.length; j++) {
                row[j] = frequency.scale(row[j]);
            }
        }
        return new ShrunkCovariance(SymmetricMatrix.of(annual), found.intensity());
    }

    private static ShrunkCovariance plain(SymmetricMatrix covariance) {
        return new ShrunkCovariance(covariance, 0);
    }
}
