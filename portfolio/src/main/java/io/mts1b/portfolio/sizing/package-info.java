/**
 * How much: from weights to the size of positions (protected concept 5).
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 *
 * <p><b>Contract.</b> Weights are statistics; the quantities that come out are exact and in whole lots,
 * and a target that cannot be sized is refused by name instead of dropped.
 */
@NullMarked
package io.mts1b.portfolio.sizing;

import org.jspecify.annotations.NullMarked;
