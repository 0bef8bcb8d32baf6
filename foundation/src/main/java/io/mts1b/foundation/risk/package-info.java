/**
 * What may be traded: envelopes, decisions, denials and halts.
 *
 * <p><b>Floor 0.</b> Sees {@code numbers}, {@code ids}, {@code symbology} and {@code orders}.
 *
 * <p><b>Contract.</b> A denial is one of a closed set and carries the numbers that caused it. An
 * {@link io.mts1b.foundation.risk.ApprovedOrder} is the only thing a broker takes, and only an
 * {@link io.mts1b.foundation.risk.Approver} makes one; the contracts of the house let the risk engine
 * alone extend it.
 */
@NullMarked
package io.mts1b.foundation.risk;

import org.jspecify.annotations.NullMarked;
