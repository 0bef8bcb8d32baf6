/**
 * How limits may change: versions that rise, and nothing looser while trading is halted.
 *
 * <p><b>Floor 3.</b> Sees foundation.
 *
 * <p><b>Contract.</b> Pure functions of the limits that hold and those that are wished for.
 */
@NullMarked
package io.mts1b.riskengine.envelopes;

import org.jspecify.annotations.NullMarked;
