package io.mts1b.quantkit.commands;

import io.mts1b.quantkit.allocation.Allocation;
import io.mts1b.quantkit.allocation.Constraints;
import io.mts1b.quantkit.allocation.ConvexRisk;
import io.mts1b.quantkit.allocation.CriticalLine;
import io.mts1b.quantkit.allocation.HierarchicalAllocation;
import io.mts1b.quantkit.allocation.HierarchicalEqualRisk;
import io.mts1b.quantkit.allocation.HierarchicalRiskParity;
import io.mts1b.quantkit.allocation.MaximumDiversification;
import io.mts1b.quantkit.allocation.MeanRisk;
import io.mts1b.quantkit.allocation.NestedClusters;
import io.mts1b.quantkit.allocation.PortfolioRisk;
import io.mts1b.quantkit.allocation.RiskBudgeting;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs an allocator by the name it has on the command line. */
record AllocationMethod(
        MarketEstimate market,
        Constraints constraints,
        @Nullable Double target,
        double riskAversion,
        double riskless,
        double ridge,
        double tail) {

    /** What was found; null is what the method does not know. */
    record Found(
            Allocation allocation,
            @Nullable Double objective,
            @Nullable List<List<Double>> linkage) {

        static Found of(Allocation allocation) {
            Double objective = switch (allocation) {
                case Allocation.Optimal best -> Double.valueOf(best.objective());
                case Allocation.Unproven best -> Double.valueOf(best.objective());
                case Allocation.Infeasible _ -> null;
            };
            return new Found(allocation, objective, null);
        }

        static Found of(Weights weights) {
            return new Found(new Allocation.Optimal(weights, 0), null, null);
        }
    }

    /**
     * Runs a method.
     *
     * @param linkage how far apart clusters are, if not as usual
     * @param distance how unlike assets are, if not as usual
     * @param rules what an optimizer keeps to besides the constraints
     */
    Found run(String method, Optional<String> linkage, Optional<String> distance, UnaryOperator<MeanRisk> rules) {
        return switch (method) {
            case "hrp", "herc", "nco" -> clustered(method, linkage, distance);
            case "min-volatility" -> Found.of(meanVariance(rules).minimumRisk());
            case "max-sharpe" -> Found.of(meanVariance(rules).maximumRatio(riskless));
            case "efficient-risk" -> Found.of(meanVariance(rules).maximumReturn(requireTarget() * requireTarget()));
            case "efficient-return" -> Found.of(meanVariance(rules).minimumRisk(requireTarget()));
            case "max-utility" -> Found.of(meanVariance(rules).maximumUtility(riskAversion / 2));
            case "min-cvar" -> minimum(PortfolioRisk.conditionalValueAtRisk(market.scenarios(), tail), rules);
            case "min-cdar" -> minimum(PortfolioRisk.conditionalDrawdownAtRisk(market.scenarios(), tail), rules);
            case "min-semivariance" -> minimum(PortfolioRisk.semivariance(market.scenarios(), 0), rules);
            case "min-evar" -> minimum(PortfolioRisk.entropicValueAtRisk(market.scenarios(), tail), rules);
            case "min-mad" -> minimum(PortfolioRisk.meanAbsoluteDeviation(market.scenarios()), rules);
            case "risk-parity" -> Found.of(RiskBudgeting.allocate(variance()));
            case "max-diversification" -> Found.of(MaximumDiversification.allocate(market.covariance(), constraints));
            case "critical-line-min-volatility" -> Found.of(line().minimumVariance());
            case "critical-line-max-sharpe" -> Found.of(line().maximumRatio(riskless));
            default ->
                throw new IllegalArgumentException("method must be hrp, herc, nco, min-volatility, max-sharpe,"
                        + " efficient-risk, efficient-return, max-utility, min-cvar, min-cdar, min-semivariance,"
                        + " min-evar, min-mad, risk-parity, max-diversification, black-litterman,"
                        + " critical-line-min-volatility or critical-line-max-sharpe, was " + method);
        };
    }

    private Found clustered(String method, Optional<String> linkage, Optional<String> distance) {
        LinkageMethod linked = linkage(linkage.orElse(method.equals("hrp") ? "single" : "ward"));
        HierarchicalRiskParity parity = new HierarchicalRiskParity(linked, LeafOrder.AS_MERGED);
        HierarchicalEqualRisk equal = new HierarchicalEqualRisk(linked, OptionalInt.empty());
        NestedClusters nested = NestedClusters.ofMinimumVariance(linked);
        Optional<SymmetricMatrix> apart = distance.map(market::distances);
        HierarchicalAllocation found = switch (method) {
            case "hrp" ->
                apart.map(d -> parity.allocate(d, market.risk(Observations.PAIRWISE)))
                        .orElseGet(() -> parity.allocate(market.returns()));
            case "herc" ->
                apart.map(d -> equal.allocate(d, market.risk(Observations.COMPLETE)))
                        .orElseGet(() -> equal.allocate(market.scenarios()));
            default ->
                apart.map(d -> nested.allocate(d, market.covariance()))
                        .orElseGet(() -> nested.allocate(market.covariance()));
        };
        List<List<Double>> merges = found.tree().merges().stream()
                .map(merge ->
                        List.of((double) merge.left(), (double) merge.right(), merge.distance(), (double) merge.size()))
                .toList();
        return new Found(new Allocation.Optimal(found.weights(), 0), null, merges);
    }

    private static LinkageMethod linkage(String name) {
        return switch (name) {
            case "single" -> LinkageMethod.SINGLE;
            case "average" -> LinkageMethod.AVERAGE;
            case "complete" -> LinkageMethod.COMPLETE;
            case "ward" -> LinkageMethod.WARD;
            default ->
                throw new IllegalArgumentException("linkage must be single, average, complete or ward, was " + name);
        };
    }

    private ConvexRisk variance() {
        return PortfolioRisk.variance(market.covariance());
    }

    private MeanRisk meanVariance(UnaryOperator<MeanRisk> rules) {
        return rules.apply(MeanRisk.of(variance(), constraints)
                .withExpectedReturns(market.expected())
                .withRidge(ridge));
    }

    private Found minimum(ConvexRisk risk, UnaryOperator<MeanRisk> rules) {
        return Found.of(
                rules.apply(MeanRisk.of(risk, constraints).withRidge(ridge)).minimumRisk());
    }

    private CriticalLine line() {
        return CriticalLine.of(market.covariance(), market.expected(), constraints);
    }

    private double requireTarget() {
        if (target == null) {
            throw new IllegalArgumentException("target must be given, was not");
        }
        return target;
    }
}
