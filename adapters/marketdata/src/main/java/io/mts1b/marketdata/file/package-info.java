/**
 * Daily bars from files: CSV and Parquet, long, wide or one instrument a file, plain, gzipped or zipped.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> The layout is detected and told, never guessed: what could mean two things is
 * refused, with file, line, column, the value found and what was expected.
 */
@NullMarked
package io.mts1b.marketdata.file;

import org.jspecify.annotations.NullMarked;
