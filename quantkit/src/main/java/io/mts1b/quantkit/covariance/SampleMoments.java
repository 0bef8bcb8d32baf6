package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.linearalgebra.Vectors;

/** Sums over centred columns that estimators of shrinkage have in common; divisors are {@code n}. */
final class SampleMoments {

    private SampleMoments() {}

    static SymmetricMatrix covariance(double[][] x) {
        double[][] products = CrossProducts.lowerTriangle(x);
        for (double[] row : products) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= x[0].length;
            }
        }
        return SymmetricMatrix.ofLowerTriangle(products);
    }

    /** The sum over rows of the squared sum of squares of a row. */
    static double squaredNorms(double[][] x) {
        double sum = 0;
        for (int t = 0; t < x[0].length; t++) {
            double squares = 0;
            for (double[] column : x) {
                squares += column[t] * column[t];
            }
            sum += squares * squares;
        }
        return sum;
    }

    static double meanOfFourths(double[] column) {
        double sum = 0;
        for (double value : column) {
            double square = value * value;
            sum += square * square;
        }
        return sum / column.length;
    }

    /** The series {@code sum over i of weights[i] x[i]}. */
    static double[] combine(double[][] x, double[] weights) {
        double[] sum = new double[x[0].length];
        for (int i = 0; i < x.length; i++) {
            Vectors.addScaled(sum, weights[i], x[i], sum.length);
        }
        return sum;
    }

    /** The sum over all entries of the products of two matrices. */
    static double inner(SymmetricMatrix a, SymmetricMatrix b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * a.get(i, j) * b.get(i, j);
            }
            sum += a.get(i, i) * b.get(i, i);
        }
        return sum;
    }

    static double trace(SymmetricMatrix matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.size(); i++) {
            trace += matrix.get(i, i);
        }
        return trace;
    }

    /** The matrix with the variances of a sample, and {@code scale a[i] a[j]} beside the diagonal. */
    static double[][] target(SymmetricMatrix sample, double[] a, double scale) {
        double[][] target = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            target[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                target[i][j] = scale * a[i] * a[j];
            }
            target[i][i] = sample.get(i, i);
        }
        return target;
    }

    /**
     * Pulls a sample towards a target of the same variances.
     *
     * @param target the lower triangle, overwritten
     * @param excess by how much the expected squared error of the sample exceeds what the target shares of it
     */
    static ShrunkCovariance blend(SymmetricMatrix sample, double[][] target, double excess) {
        double distance = 0;
        for (int i = 0; i < target.length; i++) {
            for (int j = 0; j < i; j++) {
                double d = sample.get(i, j) - target[i][j];
                distance += 2 * d * d;
            }
        }
        double intensity = distance > 0 ? Math.clamp(excess / distance, 0.0, 1.0) : 0;
        return ShrunkCovariance.blend(sample, target, intensity);
    }
}
