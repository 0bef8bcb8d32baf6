/**
 * A market that never was: prices from a seed, for demonstrations and tests.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> The same seed gives the same prices on every machine, and what comes from here is
 * marked as simulated.
 */
@NullMarked
package io.mts1b.marketdata.simulated;

import org.jspecify.annotations.NullMarked;
