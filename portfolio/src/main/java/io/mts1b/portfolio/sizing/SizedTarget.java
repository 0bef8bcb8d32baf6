package io.mts1b.portfolio.sizing;

import io.mts1b.foundation.signals.TargetWeight;
import java.util.Objects;

/** What became of a target weight: a quantity, or the reason why there is none. */
public sealed interface SizedTarget {

    /** The weight became a quantity, perhaps of zero lots. */
    record Sized(TargetPosition position) implements SizedTarget {

        /** Validates. */
        public Sized {
            Objects.requireNonNull(position, "position");
        }
    }

    /** The weight cannot be turned into a quantity; what is held stays as it is. */
    record Refused(TargetWeight target, Reason reason) implements SizedTarget {

        /** Validates. */
        public Refused {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why a weight has no quantity. */
    enum Reason {
        /** Nobody knows what the instrument is. */
        UNKNOWN_INSTRUMENT,
        /** Nobody knows what it is worth. */
        NO_PRICE,
        /** Its price is zero or below, so that no quantity has the value wanted. */
        PRICE_NOT_POSITIVE,
        /** It is priced in another currency than the fund counts in. */
        OTHER_CURRENCY
    }
}
