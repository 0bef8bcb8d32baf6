/**
 * The results of a run: what happened, the figures that follow, and the files both are kept in.
 *
 * <p><b>Floor 4.</b> Sees foundation, the JSON and the database of platform, the metrics of quantkit, and datalake.
 *
 * <p><b>Contract.</b> A {@link io.mts1b.reportslibrary.run.RunResults} is complete: every figure and every page is
 * computed from it and from nothing else. Amounts are exact and in the currency of the fund; equal results give
 * equal bytes.
 */
@NullMarked
package io.mts1b.reportslibrary.run;

import org.jspecify.annotations.NullMarked;
