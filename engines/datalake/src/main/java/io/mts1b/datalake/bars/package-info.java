/**
 * Bars in the lake: stored as they happened, read as exact bars or as a panel to calculate with.
 *
 * <p><b>Floor 4.</b> Sees floors 0 to 3.
 */
@NullMarked
package io.mts1b.datalake.bars;

import org.jspecify.annotations.NullMarked;
