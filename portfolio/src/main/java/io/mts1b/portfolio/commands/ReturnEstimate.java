package io.mts1b.portfolio.commands;

import io.mts1b.quantkit.commands.PriceTable;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.expectedreturns.HistoricalMean;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Expected excess returns and their covariance, of one period. */
final class ReturnEstimate {

    private final List<String> assets;
    private final double[] excess;
    private final SymmetricMatrix covariance;

    private ReturnEstimate(List<String> assets, double[] expected, SymmetricMatrix covariance, double riskFree) {
        if (!Double.isFinite(riskFree)) {
            throw new IllegalArgumentException("risk-free-per-period must be finite, was " + riskFree);
        }
        this.assets = assets;
        this.excess = Arrays.stream(expected).map(mean -> mean - riskFree).toArray();
        this.covariance = covariance;
    }

    /** Takes the mean and the sample covariance of the dates on which no asset is missing. */
    static ReturnEstimate ofPrices(Path prices, int tail, double riskFree) {
        PriceTable table = PriceTable.read(prices);
        double[][] shared = table.completeReturns(tail);
        if (shared[0].length < 2) {
            throw new IllegalArgumentException("assets must share at least 2 returns, shared " + shared[0].length);
        }
        return new ReturnEstimate(
                table.assets(),
                HistoricalMean.arithmetic(shared, new PeriodsPerYear(1)),
                SampleCovariance.of(shared, Observations.COMPLETE),
                riskFree);
    }

    static ReturnEstimate read(Path expected, Path covariance, double riskFree) {
        NamedNumbers means = NamedNumbers.read(expected);
        double[][] square = AssetFile.read(covariance).square(means.names());
        return new ReturnEstimate(means.names(), means.reals(means.names()), SymmetricMatrix.of(square), riskFree);
    }

    List<String> assets() {
        return assets;
    }

    double[] excess() {
        return excess.clone();
    }

    SymmetricMatrix covariance() {
        return covariance;
    }
}
