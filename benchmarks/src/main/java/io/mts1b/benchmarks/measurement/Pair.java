package io.mts1b.benchmarks.measurement;

import java.util.function.BooleanSupplier;

/**
 * The same work done by us and by a peer, as two methods of a JMH benchmark.
 *
 * @param name what is done
 * @param ours the name of our method
 * @param peer who else does it
 * @param theirs the name of the peer's method
 * @param equal tells whether both come to the same results
 */
public record Pair(String name, String ours, String peer, String theirs, BooleanSupplier equal) {}
