/**
 * What a market said: quotes, trades, bars, books and panels of them.
 *
 * <p><b>Floor 0.</b> Sees {@code numbers} and {@code symbology}.
 *
 * <p><b>Contract.</b> A record here was true at its {@code at}: a bar carries the instant of its END, so
 * that nobody can use it before it was known. Crossed books and inverted bars are refused.
 */
@NullMarked
package io.mts1b.foundation.marketdata;

import org.jspecify.annotations.NullMarked;
