package io.mts1b.quantkit.optimization;

import java.util.Arrays;

/**
 * What the values {@code m} of some rows cost, with the slacks and multipliers that an interior point method keeps for
 * them. Mutable; confined to one thread.
 *
 * <p>A slack {@code s} is kept positive beside each value, and its product with the multiplier {@code z} is driven to a
 * target. A hinge lets {@code m = s - u} fall below zero at a cost, and has the second pair {@code u} and {@code v = c - z}.
 */
final class Losses {

    /** What a value costs. */
    enum Kind {

        /** Nothing, but it must not be negative. */
        LIMIT,

        /** {@code c} times how far it lies below zero. */
        HINGE,

        /** {@code c / 2} times the square of how far it lies below zero. */
        SQUARE,

        /** {@code -c log m}. */
        LOGARITHM
    }

    /** How much of the way to the nearest boundary is gone at most. */
    private static final double TO_BOUNDARY = 0.995;

    private static final double FAR_BELOW = 0.1;

    private static final double SHORTER = 0.8;

    private final Rows rows;
    private final Kind kind;
    private final double[] costs;

    private final double[] m;
    private final double[] s;
    private final double[] z;
    private final double[] u;
    private final double[] v;
    private final double[] gap;
    private final double[] ds;
    private final double[] dz;
    private final double[] du;
    private final double[] miss;
    private final double[] missOfHinge;
    private final double[] weight;
    private final double[] pull;

    /**
     * Makes losses.
     *
     * @param rows what is valued
     * @param kind what a value costs
     * @param costs the factor {@code c} of each row; kept and not modified
     */
    Losses(Rows rows, Kind kind, double[] costs) {
        this.rows = rows;
        this.kind = kind;
        this.costs = costs;
        int n = rows.count();
        m = new double[n];
        s = new double[n];
        z = new double[n];
        u = new double[n];
        v = new double[n];
        gap = new double[n];
        ds = new double[n];
        dz = new double[n];
        du = new double[n];
        miss = new double[n];
        missOfHinge = new double[n];
        weight = new double[n];
        pull = new double[n];
    }

    /** Returns the same losses with no slacks or multipliers yet. */
    Losses fresh() {
        return new Losses(rows, kind, costs);
    }

    /** Starts well inside, with products near {@code mu}. */
    void start(double[] x, double mu) {
        rows.multiply(x, true, m);
        double least = Math.sqrt(mu);
        for (int i = 0; i < m.length; i++) {
            s[i] = kind == Kind.LOGARITHM && m[i] > 0 ? m[i] : Math.max(m[i], least);
            z[i] = kind == Kind.LOGARITHM ? costs[i] / s[i] : mu / s[i];
            if (kind == Kind.HINGE) {
                z[i] = costs[i] / 2;
                v[i] = costs[i] / 2;
                u[i] = Math.max(-m[i], 0) + least;
                s[i] = Math.max(m[i], 0) + least;
            }
        }
        measure(x);
    }

    /** Evaluates the rows at a point. */
    void measure(double[] x) {
        rows.multiply(x, true, m);
        for (int i = 0; i < m.length; i++) {
            gap[i] = m[i]
                    - s[i]
                    + switch (kind) {
                        case LIMIT, LOGARITHM -> 0;
                        case HINGE -> u[i];
                        case SQUARE -> z[i] / costs[i];
                    };
        }
    }

    /** Subtracts {@code A'z} from the gradient. */
    void addGradient(double[] gradient) {
        rows.addTransposed(scaled(z, -1), gradient);
    }

    double largestGap() {
        double largest = 0;
        for (double value : gap) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Returns the sum of the products that should vanish. */
    double complementarity() {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += switch (kind) {
                case LIMIT, SQUARE -> s[i] * z[i];
                case HINGE -> s[i] * z[i] + u[i] * v[i];
                case LOGARITHM -> Math.abs(s[i] * z[i] - costs[i]);
            };
        }
        return sum;
    }

    /** Returns how many products there are that should vanish. */
    int products() {
        return switch (kind) {
            case LIMIT, SQUARE -> m.length;
            case HINGE -> 2 * m.length;
            case LOGARITHM -> 0;
        };
    }

    /** Returns what those products come to after a step. */
    double complementarityAfter(double step) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            double main = (s[i] + step * ds[i]) * (z[i] + step * dz[i]);
            sum += switch (kind) {
                case LIMIT, SQUARE -> main;
                case HINGE -> main + (u[i] + step * du[i]) * (v[i] - step * dz[i]);
                case LOGARITHM -> 0;
            };
        }
        return sum;
    }

    /** Returns what the rows cost at the point last measured. */
    double cost() {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            double below = Math.max(-m[i], 0);
            sum += switch (kind) {
                case LIMIT -> 0;
                case HINGE -> costs[i] * below;
                case SQUARE -> costs[i] / 2 * below * below;
                case LOGARITHM -> -costs[i] * StrictMath.log(m[i]);
            };
        }
        return sum;
    }

    /**
     * Writes {@code dz = pull - weight dm} from the conditions of a step, linearized.
     *
     * @param mu what the products should come to
     * @param corrected whether to take account of the products of the step found before
     */
    void linearize(double mu, boolean corrected) {
        for (int i = 0; i < m.length; i++) {
            double target = kind == Kind.LOGARITHM ? costs[i] : mu;
            miss[i] = target - s[i] * z[i] - (corrected ? ds[i] * dz[i] : 0);
            switch (kind) {
                case LIMIT, LOGARITHM -> {
                    weight[i] = z[i] / s[i];
                    pull[i] = (miss[i] - z[i] * gap[i]) / s[i];
                }
                case SQUARE -> {
                    double stiff = s[i] + z[i] / costs[i];
                    weight[i] = z[i] / stiff;
                    pull[i] = (miss[i] - z[i] * gap[i]) / stiff;
                }
                case HINGE -> {
                    missOfHinge[i] = target - u[i] * v[i] + (corrected ? du[i] * dz[i] : 0);
                    double stiff = s[i] * v[i] + u[i] * z[i];
                    weight[i] = z[i] * v[i] / stiff;
                    pull[i] = (v[i] * (miss[i] - z[i] * gap[i]) - z[i] * missOfHinge[i]) / stiff;
                }
            }
        }
    }

    void addCurvature(ArrowMatrix matrix) {
        rows.addProducts(weight, matrix);
    }

    void addPull(double[] right) {
        rows.addTransposed(pull, right);
    }

    /** Derives the step of slacks and multipliers from that of the variables. */
    void step(double[] dx) {
        double[] dm = new double[m.length];
        rows.multiply(dx, false, dm);
        for (int i = 0; i < dm.length; i++) {
            double change = pull[i] - weight[i] * dm[i];
            switch (kind) {
                case LIMIT, LOGARITHM -> ds[i] = dm[i] + gap[i];
                case SQUARE -> ds[i] = dm[i] + gap[i] + change / costs[i];
                case HINGE -> stepHinge(i, dm[i], change);
            }
            dz[i] = change;
        }
    }

    /** Of the two conditions on {@code u}, takes the one that divides by the larger number. */
    private void stepHinge(int i, double dm, double change) {
        if (v[i] >= z[i]) {
            du[i] = (missOfHinge[i] + u[i] * change) / v[i];
            ds[i] = dm + gap[i] + du[i];
        } else {
            ds[i] = (miss[i] - s[i] * change) / z[i];
            du[i] = ds[i] - dm - gap[i];
        }
    }

    /** Returns the longest step, at most one, that keeps all that must be positive so. */
    double longestStep() {
        double longest = 1;
        for (int i = 0; i < m.length; i++) {
            longest = Math.min(longest, room(s[i], ds[i]));
            longest = Math.min(longest, room(z[i], dz[i]));
            if (kind == Kind.HINGE) {
                longest = Math.min(longest, room(u[i], du[i]));
                longest = Math.min(longest, room(v[i], -dz[i]));
            }
        }
        for (int i = 0; kind == Kind.LOGARITHM && i < m.length; i++) {
            // Their products have a target that is not zero: one that gets far below it stops all others.
            while ((s[i] + longest * ds[i]) * (z[i] + longest * dz[i]) < FAR_BELOW * Math.min(costs[i], s[i] * z[i])) {
                longest *= SHORTER;
            }
        }
        return longest;
    }

    static double room(double value, double change) {
        return change < 0 ? -TO_BOUNDARY * value / change : Double.POSITIVE_INFINITY;
    }

    void move(double step) {
        for (int i = 0; i < m.length; i++) {
            s[i] += step * ds[i];
            z[i] += step * dz[i];
            u[i] += step * du[i];
            v[i] -= step * dz[i];
        }
    }

    private static double[] scaled(double[] values, double scale) {
        return Arrays.stream(values).map(value -> scale * value).toArray();
    }
}
