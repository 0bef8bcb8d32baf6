package io.mts1b.quantkit.linearalgebra;

/** Sums over plain arrays, with a fixed order of additions. */
public final class Vectors {

    private Vectors() {}

    /**
     * Returns {@code sum over i of a[i] b[i]}. Eight partial sums make it both faster and more exact than one.
     *
     * @param a the one array
     * @param b the other
     * @param length how many leading entries count
     * @return the inner product
     */
    public static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = 0;
        for (; i + 7 < length; i += 8) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        for (; i < length; i++) {
            s0 += a[i] * b[i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /**
     * Returns {@code sum over i of a[i] b[i]} over two arrays of one length.
     *
     * @param a the one array
     * @param b the other
     * @return the inner product
     */
    public static double dot(double[] a, double[] b) {
        return dot(a, b, a.length);
    }

    /**
     * Adds a multiple of an array: {@code y[i] += scale x[i]}.
     *
     * @param y where to add
     * @param scale how much of it
     * @param x what to add
     * @param length how many leading entries count
     */
    public static void addScaled(double[] y, double scale, double[] x, int length) {
        for (int i = 0; i < length; i++) {
            y[i] += scale * x[i];
        }
    }

    /**
     * Adds eight arrays at once: {@code y[at + j] += sum over q < 8 of scales[q] rows[first + q][j]}. One pass over {@code y}
     * instead of eight is what makes matrix products fast; the compiler turns the loop into vector instructions.
     *
     * @param y where to add
     * @param at where the first entry of the arrays goes
     * @param scales eight scales
     * @param rows the arrays
     * @param first which of them is the first of the eight
     * @param from the first entry that counts
     * @param to the first entry after it that does not
     */
    public static void addEight(double[] y, int at, double[] scales, double[][] rows, int first, int from, int to) {
        double x0 = scales[0];
        double x1 = scales[1];
        double x2 = scales[2];
        double x3 = scales[3];
        double x4 = scales[4];
        double x5 = scales[5];
        double x6 = scales[6];
        double x7 = scales[7];
        double[] r0 = rows[first];
        double[] r1 = rows[first + 1];
        double[] r2 = rows[first + 2];
        double[] r3 = rows[first + 3];
        double[] r4 = rows[first + 4];
        double[] r5 = rows[first + 5];
        double[] r6 = rows[first + 6];
        double[] r7 = rows[first + 7];
        for (int j = from; j < to; j++) {
            double one = (x0 * r0[j] + x1 * r1[j]) + (x2 * r2[j] + x3 * r3[j]);
            double other = (x4 * r4[j] + x5 * r5[j]) + (x6 * r6[j] + x7 * r7[j]);
            y[at + j] += one + other;
        }
    }

    /**
     * Returns the largest absolute value.
     *
     * @param values the array
     * @return the maximum norm, zero for none
     */
    public static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /**
     * Multiplies a matrix by a vector.
     *
     * @param rows the rows of the matrix
     * @param vector the vector
     * @return one inner product per row
     */
    public static double[] multiply(double[][] rows, double[] vector) {
        double[] product = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            product[i] = dot(rows[i], vector, vector.length);
        }
        return product;
    }
}
