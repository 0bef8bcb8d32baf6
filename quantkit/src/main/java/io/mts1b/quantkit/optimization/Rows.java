package io.mts1b.quantkit.optimization;

/**
 * Many linear functions of the variables, {@code m[i] = a[i]'x + h[i]}, whose products {@code sum of d[i] a[i] a[i]'} fit
 * into an arrow.
 */
interface Rows {

    int count();

    /** Writes {@code a[i]'x}, plus {@code h[i]} if asked for. */
    void multiply(double[] x, boolean constant, double[] values);

    /** Adds {@code sum of scales[i] a[i]}. */
    void addTransposed(double[] scales, double[] to);

    /** Adds {@code sum of scales[i] a[i] a[i]'}. */
    void addProducts(double[] scales, ArrowMatrix to);
}
