/**
 * Orders, their executions and the one table of what may happen to them.
 *
 * <p><b>Floor 0.</b> Sees {@code numbers}, {@code ids} and {@code symbology}.
 *
 * <p><b>Contract.</b> {@link io.mts1b.foundation.orders.OrderState#apply} is the whole state machine, and
 * {@link io.mts1b.foundation.orders.OrderTransitions} its table. A fill is a fact, whatever came before
 * it; what nobody knows is {@code UNKNOWN}, and only the venue's word ends it.
 */
@NullMarked
package io.mts1b.foundation.orders;

import org.jspecify.annotations.NullMarked;
