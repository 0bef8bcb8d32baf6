/**
 * The suite of the house itself: exact decimals beside {@code BigDecimal}, and the main job as a whole.
 */
@NullMarked
package io.mts1b.benchmarks.house;

import org.jspecify.annotations.NullMarked;
