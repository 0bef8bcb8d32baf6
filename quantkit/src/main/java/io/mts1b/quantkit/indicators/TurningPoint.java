package io.mts1b.quantkit.indicators;

/**
 * A value above (or below) all of some values before and some after it, reported when the last of these is known.
 *
 * <p>Costs the number of values per bar.
 */
final class TurningPoint {

    private final LastValues last;
    private final int right;
    private final double sign;

    private TurningPoint(int left, int right, double sign) {
        this.last = new LastValues(left + 1 + right);
        this.right = right;
        this.sign = sign;
    }

    static TurningPoint high(int left, int right) {
        return new TurningPoint(left, right, 1);
    }

    static TurningPoint low(int left, int right) {
        return new TurningPoint(left, right, -1);
    }

    /** Takes a value; returns the one {@code right} values ago if it is a turning point, else NaN. */
    double next(double value) {
        if (!last.next(value)) {
            return Double.NaN;
        }
        double candidate = last.ago(right);
        for (int i = 0; i < last.size(); i++) {
            if (i != right && sign * last.ago(i) >= sign * candidate) {
                return Double.NaN;
            }
        }
        return candidate;
    }
}
