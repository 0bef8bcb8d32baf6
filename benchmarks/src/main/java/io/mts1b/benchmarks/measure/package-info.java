/** How something is measured, and what a measurement is: rows with their spread, beside the peer's. */
@NullMarked
package io.mts1b.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
