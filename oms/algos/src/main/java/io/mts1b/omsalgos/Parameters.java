package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Rate;
import java.math.RoundingMode;
import java.time.Duration;

/** The rules that parameters share. */
final class Parameters {

    private static final int PLACES = 8;
    private static final int CENTURY_DAYS = 36_500;

    private Parameters() {}

    static void requirePositive(String name, Duration time) {
        Require.that(
                time.isPositive() && time.toDays() < CENTURY_DAYS,
                name + " must be positive and below a century, was " + time);
    }

    static void requireSlices(String name, int slices) {
        Require.that(
                slices >= 1 && slices <= Algo.MOST_SLICES,
                name + " must be 1 to " + Algo.MOST_SLICES + ", was " + slices);
    }

    static void requirePart(String name, Rate part) {
        Require.that(
                part.value().signum() > 0 && part.value().compareTo(Decimal.ONE) <= 0,
                name + " must be in (0, 1], was " + part);
    }

    static void requireNotNegative(String name, double value) {
        Require.that(value >= 0 && Double.isFinite(value), name + " must be finite and not negative, was " + value);
    }

    /** Returns a part of a quantity, rounded down at {@value #PLACES} decimals. */
    static Decimal share(Decimal of, Rate part) {
        return of.times(part.value(), PLACES, RoundingMode.DOWN);
    }
}
