/**
 * Whether a process does its work: named checks, and what they say together.
 *
 * <p><b>Floor 1.</b> Sees nothing of platform but the redaction of what checks complain of.
 *
 * <p><b>Contract.</b> A process is <em>live</em> while nothing in it is stuck: one that is not is to be started anew. It
 * is <em>ready</em> while it can do its work: one that is not is to be left alone for a while. A check that takes too
 * long is down, and is not called again until it has come back, so that asking never piles up threads.
 */
@NullMarked
package io.mts1b.platform.health;

import org.jspecify.annotations.NullMarked;
