/**
 * The store of market data and results: Parquet files that any other program can read.
 *
 * <p><b>Floor 4.</b> Sees floors 0 to 3.
 *
 * <p><b>Contract.</b> A file appears whole or not at all, and the same rows give the same bytes on every
 * machine.
 */
@NullMarked
package io.mts1b.datalake;

import org.jspecify.annotations.NullMarked;
