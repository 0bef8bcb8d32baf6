/**
 * The {@code execution} suite: what happens to an order between the wish and the venue, and in its book.
 *
 * <p>Sees the risk engine, the order management system and the brokers.
 */
@NullMarked
package io.mts1b.benchmarks.execution;

import org.jspecify.annotations.NullMarked;
