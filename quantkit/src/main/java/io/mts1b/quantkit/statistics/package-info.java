/**
 * The statistics that the rest of the room is written in: moments, order statistics, a line through
 * points, the normal distribution.
 *
 * <p><b>Contract.</b> Pure functions of {@code double[]}; arguments are never modified or kept.
 */
@NullMarked
package io.mts1b.quantkit.statistics;

import org.jspecify.annotations.NullMarked;
