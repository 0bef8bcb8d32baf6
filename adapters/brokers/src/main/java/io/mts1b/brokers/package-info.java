/**
 * Order entry at venues.
 *
 * <p><b>Floor 2.</b> Sees floors 0 to 1.
 */
@NullMarked
package io.mts1b.brokers;

import org.jspecify.annotations.NullMarked;
