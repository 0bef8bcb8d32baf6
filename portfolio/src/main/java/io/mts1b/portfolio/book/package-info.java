/**
 * What is kept of a portfolio over time, in the shape of its tables: signals, weights and values.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 *
 * <p><b>Contract.</b> Weights own the time of execution, and values only value: they trade nothing and make no dates.
 * A price that is missing is an answer of its own, never a silent zero.
 */
@NullMarked
package io.mts1b.portfolio.book;

import org.jspecify.annotations.NullMarked;
