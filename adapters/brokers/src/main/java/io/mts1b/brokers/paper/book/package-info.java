/**
 * A venue on paper with an order book: our orders queue behind what is displayed, and take what is displayed.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Deterministic: the same orders and market data give the same fills. What market data do not
 * decide is decided against the order, but for the one choice of {@link io.mts1b.brokers.paper.book.CancelsAhead}.
 */
@NullMarked
package io.mts1b.brokers.paper.book;

import org.jspecify.annotations.NullMarked;
