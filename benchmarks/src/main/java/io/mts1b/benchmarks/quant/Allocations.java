package io.mts1b.benchmarks.quant;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Solo;
import io.mts1b.quantkit.allocation.Constraints;
import io.mts1b.quantkit.allocation.ConvexRisk;
import io.mts1b.quantkit.allocation.HierarchicalRiskParity;
import io.mts1b.quantkit.allocation.MeanRisk;
import io.mts1b.quantkit.allocation.PortfolioRisk;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.FactorCovariance;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.validation.CombinatorialPurgedCrossValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How much to hold of what, and which rows to test it on. */
public final class Allocations implements Measurement {

    private static final double TAIL = 0.05;
    private static final int SPLITS = 1_000;

    /** What weights of a hierarchy may differ by, which are computed, and not searched. */
    private static final double EXACT = 1e-9;

    /** What the risk of a portfolio that ojAlgo searched may differ by from the least. */
    private static final double SEARCHED = 1e-6;

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public Allocations() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        List<Row> rows = new ArrayList<>();
        progress.accept("measuring allocations; elsewhere, on the same kind of machine, HRP took skfolio 700 ms and"
                + " PyPortfolioOpt 1,720 ms, and minimum CVaR took Riskfolio 150 ms");
        rows.addAll(riskParity(effort));
        rows.addAll(minimumVariance(effort));
        rows.add(minimumFactorVariance(effort));
        rows.addAll(minimumShortfall(effort));
        progress.accept("measuring splits");
        rows.add(splits(effort));
        return rows;
    }

    private static List<Row> riskParity(Effort effort) throws Exception {
        double[][] returns = new Market().returns(effort.of(500, 20), effort.of(1_000, 50));
        HierarchicalRiskParity hrp = new HierarchicalRiskParity(LinkageMethod.SINGLE, LeafOrder.AS_MERGED);
        Work ours = () -> new Near(hrp.allocate(returns).weights().toArray(), EXACT);
        Work theirs = () -> new Near(NaiveRiskParity.weights(returns), EXACT);
        return new Contest("plain Java", 1, effort)
                .rows(List.of(new Figure("HRP, " + size(returns), "ms")), ours.inMillis(), theirs.inMillis());
    }

    private static List<Row> minimumVariance(Effort effort) throws Exception {
        double[][] returns = new Market().returns(effort.of(500, 20), effort.of(1_000, 50));
        SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.COMPLETE);
        ConvexRisk risk = PortfolioRisk.variance(covariance);
        Work ours = () -> least(risk, minimum(risk));
        Work theirs = () -> least(risk, Weights.of(PortfolioPrograms.minimumVariance(covariance)));
        return new Contest("ojAlgo", 1, effort)
                .rows(
                        List.of(new Figure("minimum variance, " + covariance.size(), "ms")),
                        ours.inMillis(),
                        theirs.inMillis());
    }

    private static Row minimumFactorVariance(Effort effort) throws Exception {
        int assets = effort.of(5_000, 50);
        int factors = effort.of(20, 3);
        Market market = new Market();
        double[][] loadings = market.loadings(assets, factors);
        double[] specific = market.uniform(assets, 1e-4, 1e-3);
        FactorCovariance covariance = FactorCovariance.of(loadings, identity(factors, 1e-4), specific);
        ConvexRisk risk = PortfolioRisk.variance(covariance);
        Work ours = () -> least(risk, minimum(risk));
        return new Solo(1, effort)
                .row(
                        new Figure(
                                String.format(Locale.ROOT, "minimum variance, %,d, %d factors", assets, factors), "ms"),
                        ours.inMillis());
    }

    private static List<Row> minimumShortfall(Effort effort) throws Exception {
        double[][] returns = new Market().returns(effort.of(50, 5), effort.of(1_000, 50));
        ConvexRisk risk = PortfolioRisk.conditionalValueAtRisk(returns, TAIL);
        Work ours = () -> least(risk, minimum(risk));
        Work theirs = () -> least(risk, Weights.of(PortfolioPrograms.minimumShortfall(returns, TAIL)));
        return new Contest("ojAlgo", 1, effort)
                .rows(List.of(new Figure("minimum CVaR, " + size(returns), "ms")), ours.inMillis(), theirs.inMillis());
    }

    private static Row splits(Effort effort) throws Exception {
        int times = effort.of(SPLITS, 1);
        CombinatorialPurgedCrossValidation validation = new CombinatorialPurgedCrossValidation(10, 6, 5, 5);
        Work ours = () -> {
            int count = 0;
            for (int i = 0; i < times; i++) {
                count += validation.folds(5_000).size() + validation.paths().size();
            }
            return count;
        };
        return new Solo(times, effort)
                .row(new Figure("CPCV(10, 6) and paths, 5,000 rows", "ns"), ours.inNanosEach(times));
    }

    private static Weights minimum(ConvexRisk risk) {
        return MeanRisk.of(risk, Constraints.longOnly(risk.assets()))
                .minimumRisk()
                .orElseThrow();
    }

    /** The logarithm of the risk, as what lies near is told apart by parts, and other weights may have the same risk. */
    private static Near least(ConvexRisk risk, Weights weights) {
        return new Near(new double[] {Math.log(risk.of(weights))}, SEARCHED);
    }

    private static SymmetricMatrix identity(int n, double scale) {
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            lower[i][i] = scale;
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    private static String size(double[][] returns) {
        return String.format(Locale.ROOT, "%,d x %,d", returns.length, returns[0].length);
    }
}
