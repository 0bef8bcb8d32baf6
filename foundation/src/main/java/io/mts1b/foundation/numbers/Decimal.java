package io.mts1b.foundation.numbers;

import io.mts1b.foundation.TextValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact decimal number {@code unscaled * 10^-scale}, as two machine words.
 *
 * <p>The form is canonical, with trailing zeros removed, so {@code equals} is numeric equality and
 * {@code 1.20} and {@code 1.2} are one key. About 18 significant digits fit; what does not fit is
 * refused with an {@link ArithmeticException}, never rounded or wrapped.
 *
 * <p>Immutable and thread-safe.
 *
 * @param unscaled the digits
 * @param scale the number of decimal places, 0 to {@value #MAX_SCALE}
 */
public record Decimal(long unscaled, int scale) implements Comparable<Decimal>, TextValue {

    /** The largest number of decimal places. */
    public static final int MAX_SCALE = 18;

    /** Zero. */
    public static final Decimal ZERO = new Decimal(0, 0);

    /** One. */
    public static final Decimal ONE = new Decimal(1, 0);

    /** Validates, and strips trailing zeros. */
    public Decimal {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("scale must be in [0, " + MAX_SCALE + "], was " + scale);
        }
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
    }

    /**
     * Returns a whole number.
     *
     * @param value the number
     * @return the same number
     */
    public static Decimal of(long value) {
        return new Decimal(value, 0);
    }

    /**
     * Returns the same number as a {@code BigDecimal}.
     *
     * @param value the number
     * @return an equal number
     * @throws ArithmeticException if it has more than {@value #MAX_SCALE} decimals or too many digits
     */
    public static Decimal of(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
        if (plain.scale() > MAX_SCALE || plain.unscaledValue().bitLength() >= Long.SIZE) {
            throw new ArithmeticException(value + " does not fit in 64 bits with at most " + MAX_SCALE + " decimals");
        }
        return new Decimal(plain.unscaledValue().longValue(), plain.scale());
    }

    /**
     * Reads plain decimal text such as {@code "-101.25"}; an exponent ({@code "1e-8"}) is allowed too.
     *
     * @param text the digits, with an optional sign, point and exponent
     * @return the number
     * @throws NumberFormatException if {@code text} is not a decimal number
     * @throws ArithmeticException if the number does not fit
     */
    public static Decimal parse(String text) {
        return DecimalText.parse(text);
    }

    /**
     * Reads plain decimal text out of a buffer of ASCII as an integer count of {@code 10^-places}, the form of
     * wire formats; the same as {@code parse(text).toUnscaled(places)}, many times faster.
     *
     * @param text the buffer
     * @param from where the number begins
     * @param to where it ends, exclusive
     * @param places the decimals the integer stands for, 0 to {@value #MAX_SCALE}
     * @return the number times {@code 10^places}
     * @throws NumberFormatException if the bytes are not a decimal number
     * @throws ArithmeticException if the number has more decimals, or the integer does not fit
     * @throws IndexOutOfBoundsException if the range is not within the buffer
     */
    public static long parseUnscaled(byte[] text, int from, int to, int places) {
        Objects.checkFromToIndex(from, to, text.length);
        requirePlaces(places);
        return DecimalBytes.unscaled(text, from, to, places);
    }

    /**
     * Rounds a statistic to an exact number, where research meets orders.
     *
     * @param value the real number
     * @param scale how many decimals to keep
     * @param rounding how to drop the others; the exact binary value of {@code value} is rounded
     * @return the exact number
     * @throws ArithmeticException if {@code value} is not finite or does not fit
     */
    public static Decimal ofReal(double value, int scale, RoundingMode rounding) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("value must be finite, was " + value);
        }
        return of(new BigDecimal(value).setScale(scale, rounding));
    }

    /**
     * Returns the exact sum.
     *
     * @param addend the number to add
     * @return the sum
     * @throws ArithmeticException if the sum does not fit
     */
    public Decimal plus(Decimal addend) {
        if (unscaled == 0 || addend.unscaled == 0) {
            return unscaled == 0 ? addend : this;
        }
        if (scale == addend.scale) {
            long sum = unscaled + addend.unscaled;
            if (((unscaled ^ sum) & (addend.unscaled ^ sum)) >= 0) {
                return new Decimal(sum, scale);
            }
            return of(toBigDecimal().add(addend.toBigDecimal()));
        }
        return scale > addend.scale ? plusCoarser(addend) : addend.plusCoarser(this);
    }

    /** Adds a number that has fewer decimals than this one. */
    private Decimal plusCoarser(Decimal coarse) {
        long factor = PowersOfTen.at(scale - coarse.scale);
        long scaled = coarse.unscaled * factor;
        long sum = unscaled + scaled;
        if (Math.multiplyHigh(coarse.unscaled, factor) == scaled >> 63 && ((unscaled ^ sum) & (scaled ^ sum)) >= 0) {
            return new Decimal(sum, scale);
        }
        return of(toBigDecimal().add(coarse.toBigDecimal()));
    }

    /**
     * Returns the exact difference.
     *
     * @param subtrahend the number to take away
     * @return the difference
     * @throws ArithmeticException if the difference does not fit
     */
    public Decimal minus(Decimal subtrahend) {
        if (subtrahend.unscaled == 0) {
            return this;
        }
        return subtrahend.unscaled == Long.MIN_VALUE
                ? of(toBigDecimal().subtract(subtrahend.toBigDecimal()))
                : plus(new Decimal(-subtrahend.unscaled, subtrahend.scale));
    }

    /**
     * Returns the exact product.
     *
     * @param factor the other factor
     * @return the product
     * @throws ArithmeticException if the product does not fit
     */
    public Decimal times(Decimal factor) {
        long product = unscaled * factor.unscaled;
        int places = scale + factor.scale;
        if (places <= MAX_SCALE && Math.multiplyHigh(unscaled, factor.unscaled) == product >> 63) {
            return new Decimal(product, places);
        }
        return of(toBigDecimal().multiply(factor.toBigDecimal()));
    }

    /**
     * Returns the product rounded to a number of decimals; only the result has to fit.
     *
     * @param factor the other factor
     * @param places how many decimals to keep
     * @param rounding how to drop the others
     * @return the rounded product
     * @throws ArithmeticException if the result does not fit
     */
    public Decimal times(Decimal factor, int places, RoundingMode rounding) {
        long product = unscaled * factor.unscaled;
        int exact = scale + factor.scale;
        if (exact <= Math.min(places, MAX_SCALE) && Math.multiplyHigh(unscaled, factor.unscaled) == product >> 63) {
            return new Decimal(product, exact);
        }
        return of(toBigDecimal().multiply(factor.toBigDecimal()).setScale(places, rounding));
    }

    /**
     * Returns the rounded product as an integer count of {@code 10^-places}; the same as {@code times(factor, places,
     * rounding).toUnscaled(places)}, without garbage while the digits of both multiply to 64 bits.
     *
     * @param factor the other factor
     * @param places the decimals the integer stands for, 0 to {@value #MAX_SCALE}
     * @param rounding how to drop the others
     * @return the product times {@code 10^places}
     * @throws ArithmeticException if the integer does not fit
     */
    public long timesUnscaled(Decimal factor, int places, RoundingMode rounding) {
        requirePlaces(places);
        long product = unscaled * factor.unscaled;
        int surplus = scale + factor.scale - places;
        if (surplus <= 0 && Math.multiplyHigh(unscaled, factor.unscaled) == product >> 63) {
            return PowersOfTen.times(product, -surplus);
        }
        return timesRounded(factor, places, rounding);
    }

    /** Rounds; apart from what rounds nothing, so that the compiler sees how little that is. */
    private long timesRounded(Decimal factor, int places, RoundingMode rounding) {
        long product = unscaled * factor.unscaled;
        int surplus = scale + factor.scale - places;
        if (surplus > 0 && surplus <= MAX_SCALE && Math.multiplyHigh(unscaled, factor.unscaled) == product >> 63) {
            if (rounding == RoundingMode.FLOOR) {
                return Math.floorDiv(product, PowersOfTen.at(surplus));
            }
            if (rounding == RoundingMode.CEILING) {
                return Math.ceilDiv(product, PowersOfTen.at(surplus));
            }
        }
        return toBigDecimal()
                .multiply(factor.toBigDecimal())
                .setScale(places, rounding)
                .unscaledValue()
                .longValueExact();
    }

    /**
     * Returns the quotient rounded to a number of decimals.
     *
     * @param divisor the number to divide by, not zero
     * @param places how many decimals to keep
     * @param rounding how to drop the others
     * @return the rounded quotient
     * @throws ArithmeticException if {@code divisor} is zero, or the result does not fit
     */
    public Decimal dividedBy(Decimal divisor, int places, RoundingMode rounding) {
        return of(toBigDecimal().divide(divisor.toBigDecimal(), places, rounding));
    }

    /**
     * Returns this number with at most some decimals.
     *
     * @param places how many decimals to keep
     * @param rounding how to drop the others
     * @return the rounded number
     */
    public Decimal rounded(int places, RoundingMode rounding) {
        return places >= scale ? this : of(toBigDecimal().setScale(places, rounding));
    }

    /**
     * Returns the largest multiple of a step that is not further from zero than this number.
     *
     * @param step the step, positive
     * @return the multiple
     * @throws IllegalArgumentException if {@code step} is not positive
     */
    public Decimal truncatedTo(Decimal step) {
        return step.times(wholeMultiples(step, RoundingMode.DOWN));
    }

    /**
     * Tells whether this number is a whole multiple of a step.
     *
     * @param step the step, positive
     * @return true if it is, zero included
     * @throws IllegalArgumentException if {@code step} is not positive
     */
    public boolean isMultipleOf(Decimal step) {
        requirePositive(step);
        // Without trailing zeros, more decimals than the step has cannot be a multiple of it.
        if (scale > step.scale) {
            return false;
        }
        long factor = PowersOfTen.at(step.scale - scale);
        long scaled = unscaled * factor;
        return Math.multiplyHigh(unscaled, factor) == scaled >> 63
                ? scaled % step.unscaled == 0
                : toBigDecimal().remainder(step.toBigDecimal()).signum() == 0;
    }

    /**
     * Returns how many times a step fits.
     *
     * @param step the step, positive
     * @param rounding how to make the count whole
     * @return the count, as a whole number
     * @throws IllegalArgumentException if {@code step} is not positive
     * @throws ArithmeticException if rounding is needed and not allowed, or the count does not fit
     */
    public Decimal wholeMultiples(Decimal step, RoundingMode rounding) {
        requirePositive(step);
        return dividedBy(step, 0, rounding);
    }

    private static void requirePositive(Decimal step) {
        if (step.unscaled <= 0) {
            throw new IllegalArgumentException("step must be positive, was " + step);
        }
    }

    /**
     * Returns the number times minus one.
     *
     * @return the negation
     * @throws ArithmeticException if it does not fit
     */
    public Decimal negated() {
        return new Decimal(Math.negateExact(unscaled), scale);
    }

    /**
     * Returns the distance from zero.
     *
     * @return this number without its sign
     * @throws ArithmeticException if it does not fit
     */
    public Decimal abs() {
        return unscaled < 0 ? negated() : this;
    }

    /**
     * Returns the sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return Long.signum(unscaled);
    }

    /**
     * Tells whether this is zero.
     *
     * @return true if zero
     */
    public boolean isZero() {
        return unscaled == 0;
    }

    /**
     * Returns the smaller of two numbers.
     *
     * @param other the other number
     * @return this number if it is not larger, else the other
     */
    public Decimal min(Decimal other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * Returns the larger of two numbers.
     *
     * @param other the other number
     * @return this number if it is not smaller, else the other
     */
    public Decimal max(Decimal other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * Returns this number as an integer count of {@code 10^-places}, the form of wire formats.
     *
     * @param places the decimals the integer stands for
     * @return {@code this * 10^places}
     * @throws ArithmeticException if this number has more decimals, or the integer does not fit
     */
    public long toUnscaled(int places) {
        requirePlaces(places);
        if (places < scale) {
            throw new ArithmeticException(this + " has more than " + places + " decimals");
        }
        return PowersOfTen.times(unscaled, places - scale);
    }

    private static void requirePlaces(int places) {
        if (places < 0 || places > MAX_SCALE) {
            throw new IllegalArgumentException("places must be in [0, " + MAX_SCALE + "], was " + places);
        }
    }

    /**
     * Returns the same number as a {@code BigDecimal}.
     *
     * @return the exact value
     */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }

    /**
     * Returns the nearest {@code double}, for statistics only.
     *
     * @return the closest real number
     */
    public double toReal() {
        // Both operands are exact below 2^53 and 10^22, so one rounding, as IEEE 754 wants it.
        return Math.abs(unscaled) <= 1L << 53
                ? (double) unscaled / (double) PowersOfTen.at(scale)
                : toBigDecimal().doubleValue();
    }

    @Override
    public int compareTo(Decimal other) {
        return compareToUnscaled(other.unscaled, other.scale);
    }

    /**
     * Compares with an integer count of {@code 10^-places}; the same as comparing with that number, without garbage.
     *
     * @param other the integer
     * @param places the decimals it stands for, 0 to {@value #MAX_SCALE}
     * @return below zero, zero or above, as this is less, equal or more
     */
    public int compareToUnscaled(long other, int places) {
        requirePlaces(places);
        if (scale == places) {
            return Long.compare(unscaled, other);
        }
        return scale < places
                ? compareScaled(unscaled, other, places - scale)
                : -compareScaled(other, unscaled, scale - places);
    }

    /** Compares a number with fewer decimals to one with more. */
    private static int compareScaled(long coarse, long fine, int places) {
        long factor = PowersOfTen.at(places);
        long scaled = coarse * factor;
        if (Math.multiplyHigh(coarse, factor) == scaled >> 63) {
            return Long.compare(scaled, fine);
        }
        // Scaled up it is beyond 64 bits, so further from zero than anything that fits.
        return Long.signum(coarse);
    }

    /** Returns plain decimal text without an exponent. */
    @Override
    public String toString() {
        return DecimalText.format(unscaled, scale);
    }
}
