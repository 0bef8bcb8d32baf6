/**
 * How much money a strategy can hold before it is too much of what is traded.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 */
@NullMarked
package io.mts1b.portfolio.capacity;

import org.jspecify.annotations.NullMarked;
