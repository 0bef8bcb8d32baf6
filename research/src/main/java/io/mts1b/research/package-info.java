/**
 * The ladder from idea to live: strategy registry, sweeps, walk-forward, champion and challenger.
 *
 * <p><b>Floor 5.</b> Sees floors 0 to 4.
 */
@NullMarked
package io.mts1b.research;

import org.jspecify.annotations.NullMarked;
