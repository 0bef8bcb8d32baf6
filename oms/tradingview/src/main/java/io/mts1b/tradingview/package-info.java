/**
 * Alerts from TradingView turned into orders.
 *
 * <p><b>Floor 5.</b> Sees floors 0 to 4 and, on its own floor, {@code oms}.
 */
@NullMarked
package io.mts1b.tradingview;

import org.jspecify.annotations.NullMarked;
