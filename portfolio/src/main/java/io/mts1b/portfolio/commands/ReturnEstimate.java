package io.mts1b.portfolio.commands;

import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.expectedreturns.HistoricalMean;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.returns.Returns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Expected excess returns and their covariance, of one period. */
final class ReturnEstimate {

    private final List<String> assets;
    private final double[] excess;
    private final SymmetricMatrix covariance;

    private ReturnEstimate(List<String> assets, double[] expected, SymmetricMatrix covariance, double riskFree) {
        this.assets = assets;
        this.excess = Arrays.stream(expected).map(mean -> mean - riskFree).toArray();
        this.covariance = covariance;
    }

    /** Takes the mean and the sample covariance of the dates on which no asset is missing. */
    static ReturnEstimate ofPrices(Path prices, int tail, double riskFree) {
        CsvFile file = CsvFile.read(prices);
        double[][] all = returns(file, 0);
        int[] complete = IntStream.range(0, all[0].length)
                .filter(t -> Arrays.stream(all).noneMatch(column -> Double.isNaN(column[t])))
                .toArray();
        double[][] shared = last(
                Arrays.stream(all)
                        .map(column -> Arrays.stream(complete)
                                .mapToDouble(t -> column[t])
                                .toArray())
                        .toArray(double[][]::new),
                tail);
        if (shared[0].length < 2) {
            throw new IllegalArgumentException("assets must share at least 2 returns, shared " + shared[0].length);
        }
        return new ReturnEstimate(
                file.assets(),
                HistoricalMean.arithmetic(shared, new PeriodsPerYear(1)),
                SampleCovariance.of(shared, Observations.COMPLETE),
                riskFree);
    }

    static ReturnEstimate read(Path expected, Path covariance, double riskFree) {
        NamedNumbers means = NamedNumbers.read(expected);
        double[][] square = CsvFile.read(covariance).square(means.names());
        return new ReturnEstimate(means.names(), means.reals(means.names()), SymmetricMatrix.of(square), riskFree);
    }

    /** Returns simple returns, NaN where a price is missing: one column per asset, the last rows only. */
    static double[][] returns(CsvFile file, int tail) {
        double[][] columns = file.columns();
        if (columns.length == 0 || columns[0].length < 2) {
            throw new IllegalArgumentException("prices must be of at least 1 asset and 2 dates, were of "
                    + columns.length + " and " + (columns.length == 0 ? 0 : columns[0].length));
        }
        return last(Returns.simple(columns), tail);
    }

    private static double[][] last(double[][] all, int tail) {
        int rows = all[0].length;
        if (tail < 0 || tail > rows) {
            throw new IllegalArgumentException("tail must be in [0, " + rows + "], was " + tail);
        }
        return Arrays.stream(all)
                .map(column -> Arrays.copyOfRange(column, tail == 0 ? 0 : rows - tail, rows))
                .toArray(double[][]::new);
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
