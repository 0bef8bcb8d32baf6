package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.FactorCovariance;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.optimization.ConvexProgram;
import io.mts1b.quantkit.optimization.QuadraticOverLinear;
import io.mts1b.quantkit.optimization.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes a goal and constraints as a convex program, and reads portfolios off its solution.
 *
 * <p>Weights stand in the core, or in the chain where all covariances are kept as the same factors: then exposures to the
 * factors stand in the core, and nothing dense is ever as large as the number of assets. A ratio is minimised over
 * portfolios of any size, {@code y = p w}, of which the excess return is one; {@code p} is the unit. Reference: A. Charnes
 * and W. W. Cooper, "Programming with Linear Fractional Functionals", Naval Research Logistics Quarterly 9, 1962, 181-186.
 */
final class PortfolioProgram {

    /** How far from solved a program may be; most come to 1e-12, limits to drawdowns to no better than 1e-8. */
    static final double ACCURACY = 1e-6;

    private static final int NONE = -1;

    /** By how much the tip of a cone is cut off where it could not be solved as it is. */
    private static final double[] BLUNT = {1e-8, 1e-7, 1e-6, 1e-5};

    /** Bounds are missed only where nothing else helps. */
    private static final double COST_OF_BOUNDS = 100;

    private final Goal goal;
    private final Constraints constraints;
    private final boolean elastic;
    private final double tip;
    private final int assets;
    private final Optional<FactorCovariance> factors;
    private final ConvexProgram program;
    private final int weights;
    private final int exposures;
    private final int unit;
    private final double size;
    private int nextLink;
    private int nextCore;

    private PortfolioProgram(Goal goal, Constraints constraints, boolean elastic, double tip) {
        this.tip = tip;
        this.goal = goal;
        this.constraints = constraints;
        this.elastic = elastic;
        assets = constraints.assets();
        factors = commonFactors(goal, constraints);
        int links = goal.risk().map(risk -> RiskTerm.links(dense(risk), false)).orElse(0);
        int extras = goal.risk().map(risk -> RiskTerm.extras(dense(risk))).orElse(0);
        boolean isRatio = goal.riskless().isPresent();
        extras += EarningTerm.extras(goal.net()) + (isRatio ? 1 : 0);
        links += isRatio ? EarningTerm.links(goal.net()) : 0;
        for (Limit limit : constraints.limits()) {
            extras += elastic ? 1 : 0;
            switch (limit) {
                case Limit.Tracking _ -> {}
                case Limit.Exposure exposure -> extras += elastic && exposure.isEqual() ? 1 : 0;
                case Limit.Distance _ -> links += assets;
                case Limit.Earning earning -> {
                    links += EarningTerm.links(earning.net());
                    extras += EarningTerm.extras(earning.net());
                }
                case Limit.Risk risk -> {
                    links += RiskTerm.links(dense(risk.risk()), true);
                    extras += RiskTerm.extras(dense(risk.risk()));
                }
            }
        }
        int ownCore = factors.map(common -> common.factors().size()).orElse(assets);
        int ownChain = factors.isPresent() ? assets : 0;
        int chain = ownChain + links;
        program = new ConvexProgram(chain, ownCore + extras);
        weights = factors.isPresent() ? 0 : chain;
        exposures = factors.isPresent() ? chain : NONE;
        nextLink = ownChain;
        nextCore = chain + ownCore;
        size = goal.risk().map(RiskTerm::scale).orElse(1.0);
        writeGoal();
        unit = writeUnit();
        writeBudget();
        writeBounds();
        constraints.limits().forEach(this::write);
    }

    /** Returns the factors that all covariances have in common, if all have. */
    private static Optional<FactorCovariance> commonFactors(Goal goal, Constraints constraints) {
        List<ConvexRisk> risks = new ArrayList<>();
        goal.risk().ifPresent(risks::add);
        int distances = goal.riskless().isPresent() ? goal.net().kinks().size() : 0;
        boolean dense = goal.net().ellipsoid().isPresent();
        for (Limit limit : constraints.limits()) {
            switch (limit) {
                case Limit.Exposure _ -> {}
                case Limit.Distance _ -> distances++;
                case Limit.Earning earning -> {
                    distances += earning.net().kinks().size();
                    dense |= earning.net().ellipsoid().isPresent();
                }
                case Limit.Risk risk -> risks.add(risk.risk());
                case Limit.Tracking tracking -> risks.add(tracking.variance());
            }
        }
        // A link of the chain can be tied to one other.
        return distances <= 1
                        && !dense
                        && !risks.isEmpty()
                        && risks.getFirst() instanceof FactorVariance first
                        && risks.stream().allMatch(risk -> risk.equals(first))
                ? Optional.of(first.covariance())
                : Optional.empty();
    }

    /** Multiplies factors out where the program is not written in them. */
    private ConvexRisk dense(ConvexRisk risk) {
        return risk instanceof FactorVariance variance && factors.isEmpty()
                ? new Variance(variance.covariance().toMatrix())
                : risk;
    }

    private void writeGoal() {
        double largest = goal.net().largest();
        boolean isRatio = goal.riskless().isPresent();
        for (ConvexRisk measure : goal.risk().stream().map(this::dense).toList()) {
            double power = measure.degree() == 2 ? size * size : size;
            double units = isRatio || goal.budgets().isPresent() ? 1 : 1 / Math.max(goal.price() / power, largest);
            int extra = takeCore(RiskTerm.extras(measure));
            int link = takeLinks(RiskTerm.links(measure, false));
            double price = isRatio ? 1 : units * goal.price() / power;
            new RiskTerm(program, weights, exposures, size).minimise(measure, price, link, extra);
            double ridge = 2 * goal.ridge() * (isRatio ? power : units);
            writeRest(isRatio ? 0 : units, ridge);
        }
        if (goal.risk().isEmpty()) {
            double units = largest == 0 ? 1 : 1 / largest;
            writeRest(units, 2 * goal.ridge() * units);
        }
        if (factors.isPresent()) {
            writeExposures(factors.get());
        }
    }

    private void writeRest(double units, double ridge) {
        for (int i = 0; i < assets; i++) {
            program.curvature(weights + i, ridge);
        }
        if (units > 0) {
            int extra = takeCore(EarningTerm.extras(goal.net()));
            new EarningTerm(program, weights, NONE, tip).maximise(goal.net(), units, extra);
        }
        goal.budgets().ifPresent(budgets -> program.logarithms(weights, budgets));
    }

    private void writeExposures(FactorCovariance common) {
        double[][] loadings = new double[assets][];
        Arrays.setAll(loadings, common::loadings);
        for (int k = 0; k < common.factors().size(); k++) {
            int[] index = IntStream.rangeClosed(weights, weights + assets).toArray();
            double[] coefficients = new double[assets + 1];
            for (int i = 0; i < assets; i++) {
                coefficients[i] = loadings[i][k];
            }
            index[assets] = exposures + k;
            coefficients[assets] = -1;
            program.equal(index, coefficients, 0);
        }
    }

    private int writeUnit() {
        if (goal.riskless().isEmpty()) {
            return NONE;
        }
        int variable = takeCore(1);
        NetReturn excess = goal.net();
        double largest = excess.largest() == 0 ? 1 : excess.largest();
        program.start(variable, 1).range(variable, 0, Double.POSITIVE_INFINITY);
        if (excess.isLinear()) {
            double[] each =
                    Arrays.stream(excess.expected()).map(r -> r / largest).toArray();
            program.equal(with(NONE), each, 1);
        } else {
            int extra = takeCore(EarningTerm.extras(excess));
            int link = takeLinks(EarningTerm.links(excess));
            new EarningTerm(program, weights, variable, tip).atLeast(excess, largest, 0, 1 / largest, link, extra);
        }
        return variable;
    }

    private void writeBudget() {
        if (constraints.hasBudget()) {
            double[] ones = new double[assets];
            Arrays.fill(ones, 1);
            double budget = constraints.budget();
            program.equal(with(unit), with(ones, -budget, unit), unit == NONE ? budget : 0);
        }
        double each = constraints.budget() / assets;
        IntStream.range(0, assets)
                .forEach(i -> program.start(
                        weights + i, goal.start().map(start -> start[i]).orElse(each)));
    }

    private void writeBounds() {
        for (int i = 0; i < assets; i++) {
            if (!elastic && constraints.lower(i) == constraints.upper(i)) {
                writeFixed(i, constraints.lower(i));
                continue;
            }
            if (constraints.lower(i) > Double.NEGATIVE_INFINITY) {
                writeBound(i, 1, -constraints.lower(i));
            }
            if (constraints.upper(i) < Double.POSITIVE_INFINITY) {
                writeBound(i, -1, constraints.upper(i));
            }
        }
    }

    /** A range without room has no inside for an interior point. */
    private void writeFixed(int asset, double value) {
        if (unit == NONE || value == 0) {
            program.equal(new int[] {weights + asset}, new double[] {1}, value);
        } else {
            program.equal(new int[] {weights + asset, unit}, new double[] {1, -value}, 0);
        }
    }

    private void writeBound(int asset, double sign, double constant) {
        if (elastic) {
            program.shortfall(new int[] {weights + asset}, new double[] {sign}, constant, COST_OF_BOUNDS);
        } else if (unit == NONE || constant == 0) {
            program.atLeastZero(new int[] {weights + asset}, new double[] {sign}, constant);
        } else {
            program.atLeastZero(new int[] {weights + asset, unit}, new double[] {sign, constant}, 0);
        }
    }

    private void write(Limit limit) {
        switch (limit) {
            case Limit.Exposure exposure -> writeExposure(exposure);
            case Limit.Distance distance -> writeDistance(distance);
            case Limit.Earning earning -> {
                NetReturn net = earning.net();
                double scale = net.largest() == 0 ? 1 : 1 / net.largest();
                int extra = takeCore(EarningTerm.extras(net));
                int link = takeLinks(EarningTerm.links(net));
                new EarningTerm(program, weights, unit, tip).atLeast(net, 0, earning.least(), scale, link, extra);
                relax(1 / scale);
            }
            case Limit.Risk risk -> {
                ConvexRisk measure = dense(risk.risk());
                int extra = takeCore(RiskTerm.extras(measure));
                int link = takeLinks(RiskTerm.links(measure, true));
                new RiskTerm(program, weights, exposures, RiskTerm.scale(measure))
                        .limit(measure, risk.most(), link, extra);
                relax(1);
            }
            case Limit.Tracking tracking -> {
                program.atMostZero(spread(tracking));
                relax(1);
            }
        }
    }

    private void writeExposure(Limit.Exposure exposure) {
        double scale = 1 / Vectors.largest(exposure.loadings());
        double[] loadings =
                Arrays.stream(exposure.loadings()).map(a -> scale * a).toArray();
        double most = scale * exposure.most();
        int[] index = with(unit);
        double[] coefficients = with(loadings, -most, unit);
        double right = unit == NONE ? most : 0;
        if (!exposure.isEqual()) {
            program.atMost(index, coefficients, right);
            relax(1 / scale);
        } else if (elastic) {
            program.atMost(index, coefficients, right);
            relax(1 / scale);
            double[] opposite = Arrays.stream(coefficients).map(a -> -a).toArray();
            program.atMost(index, opposite, -right);
            relax(1 / scale);
        } else {
            program.equal(index, coefficients, right);
        }
    }

    /** Purchases are at least {@code w - from}; what is sold is what is bought less what weights sum to more. */
    private void writeDistance(Limit.Distance distance) {
        int bought = takeLinks(assets);
        boolean scaled = unit != NONE;
        int[] index = new int[2 * assets + (scaled ? 1 : 0)];
        double[] coefficients = new double[index.length];
        double sum = 0;
        for (int i = 0; i < assets; i++) {
            double from = distance.from().get(i);
            sum += from;
            program.range(bought + i, 0, Double.POSITIVE_INFINITY).start(bought + i, 1.0 / assets);
            if (!scaled || from == 0) {
                program.atLeastZero(new int[] {bought + i, weights + i}, new double[] {1, -1}, from);
            } else {
                program.atLeastZero(new int[] {bought + i, weights + i, unit}, new double[] {1, -1, from}, 0);
            }
            index[i] = bought + i;
            index[assets + i] = weights + i;
            coefficients[i] = 2;
            coefficients[assets + i] = -1;
        }
        if (scaled) {
            index[2 * assets] = unit;
            coefficients[2 * assets] = sum - distance.most();
        }
        program.atMost(index, coefficients, scaled ? 0 : distance.most() - sum);
        relax(1);
    }

    private QuadraticOverLinear spread(Limit.Tracking tracking) {
        double[] benchmark = tracking.benchmark().toArray();
        double factor = 1 / (tracking.most() * tracking.most());
        return switch (dense(tracking.variance())) {
            case Variance variance ->
                QuadraticOverLinear.of(weights, variance.scaled(factor)).around(benchmark, unit);
            case FactorVariance variance -> {
                double[] center = Arrays.copyOf(
                        benchmark, assets + variance.covariance().factors().size());
                for (int i = 0; i < assets; i++) {
                    double[] loadings = variance.covariance().loadings(i);
                    for (int k = 0; k < loadings.length; k++) {
                        center[assets + k] += benchmark[i] * loadings[k];
                    }
                }
                yield QuadraticOverLinear.of(exposures, variance.factors(factor))
                        .withChain(weights, variance.specific(factor))
                        .around(center, unit);
            }
            default -> throw new IllegalStateException("tracking error is measured by a variance");
        };
    }

    /** Lets the condition written last be missed, at a cost, if conditions may be. */
    private void relax(double cost) {
        if (elastic) {
            int slack = takeCore(1);
            program.relaxedBy(slack).range(slack, 0, Double.POSITIVE_INFINITY).cost(slack, cost);
        }
    }

    private int takeCore(int count) {
        nextCore += count;
        return nextCore - count;
    }

    private int takeLinks(int count) {
        nextLink += count;
        return nextLink - count;
    }

    private int[] with(int another) {
        int[] index = IntStream.rangeClosed(weights, weights + assets).toArray();
        index[assets] = another;
        return another == NONE ? Arrays.copyOf(index, assets) : index;
    }

    private double[] with(double[] loadings, double last, int another) {
        double[] all = Arrays.copyOf(loadings, assets + 1);
        all[assets] = last;
        return another == NONE ? loadings : all;
    }

    /** A portfolio, and how far its program is from solved. */
    static final class Outcome {

        private final double[] weights;
        private final double worst;

        private Outcome(double[] weights, double worst) {
            this.weights = weights;
            this.worst = worst;
        }

        double[] weights() {
            return weights;
        }

        boolean isSolved() {
            return worst <= ACCURACY;
        }

        double worst() {
            return worst;
        }
    }

    /** Minimises a goal under constraints; if elastic, what they are missed by comes before the goal. */
    static Outcome solve(Goal goal, Constraints constraints, boolean elastic) {
        Outcome outcome = new PortfolioProgram(goal, constraints, elastic, 0).solve();
        for (int k = 0; !outcome.isSolved() && hasCone(goal, constraints) && k < BLUNT.length; k++) {
            // Where next to nothing is best held, the root of a quadratic form has a kink.
            outcome = new PortfolioProgram(goal, constraints, elastic, BLUNT[k]).solve();
        }
        if (outcome.isSolved()) {
            return outcome;
        }
        // Where few scenarios are in the tail, the best entropic bound may be the worst loss itself, which has a kink.
        Goal kinked = goal.risk()
                .map(risk -> goal.withRisk(worstLoss(risk), goal.price()))
                .orElse(goal);
        Constraints kinkedToo = constraints.withRisks(PortfolioProgram::worstLoss);
        return kinked.risk().equals(goal.risk()) && kinkedToo.limits().equals(constraints.limits())
                ? outcome
                : new PortfolioProgram(kinked, kinkedToo, elastic, 0).solve();
    }

    private static boolean hasCone(Goal goal, Constraints constraints) {
        return goal.net().ellipsoid().isPresent()
                || constraints.limits().stream()
                        .anyMatch(limit -> limit instanceof Limit.Earning earning
                                && earning.net().ellipsoid().isPresent());
    }

    private static ConvexRisk worstLoss(ConvexRisk risk) {
        return risk instanceof EntropicTailLoss loss
                ? new TailLoss(loss.scenarios(), 0.5 / loss.scenarios().count())
                : risk;
    }

    private Outcome solve() {
        Solution solution = program.solve();
        double p = unit == NONE ? 1 : solution.get(unit);
        double[] found = new double[assets];
        Arrays.setAll(found, i -> solution.get(weights + i) / p);
        boolean finite = p > 0 && Double.isFinite(Vectors.largest(found));
        return new Outcome(found, finite ? solution.worst() : Double.POSITIVE_INFINITY);
    }
}
