/**
 * The order state machine, routing, reconciliation, positions, and the market-making edge runtime.
 *
 * <p><b>Floor 5.</b> Sees floors 0 to 4.
 */
@NullMarked
package io.mts1b.oms;

import org.jspecify.annotations.NullMarked;
