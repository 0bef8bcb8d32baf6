/**
 * The one home of telling people: messages to Telegram and Slack, by severity, once, at the right hour.
 *
 * <p><b>Floor 1.</b> Sees {@code http}, {@code retry}, {@code ratelimit}, {@code config} and {@code security}.
 *
 * <p><b>Contract.</b>
 *
 * <ul>
 *   <li>{@link io.mts1b.platform.messaging.Messenger#send} never blocks and never throws for what others do. It says what
 *       became of a message; what becomes of it later is told to a listener.
 *   <li>Text that comes from elsewhere is data: it is written so that no channel takes it for markup.
 *   <li>A message may be delivered twice, when an answer was lost, and is not lost silently: what is dropped is counted, told to
 *       the listener, and reported on the channel itself.
 *   <li>Tokens and webhook addresses are secrets, and stand in no exception, status, trace or log of this package.
 *   <li>Queues are in memory. What must survive the process is in the journal, not in a message.
 * </ul>
 */
@NullMarked
package io.mts1b.platform.messaging;

import org.jspecify.annotations.NullMarked;
