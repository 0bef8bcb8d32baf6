/**
 * Stops that we watch ourselves, for positions whose venue has none.
 *
 * <p><b>Floor 3.</b> Sees foundation.
 *
 * <p><b>Contract.</b> Positions and prices go in, orders that close come out; they pass the gates like any other.
 */
@NullMarked
package io.mts1b.riskengine.stops;

import org.jspecify.annotations.NullMarked;
