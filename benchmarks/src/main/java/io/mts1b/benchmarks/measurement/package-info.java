/**
 * What a measurement is: runs, rows of medians and spreads, pairs of us and a peer, suites of rows.
 */
@NullMarked
package io.mts1b.benchmarks.measurement;

import org.jspecify.annotations.NullMarked;
