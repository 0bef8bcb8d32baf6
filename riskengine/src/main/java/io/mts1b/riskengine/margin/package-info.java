/**
 * How much of its own a fund must have for what it holds.
 *
 * <p><b>Floor 3.</b> Sees foundation, and quantkit's option values.
 *
 * <p><b>Contract.</b> Requirements are exact and rounded up. Pure functions.
 */
@NullMarked
package io.mts1b.riskengine.margin;

import org.jspecify.annotations.NullMarked;
