/**
 * How much of its own a fund must have for what it holds.
 *
 * <p><b>Floor 3.</b> Sees foundation, and what {@code portfoliorisk} says of losses.
 *
 * <p><b>Contract.</b> Requirements by rule are exact and rounded up; those by scenario are reals within. Pure functions.
 */
@NullMarked
package io.mts1b.riskengine.margin;

import org.jspecify.annotations.NullMarked;
