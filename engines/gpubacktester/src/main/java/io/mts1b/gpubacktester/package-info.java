/**
 * Simulation: event-driven engine, order-book simulator, SIMD and GPU sweeps.
 *
 * <p><b>Floor 4.</b> Sees floors 0 to 3 and, on its own floor, {@code datalake}.
 */
@NullMarked
package io.mts1b.gpubacktester;

import org.jspecify.annotations.NullMarked;
