package io.mts1b.quantkit.indicators;

/** What changed since the value before. */
final class Change {

    private double before = Double.NaN;
    private double now = Double.NaN;

    /** Takes a value; returns it less the one before, NaN for the first. NaN is passed over. */
    double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        before = now;
        now = value;
        return now - before;
    }

    /** Returns the value before the last. */
    double before() {
        return before;
    }
}
