package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * A pot of money with its own limits, books and net asset value.
 *
 * @param value 1 to 64 letters, digits, {@code _} and {@code -}
 */
public record FundId(String value) implements Comparable<FundId>, TextValue {

    /** Validates. */
    public FundId {
        Require.token("fundId", value, 64);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static FundId parse(String text) {
        return new FundId(text);
    }

    @Override
    public int compareTo(FundId other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
