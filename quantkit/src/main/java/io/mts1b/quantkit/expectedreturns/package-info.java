/**
 * What assets may be expected to earn in a year, estimated from what they earned.
 *
 * <p><b>Contract.</b> A panel is one {@code double[]} per asset, all of one length, oldest first, NaN where a value is
 * missing. An estimate is one annual return per asset, as a fraction, in the same order; it is never NaN: an asset
 * without a return is refused by its number.
 */
@NullMarked
package io.mts1b.quantkit.expectedreturns;

import org.jspecify.annotations.NullMarked;
