package io.mts1b.foundation.numbers;

import io.mts1b.foundation.Require;
import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;

/**
 * Many exact decimals at one scale: a column of a table, as an array of machine words.
 *
 * <p>It is a list of {@link Decimal}s whose elements are made when they are asked for. What is done to whole
 * columns is done on the words, checked for overflow, many times faster than number by number.
 *
 * <p>Immutable and thread-safe.
 */
public final class DecimalColumn extends AbstractList<Decimal> implements RandomAccess {

    private static final long LOW_HALF = 0xffff_ffffL;

    /**
     * What is no further from zero than this can be added without overflow. Whether all numbers are is asked
     * of a column, before it is added: a question inside the loop would keep the processor from doing many at a time.
     */
    private static final long SAFE = Long.MAX_VALUE / 2;

    private final long[] unscaled;
    private final int scale;

    private DecimalColumn(long[] unscaled, int scale) {
        this.unscaled = unscaled;
        this.scale = scale;
    }

    /**
     * Makes a column of words.
     *
     * @param unscaled the digits of each number; copied
     * @param scale the decimals they all have, 0 to {@value Decimal#MAX_SCALE}
     * @return the column
     */
    public static DecimalColumn of(long[] unscaled, int scale) {
        Require.that(
                scale >= 0 && scale <= Decimal.MAX_SCALE,
                "scale must be in [0, " + Decimal.MAX_SCALE + "], was " + scale);
        return new DecimalColumn(unscaled.clone(), scale);
    }

    /**
     * Makes a column of numbers, at the scale of the finest.
     *
     * @param values the numbers
     * @return the column
     * @throws ArithmeticException if a number does not fit in 64 bits at that scale
     */
    public static DecimalColumn copyOf(Collection<Decimal> values) {
        int scale = 0;
        for (Decimal value : values) {
            scale = Math.max(scale, value.scale());
        }
        long[] unscaled = new long[values.size()];
        int at = 0;
        for (Decimal value : values) {
            unscaled[at++] = value.toUnscaled(scale);
        }
        return new DecimalColumn(unscaled, scale);
    }

    /**
     * Returns the decimals all numbers have.
     *
     * @return the scale, which need not be the smallest possible
     */
    public int scale() {
        return scale;
    }

    /**
     * Returns the digits of one number.
     *
     * @param index its place, 0 to size - 1
     * @return the number times ten to the power of {@link #scale()}
     */
    public long unscaled(int index) {
        return unscaled[index];
    }

    /**
     * Returns the exact sum of all numbers.
     *
     * @return the sum, zero of none
     * @throws ArithmeticException if the sum does not fit
     */
    public Decimal sum() {
        // Two sums of halves cannot overflow below two thousand million numbers, and need no check on the way.
        long low = 0;
        long high = 0;
        for (long word : unscaled) {
            low += word & LOW_HALF;
            high += word >> 32;
        }
        long carried = Math.addExact(high, low >>> 32);
        if (carried != (int) carried) {
            throw new ArithmeticException("sum of " + unscaled.length + " numbers does not fit in 64 bits");
        }
        return new Decimal((carried << 32) | (low & LOW_HALF), scale);
    }

    /**
     * Returns the exact sums of the numbers of two columns.
     *
     * @param addend as many numbers
     * @return the sum of each pair, at the finer scale
     * @throws IllegalArgumentException if the columns differ in length
     * @throws ArithmeticException if a sum does not fit
     */
    public DecimalColumn plus(DecimalColumn addend) {
        requireSameSize(addend);
        int finer = Math.max(scale, addend.scale);
        long factor = PowersOfTen.at(finer - scale);
        long otherFactor = PowersOfTen.at(finer - addend.scale);
        long[] sums = new long[unscaled.length];
        if (isWithin(unscaled, SAFE / factor) && isWithin(addend.unscaled, SAFE / otherFactor)) {
            add(sums, unscaled, factor, addend.unscaled, otherFactor);
        } else {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.addExact(
                        Math.multiplyExact(unscaled[i], factor), Math.multiplyExact(addend.unscaled[i], otherFactor));
            }
        }
        return new DecimalColumn(sums, finer);
    }

    /**
     * Counts how often this column is below another.
     *
     * @param other as many numbers
     * @return the number of places at which the number here is smaller than the number there
     * @throws IllegalArgumentException if the columns differ in length
     */
    public int countBelow(DecimalColumn other) {
        requireSameSize(other);
        int finer = Math.max(scale, other.scale);
        long factor = PowersOfTen.at(finer - scale);
        long otherFactor = PowersOfTen.at(finer - other.scale);
        if (isWithin(unscaled, SAFE / factor) && isWithin(other.unscaled, SAFE / otherFactor)) {
            return countBelow(unscaled, factor, other.unscaled, otherFactor);
        }
        int count = 0;
        for (int i = 0; i < unscaled.length; i++) {
            count += get(i).compareTo(other.get(i)) < 0 ? 1 : 0;
        }
        return count;
    }

    // Each loop alone in a method, on arrays alone: so the compiler does four or eight words at a time, always.

    /** Tells whether all words are no further from zero than a limit of at most {@link #SAFE}. */
    private static boolean isWithin(long[] words, long limit) {
        long beyond = 0;
        for (int i = 0; i < words.length; i++) {
            beyond |= (words[i] + limit) | (limit - words[i]);
        }
        return beyond >= 0;
    }

    private static void add(long[] sums, long[] a, long factor, long[] b, long otherFactor) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = a[i] * factor + b[i] * otherFactor;
        }
    }

    private static int countBelow(long[] a, long factor, long[] b, long otherFactor) {
        long count = 0;
        for (int i = 0; i < a.length; i++) {
            // One where the difference is negative; as a question it would be done one at a time.
            count += (a[i] * factor - b[i] * otherFactor) >>> (Long.SIZE - 1);
        }
        return (int) count;
    }

    private void requireSameSize(DecimalColumn other) {
        Require.that(
                other.unscaled.length == unscaled.length,
                "column must have " + unscaled.length + " numbers, had " + other.unscaled.length);
    }

    @Override
    public Decimal get(int index) {
        return new Decimal(unscaled[index], scale);
    }

    @Override
    public int size() {
        return unscaled.length;
    }
}
