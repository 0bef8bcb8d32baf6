/**
 * Venues of our own on this machine: a market in memory, what any protocol needs to be spoken over real sockets, and the
 * lies that are told on the way.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> A {@link io.mts1b.brokers.local.LocalVenue} speaks one protocol and knows nothing of what carries it,
 * so the same venue answers over loopback sockets and in virtual time. It is confined to one thread; what it does follows
 * from its seed and the order of what reaches it. For tests: it keeps everything in memory, for ever.
 */
@NullMarked
package io.mts1b.brokers.local;

import org.jspecify.annotations.NullMarked;
