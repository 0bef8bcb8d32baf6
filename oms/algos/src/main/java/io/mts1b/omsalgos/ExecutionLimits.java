package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What no algo may break, beside the price limit, tick and lot of the parent and the horizon of the algo.
 *
 * @param participation the largest part of the volume since the start, ours included, that may be filled or open; null
 *     for any, in (0, 1]
 * @param leastChild the smallest child, but for one that is all that is left of the parent while no other is open; zero
 *     for any
 * @param mostRejections after how many refused children in a row the execution ends, at least 1
 */
public record ExecutionLimits(@Nullable Rate participation, Quantity leastChild, int mostRejections) {

    /** No limit, but that ten refusals in a row end the execution. */
    public static final ExecutionLimits NONE = new ExecutionLimits(null, Quantity.ZERO, 10);

    /** Validates. */
    public ExecutionLimits {
        if (participation != null) {
            Parameters.requirePart("participation", participation);
        }
        Objects.requireNonNull(leastChild, "leastChild");
        Require.that(mostRejections >= 1, "mostRejections must be at least 1, was " + mostRejections);
    }

    /**
     * Returns these limits with another participation.
     *
     * @param other the largest part of the volume, in (0, 1]
     * @return the limits
     */
    public ExecutionLimits withParticipation(Rate other) {
        return new ExecutionLimits(other, leastChild, mostRejections);
    }

    /**
     * Returns these limits with another smallest child.
     *
     * @param other the smallest child, zero for any
     * @return the limits
     */
    public ExecutionLimits withLeastChild(Quantity other) {
        return new ExecutionLimits(participation, other, mostRejections);
    }

    /** Returns the most that may be filled and open after a volume. */
    Decimal most(Decimal volume, Decimal otherwise) {
        return participation == null ? otherwise : Parameters.share(volume, participation);
    }
}
