package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.statistics.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A convex problem as an interior point method wants it: minimise costs, curvatures and losses of the variables, under
 * limits and conditions.
 *
 * <p>The variables come in two groups. Those of the <i>chain</i>, first, may have no curvature in common except each with
 * its neighbours, and there may be very many. Those of the <i>core</i>, after them, may have any. A limit is multiplied
 * out, so it may touch at most neighbours of the chain; a condition is not, and may touch anything.
 *
 * <p>Mutable; confined to one thread. Solving leaves it as it is.
 */
public final class ConvexProgram {

    private final int chain;
    private final int core;
    private final double[] start;
    private final double[] costs;
    private final double[] curvatures;
    private final List<DenseForm> forms = new ArrayList<>();
    private final SparseRows limits = new SparseRows();
    private final List<Losses> losses = new ArrayList<>();
    private final List<BorderRow> conditions = new ArrayList<>();
    private final List<Boolean> equalities = new ArrayList<>();
    private final List<Priced> smooth = new ArrayList<>();
    private final List<Integer> positive = new ArrayList<>();

    /** A smooth function and its price. */
    record Priced(SmoothFunction function, double price) {}

    /** A dense quadratic form over a range of the core, {@code scale x'Cx / 2}. */
    static final class DenseForm {

        private final int from;
        private final double[][] matrix;
        private final double scale;

        private DenseForm(int from, double[][] matrix, double scale) {
            this.from = from;
            this.matrix = matrix;
            this.scale = scale;
        }

        int from() {
            return from;
        }

        double[][] matrix() {
            return matrix;
        }

        double scale() {
            return scale;
        }
    }

    /**
     * Makes a program without costs or limits.
     *
     * @param chain how many variables the chain has
     * @param core how many the core has
     */
    public ConvexProgram(int chain, int core) {
        this.chain = chain;
        this.core = core;
        start = new double[chain + core];
        costs = new double[chain + core];
        curvatures = new double[chain + core];
    }

    /**
     * Sets where the search begins; nowhere in particular is fine.
     *
     * @param variable which variable
     * @param value its first value
     * @return this
     */
    public ConvexProgram start(int variable, double value) {
        start[variable] = value;
        return this;
    }

    /**
     * Adds {@code cost x[variable]} to what is minimised.
     *
     * @param variable which variable
     * @param cost the cost
     * @return this
     */
    public ConvexProgram cost(int variable, double cost) {
        costs[variable] += cost;
        return this;
    }

    /**
     * Adds {@code curvature x[variable]^2 / 2} to what is minimised.
     *
     * @param variable which variable
     * @param curvature the curvature, not negative
     * @return this
     */
    public ConvexProgram curvature(int variable, double curvature) {
        curvatures[variable] += curvature;
        return this;
    }

    /**
     * Adds {@code scale x'Cx / 2} over a range of the core to what is minimised.
     *
     * @param from the first variable of the range
     * @param matrix a positive semidefinite matrix, both triangles; kept and not modified
     * @param scale a factor, not negative
     * @return this
     */
    public ConvexProgram curvature(int from, double[][] matrix, double scale) {
        forms.add(new DenseForm(from, matrix, scale));
        return this;
    }

    /**
     * Demands {@code sum of coefficients[k] x[index[k]] + constant >= 0}.
     *
     * @param index the variables; of the chain at most two, which are neighbours
     * @param coefficients their coefficients
     * @param constant what is added
     * @return this
     */
    public ConvexProgram atLeastZero(int[] index, double[] coefficients, double constant) {
        limits.add(index, coefficients, constant);
        return this;
    }

    /**
     * Demands that a variable stays in a range; an infinite end is no limit.
     *
     * @param variable which variable
     * @param lower its least value
     * @param upper its largest value
     * @return this
     */
    public ConvexProgram range(int variable, double lower, double upper) {
        if (lower > Double.NEGATIVE_INFINITY) {
            atLeastZero(new int[] {variable}, new double[] {1}, -lower);
        }
        if (upper < Double.POSITIVE_INFINITY) {
            atLeastZero(new int[] {variable}, new double[] {-1}, upper);
        }
        return this;
    }

    /**
     * Demands {@code sum of coefficients[k] x[index[k]] = value}.
     *
     * @param index the variables
     * @param coefficients their coefficients
     * @param value what the sum is
     * @return this
     */
    public ConvexProgram equal(int[] index, double[] coefficients, double value) {
        conditions.add(new LinearRow(index, coefficients, value));
        equalities.add(true);
        return this;
    }

    /**
     * Demands {@code sum of coefficients[k] x[index[k]] <= value}.
     *
     * @param index the variables
     * @param coefficients their coefficients
     * @param value the most the sum may be
     * @return this
     */
    public ConvexProgram atMost(int[] index, double[] coefficients, double value) {
        conditions.add(new LinearRow(index, coefficients, value));
        equalities.add(false);
        return this;
    }

    /**
     * Demands that a smooth convex function is at most zero.
     *
     * @param function the function
     * @return this
     */
    public ConvexProgram atMostZero(SmoothFunction function) {
        conditions.add(function);
        equalities.add(false);
        positive.addAll(function.positive());
        return this;
    }

    /**
     * Lets the condition added last be missed by as much as a variable says.
     *
     * @param slack the variable, of the core
     * @return this
     */
    public ConvexProgram relaxedBy(int slack) {
        conditions.set(conditions.size() - 1, new Relaxed(conditions.getLast(), slack));
        return this;
    }

    /**
     * Adds {@code cost} times how far {@code sum of coefficients[k] x[index[k]] + constant} lies below zero to what is
     * minimised.
     *
     * @param index the variables; of the chain at most two, which are neighbours
     * @param coefficients their coefficients
     * @param constant what is added
     * @param cost the cost of one
     * @return this
     */
    public ConvexProgram shortfall(int[] index, double[] coefficients, double constant, double cost) {
        SparseRows one = new SparseRows();
        one.add(index, coefficients, constant);
        losses.add(new Losses(one, Losses.Kind.HINGE, new double[] {cost}));
        return this;
    }

    /**
     * Adds {@code price} times a smooth convex function to what is minimised.
     *
     * @param function the function
     * @param price the price, not negative
     * @return this
     */
    public ConvexProgram cost(SmoothFunction function, double price) {
        smooth.add(new Priced(function, price));
        positive.addAll(function.positive());
        return this;
    }

    /**
     * Adds {@code -weight log x[variable]} to what is minimised, which keeps the variable positive.
     *
     * @param from the first variable
     * @param weights one positive weight per variable from there on
     * @return this
     */
    public ConvexProgram logarithms(int from, double[] weights) {
        SparseRows rows = new SparseRows();
        for (int k = 0; k < weights.length; k++) {
            rows.add(new int[] {from + k}, new double[] {1}, 0);
        }
        losses.add(new Losses(rows, Losses.Kind.LOGARITHM, weights.clone()));
        return this;
    }

    /**
     * Adds {@code weight} times how far each of {@code rows[t]'x} lies below zero to what is minimised.
     *
     * @param from the first variable of the core that rows begin with
     * @param rows one row per scenario, all of one length; kept and not modified
     * @param weight the cost of one scenario
     * @return this
     */
    public ConvexProgram shortfalls(int from, double[][] rows, double weight) {
        losses.add(new Losses(ScenarioRows.of(rows, from), Losses.Kind.HINGE, all(weight, rows.length)));
        return this;
    }

    /**
     * Adds {@code weight / 2} times the square of how far each of {@code rows[t]'x} lies below zero.
     *
     * @param from the first variable of the core that rows begin with
     * @param rows one row per scenario, all of one length; kept and not modified
     * @param weight the cost of one scenario
     * @return this
     */
    public ConvexProgram squaredShortfalls(int from, double[][] rows, double weight) {
        losses.add(new Losses(ScenarioRows.of(rows, from), Losses.Kind.SQUARE, all(weight, rows.length)));
        return this;
    }

    /**
     * Demands {@code rows[t]'x + x[level] + u[t] >= 0} with a link {@code u[t]} of the chain for each row.
     *
     * @param from the first variable of the core that rows begin with
     * @param rows one row per scenario, all of one length; kept and not modified
     * @param level a variable of the core, or -1 for none
     * @param link the first link
     * @return this
     */
    public ConvexProgram covered(int from, double[][] rows, int level, int link) {
        Rows covered = ScenarioRows.covered(rows, from, level, link);
        losses.add(new Losses(covered, Losses.Kind.LIMIT, all(0, rows.length)));
        return this;
    }

    /**
     * Demands {@code rows[t]'x + u[t] - u[t - 1] >= 0} with a link {@code u[t]} of the chain for each row, which is then at
     * least the drawdown of the sum of {@code rows[t]'x}.
     *
     * @param from the first variable of the core that rows begin with
     * @param rows one row per scenario, all of one length; kept and not modified
     * @param link the first link
     * @return this
     */
    public ConvexProgram drawdowns(int from, double[][] rows, int link) {
        Rows drawdowns = ScenarioRows.linked(rows, from, link);
        losses.add(new Losses(drawdowns, Losses.Kind.LIMIT, all(0, rows.length)));
        return this;
    }

    /**
     * Adds {@code weight} times how far each of some links lies above a variable of the core.
     *
     * @param link the first link of the chain
     * @param count how many links
     * @param level the variable of the core
     * @param weight the cost of one link
     * @return this
     */
    public ConvexProgram excesses(int link, int count, int level, double weight) {
        SparseRows rows = new SparseRows();
        for (int t = 0; t < count; t++) {
            rows.add(new int[] {link + t, level}, new double[] {-1, 1}, 0);
        }
        losses.add(new Losses(rows, Losses.Kind.HINGE, all(weight, count)));
        return this;
    }

    /**
     * Adds {@code weights[k]} times the distance of each variable from a point to what is minimised.
     *
     * @param from the first variable
     * @param points one point per variable from there on
     * @param weights one weight per variable, not negative
     * @param unit the variable that points are multiples of, or -1 for one
     * @return this
     */
    public ConvexProgram distances(int from, double[] points, double[] weights, int unit) {
        SparseRows rows = new SparseRows();
        double[] costs = new double[2 * points.length];
        int count = 0;
        for (int k = 0; k < points.length; k++) {
            if (weights[k] > 0) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    if (unit < 0 || points[k] == 0) {
                        rows.add(new int[] {from + k}, new double[] {sign}, -sign * points[k]);
                    } else {
                        rows.add(new int[] {from + k, unit}, new double[] {sign, -sign * points[k]}, 0);
                    }
                    costs[count++] = weights[k];
                }
            }
        }
        if (count > 0) {
            losses.add(new Losses(rows, Losses.Kind.HINGE, Arrays.copyOf(costs, count)));
        }
        return this;
    }

    /**
     * Solves the program.
     *
     * @return the best point found, and how far it is from optimal
     */
    public Solution solve() {
        Samples.requireFinite("costs", costs, 0);
        Samples.requireFinite("start", start, 0);
        return new InteriorPoint(this).run();
    }

    private static double[] all(double value, int count) {
        double[] all = new double[count];
        Arrays.fill(all, value);
        return all;
    }

    int chain() {
        return chain;
    }

    int size() {
        return chain + core;
    }

    double[] start() {
        return start.clone();
    }

    double[] costs() {
        return costs;
    }

    double[] curvatures() {
        return curvatures;
    }

    List<DenseForm> forms() {
        return forms;
    }

    List<Priced> smooth() {
        return smooth;
    }

    List<Integer> positive() {
        return positive;
    }

    List<Losses> losses() {
        List<Losses> all = new ArrayList<>();
        if (limits.count() > 0) {
            all.add(new Losses(limits, Losses.Kind.LIMIT, all(0, limits.count())));
        }
        losses.forEach(one -> all.add(one.fresh()));
        return all;
    }

    Conditions conditions() {
        boolean[] equality = new boolean[equalities.size()];
        for (int r = 0; r < equality.length; r++) {
            equality[r] = equalities.get(r);
        }
        return new Conditions(conditions, equality, size());
    }

    int conditionCount() {
        return conditions.size();
    }

    @Override
    public String toString() {
        return "ConvexProgram[" + chain + " + " + core + " variables, start " + Arrays.toString(start) + "]";
    }
}
