/**
 * What brokers over a network share: the link to a venue, a queue of requests, what is known of names, values of the port out
 * of JSON or a refusal that says where, and JSON as venues write it.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> A broker on a link is called on one thread. What constructors of the house refuse becomes a refusal of
 * the message.
 */
@NullMarked
package io.mts1b.brokers.wire;

import org.jspecify.annotations.NullMarked;
