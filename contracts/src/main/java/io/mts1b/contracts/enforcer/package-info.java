/**
 * The contracts as rules of the Maven enforcer plugin: {@code sourceContracts} before anything is compiled, {@code
 * classContracts} on what was.
 */
@NullMarked
package io.mts1b.contracts.enforcer;

import org.jspecify.annotations.NullMarked;
