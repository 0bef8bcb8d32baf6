package io.mts1b.quantkit.optimization;

import java.util.Arrays;
import java.util.List;

/**
 * The conditions whose multipliers stay in the system: equalities, and inequalities with a slack {@code s} and a product
 * {@code s y} that vanishes. Mutable; confined to one thread.
 */
final class Conditions {

    private final List<BorderRow> rows;
    private final boolean[] equality;
    private final int first;

    private final double[] s;
    private final double[] y;
    private final double[] gap;
    private final double[] ds;
    private final double[] dy;
    private final double[] miss;

    /**
     * Makes conditions.
     *
     * @param rows the functions
     * @param equality which of them must be zero rather than at most zero
     * @param first the index of the first multiplier in the system
     */
    Conditions(List<BorderRow> rows, boolean[] equality, int first) {
        this.rows = List.copyOf(rows);
        this.equality = equality.clone();
        this.first = first;
        int n = rows.size();
        s = new double[n];
        y = new double[n];
        gap = new double[n];
        ds = new double[n];
        dy = new double[n];
        miss = new double[n];
    }

    boolean allLinear() {
        return rows.stream().allMatch(BorderRow::isLinear);
    }

    void start(double[] x, double mu) {
        for (int r = 0; r < s.length; r++) {
            if (!equality[r]) {
                s[r] = Math.max(-rows.get(r).value(x), Math.sqrt(mu));
                y[r] = mu / s[r];
            }
        }
        measure(x);
    }

    void measure(double[] x) {
        for (int r = 0; r < s.length; r++) {
            gap[r] = rows.get(r).value(x) + s[r];
        }
    }

    void addGradient(double[] x, double[] gradient) {
        for (int r = 0; r < s.length; r++) {
            rows.get(r).addGradient(x, y[r], gradient);
        }
    }

    double largestGap() {
        double largest = 0;
        for (double value : gap) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    double complementarityAfter(double step) {
        double sum = 0;
        for (int r = 0; r < s.length; r++) {
            if (!equality[r]) {
                sum += (s[r] + step * ds[r]) * (y[r] + step * dy[r]);
            }
        }
        return sum;
    }

    int products() {
        int count = 0;
        for (boolean one : equality) {
            count += one ? 0 : 1;
        }
        return count;
    }

    /** Adds curvatures, and the rows themselves with {@code -s / y} on the diagonal. */
    void addTo(double[] x, ArrowMatrix matrix) {
        double[] gradient = new double[x.length];
        for (int r = 0; r < s.length; r++) {
            rows.get(r).addCurvature(x, y[r], matrix);
            Arrays.fill(gradient, 0);
            rows.get(r).addGradient(x, 1, gradient);
            for (int i = 0; i < gradient.length; i++) {
                if (gradient[i] != 0) {
                    matrix.add(first + r, i, gradient[i]);
                }
            }
            if (!equality[r]) {
                matrix.add(first + r, first + r, -s[r] / y[r]);
            }
        }
    }

    /** Writes the right-hand side of the multipliers: {@code g + s + s (mu / (s y) - 1)} with the sign of the system. */
    void addPull(double mu, boolean corrected, double[] right) {
        for (int r = 0; r < s.length; r++) {
            if (equality[r]) {
                right[first + r] = -gap[r];
            } else {
                miss[r] = mu - s[r] * y[r] - (corrected ? ds[r] * dy[r] : 0);
                right[first + r] = -gap[r] - miss[r] / y[r];
            }
        }
    }

    /** Derives the step of slacks and multipliers from the solution of the system. */
    void step(double[] solution) {
        for (int r = 0; r < s.length; r++) {
            dy[r] = solution[first + r];
            ds[r] = equality[r] ? 0 : (miss[r] - s[r] * dy[r]) / y[r];
        }
    }

    double longestStep() {
        double longest = 1;
        for (int r = 0; r < s.length; r++) {
            if (!equality[r]) {
                longest = Math.min(longest, Losses.room(s[r], ds[r]));
                longest = Math.min(longest, Losses.room(y[r], dy[r]));
            }
        }
        return longest;
    }

    void move(double step) {
        for (int r = 0; r < s.length; r++) {
            s[r] += step * ds[r];
            y[r] += step * dy[r];
        }
    }
}
