/**
 * What is held: positions, the lots they are made of, and how lots are closed.
 *
 * <p><b>Floor 0.</b> Sees {@code numbers}, {@code ids} and {@code symbology}.
 *
 * <p><b>Contract.</b> A quantity held has a sign, negative for short. The gain of a lot is quantity times
 * (close - open) with that sign, so that covering a short below its price is a gain.
 */
@NullMarked
package io.mts1b.foundation.positions;

import org.jspecify.annotations.NullMarked;
