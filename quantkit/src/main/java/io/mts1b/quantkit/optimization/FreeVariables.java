package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;

/**
 * The variables that no bound holds, with the Cholesky factor {@code L} of their part of a matrix, {@code C[F][F] = L L'}.
 *
 * <p>A variable is added or taken out in {@code O(k^2)} for {@code k} free variables. Reference: G. H. Golub and C. F. Van
 * Loan, "Matrix Computations", 4th edition, Johns Hopkins, 2013, section 6.5.
 */
final class FreeVariables {

    /** A new pivot below this part of the diagonal is rounding: the variable depends on those that are free already. */
    private static final double NOISE = 1e-11;

    private final double[][] matrix;
    private final double[][] factor;
    private final int[] members;
    private int size;

    FreeVariables(double[][] matrix) {
        this.matrix = matrix;
        factor = new double[matrix.length][];
        members = new int[matrix.length];
    }

    /** Returns the entries of the free variables, times a scale. */
    double[] gather(double[] all, double scale) {
        double[] own = new double[size];
        for (int k = 0; k < size; k++) {
            own[k] = scale * all[members[k]];
        }
        return own;
    }

    /** Puts the entries of the free variables where they belong. */
    void scatter(double[] own, double[] all) {
        for (int k = 0; k < size; k++) {
            all[members[k]] = own[k];
        }
    }

    /** Frees a variable, or returns false and leaves all as it is if the matrix would be singular. */
    boolean add(int variable) {
        double[] row = new double[size + 1];
        double[] column = matrix[variable];
        for (int k = 0; k < size; k++) {
            row[k] = (column[members[k]] - Vectors.dot(factor[k], row, k)) / factor[k][k];
        }
        double pivot = column[variable] - Vectors.dot(row, row, size);
        if (!(pivot > NOISE * column[variable])) {
            return false;
        }
        row[size] = Math.sqrt(pivot);
        members[size] = variable;
        factor[size++] = row;
        return true;
    }

    /** Takes out a variable that is free, by rotations that make the factor triangular again. */
    void remove(int variable) {
        int position = 0;
        while (members[position] != variable) {
            position++;
        }
        for (int k = position; k < size - 1; k++) {
            members[k] = members[k + 1];
            factor[k] = factor[k + 1];
        }
        size--;
        for (int k = position; k < size; k++) {
            double a = factor[k][k];
            double b = factor[k][k + 1];
            double length = Math.sqrt(a * a + b * b);
            double cosine = a / length;
            double sine = b / length;
            for (int i = k; i < size; i++) {
                double x = factor[i][k];
                double y = factor[i][k + 1];
                factor[i][k] = cosine * x + sine * y;
                factor[i][k + 1] = cosine * y - sine * x;
            }
        }
        for (int k = position; k < size; k++) {
            factor[k] = Arrays.copyOf(factor[k], k + 1);
        }
    }

    /** Solves {@code L x = b} in place. */
    double[] forward(double[] b) {
        for (int k = 0; k < size; k++) {
            b[k] = (b[k] - Vectors.dot(factor[k], b, k)) / factor[k][k];
        }
        return b;
    }

    /** Solves {@code L' x = b} in place. */
    double[] backward(double[] b) {
        for (int k = size - 1; k >= 0; k--) {
            b[k] /= factor[k][k];
            Vectors.addScaled(b, -b[k], factor[k], k);
        }
        return b;
    }
}
