/**
 * The one home of trying again: when, how often, how long to wait, and when to stop asking at all.
 *
 * <p><b>Floor 1.</b> Sees foundation. The circuit breaker is Resilience4j's, behind a type of our own; the loop is not,
 * because theirs waits and draws by statics, and here waiting, time and randomness are handed in.
 *
 * <p><b>Contract.</b> Only what its caller declares worth another attempt is tried again: an order that may have
 * arrived is not. Every wait has jitter, every series of attempts an end, and all callers of one service together a
 * {@link io.mts1b.platform.retry.RetryBudget}, so that a failing service is not finished off by those who need it.
 */
@NullMarked
package io.mts1b.platform.retry;

import org.jspecify.annotations.NullMarked;
