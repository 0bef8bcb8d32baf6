/**
 * Factorizations of dense symmetric matrices, on plain arrays.
 *
 * <p><b>Contract.</b> Deterministic to the last bit: one thread, a fixed order of additions, the same on every
 * machine. Cost is stated; n stands for the size.
 */
@NullMarked
package io.mts1b.quantkit.linearalgebra;

import org.jspecify.annotations.NullMarked;
