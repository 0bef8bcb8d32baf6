/**
 * Betting markets: odds, models, staking, settlement.
 *
 * <p><b>Floor 6.</b> Sees floors 0 to 5.
 */
@NullMarked
package io.mts1b.sports;

import org.jspecify.annotations.NullMarked;
