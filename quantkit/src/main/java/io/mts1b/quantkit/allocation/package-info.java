/**
 * How much of each asset to hold. The only home of hierarchical risk parity and of Black-Litterman.
 *
 * <p><b>Contract.</b> An allocator gives weights that sum to one, or to the budget it was given, or says why there are none:
 * which constraints contradict each other, or which asset is at fault. It never gives NaN.
 */
@NullMarked
package io.mts1b.quantkit.allocation;

import org.jspecify.annotations.NullMarked;
