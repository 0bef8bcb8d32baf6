/**
 * What research says: scores and target weights.
 *
 * <p><b>Floor 0.</b> Sees {@code ids} and {@code symbology}. Statistics, so {@code double}s in arrays;
 * portfolio turns them into exact quantities.
 */
@NullMarked
package io.mts1b.foundation.signals;

import org.jspecify.annotations.NullMarked;
