/**
 * The one home of randomness.
 *
 * <p><b>Floor 1.</b> Sees the JDK alone.
 *
 * <p><b>Contract.</b> Every random number comes from a named stream of one seed, so a run can be
 * repeated, and a new consumer does not shift the numbers of the others.
 */
@NullMarked
package io.mts1b.platform.random;

import org.jspecify.annotations.NullMarked;
