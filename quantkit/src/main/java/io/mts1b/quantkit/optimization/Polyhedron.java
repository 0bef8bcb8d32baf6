package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.statistics.Samples;
import java.util.List;

/**
 * The points that keep linear limits: {@code lower[i] <= x[i] <= upper[i]}, and a range for each row.
 *
 * <p>Immutable and thread-safe.
 */
public final class Polyhedron {

    /**
     * A linear limit, {@code lower <= a'x <= upper}. Immutable and thread-safe.
     */
    public static final class Row {

        private final double[] coefficients;
        private final double lower;
        private final double upper;

        private Row(double[] coefficients, double lower, double upper) {
            this.coefficients = coefficients;
            this.lower = lower;
            this.upper = upper;
        }

        /**
         * Returns a limit.
         *
         * @param coefficients one finite coefficient per variable, at least one; copied
         * @param lower the least value, possibly minus infinity
         * @param upper the largest value, not below {@code lower}, possibly infinity
         * @return the limit
         * @throws IllegalArgumentException if a coefficient is not finite, or the range is empty
         */
        public static Row of(double[] coefficients, double lower, double upper) {
            Samples.requireFinite("coefficients", coefficients, 1);
            requireRange("row", lower, upper);
            return new Row(coefficients.clone(), lower, upper);
        }

        /**
         * Returns the least value.
         *
         * @return the lower end of the range
         */
        public double lower() {
            return lower;
        }

        /**
         * Returns the largest value.
         *
         * @return the upper end of the range
         */
        public double upper() {
            return upper;
        }
    }

    private final double[] lower;
    private final double[] upper;
    private final List<Row> rows;

    private Polyhedron(double[] lower, double[] upper, List<Row> rows) {
        this.lower = lower;
        this.upper = upper;
        this.rows = rows;
    }

    /**
     * Returns the points that keep given limits.
     *
     * @param lower the least value of each variable, possibly minus infinity; copied
     * @param upper the largest value of each variable, possibly infinity; copied
     * @param rows linear limits, possibly none
     * @return the polyhedron, which may be empty
     * @throws IllegalArgumentException if the shapes differ, or the range of a variable is empty
     */
    public static Polyhedron of(double[] lower, double[] upper, List<Row> rows) {
        Samples.requireLength("upper", upper, lower.length);
        for (int i = 0; i < lower.length; i++) {
            requireRange("variable " + i, lower[i], upper[i]);
        }
        for (Row row : rows) {
            Samples.requireLength("row", row.coefficients, lower.length);
        }
        return new Polyhedron(lower.clone(), upper.clone(), List.copyOf(rows));
    }

    private static void requireRange(String name, double lower, double upper) {
        if (!(lower <= upper && lower < Double.POSITIVE_INFINITY && upper > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must have a range, had [" + lower + ", " + upper + "]");
        }
    }

    /**
     * Returns the number of variables.
     *
     * @return the dimension
     */
    public int size() {
        return lower.length;
    }

    /**
     * Returns the least value of a variable.
     *
     * @param variable which, from 0
     * @return the lower end of its range
     */
    public double lower(int variable) {
        return lower[variable];
    }

    /**
     * Returns the largest value of a variable.
     *
     * @param variable which, from 0
     * @return the upper end of its range
     */
    public double upper(int variable) {
        return upper[variable];
    }

    /**
     * Returns the linear limits.
     *
     * @return the rows
     */
    public List<Row> rows() {
        return rows;
    }

    /** Returns the coefficients of a row, not copied. */
    double[] coefficients(int row) {
        return rows.get(row).coefficients;
    }
}
