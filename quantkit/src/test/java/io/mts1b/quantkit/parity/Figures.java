package io.mts1b.quantkit.parity;

import java.util.Locale;

/** How the page writes numbers. */
final class Figures {

    private Figures() {}

    static String value(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        boolean whole = value == StrictMath.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    static String difference(double difference) {
        if (difference == 0) {
            return "0";
        }
        return Double.isInfinite(difference)
                ? "unbounded"
                : String.format(Locale.ROOT, "%.1e", difference)
                        .replace(".0e", "e")
                        .replace("e-0", "e-")
                        .replace("e+00", "");
    }
}
