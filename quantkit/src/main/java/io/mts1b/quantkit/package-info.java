/**
 * The pure mathematics: factors, allocators, metrics, validation, cost models, options, filters.
 *
 * <p><b>Floor 2.</b> Sees floors 0 to 1.
 */
@NullMarked
package io.mts1b.quantkit;

import org.jspecify.annotations.NullMarked;
