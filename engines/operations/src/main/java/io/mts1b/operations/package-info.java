/**
 * Watching everything: watchdogs, sticky halts, compliance, audit trail.
 *
 * <p><b>Floor 4.</b> Sees floors 0 to 3.
 */
@NullMarked
package io.mts1b.operations;

import org.jspecify.annotations.NullMarked;
