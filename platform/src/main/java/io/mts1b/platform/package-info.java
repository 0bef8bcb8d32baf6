/**
 * The run-time primitives every service stands on.
 *
 * <p><b>Floor 1.</b> Sees floor 0.
 */
@NullMarked
package io.mts1b.platform;

import org.jspecify.annotations.NullMarked;
