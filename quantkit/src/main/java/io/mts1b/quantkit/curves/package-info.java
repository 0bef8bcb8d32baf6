/**
 * Discount curves, and bonds valued on them, through OpenGamma Strata.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1. No type of Strata is in a signature.
 *
 * <p><b>Contract.</b> Pure, immutable and thread-safe. Rates and yields are shares per year, times are dates.
 */
@NullMarked
package io.mts1b.quantkit.curves;

import org.jspecify.annotations.NullMarked;
