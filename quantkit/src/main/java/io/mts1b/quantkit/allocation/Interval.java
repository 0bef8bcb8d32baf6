package io.mts1b.quantkit.allocation;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of weights, ends included, possibly infinite.
 *
 * @param least its lower end
 * @param most its upper end, not below
 */
record Interval(double least, double most) {

    static final Interval ZERO = new Interval(0, 0);

    static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    boolean contains(double value) {
        return value >= least && value <= most;
    }

    /** Returns how far a value is from the range, zero inside. */
    double distance(double value) {
        return Math.max(Math.max(least - value, value - most), 0);
    }

    /** Returns a point, and all that is at least some way from it. */
    static List<Interval> around(double point, double step) {
        return step == 0
                ? List.of(ALL)
                : List.of(
                        new Interval(Double.NEGATIVE_INFINITY, point - step),
                        new Interval(point, point),
                        new Interval(point + step, Double.POSITIVE_INFINITY));
    }

    /** Returns what two lists of disjoint ranges, both ascending, have in common, ascending. */
    static List<Interval> common(List<Interval> one, List<Interval> other) {
        List<Interval> common = new ArrayList<>();
        for (Interval a : one) {
            for (Interval b : other) {
                double least = Math.max(a.least, b.least);
                double most = Math.min(a.most, b.most);
                if (least <= most) {
                    common.add(new Interval(least, most));
                }
            }
        }
        return List.copyOf(common);
    }
}
