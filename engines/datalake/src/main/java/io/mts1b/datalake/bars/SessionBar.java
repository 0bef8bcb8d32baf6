package io.mts1b.datalake.bars;

import io.mts1b.foundation.marketdata.Bar;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A bar and the trading day it belongs to.
 *
 * @param session the day, by the market's own count
 * @param bar what happened; it carries the instant of its end
 */
public record SessionBar(LocalDate session, Bar bar) {

    /** Validates. */
    public SessionBar {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(bar, "bar");
    }
}
