package io.mts1b.reportslibrary.run;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The share of the fund that one instrument was, after a session worth telling about.
 *
 * @param session the date of the session
 * @param instrument the instrument
 * @param weight the share of net asset value as a fraction, negative for a short position; finite
 */
public record WeightRow(LocalDate session, InstrumentId instrument, double weight) {

    /** Validates. */
    public WeightRow {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(instrument, "instrument");
        Require.that(Double.isFinite(weight), "weight must be finite, was " + weight);
    }
}
