/**
 * How large positions may be at which time of day, and how long they may last.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 */
@NullMarked
package io.mts1b.portfolio.sessions;

import org.jspecify.annotations.NullMarked;
