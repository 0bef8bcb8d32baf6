/**
 * Whether a strategy that did well in the past did so by luck: tests on rows it was not fitted to, and corrections for the
 * number of tries. The only home of walk-forward and cross-validation.
 *
 * <p><b>Contract.</b> Rows are counted from zero, oldest first. No row is ever in a fold's training and test set at once,
 * nor nearer to a test set than was asked for. Pure functions; randomness is an argument.
 */
@NullMarked
package io.mts1b.quantkit.validation;

import org.jspecify.annotations.NullMarked;
