/**
 * The pure mathematics: factors, allocators, metrics, validation, cost models, options, filters.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1; of them foundation alone, because mathematics needs no run
 * time, but for the commands.
 */
@NullMarked
package io.mts1b.quantkit;

import org.jspecify.annotations.NullMarked;
