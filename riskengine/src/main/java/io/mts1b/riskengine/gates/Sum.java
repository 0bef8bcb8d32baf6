package io.mts1b.riskengine.gates;

/** A sum of 64-bit integers in 128 bits: adding never fails, and what was added can be taken away again. */
final class Sum {

    private long high;
    private long low;

    void add(long value) {
        long before = low;
        low += value;
        high += (value >> 63) + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
    }

    void take(long value) {
        long before = low;
        low -= value;
        high -= (value >> 63) + (Long.compareUnsigned(low, before) > 0 ? 1 : 0);
    }

    /**
     * Returns the sum.
     *
     * @throws ArithmeticException if it does not fit in 64 bits
     */
    long value() {
        if (high != low >> 63) {
            throw new ArithmeticException("an exposure does not fit in 64 bits");
        }
        return low;
    }
}
