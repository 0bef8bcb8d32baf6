/**
 * How good a series of returns was, and how dangerous. The only home of Sharpe, Sortino, Calmar,
 * drawdown and their family.
 *
 * <p><b>Contract.</b> Returns are simple, fractions per period, oldest first and finite: a missing or
 * infinite value is refused. A figure that is undefined is empty; it is never NaN, zero or infinite.
 * Losses are negative numbers. A figure is per period unless its name says otherwise, and
 * {@link io.mts1b.quantkit.metrics.PeriodsPerYear} is the only place that makes it annual.
 */
@NullMarked
package io.mts1b.quantkit.metrics;

import org.jspecify.annotations.NullMarked;
