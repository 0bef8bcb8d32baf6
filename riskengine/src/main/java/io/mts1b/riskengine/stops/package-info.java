/**
 * Stops that we watch ourselves, for positions whose venue has none.
 *
 * <p><b>Floor 3.</b> Sees foundation.
 *
 * <p><b>Contract.</b> Positions, limits and prices go in, and whether a stop was passed comes out; whoever keeps the positions closes them, through the gates.
 */
@NullMarked
package io.mts1b.riskengine.stops;

import org.jspecify.annotations.NullMarked;
