/**
 * Types, units, enums, subjects and schemas that cross a module boundary.
 *
 * <p><b>Floor 0.</b> Sees the JDK alone.
 */
@NullMarked
package io.mts1b.foundation;

import org.jspecify.annotations.NullMarked;
