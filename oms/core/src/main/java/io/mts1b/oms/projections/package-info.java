/**
 * The log as tables of PostgreSQL, for people and other programs to look at.
 *
 * <p><b>Floor 5.</b> Sees the rest of this artifact, and floors 0 to 4.
 *
 * <p><b>Contract.</b> The tables follow from the log and from nothing else. How far they follow stands in the same
 * transaction as their rows, so each event counts once, wherever a process or a connection ends; thrown away and made
 * again they are the same. Nothing here writes the log, and nobody trades by these tables.
 */
@NullMarked
package io.mts1b.oms.projections;

import org.jspecify.annotations.NullMarked;
