package io.mts1b.portfolio.book;

import io.mts1b.foundation.Require;
import java.time.Instant;
import java.util.Objects;

/**
 * What one unit of a portfolio is worth; one row, whose key is time and portfolio.
 *
 * @param at as of when
 * @param portfolio which portfolio
 * @param close the value, above 0; a portfolio begins at 1
 * @param change the return since the value before, as a fraction; 0 for the first
 */
public record PortfolioValue(Instant at, String portfolio, double close, double change) {

    /** Validates. */
    public PortfolioValue {
        Objects.requireNonNull(at, "at");
        BookRows.requireIdentifier("portfolio", portfolio);
        Require.that(close > 0 && Double.isFinite(close), "close must be positive, was " + close);
        Require.that(Double.isFinite(change), "change must be finite, was " + change);
    }

    /**
     * Returns the value a portfolio begins with.
     *
     * @param at when it begins
     * @param portfolio which portfolio
     * @return 1
     */
    public static PortfolioValue first(Instant at, String portfolio) {
        return new PortfolioValue(at, portfolio, 1, 0);
    }
}
