/**
 * What options are worth, how that moves, and what volatility a price stands for.
 *
 * <p><b>Contract.</b> Time is in years, rates and yields are per year and continuously compounded, volatility is per square
 * root of a year. Pure functions; an option at or past its expiry is worth what exercising it brings.
 */
@NullMarked
package io.mts1b.quantkit.options;

import org.jspecify.annotations.NullMarked;
