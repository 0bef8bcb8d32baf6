/**
 * Reports in HTML, PDF, JSON and Parquet, from stored results.
 *
 * <p><b>Floor 4.</b> Sees floors 0 to 3 and, on its own floor, {@code datalake}.
 */
@NullMarked
package io.mts1b.reportslibrary;

import org.jspecify.annotations.NullMarked;
