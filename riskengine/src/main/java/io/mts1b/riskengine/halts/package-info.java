/**
 * How a halt ends: by two people, the second of whom has signed.
 *
 * <p><b>Floor 3.</b> Sees foundation, and platform's signatures.
 *
 * <p><b>Contract.</b> Only {@link io.mts1b.riskengine.halts.Cosigners} makes a {@link
 * io.mts1b.riskengine.halts.SignedRelease}, so whoever takes one cannot be handed a release that nobody signed.
 */
@NullMarked
package io.mts1b.riskengine.halts;

import org.jspecify.annotations.NullMarked;
