/**
 * What is traded and where: symbols, venues and the closed family of instruments.
 *
 * <p><b>Floor 0.</b> Sees {@code numbers}.
 *
 * <p><b>Contract.</b> An {@link io.mts1b.foundation.symbology.InstrumentId} is the only name of an
 * instrument inside the house; what a venue calls it is translated at the edge, by platform's
 * symbology.
 */
@NullMarked
package io.mts1b.foundation.symbology;

import org.jspecify.annotations.NullMarked;
