package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.statistics.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a portfolio must keep to: weights that sum to a budget, bounds of each weight, and limits that have names.
 *
 * <p>The budget is called {@value #BUDGET}, the bounds {@value #LOWER_BOUNDS} and {@value #UPPER_BOUNDS}. A portfolio that
 * keeps them all may not exist; an optimizer then names those that contradict each other. Immutable and thread-safe.
 */
public final class Constraints {

    /** The name of the sum of the weights. */
    public static final String BUDGET = "budget";

    /** The name of the least weights. */
    public static final String LOWER_BOUNDS = "lower bounds";

    /** The name of the largest weights. */
    public static final String UPPER_BOUNDS = "upper bounds";

    /** The name of the limit to {@linkplain #withTurnover trades}. */
    public static final String TURNOVER = "turnover";

    /** The name of the limit to {@linkplain #withGrossExposure positions of either side}. */
    public static final String GROSS_EXPOSURE = "gross exposure";

    /** The name of the limit to the {@linkplain #withTrackingError distance from a benchmark}. */
    public static final String TRACKING_ERROR = "tracking error";

    private static final List<String> RESERVED = List.of(BUDGET, LOWER_BOUNDS, UPPER_BOUNDS);

    private final double budget;
    private final boolean summed;
    private final double[] lower;
    private final double[] upper;
    private final List<Limit> limits;

    private Constraints(double budget, boolean summed, double[] lower, double[] upper, List<Limit> limits) {
        this.budget = budget;
        this.summed = summed;
        this.lower = lower;
        this.upper = upper;
        this.limits = limits;
    }

    /**
     * Returns the constraints of a portfolio that is fully invested and never short: weights in [0, 1] that sum to one.
     *
     * @param assets how many assets, at least 1
     * @return the constraints
     * @throws IllegalArgumentException if there is no asset
     */
    public static Constraints longOnly(int assets) {
        return unbounded(assets).withBounds(0, 1);
    }

    /**
     * Returns the constraint that weights sum to one, and nothing else.
     *
     * @param assets how many assets, at least 1
     * @return the constraints
     * @throws IllegalArgumentException if there is no asset
     */
    public static Constraints unbounded(int assets) {
        if (assets < 1) {
            throw new IllegalArgumentException("assets must be at least 1, was " + assets);
        }
        double[] upper = new double[assets];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        double[] lower = new double[assets];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        return new Constraints(1, true, lower, upper, List.of());
    }

    /**
     * Returns the same constraints with another sum of the weights; zero makes a portfolio market neutral.
     *
     * @param sum what weights sum to
     * @return the constraints
     * @throws IllegalArgumentException if the sum is not finite
     */
    public Constraints withBudget(double sum) {
        return new Constraints(requireFinite("budget", sum), summed, lower, upper, limits);
    }

    /**
     * Returns the same constraints with the same bounds for all weights.
     *
     * @param least the least weight, possibly minus infinity
     * @param most the largest weight, possibly infinity
     * @return the constraints
     * @throws IllegalArgumentException if a bound is NaN, or no weight lies between the two
     */
    public Constraints withBounds(double least, double most) {
        double[] lowers = new double[lower.length];
        Arrays.fill(lowers, least);
        double[] uppers = new double[upper.length];
        Arrays.fill(uppers, most);
        return withBounds(lowers, uppers);
    }

    /**
     * Returns the same constraints with other bounds of the weights.
     *
     * @param least the least weight of each asset, possibly minus infinity; copied
     * @param most the largest weight of each asset, possibly infinity; copied
     * @return the constraints
     * @throws IllegalArgumentException if there are not as many as assets, a bound is NaN, or no weight lies between two
     */
    public Constraints withBounds(double[] least, double[] most) {
        Samples.requireLength(LOWER_BOUNDS, least, lower.length);
        Samples.requireLength(UPPER_BOUNDS, most, lower.length);
        for (int i = 0; i < lower.length; i++) {
            if (!(least[i] <= most[i] && least[i] < Double.POSITIVE_INFINITY && most[i] > Double.NEGATIVE_INFINITY)) {
                throw new IllegalArgumentException("bounds of asset " + i + " must leave a finite weight, were ["
                        + least[i] + ", " + most[i] + "]");
            }
        }
        return new Constraints(budget, summed, least.clone(), most.clone(), limits);
    }

    /**
     * Adds a range for the sum of some weights, such as those of a sector or a country.
     *
     * @param name what to call it; its ends are called {@code "<name> minimum"} and {@code "<name> maximum"}
     * @param members the assets, each once
     * @param least the least sum, possibly minus infinity
     * @param most the largest sum, possibly infinity
     * @return the constraints
     * @throws IllegalArgumentException if there is no such asset, one comes twice, the name is taken, or the range empty
     */
    public Constraints withGroup(String name, List<Integer> members, double least, double most) {
        double[] loadings = new double[lower.length];
        for (int member : members) {
            if (member < 0 || member >= lower.length || loadings[member] != 0) {
                throw new IllegalArgumentException("members of " + name + " must each be one of " + lower.length
                        + " assets and come once, were " + members);
            }
            loadings[member] = 1;
        }
        return withExposure(name, loadings, least, most);
    }

    /**
     * Adds a range for a weighted sum of the weights, such as the exposure to a factor.
     *
     * @param name what to call it; its ends are called {@code "<name> minimum"} and {@code "<name> maximum"}, or the name
     *     alone where they are equal
     * @param loadings one finite loading per asset, not all zero; copied
     * @param least the least exposure, possibly minus infinity
     * @param most the largest exposure, possibly infinity
     * @return the constraints
     * @throws IllegalArgumentException if the loadings are not finite or not as many as assets, the name is taken, or the
     *     range empty
     */
    public Constraints withExposure(String name, double[] loadings, double least, double most) {
        Samples.requireLength("loadings of " + name, Samples.requireFinite(name, loadings, 1), lower.length);
        if (Arrays.stream(loadings).allMatch(loading -> loading == 0)) {
            throw new IllegalArgumentException(name + " must load on at least 1 asset, loaded on 0");
        }
        if (!(least <= most && least < Double.POSITIVE_INFINITY && most > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must have a range, had [" + least + ", " + most + "]");
        }
        if (least == most) {
            return with(new Limit.Exposure(name, loadings.clone(), most, true));
        }
        Constraints both = this;
        if (least > Double.NEGATIVE_INFINITY) {
            double[] negative = Arrays.stream(loadings).map(a -> -a).toArray();
            both = both.with(new Limit.Exposure(name + " minimum", negative, -least, false));
        }
        return most < Double.POSITIVE_INFINITY
                ? both.with(new Limit.Exposure(name + " maximum", loadings.clone(), most, false))
                : both;
    }

    /**
     * Adds a limit to what is bought and sold to get there, {@code sum of |w[i] - held[i]| <= most}.
     *
     * @param held the weights held so far
     * @param most the largest sum of purchases and sales, not negative
     * @return the constraints
     * @throws IllegalArgumentException if the weights are not as many as assets, or the limit is negative
     */
    public Constraints withTurnover(Weights held, double most) {
        return with(new Limit.Distance(TURNOVER, requireFit(held), requireNotNegative(TURNOVER, most)));
    }

    /**
     * Adds a limit to the sum of the sizes of all positions, {@code sum of |w[i]| <= most}.
     *
     * @param most the largest sum, not negative
     * @return the constraints
     * @throws IllegalArgumentException if the limit is negative
     */
    public Constraints withGrossExposure(double most) {
        Weights nothing = Weights.of(new double[lower.length]);
        return with(new Limit.Distance(GROSS_EXPOSURE, nothing, requireNotNegative(GROSS_EXPOSURE, most)));
    }

    /**
     * Adds a limit to the volatility of what a portfolio earns more or less than a benchmark,
     * {@code sqrt((w - b)' C (w - b)) <= most}. Reference: R. Roll, "A Mean/Variance Analysis of Tracking Error", Journal
     * of Portfolio Management 18(4), 1992, 13-22.
     *
     * @param benchmark the weights of the benchmark
     * @param variance a {@linkplain PortfolioRisk#variance variance}
     * @param most the largest volatility per period, positive
     * @return the constraints
     * @throws IllegalArgumentException if the benchmark or the variance is of another number of assets, the measure is no
     *     variance, or the limit is not positive
     */
    public Constraints withTrackingError(Weights benchmark, ConvexRisk variance, double most) {
        if (!(variance instanceof Variance || variance instanceof FactorVariance) || variance.assets() != assets()) {
            throw new IllegalArgumentException(
                    "tracking error must be measured by a variance of " + assets() + " assets, was by " + variance);
        }
        return with(new Limit.Tracking(TRACKING_ERROR, requireFit(benchmark), variance, requirePositive(most)));
    }

    /**
     * Adds a limit to a risk.
     *
     * @param name what to call it
     * @param risk how it is measured
     * @param most the largest risk, positive
     * @return the constraints
     * @throws IllegalArgumentException if the measure is of another number of assets, the name is taken, or the limit is
     *     not positive
     */
    public Constraints withRisk(String name, ConvexRisk risk, double most) {
        if (risk.assets() != assets()) {
            throw new IllegalArgumentException(
                    name + " must be measured for " + assets() + " assets, was for " + risk.assets());
        }
        return with(new Limit.Risk(name, risk, requirePositive(most)));
    }

    Constraints with(Limit limit) {
        if (names().contains(limit.name()) || RESERVED.contains(limit.name())) {
            throw new IllegalArgumentException("name must not be taken, was " + limit.name());
        }
        List<Limit> more = new ArrayList<>(limits);
        more.add(limit);
        return new Constraints(budget, summed, lower, upper, List.copyOf(more));
    }

    private Weights requireFit(Weights weights) {
        Samples.requireLength("weights", weights.toArray(), lower.length);
        return weights;
    }

    private static double requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }

    private static double requireNotNegative(String name, double value) {
        if (requireFinite(name, value) < 0) {
            throw new IllegalArgumentException(name + " must not be negative, was " + value);
        }
        return value;
    }

    private static double requirePositive(double value) {
        if (!(requireFinite("limit", value) > 0)) {
            throw new IllegalArgumentException("limit must be positive, was " + value);
        }
        return value;
    }

    /**
     * Returns the number of assets.
     *
     * @return how many weights there are
     */
    public int assets() {
        return lower.length;
    }

    /**
     * Returns what the weights sum to.
     *
     * @return the budget
     */
    public double budget() {
        return budget;
    }

    /**
     * Returns the least weight of an asset.
     *
     * @param asset the asset, from 0
     * @return its lower bound, possibly minus infinity
     */
    public double lower(int asset) {
        return lower[asset];
    }

    /**
     * Returns the largest weight of an asset.
     *
     * @param asset the asset, from 0
     * @return its upper bound, possibly infinity
     */
    public double upper(int asset) {
        return upper[asset];
    }

    /**
     * Returns what the constraints are called.
     *
     * @return the names, in the order in which they were added; bounds that are infinite have none
     */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        if (summed) {
            names.add(BUDGET);
        }
        if (Arrays.stream(lower).anyMatch(Double::isFinite)) {
            names.add(LOWER_BOUNDS);
        }
        if (Arrays.stream(upper).anyMatch(Double::isFinite)) {
            names.add(UPPER_BOUNDS);
        }
        limits.forEach(limit -> names.add(limit.name()));
        return List.copyOf(names);
    }

    /**
     * Returns by how much a portfolio breaks each constraint: for bounds the sum over all assets, for others how far it is
     * beyond the limit.
     *
     * @param weights the portfolio
     * @param tolerance what is not worth mentioning, as a part of the whole portfolio, of a risk, or of the largest loading
     * @return what is broken, in the order of the names
     * @throws IllegalArgumentException if there are not as many weights as assets
     */
    public Map<String, Double> broken(Weights weights, double tolerance) {
        double[] w = requireFit(weights).toArray();
        Map<String, Double> broken = new LinkedHashMap<>();
        double below = 0;
        double above = 0;
        for (int i = 0; i < w.length; i++) {
            below += Math.max(lower[i] - w[i], 0);
            above += Math.max(w[i] - upper[i], 0);
        }
        double beyond = summed ? Math.abs(Samples.sum(w) - budget) : 0;
        putIfAbove(tolerance, BUDGET, beyond, broken);
        putIfAbove(tolerance, LOWER_BOUNDS, below, broken);
        putIfAbove(tolerance, UPPER_BOUNDS, above, broken);
        limits.forEach(limit -> putIfAbove(tolerance * limit.unit(), limit.name(), limit.missedBy(w), broken));
        return Collections.unmodifiableMap(broken);
    }

    private static void putIfAbove(double tolerance, String name, double amount, Map<String, Double> broken) {
        if (amount > tolerance) {
            broken.put(name, amount);
        }
    }

    boolean hasBudget() {
        return summed;
    }

    List<Limit> limits() {
        return limits;
    }

    boolean isOnlyLinear() {
        return limits.stream().allMatch(limit -> limit instanceof Limit.Exposure);
    }

    /** Returns the constraints without those of a name. */
    Constraints without(String name) {
        double[] least = lower.clone();
        double[] most = upper.clone();
        if (name.equals(LOWER_BOUNDS)) {
            Arrays.fill(least, Double.NEGATIVE_INFINITY);
        }
        if (name.equals(UPPER_BOUNDS)) {
            Arrays.fill(most, Double.POSITIVE_INFINITY);
        }
        List<Limit> others =
                limits.stream().filter(limit -> !limit.name().equals(name)).toList();
        return new Constraints(budget, summed && !name.equals(BUDGET), least, most, others);
    }

    /** Returns the constraints with risks measured otherwise. */
    Constraints withRisks(UnaryOperator<ConvexRisk> instead) {
        List<Limit> others = limits.stream()
                .map(limit -> limit instanceof Limit.Risk risk
                        ? new Limit.Risk(risk.name(), instead.apply(risk.risk()), risk.most())
                        : limit)
                .toList();
        return new Constraints(budget, summed, lower, upper, others);
    }

    /** Returns the same constraints, written as simply as the bounds allow. */
    Constraints simplified() {
        List<Limit> simple = limits.stream()
                .map(limit -> limit instanceof Limit.Earning earning ? earning.within(this) : limit)
                .toList();
        return new Constraints(budget, summed, lower, upper, simple);
    }

    /** Returns the least widening that a portfolio keeps, and a little more; what is missed by less than that stays. */
    Constraints widenedFor(double[] weights, double slack) {
        double[] least = lower.clone();
        double[] most = upper.clone();
        for (int i = 0; i < weights.length; i++) {
            least[i] = weights[i] < lower[i] - slack ? weights[i] - slack : lower[i];
            most[i] = weights[i] > upper[i] + slack ? weights[i] + slack : upper[i];
        }
        List<Limit> wider = limits.stream()
                .map(limit -> limit.missedBy(weights) > 0 ? limit.widenedFor(weights, slack) : limit)
                .toList();
        return new Constraints(budget, summed, least, most, wider);
    }
}
