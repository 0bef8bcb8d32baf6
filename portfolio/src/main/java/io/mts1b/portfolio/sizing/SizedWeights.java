package io.mts1b.portfolio.sizing;

import io.mts1b.foundation.Require;
import io.mts1b.quantkit.allocation.Weights;
import java.util.Objects;

/** What a sizing rule answers: one weight per asset, or the reason why there are none. */
public sealed interface SizedWeights {

    /**
     * The weights, in the order in which the assets were given.
     *
     * @param weights shares of net asset value as fractions, negative for short
     */
    record Sized(Weights weights) implements SizedWeights {

        /** Validates. */
        public Sized {
            Objects.requireNonNull(weights, "weights");
        }
    }

    /**
     * The rule has no answer; what is held stays as it is.
     *
     * @param reason why, for programs
     * @param detail why, for people: what must be, and what was
     */
    record Refused(Reason reason, String detail) implements SizedWeights {

        /** Validates. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
            Require.that(!detail.isEmpty(), "detail must not be empty");
        }
    }

    /** Why a rule has no weights. */
    enum Reason {
        /** Fewer assets have a score than are to be held. */
        TOO_FEW_SCORES,
        /** A return within the window is missing. */
        TOO_LITTLE_HISTORY,
        /** Some combination of the assets has no risk, so that no bet on it is too large. */
        COVARIANCE_NOT_POSITIVE_DEFINITE
    }
}
