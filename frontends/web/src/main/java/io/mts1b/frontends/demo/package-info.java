/**
 * The main job: from bars to a report, through every room of the house.
 *
 * <p><b>Floor 7.</b> Sees floors 0 to 6.
 *
 * <p><b>Contract.</b> Everything that happens in a run is in its journal, and every output is a projection of
 * it. The same data, seed and options give the same bytes on every machine, whether the run was interrupted
 * or not.
 */
@NullMarked
package io.mts1b.frontends.demo;

import org.jspecify.annotations.NullMarked;
