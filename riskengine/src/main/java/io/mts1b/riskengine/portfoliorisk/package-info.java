/**
 * What a portfolio may lose: by its history, by a model, by chance and by scenario, as it stands and with an order more.
 *
 * <p><b>Floor 3.</b> Sees foundation, and quantkit's metrics and option values.
 *
 * <p><b>Contract.</b> Amounts are statistics: reals within, rounded up to minor units where they leave. The formulas are
 * quantkit's. Pure functions; randomness is handed in.
 */
@NullMarked
package io.mts1b.riskengine.portfoliorisk;

import org.jspecify.annotations.NullMarked;
