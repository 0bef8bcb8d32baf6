/**
 * A venue that does not exist, for simulations: it keeps the truth, and the line to it lies about it in every way real
 * lines do.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Deterministic: everything follows from the seed of the random numbers and the order of calls.
 * The venue itself never errs; only what reaches it, and what it tells, is lost, late, doubled or out of order.
 */
@NullMarked
package io.mts1b.brokers.simulated;

import org.jspecify.annotations.NullMarked;
