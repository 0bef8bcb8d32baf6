package io.mts1b.portfolio.sleeves;

import io.mts1b.foundation.Require;
import io.mts1b.quantkit.allocation.Weights;
import java.util.Objects;

/** How the capital is divided between the sleeves of a portfolio. */
public sealed interface Overlay {

    /** The same part for each. */
    record Equal() implements Overlay {

        @Override
        public Weights allocations(int sleeves) {
            return Weights.equal(sleeves);
        }
    }

    /**
     * Parts that were decided elsewhere: by hand, or by an allocator of quantkit from the returns of the sleeves.
     *
     * @param allocations one per sleeve, none negative
     */
    record Given(Weights allocations) implements Overlay {

        /** Validates. */
        public Given {
            Objects.requireNonNull(allocations, "allocations");
            for (int sleeve = 0; sleeve < allocations.size(); sleeve++) {
                Require.that(
                        allocations.get(sleeve) >= 0,
                        "allocation of sleeve " + sleeve + " must not be negative, was " + allocations.get(sleeve));
            }
        }

        @Override
        public Weights allocations(int sleeves) {
            Require.that(
                    allocations.size() == sleeves,
                    "allocations must be of " + sleeves + " sleeves, were of " + allocations.size());
            return allocations;
        }
    }

    /**
     * Returns the parts of the capital.
     *
     * @param sleeves how many sleeves there are, at least 1
     * @return one fraction per sleeve, none negative
     * @throws IllegalArgumentException if the overlay is for another number of sleeves
     */
    Weights allocations(int sleeves);
}
