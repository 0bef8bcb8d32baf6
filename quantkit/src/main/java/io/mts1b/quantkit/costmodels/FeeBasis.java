package io.mts1b.quantkit.costmodels;

import java.util.Objects;

/** What a rate is applied to. */
public sealed interface FeeBasis {

    /** The number of shares or contracts. */
    record Units() implements FeeBasis {}

    /** Price times quantity times multiplier; the quantity alone where a buyer pays in what he buys. */
    record Value() implements FeeBasis {}

    /** One for each order and day, however many fills it takes. */
    record Order() implements FeeBasis {}

    /**
     * What another charge came to, for what is passed through in proportion to it.
     *
     * @param label the other charge, which stands before in the schedule
     */
    record OfCharge(String label) implements FeeBasis {

        /** Validates. */
        public OfCharge {
            Objects.requireNonNull(label, "label");
        }
    }
}
