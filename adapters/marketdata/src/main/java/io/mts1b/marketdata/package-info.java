/**
 * Equities, options, futures and FX bars, quotes, trades, corporate actions.
 *
 * <p><b>Floor 2.</b> Sees floors 0 to 1.
 */
@NullMarked
package io.mts1b.marketdata;

import org.jspecify.annotations.NullMarked;
