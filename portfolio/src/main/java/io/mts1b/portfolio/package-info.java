/**
 * Signal to target position: sizing, session matrix, capacity, sleeves.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 */
@NullMarked
package io.mts1b.portfolio;

import org.jspecify.annotations.NullMarked;
