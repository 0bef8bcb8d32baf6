/**
 * Equities, options, futures and FX: bars, quotes, trades and corporate actions from wherever they come.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Every byte of a source becomes a foundation type here or is refused with an error
 * that says where it stood and what was expected.
 */
@NullMarked
package io.mts1b.marketdata;

import org.jspecify.annotations.NullMarked;
