/**
 * Strategies: from what is known of the past to the weights wanted now.
 *
 * <p><b>Floor 5.</b> Sees floors 0 to 4.
 *
 * <p><b>Contract.</b> A strategy is a function of the panel it is given, whose last date is now. It cannot
 * see later dates, because they are not there, and it cannot send an order.
 */
@NullMarked
package io.mts1b.research.strategies;

import org.jspecify.annotations.NullMarked;
