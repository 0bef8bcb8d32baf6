/**
 * The one home of the wall clock.
 *
 * <p><b>Floor 1.</b> Sees the JDK alone.
 *
 * <p><b>Contract.</b> Whoever needs the time takes a {@link java.time.InstantSource}. The launcher hands
 * in {@link io.mts1b.platform.clock.WallClock}, simulations and tests a
 * {@link io.mts1b.platform.clock.ManualClock}; nobody else asks the machine what time it is.
 */
@NullMarked
package io.mts1b.platform.clock;

import org.jspecify.annotations.NullMarked;
