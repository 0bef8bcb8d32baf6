/**
 * Macro series and yield curves with their release times.
 *
 * <p><b>Floor 2.</b> Sees floors 0 to 1.
 */
@NullMarked
package io.mts1b.macrodata;

import org.jspecify.annotations.NullMarked;
