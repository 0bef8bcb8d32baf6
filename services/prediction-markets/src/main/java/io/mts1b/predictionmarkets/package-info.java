/**
 * Event contracts: books, parity, staking, settlement.
 *
 * <p><b>Floor 6.</b> Sees floors 0 to 5.
 */
@NullMarked
package io.mts1b.predictionmarkets;

import org.jspecify.annotations.NullMarked;
