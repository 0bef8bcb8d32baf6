/**
 * How a parent order is sliced into children.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 *
 * <p><b>Contract.</b> Pure state machines: {@link io.mts1b.omsalgos.AlgoInput inputs} in,
 * {@link io.mts1b.omsalgos.AlgoCommand commands} out, without a clock, a thread or I/O, so that the same inputs give the
 * same commands live, simulated and in a replay. Inputs and commands have a JSON form. All that limits an order is kept in
 * one place, so no algo can break it; filled, working, in doubt and left add up to the parent, always and exactly.
 */
@NullMarked
package io.mts1b.omsalgos;

import org.jspecify.annotations.NullMarked;
