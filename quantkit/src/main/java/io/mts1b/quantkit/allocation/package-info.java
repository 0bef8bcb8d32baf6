/**
 * How much of each asset to hold. The only home of hierarchical risk parity.
 *
 * <p><b>Contract.</b> An allocator gives weights that sum to one, or refuses with the asset and the
 * reason; it never gives NaN.
 */
@NullMarked
package io.mts1b.quantkit.allocation;

import org.jspecify.annotations.NullMarked;
