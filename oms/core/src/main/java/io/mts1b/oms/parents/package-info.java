/**
 * Parent orders that an algo works slice by slice: what the log says of them, and where they stand.
 *
 * <p><b>Floor 5.</b> Sees floors 0 to 4.
 *
 * <p><b>Contract.</b> A part of the fold: which slices are wanted follows from the log alone, so that a process that died
 * goes on where it was.
 */
@NullMarked
package io.mts1b.oms.parents;

import org.jspecify.annotations.NullMarked;
