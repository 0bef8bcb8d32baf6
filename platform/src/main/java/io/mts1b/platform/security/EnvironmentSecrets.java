package io.mts1b.platform.security;

import java.util.Map;

/** Secrets in variables of the environment, which is handed in. Immutable and thread-safe. */
public final class EnvironmentSecrets implements SecretSource {

    private final Map<String, String> environment;

    /**
     * Makes a source.
     *
     * @param environment the variables and their values
     */
    public EnvironmentSecrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Secret read(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new SecretException("environment variable " + name + " must hold a secret, is not set or empty");
        }
        return Secret.of(value);
    }
}
