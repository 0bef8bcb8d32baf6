/**
 * Tables as Parquet files.
 *
 * <p><b>Floor 4.</b> Sees floors 0 to 3. DuckDB writes and reads the files; no type of it is in a signature
 * here.
 */
@NullMarked
package io.mts1b.datalake.parquet;

import org.jspecify.annotations.NullMarked;
