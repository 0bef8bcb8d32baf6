package io.mts1b.quantkit.options;

/** The rules for the terms of options. */
final class Checks {

    private Checks() {}

    static void positive(String name, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, name + " must be positive", value);
    }

    static void notNegative(String name, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, name + " must not be negative", value);
    }

    static void finite(String name, double value) {
        require(Double.isFinite(value), name + " must be finite", value);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", was " + value);
        }
    }
}
