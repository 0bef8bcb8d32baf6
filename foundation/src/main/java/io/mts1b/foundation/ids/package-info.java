/**
 * The identities that cross module boundaries: opaque, validated, never reused.
 *
 * <p><b>Floor 0.</b> Sees the JDK and the root package.
 *
 * <p><b>Contract.</b> Two kinds of text. What becomes a token of a subject or a key (fund, strategy,
 * broker) is letters, digits, {@code _} and {@code -}; what somebody else may have made up (orders,
 * fills, actors) is visible ASCII.
 */
@NullMarked
package io.mts1b.foundation.ids;

import org.jspecify.annotations.NullMarked;
