/**
 * The run-time primitives every service stands on, a package each.
 *
 * <p><b>Floor 1.</b> Sees floor 0. Among the packages, {@code service} sees {@code json} and {@code journal};
 * the others do not see each other.
 */
@NullMarked
package io.mts1b.platform;

import org.jspecify.annotations.NullMarked;
