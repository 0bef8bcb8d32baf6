package io.mts1b.quantkit.linearalgebra;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, {@code A = sum over k of value[k] v[k] v[k]'}.
 *
 * <p>Reflections make the matrix tridiagonal, and the implicit QL iteration makes it diagonal: H. Bowdler, R. S.
 * Martin, C. Reinsch and J. H. Wilkinson, "The QR and QL Algorithms for Symmetric Matrices", Numerische Mathematik 11,
 * 1968, 293-306. Takes about {@code 6 n^3} multiplications. Immutable and thread-safe.
 */
public final class SymmetricEigen {

    private static final int MAX_SWEEPS = 60;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @param rows a square, symmetric matrix of finite entries, of which the lower triangle is read; not modified
     * @return its eigenvalues and eigenvectors
     * @throws ArithmeticException if the iteration does not converge, which finite entries do not bring about
     */
    public static SymmetricEigen of(double[][] rows) {
        int n = rows.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                largest = Math.max(largest, Math.abs(rows[i][j]));
            }
        }
        // A power of two changes no digit, and keeps squares from overflow.
        int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = Math.scalb(rows[i][j], -exponent);
                a[j][i] = a[i][j];
            }
        }
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        double[][] vectors = tridiagonalize(a, diagonal, beside);
        for (int l = 0; l < n; l++) {
            deflate(l, diagonal, beside, vectors);
        }
        return sorted(diagonal, vectors, exponent);
    }

    /** Returns the transposed product of the reflections; {@code a} is overwritten. */
    private static double[][] tridiagonalize(double[][] a, double[] diagonal, double[] beside) {
        int n = a.length;
        double[][] reflections = new double[n][];
        for (int k = 0; k < n - 1; k++) {
            diagonal[k] = a[k][k];
            double[] v = new double[n];
            double squares = 0;
            for (int i = k + 1; i < n; i++) {
                v[i] = a[k][i];
                squares += v[i] * v[i];
            }
            double rest = squares - v[k + 1] * v[k + 1];
            if (k == n - 2 || rest <= 0) {
                beside[k] = v[k + 1];
                continue;
            }
            double length = Math.sqrt(squares);
            beside[k] = v[k + 1] > 0 ? -length : length;
            v[k + 1] -= beside[k];
            double norm = Math.sqrt((rest + v[k + 1] * v[k + 1]) / 2);
            for (int i = k + 1; i < n; i++) {
                v[i] /= norm;
            }
            reflect(a, v, k + 1);
            reflections[k] = v;
        }
        diagonal[n - 1] = a[n - 1][n - 1];
        return accumulate(reflections);
    }

    /** Replaces the trailing block {@code B} by {@code (I - v v') B (I - v v')}, where {@code v'v = 2}. */
    private static void reflect(double[][] a, double[] v, int from) {
        int n = a.length;
        double[] w = new double[n];
        for (int i = from; i < n; i++) {
            w[i] = Vectors.dot(a[i], v);
        }
        double half = Vectors.dot(w, v) / 2;
        for (int i = from; i < n; i++) {
            w[i] -= half * v[i];
        }
        for (int i = from; i < n; i++) {
            double[] row = a[i];
            double vi = v[i];
            double wi = w[i];
            for (int j = from; j < n; j++) {
                row[j] -= vi * w[j] + wi * v[j];
            }
        }
        // Columns before the block are finished; zeros there let whole rows be multiplied.
        for (int i = from; i < n; i++) {
            a[i][from - 1] = 0;
        }
    }

    private static double[][] accumulate(double[][] reflections) {
        int n = reflections.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            product[i][i] = 1;
        }
        for (int k = n - 2; k >= 0; k--) {
            double[] v = reflections[k];
            if (v != null) {
                for (int i = k + 1; i < n; i++) {
                    Vectors.addScaled(product[i], -Vectors.dot(product[i], v), v, n);
                }
            }
        }
        return product;
    }

    /** Makes the entry beside diagonal entry {@code l} vanish. */
    private static void deflate(int l, double[] d, double[] e, double[][] z) {
        for (int sweep = 0; ; sweep++) {
            int m = l;
            while (m < d.length - 1 && Math.abs(e[m]) > Math.ulp(Math.abs(d[m]) + Math.abs(d[m + 1]))) {
                m++;
            }
            if (m == l) {
                return;
            }
            if (sweep == MAX_SWEEPS) {
                throw new ArithmeticException("eigenvalue " + l + " did not converge in " + MAX_SWEEPS + " sweeps");
            }
            sweep(l, m, d, e, z);
        }
    }

    private static void sweep(int l, int m, double[] d, double[] e, double[][] z) {
        double g = (d[l + 1] - d[l]) / (2 * e[l]);
        double r = Math.sqrt(g * g + 1);
        g = d[m] - d[l] + e[l] / (g + Math.copySign(r, g));
        double sine = 1;
        double cosine = 1;
        double shift = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = sine * e[i];
            double b = cosine * e[i];
            r = Math.sqrt(f * f + g * g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= shift;
                e[m] = 0;
                return;
            }
            sine = f / r;
            cosine = g / r;
            g = d[i + 1] - shift;
            r = (d[i] - g) * sine + 2 * cosine * b;
            shift = sine * r;
            d[i + 1] = g + shift;
            g = cosine * r - b;
            rotate(z[i], z[i + 1], sine, cosine);
        }
        d[l] -= shift;
        e[l] = g;
        e[m] = 0;
    }

    private static void rotate(double[] one, double[] other, double sine, double cosine) {
        for (int k = 0; k < one.length; k++) {
            double h = other[k];
            other[k] = sine * one[k] + cosine * h;
            one[k] = cosine * one[k] - sine * h;
        }
    }

    /** Sorts by value descending, and turns each vector so that its largest entry is positive. */
    private static SymmetricEigen sorted(double[] diagonal, double[][] z, int exponent) {
        int[] order = IntStream.range(0, diagonal.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -diagonal[k]))
                .mapToInt(k -> k)
                .toArray();
        double[] values = Arrays.stream(order)
                .mapToDouble(k -> Math.scalb(diagonal[k], exponent))
                .toArray();
        double[][] vectors = Arrays.stream(order).mapToObj(k -> z[k]).toArray(double[][]::new);
        for (double[] vector : vectors) {
            double largest = Vectors.largest(vector);
            int first = 0;
            while (Math.abs(vector[first]) != largest) {
                first++;
            }
            if (vector[first] < 0) {
                Arrays.setAll(vector, i -> -vector[i]);
            }
        }
        return new SymmetricEigen(values, vectors);
    }

    /**
     * Returns the number of eigenvalues.
     *
     * @return the size of the matrix
     */
    public int size() {
        return values.length;
    }

    /**
     * Returns one eigenvalue.
     *
     * @param index which, from 0, the largest
     * @return the eigenvalue
     */
    public double value(int index) {
        return values[index];
    }

    /**
     * Returns all eigenvalues.
     *
     * @return a new array, descending
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Returns one eigenvector.
     *
     * @param index which, from 0
     * @return a new array of length one in the Euclidean norm, its largest entry positive
     */
    public double[] vector(int index) {
        return vectors[index].clone();
    }

    /**
     * Builds the matrix with the same eigenvectors and other eigenvalues. Takes {@code n^3 / 2} multiplications.
     *
     * @param replacements one eigenvalue per eigenvector, in their order
     * @return the lower triangle of {@code sum over k of replacements[k] v[k] v[k]'}
     */
    public double[][] rebuild(double[] replacements) {
        int n = values.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
        }
        for (int k = 0; k < n; k++) {
            double[] vector = vectors[k];
            if (replacements[k] != 0) {
                for (int i = 0; i < n; i++) {
                    Vectors.addScaled(lower[i], replacements[k] * vector[i], vector, i + 1);
                }
            }
        }
        return lower;
    }
}
