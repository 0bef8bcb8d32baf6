/**
 * How events are written down: a few bytes each, without names of fields.
 *
 * <p><b>Floor 5.</b> Sees the rest of this artifact, and floors 0 to 4.
 *
 * <p><b>Contract.</b> What is written once can be read for ever: codes are never given to something else. Bytes that are
 * no event are refused, with the place and what was expected there.
 */
@NullMarked
package io.mts1b.oms.codec;

import org.jspecify.annotations.NullMarked;
