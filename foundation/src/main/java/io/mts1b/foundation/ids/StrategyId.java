package io.mts1b.foundation.ids;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;

/**
 * What decided to trade.
 *
 * @param value 1 to 64 letters, digits, {@code _} and {@code -}
 */
public record StrategyId(String value) implements Comparable<StrategyId>, TextValue {

    /** Validates. */
    public StrategyId {
        Require.token("strategyId", value, 64);
    }

    /**
     * Reads the text form.
     *
     * @param text the identifier
     * @return the identity
     * @throws IllegalArgumentException if it is not an identifier
     */
    public static StrategyId parse(String text) {
        return new StrategyId(text);
    }

    @Override
    public int compareTo(StrategyId other) {
        return value.compareTo(other.value);
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return value;
    }
}
