/**
 * Where what is over is kept: found by its names for ever, and not in memory.
 *
 * <p><b>Floor 5.</b> Sees floors 0 to 4.
 *
 * <p><b>Contract.</b> An archive follows from the log: it is made again whenever the log is replayed, and nothing in it
 * needs to outlive the process.
 */
@NullMarked
package io.mts1b.oms.archive;

import org.jspecify.annotations.NullMarked;
