/**
 * The mathematics of trading a large order: how fast, at what cost and risk, and where the cost came from.
 *
 * <p><b>Contract.</b> Pure functions of their arguments. Units are the caller's: shares, days and money per share in, money
 * and its square out.
 */
@NullMarked
package io.mts1b.quantkit.execution;

import org.jspecify.annotations.NullMarked;
