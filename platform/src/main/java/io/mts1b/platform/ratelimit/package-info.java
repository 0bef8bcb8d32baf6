/**
 * The one home of rate limits: what venues allow, and how all who call one keep to it together.
 *
 * <p><b>Floor 1.</b> Sees foundation, and {@code retry} for waiting.
 *
 * <p><b>Contract.</b> A venue counts the weight of requests in a window of time, and bans who exceeds its limit. So
 * within <em>any</em> window of that length, wherever it begins, no more than the limit is granted. A bucket of
 * tokens does not hold that: it grants its content and then what flows in. Several limits hold together, or none is
 * charged. {@link io.mts1b.platform.ratelimit.SharedRateLimiter} keeps its count in a file, for all processes on a
 * machine that use one key.
 *
 * <p>When the clock steps back, the limiter grants less for at most one window, and never more.
 */
@NullMarked
package io.mts1b.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
