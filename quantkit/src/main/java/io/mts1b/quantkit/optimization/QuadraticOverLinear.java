package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;
import java.util.List;

/**
 * The function {@code q(x - p c) / p - p}, with a quadratic form {@code q} that is dense over a range of the core and
 * diagonal over a range of the chain, and with {@code p} a variable, or one. It is at most zero where
 * {@code sqrt(q) <= p}, and convex where {@code p} is positive.
 */
public final class QuadraticOverLinear implements SmoothFunction {

    private static final int ONE = -1;

    private final int from;
    private final double[][] matrix;
    private final int link;
    private final double[] diagonal;
    private final double[] center;
    private final int unit;

    private QuadraticOverLinear(int from, double[][] matrix, int link, double[] diagonal, double[] center, int unit) {
        this.from = from;
        this.matrix = matrix;
        this.link = link;
        this.diagonal = diagonal;
        this.center = center;
        this.unit = unit;
    }

    /**
     * Returns the function for a form over the core, around zero and with {@code p = 1}.
     *
     * @param from the first variable of the range
     * @param matrix a positive semidefinite matrix, both triangles; kept and not modified
     * @return the function
     */
    public static QuadraticOverLinear of(int from, double[][] matrix) {
        return new QuadraticOverLinear(from, matrix, 0, new double[0], new double[matrix.length], ONE);
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
        return new QuadraticOverLinear(from, matrix, link, diagonal.clone(), zero, unit);
    }

    /**
     * Returns the function around a point.
     *
     * @param center the point {@code c}, the coordinates of the chain first and those of the core after them
     * @param unit the variable {@code p}, or -1 for one
     * @return the function
     */
    public QuadraticOverLinear around(double[] center, int unit) {
        return new QuadraticOverLinear(from, matrix, link, diagonal, center.clone(), unit);
    }

    @Override
    public List<Integer> positive() {
        return unit == ONE ? List.of() : List.of(unit);
    }

    /** Returns the index of the variable with a given coordinate. */
    private int index(int coordinate) {
        return coordinate < diagonal.length ? link + coordinate : from + coordinate - diagonal.length;
    }

    private double unit(double[] x) {
        return unit == ONE ? 1 : x[unit];
    }

    private double[] offset(double[] x) {
        double[] offset = new double[center.length];
        Arrays.setAll(offset, k -> x[index(k)] - unit(x) * center[k]);
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
        return Vectors.dot(offset, product(offset)) / unit(x) - unit(x);
    }

    @Override
    public void addGradient(double[] x, double scale, double[] to) {
        double[] offset = offset(x);
        double[] product = product(offset);
        double p = unit(x);
        for (int k = 0; k < offset.length; k++) {
            to[index(k)] += scale * 2 * product[k] / p;
        }
        if (unit != ONE) {
            double ratio = Vectors.dot(offset, product) / (p * p);
            to[unit] -= scale * (2 * Vectors.dot(center, product) / p + ratio + 1);
        }
    }

    /** With {@code d = x / p}, the part in {@code p} is {@code p q(d - c)}, whose curvature is along {@code x - p d} only. */
    @Override
    public void addCurvature(double[] x, double scale, ArrowMatrix to) {
        double twice = 2 * scale / unit(x);
        for (int k = 0; k < diagonal.length; k++) {
            to.add(index(k), index(k), twice * diagonal[k]);
        }
        to.addForm(from, matrix, twice);
        if (unit != ONE) {
            double[] direction = new double[center.length];
            Arrays.setAll(direction, k -> x[index(k)] / x[unit]);
            double[] product = product(direction);
            for (int k = 0; k < product.length; k++) {
                to.add(index(k), unit, -twice * product[k]);
            }
            to.add(unit, unit, twice * Vectors.dot(direction, product));
        }
    }
}
