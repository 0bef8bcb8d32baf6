package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Quantity;

/**
 * Where all of a parent is: {@code filled + working + inDoubt + left = ordered + excess}, always and exactly.
 *
 * @param ordered how much is wanted now
 * @param filled how much has traded
 * @param working how much children may still trade
 * @param inDoubt how much children may still trade of which the venue has not said whether they live
 * @param left how much is in no child
 * @param excess by how much filled and open are more than wanted, by a fill that came after the end of its child or an
 *     amendment to less; zero while anything is left
 */
public record Progress(
        Quantity ordered, Quantity filled, Quantity working, Quantity inDoubt, Quantity left, Quantity excess) {

    /** Validates. */
    public Progress {
        Require.that(
                filled.plus(working).plus(inDoubt).plus(left).equals(ordered.plus(excess)),
                "filled, working, in doubt and left must be ordered and excess, were " + filled + ", " + working + ", "
                        + inDoubt + ", " + left + ", " + ordered + " and " + excess);
        Require.that(
                left.isZero() || excess.isZero(), "left and excess must not both be, were " + left + ", " + excess);
    }
}
