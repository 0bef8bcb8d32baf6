/**
 * How a parent order is sliced into children.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 */
@NullMarked
package io.mts1b.omsalgos;

import org.jspecify.annotations.NullMarked;
