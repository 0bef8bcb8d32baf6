/**
 * The one home of logging: how lines are written, at which level, and what is never in them.
 *
 * <p><b>Floor 1.</b> Sees {@code config} and {@code security}. Code logs through SLF4J; Logback writes, in JSON by the
 * Logstash encoder. No type of theirs is in a signature here.
 *
 * <p><b>Contract.</b>
 *
 * <ul>
 *   <li>{@link io.mts1b.platform.logging.Logging#start} is the one set-up call. Before it, warnings and errors are
 *       written for people. A {@code logback.xml} on the class path is not read, so it opens no second way out.
 *   <li>Everything that leaves has gone through redaction: the message with its arguments, the correlation and other
 *       context, key-value pairs, thread names, and the messages of exceptions with their causes and suppressed
 *       ones, however deep. Markers and structured arguments of the JSON encoder, which would write themselves, are left
 *       out. Exceptions that nobody caught and lines of {@code java.util.logging} go the same way.
 *   <li>A line that repeats is written a few times in a while, then counted, and the count is written.
 *   <li>A line break in a message cannot make a line of its own: it is indented for people, and escaped in JSON.
 * </ul>
 */
@NullMarked
package io.mts1b.platform.logging;

import org.jspecify.annotations.NullMarked;
