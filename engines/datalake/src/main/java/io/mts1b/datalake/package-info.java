/**
 * The versioned, bitemporal store of market data and results.
 *
 * <p><b>Floor 4.</b> Sees floors 0 to 3.
 */
@NullMarked
package io.mts1b.datalake;

import org.jspecify.annotations.NullMarked;
