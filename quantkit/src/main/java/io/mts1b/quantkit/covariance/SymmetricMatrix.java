package io.mts1b.quantkit.covariance;

import java.util.Arrays;

/**
 * A square matrix that equals its transpose, such as a covariance, a correlation or a distance matrix.
 *
 * <p>Only the lower triangle is stored, so it cannot be asymmetric. Entries are finite. Immutable and
 * thread-safe; equal if the entries are.
 */
public final class SymmetricMatrix {

    private final double[][] lower;

    private SymmetricMatrix(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Returns the matrix with a given lower triangle.
     *
     * @param lower row {@code i} holds the entries {@code (i, 0)} to {@code (i, i)}; copied
     * @return the matrix
     * @throws IllegalArgumentException if there is no row, row {@code i} does not hold {@code i + 1} entries,
     *     or an entry is not finite
     */
    public static SymmetricMatrix ofLowerTriangle(double[][] lower) {
        if (lower.length == 0) {
            throw new IllegalArgumentException("lower must hold at least 1 row, held 0");
        }
        double[][] copy = new double[lower.length][];
        for (int i = 0; i < lower.length; i++) {
            if (lower[i].length != i + 1) {
                throw new IllegalArgumentException(
                        "row " + i + " must hold " + (i + 1) + " entries, held " + lower[i].length);
            }
            for (int j = 0; j <= i; j++) {
                if (!Double.isFinite(lower[i][j])) {
                    throw new IllegalArgumentException(
                            "entry (" + i + ", " + j + ") must be finite, was " + lower[i][j]);
                }
            }
            copy[i] = lower[i].clone();
        }
        return new SymmetricMatrix(copy);
    }

    /**
     * Returns the matrix with given rows.
     *
     * @param rows the rows, as many as each is long; copied
     * @return the matrix
     * @throws IllegalArgumentException if there is no row, the rows are not square and symmetric, or an entry
     *     is not finite
     */
    public static SymmetricMatrix of(double[][] rows) {
        double[][] lower = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows.length) {
                throw new IllegalArgumentException(
                        "row " + i + " must hold " + rows.length + " entries, held " + rows[i].length);
            }
            for (int j = 0; j < i; j++) {
                if (Double.compare(rows[i][j], rows[j][i]) != 0) {
                    throw new IllegalArgumentException("entries (" + i + ", " + j + ") and (" + j + ", " + i
                            + ") must be equal, were " + rows[i][j] + " and " + rows[j][i]);
                }
            }
            lower[i] = Arrays.copyOf(rows[i], i + 1);
        }
        return ofLowerTriangle(lower);
    }

    /**
     * Returns the number of rows, which is the number of columns.
     *
     * @return the size, at least 1
     */
    public int size() {
        return lower.length;
    }

    /**
     * Returns one entry.
     *
     * @param row the row, from 0
     * @param column the column, from 0
     * @return the entry
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public double get(int row, int column) {
        return row >= column ? lower[row][column] : lower[column][row];
    }

    /**
     * Returns the whole matrix, both triangles.
     *
     * @return new rows
     */
    public double[][] toArray() {
        int n = lower.length;
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(lower[i], 0, rows[i], 0, i + 1);
            for (int j = 0; j < i; j++) {
                rows[j][i] = lower[i][j];
            }
        }
        return rows;
    }

    /** Returns the lower triangle of a matrix, as new rows. */
    static double[][] lowerTriangle(SymmetricMatrix matrix) {
        return Arrays.stream(matrix.lower).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetricMatrix that && Arrays.deepEquals(lower, that.lower);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(lower);
    }

    /** Returns the size and the lower triangle. */
    @Override
    public String toString() {
        return "SymmetricMatrix[" + lower.length + ", " + Arrays.deepToString(lower) + "]";
    }
}
