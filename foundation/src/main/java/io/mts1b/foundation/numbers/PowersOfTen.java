package io.mts1b.foundation.numbers;

/** The powers of ten that fit in a {@code long}. */
final class PowersOfTen {

    private static final long[] POWERS = new long[Decimal.MAX_SCALE + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private PowersOfTen() {}

    /** Returns {@code 10^exponent} for an exponent in [0, 18]. */
    static long at(int exponent) {
        return POWERS[exponent];
    }

    /** Returns a number times a power, with a reason that compiled code does not leave out where it does not fit. */
    static long times(long number, int exponent) {
        long factor = at(exponent);
        long product = number * factor;
        if (Math.multiplyHigh(number, factor) != product >> 63) {
            throw new ArithmeticException("number does not fit in 64 bits");
        }
        return product;
    }
}
