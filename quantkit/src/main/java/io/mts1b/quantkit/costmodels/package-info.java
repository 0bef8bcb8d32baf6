/**
 * What trading costs: commissions and slippage (protected concept 7).
 *
 * <p><b>Floor 2.</b> Sees foundation.
 *
 * <p><b>Contract.</b> Exact: costs are money, so nothing here is a {@code double}. The paper broker
 * charges by these models, and whoever estimates costs before a trade asks the same ones.
 */
@NullMarked
package io.mts1b.quantkit.costmodels;

import org.jspecify.annotations.NullMarked;
