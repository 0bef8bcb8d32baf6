package io.mts1b.portfolio.book;

import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Objects;
import java.util.SortedMap;

/** What became of a valuation. */
public sealed interface ValueStep {

    /**
     * The portfolio has a value.
     *
     * @param value the value
     * @param drifted the weights held until then, after prices moved: what the next execution begins with
     */
    record Valued(PortfolioValue value, SortedMap<InstrumentId, Double> drifted) implements ValueStep {

        /** Validates, and copies. */
        public Valued {
            Objects.requireNonNull(value, "value");
            drifted = BookRows.finite(drifted);
        }
    }

    /**
     * An instrument that is held has no price above zero at one of the two times.
     *
     * @param instrument which one, the first in order
     */
    record PriceMissing(InstrumentId instrument) implements ValueStep {

        /** Validates. */
        public PriceMissing {
            Objects.requireNonNull(instrument, "instrument");
        }
    }

    /**
     * Nothing is left of the portfolio.
     *
     * @param change the return, -1 or below
     */
    record Ruined(double change) implements ValueStep {}
}
