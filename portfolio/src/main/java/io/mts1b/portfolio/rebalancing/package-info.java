/**
 * The trades that lead from what is held to what should be.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 */
@NullMarked
package io.mts1b.portfolio.rebalancing;

import org.jspecify.annotations.NullMarked;
