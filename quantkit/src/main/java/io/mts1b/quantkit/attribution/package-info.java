/**
 * Where a return came from: sectors held more than the benchmark does, what was chosen in them, and factors.
 *
 * <p><b>Contract.</b> Returns are simple, fractions per period. What is attributed sums to what was earned.
 */
@NullMarked
package io.mts1b.quantkit.attribution;

import org.jspecify.annotations.NullMarked;
