package io.mts1b.platform.security;

/** Where secrets are kept. */
@FunctionalInterface
public interface SecretSource {

    /**
     * Reads a secret.
     *
     * @param name which, in the terms of the source: a variable, a file, a path in a vault
     * @return the secret
     * @throws SecretException if there is none, or the source fails
     */
    Secret read(String name);
}
