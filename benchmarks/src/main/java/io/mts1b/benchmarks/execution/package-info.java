/**
 * The {@code execution} suite: order books and what stands between a decision and a venue.
 */
@NullMarked
package io.mts1b.benchmarks.execution;

import org.jspecify.annotations.NullMarked;
