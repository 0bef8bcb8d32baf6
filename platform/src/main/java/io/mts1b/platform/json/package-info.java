/**
 * JSON for everything that crosses a boundary, and the JSON Schemas that describe it.
 *
 * <p><b>Floor 1.</b> Sees foundation, and Jackson's streaming parser and generator. No type of Jackson is
 * in a signature.
 *
 * <p><b>Contract.</b> The form of a type follows from its declaration; there is nothing to register or to
 * annotate.
 *
 * <ul>
 *   <li>A record is an object: its components in their order, names in snake case. A component marked
 *       {@link org.jspecify.annotations.Nullable} may be absent or null and is left out when null; every
 *       other component is required.
 *   <li>A record of a sealed family says which one it is by {@code "type"}, the name of the record in snake
 *       case, wherever it stands; so it has no component of that name.
 *   <li>A {@link io.mts1b.foundation.TextValue} is its text, so exact numbers never pass through a
 *       {@code double}. Instants, dates and durations are ISO-8601 text, enums their names in lower case.
 *   <li>{@code int}, {@code long} and {@code double} are numbers, a {@code double} in the fewest digits that
 *       give it back. NaN and infinities have no form, but for the missing values of a panel, which are null.
 *   <li>Lists are arrays; maps are objects, in the order of their keys' text.
 * </ul>
 *
 * <p>Equal values give equal bytes. Reading is strict: what was not written by these rules is refused with a
 * {@link io.mts1b.platform.json.JsonException} that says where, what was found and what was expected.
 */
@NullMarked
package io.mts1b.platform.json;

import org.jspecify.annotations.NullMarked;
