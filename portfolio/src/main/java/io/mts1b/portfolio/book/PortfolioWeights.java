package io.mts1b.portfolio.book;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One execution of a portfolio; one row per instrument, whose key is time, portfolio and instrument.
 *
 * @param executedAt when the portfolio was traded
 * @param portfolio which portfolio
 * @param changes what became of each instrument that is held before or after
 */
public record PortfolioWeights(Instant executedAt, String portfolio, SortedMap<InstrumentId, Change> changes) {

    /** Validates, and copies. */
    public PortfolioWeights {
        Objects.requireNonNull(executedAt, "executedAt");
        BookRows.requireIdentifier("portfolio", portfolio);
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    /**
     * The weight of one instrument, as shares of the portfolio, negative for short.
     *
     * @param before just before the execution, after prices moved
     * @param after just after it
     */
    public record Change(double before, double after) {

        /** Validates. */
        public Change {
            Require.that(Double.isFinite(before), "before must be finite, was " + before);
            Require.that(Double.isFinite(after), "after must be finite, was " + after);
        }
    }

    /**
     * Returns the execution that leads from some weights to others.
     *
     * @param executedAt when
     * @param portfolio which portfolio
     * @param before the weights before; what is missing is 0
     * @param after the weights after; what is missing is 0
     * @return the execution, of all instruments that either names
     */
    public static PortfolioWeights between(
            Instant executedAt,
            String portfolio,
            SortedMap<InstrumentId, Double> before,
            SortedMap<InstrumentId, Double> after) {
        SortedMap<InstrumentId, Change> changes = new TreeMap<>();
        before.forEach((instrument, weight) ->
                changes.put(instrument, new Change(weight, after.getOrDefault(instrument, 0.0))));
        after.forEach((instrument, weight) ->
                changes.putIfAbsent(instrument, new Change(before.getOrDefault(instrument, 0.0), weight)));
        return new PortfolioWeights(executedAt, portfolio, changes);
    }

    /**
     * Returns how much was traded.
     *
     * @return the sum of the changes without their signs, as a share of the portfolio; buying and selling both count
     */
    public double turnover() {
        return changes.values().stream()
                .mapToDouble(change -> Math.abs(change.after - change.before))
                .sum();
    }

    /**
     * Returns what is held from the execution on.
     *
     * @return the weights that are not 0
     */
    public SortedMap<InstrumentId, Double> held() {
        SortedMap<InstrumentId, Double> held = new TreeMap<>();
        changes.forEach((instrument, change) -> {
            if (change.after != 0) {
                held.put(instrument, change.after);
            }
        });
        return Collections.unmodifiableSortedMap(held);
    }
}
