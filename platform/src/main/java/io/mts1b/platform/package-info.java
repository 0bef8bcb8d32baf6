/**
 * The run-time primitives every service stands on, a package each.
 *
 * <p><b>Floor 1.</b> Sees floor 0. Among the packages, {@code bus} and {@code audit} see {@code json} and
 * {@code journal}; {@code config} sees {@code security}; {@code logging} sees these two; {@code ratelimit} sees
 * {@code retry}; {@code db} sees {@code config}, {@code health}, {@code retry} and {@code security}; {@code http} sees
 * all of these but {@code logging} and {@code db}, and {@code json}; {@code security.vault} sees {@code http} and
 * {@code security}; {@code service} sees what it has commands for; the others do not see each other.
 */
@NullMarked
package io.mts1b.platform;

import org.jspecify.annotations.NullMarked;
