package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;
import java.util.List;

/**
 * The function {@code q(x - p c) / v - v}, with a quadratic form {@code q} that is dense over a range of the core and
 * diagonal over a range of the chain, and with {@code p} and {@code v} variables, or one. It is at most zero where
 * {@code sqrt(q) <= v}, and convex where {@code v} is positive.
 */
public final class QuadraticOverLinear implements SmoothFunction {

    private static final int ONE = -1;

    private final int from;
    private final double[][] matrix;
    private final int link;
    private final double[] diagonal;
    private final double[] center;
    private final int unit;
    private final int bound;

    private QuadraticOverLinear(
            int from, double[][] matrix, int link, double[] diagonal, double[] center, int unit, int bound) {
        this.from = from;
        this.matrix = matrix;
        this.link = link;
        this.diagonal = diagonal;
        this.center = center;
        this.unit = unit;
        this.bound = bound;
    }

    /**
     * Returns the function for a form over the core, around zero and with {@code v = 1}.
     *
     * @param from the first variable of the range
     * @param matrix a positive semidefinite matrix, both triangles; kept and not modified
     * @return the function
     */
    public static QuadraticOverLinear of(int from, double[][] matrix) {
        return new QuadraticOverLinear(from, matrix, 0, new double[0], new double[matrix.length], ONE, ONE);
    }

    /**
     * Returns the function with a diagonal form over the chain as well.
     *
     * @param link the first variable of the chain
     * @param diagonal one entry per variable from there on, not negative
     * @return the function, around zero
     */
    public QuadraticOverLinear withChain(int link, double[] diagonal) {
        double[] zero = new double[diagonal.length + matrix.length];
        return new QuadraticOverLinear(from, matrix, link, diagonal.clone(), zero, unit, bound);
    }

    /**
     * Returns the function around a point.
     *
     * @param center the point {@code c}, the coordinates of the chain first and those of the core after them
     * @param unit the variable {@code p}, or -1 for one
     * @return the function
     */
    public QuadraticOverLinear around(double[] center, int unit) {
        return new QuadraticOverLinear(from, matrix, link, diagonal, center.clone(), unit, bound);
    }

    /**
     * Returns the function with another bound.
     *
     * @param bound the variable {@code v}, or -1 for one
     * @return the function
     */
    public QuadraticOverLinear within(int bound) {
        return new QuadraticOverLinear(from, matrix, link, diagonal, center, unit, bound);
    }

    @Override
    public List<Integer> positive() {
        return bound == ONE ? List.of() : List.of(bound);
    }

    /** Returns the index of the variable with a given coordinate. */
    private int index(int coordinate) {
        return coordinate < diagonal.length ? link + coordinate : from + coordinate - diagonal.length;
    }

    private static double at(double[] x, int variable) {
        return variable == ONE ? 1 : x[variable];
    }

    private double[] offset(double[] x) {
        double[] offset = new double[center.length];
        Arrays.setAll(offset, k -> x[index(k)] - at(x, unit) * center[k]);
        return offset;
    }

    /** Returns half the gradient of the form. */
    private double[] product(double[] offset) {
        double[] product = new double[offset.length];
        double[] dense = Arrays.copyOfRange(offset, diagonal.length, offset.length);
        for (int k = 0; k < offset.length; k++) {
            product[k] =
                    k < diagonal.length ? diagonal[k] * offset[k] : Vectors.dot(matrix[k - diagonal.length], dense);
        }
        return product;
    }

    @Override
    public double value(double[] x) {
        double[] offset = offset(x);
        double v = at(x, bound);
        return Vectors.dot(offset, product(offset)) / v - v;
    }

    @Override
    public void addGradient(double[] x, double scale, double[] to) {
        double[] offset = offset(x);
        double[] product = product(offset);
        double v = at(x, bound);
        for (int k = 0; k < offset.length; k++) {
            to[index(k)] += scale * 2 * product[k] / v;
        }
        if (unit != ONE) {
            to[unit] -= scale * 2 * Vectors.dot(center, product) / v;
        }
        if (bound != ONE) {
            to[bound] -= scale * (Vectors.dot(offset, product) / (v * v) + 1);
        }
    }

    @Override
    public void addCurvature(double[] x, double scale, ArrowMatrix to) {
        double twice = 2 * scale / at(x, bound);
        for (int k = 0; k < diagonal.length; k++) {
            to.add(index(k), index(k), twice * diagonal[k]);
        }
        to.addForm(from, matrix, twice);
        double[] ofCenter = product(center);
        if (unit != ONE) {
            for (int k = 0; k < center.length; k++) {
                to.add(index(k), unit, -twice * ofCenter[k]);
            }
            to.add(unit, unit, twice * Vectors.dot(center, ofCenter));
        }
        if (bound != ONE) {
            addBoundCurvature(x, twice / x[bound], to);
        }
    }

    private void addBoundCurvature(double[] x, double cross, ArrowMatrix to) {
        double[] offset = offset(x);
        double[] product = product(offset);
        for (int k = 0; k < offset.length; k++) {
            to.add(index(k), bound, -cross * product[k]);
        }
        if (unit != ONE) {
            // Where both are one variable, the entry is its own mirror image.
            to.add(unit, bound, cross * Vectors.dot(center, product) * (unit == bound ? 2 : 1));
        }
        to.add(bound, bound, cross * Vectors.dot(offset, product) / x[bound]);
    }
}
