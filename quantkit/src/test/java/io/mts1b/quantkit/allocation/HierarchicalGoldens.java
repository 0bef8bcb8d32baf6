package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.clustering.CorrelationDistance;
import io.mts1b.quantkit.clustering.Dendrogram.Merge;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.Correlation;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.expectedreturns.HistoricalMean;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.StockWindow;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Allocations by formula and by clusters, as PyPortfolioOpt and skfolio make them. */
public final class HierarchicalGoldens {

    private static final PeriodsPerYear DAYS = PeriodsPerYear.TRADING_DAYS;

    /** Of a linkage matrix. */
    private static final List<String> COLUMNS = List.of("left", "right", "distance", "size");

    private HierarchicalGoldens() {}

    public static void compareWithPyPortfolioOpt(StockWindow stocks, Sheet sheet) {
        double[][] returns = stocks.returns();
        SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.PAIRWISE);
        double[] means = HistoricalMean.arithmetic(returns, DAYS);
        for (LinkageMethod linkage : LinkageMethod.values()) {
            String method = linkage.name().toLowerCase(Locale.ROOT);
            JsonNode golden = stocks.golden().required("hrp").required(method);
            HierarchicalAllocation ours = new HierarchicalRiskParity(linkage, LeafOrder.AS_MERGED).allocate(returns);
            double[] weights = ours.weights().toArray();
            double earned = Vectors.dot(means, weights);
            double volatility = DAYS.scaleByRoot(
                    Math.sqrt(PortfolioRisk.variance(covariance).of(ours.weights())));

            sheet.numbers(
                    "hrp " + method + " linkage",
                    k -> "merge " + k / 4 + " " + COLUMNS.get(k % 4),
                    flat(Goldens.matrix(golden.required("linkage"))),
                    flat(rows(ours.tree().merges())),
                    Tolerance.FORMULA);
            sheet.numbers(
                    "hrp " + method + " weights",
                    stocks.names(),
                    stocks.numbers(golden.required("weights")),
                    weights,
                    Tolerance.FORMULA);
            sheet.numbers(
                    "hrp " + method + " performance",
                    List.of("return", "volatility", "Sharpe"),
                    Goldens.row(golden.required("performance_ret_vol_sharpe_rf0.02")),
                    new double[] {earned, volatility, (earned - 0.02) / volatility},
                    Tolerance.FORMULA);
        }
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] rows(List<Merge> merges) {
        return merges.stream()
                .map(merge -> new double[] {merge.left(), merge.right(), merge.distance(), merge.size()})
                .toArray(double[][]::new);
    }

    public static void compareWithSkfolio(StockWindow stocks, JsonNode answers, Sheet sheet) {
        double[][] returns = stocks.returns();
        SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.COMPLETE);
        SymmetricMatrix distances = CorrelationDistance.of(Correlation.of(covariance));
        HierarchicalRiskParity ward = new HierarchicalRiskParity(LinkageMethod.WARD, LeafOrder.STEPWISE);
        PortfolioRisk tail = PortfolioRisk.conditionalValueAtRisk(returns, 0.05);
        HierarchicalEqualRisk equalRisk = new HierarchicalEqualRisk(LinkageMethod.WARD, OptionalInt.empty());
        Found found = new Found(stocks, answers.required("weights"), sheet);

        found.compare("EqualWeighted", Weights.equal(returns.length));
        found.compare("InverseVolatility", InverseVolatility.allocate(covariance));
        found.compare("HRP_default_ward_variance", ward.allocate(covariance).weights());
        found.compare("HRP_CVaR", ward.allocate(distances, tail).weights());
        found.compare("HERC_default", equalRisk.allocate(returns).weights());
    }

    private record Found(StockWindow stocks, JsonNode golden, Sheet sheet) {

        void compare(String name, Weights ours) {
            sheet.numbers(
                    name, stocks.names(), stocks.numbers(golden.required(name)), ours.toArray(), Tolerance.FORMULA);
        }
    }
}
