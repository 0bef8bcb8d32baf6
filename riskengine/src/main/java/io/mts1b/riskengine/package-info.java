/**
 * Whether an order may go: envelopes, seven gates, halts, stops, live VaR.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2 and, on its own floor, {@code portfolio}.
 */
@NullMarked
package io.mts1b.riskengine;

import org.jspecify.annotations.NullMarked;
