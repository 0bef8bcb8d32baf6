/**
 * The suite {@code quant}: the mathematics of quantkit beside ta4j, ojAlgo and what one would write oneself.
 */
@NullMarked
package io.mts1b.benchmarks.quant;

import org.jspecify.annotations.NullMarked;
