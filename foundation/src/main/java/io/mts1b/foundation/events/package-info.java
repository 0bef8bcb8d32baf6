/**
 * What is published: the grammar of subjects, the stable ones, and the envelope of an event.
 *
 * <p><b>Floor 0.</b> Sees every other package of foundation.
 *
 * <p><b>Contract.</b> One subject, one name, one producer, one payload type.
 */
@NullMarked
package io.mts1b.foundation.events;

import org.jspecify.annotations.NullMarked;
