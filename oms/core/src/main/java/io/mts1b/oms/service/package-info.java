/**
 * The order management system as a part of a running process: one thread that writes, and many that ask.
 *
 * <p><b>Floor 5.</b> Sees the rest of this artifact, and floors 0 to 4.
 *
 * <p><b>Contract.</b> Whatever comes from outside reaches the writer through its queue, and is answered when it is
 * durable.
 */
@NullMarked
package io.mts1b.oms.service;

import org.jspecify.annotations.NullMarked;
