/**
 * Whether an order may go: envelopes, seven gates, halts.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2 and, on its own floor, {@code portfolio}.
 *
 * <p><b>Contract.</b> Fails closed: an exception in a gate is a denial, never an approval. Only {@link
 * io.mts1b.riskengine.RiskEngine} makes an {@link io.mts1b.foundation.risk.ApprovedOrder}, so a broker that
 * takes one cannot be handed an order nobody reviewed. Pure: what the gates look at is handed in, and the
 * same order and view give the same decision.
 */
@NullMarked
package io.mts1b.riskengine;

import org.jspecify.annotations.NullMarked;
