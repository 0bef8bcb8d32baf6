package io.mts1b.quantkit.factors;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;

/**
 * One figure of one asset, as it was published: a line of a report, a yield, a count of shares.
 *
 * @param asset whose figure
 * @param period the last date that the figure is about
 * @param released the date on which it was published, not before {@code period}
 * @param value the figure, finite
 */
public record Release(InstrumentId asset, LocalDate period, LocalDate released, double value) {

    /** Validates. */
    public Release {
        Require.that(!released.isBefore(period), "released must not be before period " + period + ", was " + released);
        Require.that(Double.isFinite(value), "value must be finite, was " + value);
    }
}
