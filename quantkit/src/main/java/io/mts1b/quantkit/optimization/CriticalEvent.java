package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.optimization.ActiveSet.Place;

/**
 * What ends a piece of a critical path: a limit is reached, or stops to hold.
 *
 * @param distance how far along the parameter, not negative; infinite if nothing ends the piece
 * @param index the variable, or the row
 * @param isRow whether it is a row
 * @param place where the variable or row stands afterwards
 */
record CriticalEvent(double distance, int index, boolean isRow, Place place) {

    /** Moves slower than this part of the fastest one are rounding. */
    private static final double NOISE = 1e-12;

    /**
     * Finds the nearest event on a piece, going up or down from {@code t}.
     *
     * @param steepest the largest entry of {@code d}, which gradients are measured by
     */
    static CriticalEvent next(
            ActiveSet set, Polyhedron limits, CriticalSegment piece, double t, double way, double steepest) {
        CriticalEvent next = new CriticalEvent(Double.POSITIVE_INFINITY, -1, false, Place.FREE);
        double still = NOISE * piece.point().steepest();
        double quiet = NOISE * steepest;
        for (int i = 0; i < limits.size(); i++) {
            if (set.ofVariable(i) == Place.FREE) {
                double rate = way * piece.point().slope(i);
                double value = piece.point().at(i, t);
                next = next.orReach(value, rate, still, i, false, limits.lower(i), limits.upper(i));
            } else if (!set.isFixed(i)) {
                double rate = way * piece.gradient().slope(i);
                next = next.orRelease(set.ofVariable(i), piece.gradient().at(i, t), rate, quiet, i, false);
            }
        }
        for (int r = 0; r < limits.rows().size(); r++) {
            if (set.ofRow(r) == Place.FREE) {
                Polyhedron.Row row = limits.rows().get(r);
                double rate =
                        way * Vectors.dot(limits.coefficients(r), piece.point().slope());
                double value = Vectors.dot(limits.coefficients(r), piece.point().at(t));
                next = next.orReach(value, rate, still, r, true, row.lower(), row.upper());
            } else if (!set.isEquality(r)) {
                // The multiplier of a row has the sign opposite to the gradient of a bound.
                double rate = -way * piece.multipliers().slope(r);
                next = next.orRelease(set.ofRow(r), -piece.multipliers().at(r, t), rate, quiet, r, true);
            }
        }
        return next;
    }

    private CriticalEvent orReach(
            double value, double rate, double noise, int index, boolean isRow, double lower, double upper) {
        if (Math.abs(rate) <= noise) {
            return this;
        }
        double room = Math.max(rate > 0 ? upper - value : value - lower, 0) / Math.abs(rate);
        return room < distance ? new CriticalEvent(room, index, isRow, rate > 0 ? Place.UPPER : Place.LOWER) : this;
    }

    private CriticalEvent orRelease(Place place, double gradient, double rate, double noise, int index, boolean isRow) {
        double inward = place == Place.LOWER ? 1 : -1;
        if (inward * rate >= -noise) {
            return this;
        }
        double room = Math.max(inward * gradient, 0) / Math.abs(rate);
        return room < distance ? new CriticalEvent(room, index, isRow, Place.FREE) : this;
    }

    /** Makes it so; returns false if a matrix would become singular. */
    boolean apply(ActiveSet set) {
        if (isRow) {
            set.placeRow(index, place);
            return true;
        }
        return set.place(index, place);
    }
}
