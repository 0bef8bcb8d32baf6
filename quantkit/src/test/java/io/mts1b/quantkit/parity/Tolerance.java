package io.mts1b.quantkit.parity;

/**
 * How far an answer may lie from the golden.
 *
 * @param size the largest difference that is none
 * @param relative whether differences are parts of the golden, rather than plain
 * @param floor the part of the largest golden of a column that small goldens are measured by
 * @param proven what a wider difference is held to, where there is a reason for one
 * @param reason why it is wider than {@code size}, empty if it must not be
 */
public record Tolerance(double size, boolean relative, double floor, double proven, String reason) {

    /** Of what is computed by a formula. */
    public static final Tolerance FORMULA = relative(1e-10);

    /** Of what an optimiser searches for. */
    public static final Tolerance WEIGHT = absolute(1e-6);

    /** Of what can be counted. */
    public static final Tolerance EXACT = absolute(0);

    public static Tolerance absolute(double size) {
        return new Tolerance(size, false, 0, size, "");
    }

    public static Tolerance relative(double size) {
        return new Tolerance(size, true, 0, size, "");
    }

    /** Measures goldens near zero, which are differences of larger figures, by a part of the largest of the column. */
    public Tolerance floor(double part) {
        return new Tolerance(size, relative, part, proven, reason);
    }

    /** Allows more than the size, up to a wider one, for a reason that the page prints. */
    public Tolerance upTo(double wider, String because) {
        return new Tolerance(size, relative, floor, wider, because);
    }

    double difference(double theirs, double ours, double largest) {
        if (Double.isNaN(theirs) || Double.isNaN(ours)) {
            return Double.isNaN(theirs) && Double.isNaN(ours) ? 0 : Double.POSITIVE_INFINITY;
        }
        double apart = Math.abs(ours - theirs);
        return apart == 0 || !relative ? apart : apart / Math.max(Math.abs(theirs), floor * largest);
    }

    @Override
    public String toString() {
        if (size == 0) {
            return "equal";
        }
        return Figures.difference(size)
                + (relative ? " relative" : "")
                + (floor > 0 ? ", from " + Figures.difference(floor) + " of the largest" : "");
    }
}
