/**
 * A venue of our own that speaks FIX on a loopback address, for tests, trials and measurements.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> The truth is a {@link io.mts1b.brokers.simulated.SimulatedVenue}; what it is told, and tells, is lost,
 * late, doubled and out of order as {@link io.mts1b.brokers.simulated.Lies} say. Sockets, sessions and messages are real.
 */
@NullMarked
package io.mts1b.brokers.fix.local;

import org.jspecify.annotations.NullMarked;
