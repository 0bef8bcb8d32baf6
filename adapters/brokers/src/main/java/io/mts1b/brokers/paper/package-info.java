/**
 * A venue on paper: orders trade against bars that have happened.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Deterministic: the same orders and bars give the same fills. Prices are never better
 * than the bar allows, and what the bar does not decide is decided against the order.
 */
@NullMarked
package io.mts1b.brokers.paper;

import org.jspecify.annotations.NullMarked;
