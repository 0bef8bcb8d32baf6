/**
 * The one way in which services talk: events on subjects, streams that keep them, and questions with answers.
 *
 * <p><b>Floor 1.</b> Sees foundation's events, {@code json} and {@code journal}. The client of NATS is used
 * inside; no type of it is in a signature.
 *
 * <p><b>Contract.</b> {@link io.mts1b.platform.bus.Bus} is the port, {@link io.mts1b.platform.bus.InProcessNetwork}
 * and {@link io.mts1b.platform.bus.NatsNetwork} are its two implementations, and one conformance suite passes on
 * both.
 *
 * <ul>
 *   <li>Only the artifact that a subject names as its source publishes there, and answers there.
 *   <li>A live subscriber gets events at most once, in the order of their producer, and loses those it has no
 *       room for; the loss is counted at the subscriber, and told to the publisher as far as it can know.
 *   <li>A stream keeps events at least until they are acknowledged by each of its named consumers. What
 *       {@link io.mts1b.platform.bus.StreamPublisher#publish} has completed for survives the death of a
 *       process, and within its window no event is kept twice. A consumer gets every event at least once.
 *   <li>On the wire and in a stream an event is JSON, whose schema version is that of its subject. Producers
 *       may add names, which older consumers skip; a break is refused when a publisher or a subscriber is
 *       made.
 *   <li>A message is at most {@value io.mts1b.platform.bus.Bus#MAX_MESSAGE_BYTES} bytes long, also where no
 *       bytes are made of it.
 * </ul>
 */
@NullMarked
package io.mts1b.platform.bus;

import org.jspecify.annotations.NullMarked;
