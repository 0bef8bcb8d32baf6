/**
 * Convex optimization for portfolios: quadratic and piecewise linear objectives under linear and smooth convex
 * constraints.
 *
 * <p><b>Contract.</b> A solver says how far its answer is from the conditions of optimality; a caller decides whether
 * that is near enough. Deterministic to the last bit; confined to the calling thread; nothing is random or timed.
 */
@NullMarked
package io.mts1b.quantkit.optimization;

import org.jspecify.annotations.NullMarked;
