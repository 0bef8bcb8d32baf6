/**
 * Secrets that HashiCorp Vault keeps.
 *
 * <p><b>Floor 1.</b> Sees {@code security} and {@code http}. It stands beside {@code security} and not in it, because
 * {@code http} needs that to tell of its calls.
 */
@NullMarked
package io.mts1b.platform.security.vault;

import org.jspecify.annotations.NullMarked;
