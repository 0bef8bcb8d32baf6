/**
 * What trading costs: fees, spread, slippage, borrowing, funding and taxes (protected concept 7).
 *
 * <p><b>Floor 2.</b> Sees foundation, and the impact law of {@code execution}.
 *
 * <p><b>Contract.</b> Exact: costs are money, so nothing here is a {@code double} but the volatility that an impact is
 * estimated from. Slippage is never a gift: it is rounded to the tick against the trader. Fees are what a
 * {@link io.mts1b.quantkit.costmodels.FeeSchedule} says on the trade date, kept per order, and refused for days of which the
 * schedule knows nothing. The paper broker charges by these models, and whoever estimates costs before a trade asks the same
 * ones. {@link io.mts1b.quantkit.costmodels.FeeSchedules} is the way in; a new broker is a text file beside it.
 */
@NullMarked
package io.mts1b.quantkit.costmodels;

import org.jspecify.annotations.NullMarked;
