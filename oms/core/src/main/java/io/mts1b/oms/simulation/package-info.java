/**
 * The order management system against a venue whose line lies, in virtual time.
 *
 * <p><b>Floor 5.</b> Sees the rest of this artifact, and floors 0 to 4.
 *
 * <p><b>Contract.</b> A seed is a run: the same seed gives the same events, to the byte, on every machine. What must
 * hold is checked after every event and, once the line behaves and everything has settled, against the venue's truth.
 */
@NullMarked
package io.mts1b.oms.simulation;

import org.jspecify.annotations.NullMarked;
