/**
 * What trading has cost: estimated from fills, and checked against bills.
 *
 * <p><b>Contract.</b> Estimates are statistics, in {@code double}, and come with their standard errors or not at all; bills
 * are exact. Pure functions of their arguments.
 */
@NullMarked
package io.mts1b.quantkit.costmodels.calibration;

import org.jspecify.annotations.NullMarked;
