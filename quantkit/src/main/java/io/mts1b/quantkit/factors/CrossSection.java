package io.mts1b.quantkit.factors;

import io.mts1b.quantkit.statistics.Moments;
import java.util.Arrays;

/** Standardizes a panel across assets, date by date. */
public final class CrossSection {

    private CrossSection() {}

    /**
     * Returns the z-scores of each date: value less mean, over the standard deviation (divisor n), over the
     * assets that have a value.
     *
     * @param values A columns of T values, NaN where missing; not modified
     * @return A columns of T scores, NaN where missing, zero on dates whose values do not differ
     * @throws IllegalArgumentException if the columns differ in length or a value is infinite
     */
    public static double[][] zScores(double[][] values) {
        int assets = values.length;
        int dates = assets == 0 ? 0 : values[0].length;
        double[][] scores = new double[assets][dates];
        for (int a = 0; a < assets; a++) {
            if (values[a].length != dates) {
                throw new IllegalArgumentException(
                        "column of asset " + a + " must have " + dates + " rows, had " + values[a].length);
            }
        }
        for (int t = 0; t < dates; t++) {
            standardize(values, scores, t);
        }
        return scores;
    }

    private static void standardize(double[][] values, double[][] scores, int t) {
        double[] present = Arrays.stream(values)
                .mapToDouble(column -> column[t])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double mean = 0;
        double deviation = 0;
        if (present.length >= 2) {
            Moments moments = Moments.of(present);
            mean = moments.mean();
            deviation = Math.sqrt(moments.squares() / present.length);
        }
        for (int a = 0; a < values.length; a++) {
            double value = values[a][t];
            scores[a][t] = Double.isNaN(value) ? Double.NaN : deviation == 0 ? 0 : (value - mean) / deviation;
        }
    }
}
