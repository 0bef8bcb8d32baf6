/**
 * Several strategies in one portfolio.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 */
@NullMarked
package io.mts1b.portfolio.sleeves;

import org.jspecify.annotations.NullMarked;
