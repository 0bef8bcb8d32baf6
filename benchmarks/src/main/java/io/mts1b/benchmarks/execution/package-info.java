/**
 * How fast orders pass through the house.
 *
 * <p>Sees the risk engine and the order management system.
 */
@NullMarked
package io.mts1b.benchmarks.execution;

import org.jspecify.annotations.NullMarked;
