/**
 * The one home of HTTP: how other services are called, and how a stream of messages is kept open.
 *
 * <p><b>Floor 1.</b> Sees {@code config}, {@code json}, {@code ratelimit}, {@code retry} and {@code security}. OkHttp
 * carries the bytes, over HTTP/2 where the other side speaks it; no type of it is in a signature.
 *
 * <p><b>Contract.</b>
 *
 * <ul>
 *   <li>All calls go through one {@link io.mts1b.platform.http.HttpClients}, made at the start of a process. Each has a
 *       time limit, and an answer a largest size, also after it was unpacked.
 *   <li>A request is sent again only if that changes nothing: by its method, or because its caller says so. An order is
 *       sent once, whatever happens to the connection; OkHttp's own repeats are off.
 *   <li>A host has a limit of connections, and a {@link io.mts1b.platform.ratelimit.RateLimiter} where one is given. When
 *       the other side says {@code Retry-After}, all wait.
 *   <li>Redirects are answers, not followed: what a header proves is for one host alone.
 *   <li>What is told of a call, to an {@link io.mts1b.platform.http.HttpObserver} or in an exception, holds no secret.
 * </ul>
 */
@NullMarked
package io.mts1b.platform.http;

import org.jspecify.annotations.NullMarked;
