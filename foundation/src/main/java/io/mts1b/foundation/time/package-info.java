/**
 * Trading sessions and the port of a market calendar.
 *
 * <p><b>Floor 0.</b> Sees the JDK alone. The calendars themselves live in platform.
 */
@NullMarked
package io.mts1b.foundation.time;

import org.jspecify.annotations.NullMarked;
