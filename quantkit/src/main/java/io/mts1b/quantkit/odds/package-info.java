/**
 * What prices of bets say about probabilities, and how good probabilities were.
 *
 * <p><b>Contract.</b> Odds are decimal: what one unit staked returns if it wins, itself included, more than one. Pure
 * functions.
 */
@NullMarked
package io.mts1b.quantkit.odds;

import org.jspecify.annotations.NullMarked;
