/**
 * Technical indicators: small machines that take one bar after the other and say something on each.
 *
 * <p><b>Floor 2.</b> Sees foundation and {@code statistics}.
 *
 * <p><b>Contract of an indicator.</b> What it says on a bar depends on no later bar; a point that only later bars
 * confirm is reported on the bar that confirms it. NaN where it is warming up, where it is undefined and where the
 * bar lacks a number that it reads; such a bar leaves the machine as it was. Columns are the machine run over all
 * bars, so that both agree to the last bit. Nothing is allocated per bar, and a window costs constant time per bar
 * unless its indicator says otherwise.
 *
 * <p><b>Windows.</b> A sum over the last n values is the sum of the part of the window in the block of n values now
 * being filled and of a sum, made once, of the rest of the block before. Nothing is ever taken away from a sum, so
 * rounding does not add up over millions of bars, and a window of zeros sums to exactly zero.
 */
@NullMarked
package io.mts1b.quantkit.indicators;

import org.jspecify.annotations.NullMarked;
