/**
 * Exact numbers: decimals, prices, quantities, rates and money.
 *
 * <p><b>Floor 0.</b> Sees the JDK alone.
 *
 * <p><b>Contract.</b> Fixed point, canonical, overflow-checked. Nothing rounds unless the caller hands
 * in a {@link java.math.RoundingMode}. Sums keep their type; products and quotients leave it, because
 * a price squared is not a price.
 */
@NullMarked
package io.mts1b.foundation.numbers;

import org.jspecify.annotations.NullMarked;
