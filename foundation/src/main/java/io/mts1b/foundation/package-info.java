/**
 * Types, units, enums, subjects and schemas that cross a module boundary.
 *
 * <p><b>Floor 0.</b> Sees the JDK alone; nothing at run time beside it.
 *
 * <p><b>Contract of every public type.</b> Immutable, thread-safe, validated in its constructor, and
 * equal exactly when it denotes the same thing. Arithmetic is exact or it throws. No input or output,
 * no clock, no logging: what has a side effect is not foundation. The packages, bottom up:
 * {@code numbers}, {@code ids}, {@code symbology}, {@code time}, {@code marketdata}, {@code orders},
 * {@code positions}, {@code signals}, {@code funds}, {@code risk}, {@code events}.
 */
@NullMarked
package io.mts1b.foundation;

import org.jspecify.annotations.NullMarked;
