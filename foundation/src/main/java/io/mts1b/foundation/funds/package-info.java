/**
 * Funds: their configuration and their net asset value.
 *
 * <p><b>Floor 0.</b> Sees {@code numbers}, {@code ids}, {@code symbology} and {@code positions}.
 */
@NullMarked
package io.mts1b.foundation.funds;

import org.jspecify.annotations.NullMarked;
