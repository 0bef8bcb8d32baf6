/**
 * How assets move together: covariance and correlation, estimated from returns that may be ragged.
 *
 * <p><b>Contract.</b> A panel is one {@code double[]} per asset, all of one length, oldest first, NaN
 * where a value is missing. A result is never NaN: a pair that shares too little is refused by name.
 */
@NullMarked
package io.mts1b.quantkit.covariance;

import org.jspecify.annotations.NullMarked;
