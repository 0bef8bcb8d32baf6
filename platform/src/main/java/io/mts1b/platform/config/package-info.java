/**
 * The one home of configuration: typed records, bound from defaults, one YAML file, the environment and the command
 * line, each of which goes before what stands left of it.
 *
 * <p><b>Floor 1.</b> Sees foundation and {@code security}. YAML is read by SnakeYAML Engine, records are bound by
 * Jackson; no type of theirs is in a signature.
 *
 * <p><b>Contract.</b>
 *
 * <ul>
 *   <li>An artifact has one {@linkplain io.mts1b.platform.config.ConfigurationSection section}: a name and a record.
 *       The keys follow from the record: {@code http.connect_timeout} is the component {@code connectTimeout} of the
 *       section {@code http}. There is nothing else to declare, and no key is read anywhere else.
 *   <li>A component has a {@link io.mts1b.platform.config.Default}, or is marked
 *       {@link org.jspecify.annotations.Nullable}, or must be set. A record that is left out has the defaults of its
 *       components; a list or map that is left out is empty.
 *   <li>A component is a record, a list, a map by text, or a value: a number, boolean or text, an enum by its name in
 *       lower case, a {@link java.time.Duration} ({@code 1m30s}), a {@link io.mts1b.platform.config.DataSize}
 *       ({@code 64KiB}), a {@link java.time.ZoneId}, date, time, path, URI, anything of foundation that has a text form
 *       ({@code 12.50 USD}), or a {@link io.mts1b.platform.security.Secret}.
 *   <li>A secret stands in the file or on the command line as a reference only ({@code env:NAME},
 *       {@code file:/run/secrets/name}); a variable of the environment may hold it.
 *   <li>In the environment {@code http.connect_timeout} is {@code MTS_HTTP_CONNECT_TIMEOUT}, on the command line
 *       {@code http.connect_timeout=5s}. A list is written there with commas. The environment reaches values and lists
 *       of values that are in no map and no list.
 *   <li>All that is wrong is told at once, with file and line: unknown keys with the nearest known one, removed keys
 *       with {@linkplain io.mts1b.platform.config.Removed what replaced them}, values with what was expected.
 *   <li>The file is bounded in size and depth, and has no anchors, aliases or tags, so it cannot be a bomb.
 * </ul>
 */
@NullMarked
package io.mts1b.platform.config;

import org.jspecify.annotations.NullMarked;
