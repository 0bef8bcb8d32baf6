package io.mts1b.platform.config;

import io.mts1b.platform.security.EnvironmentSecrets;
import io.mts1b.platform.security.FileSecrets;
import io.mts1b.platform.security.SecretReferences;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a configuration comes from, beside its defaults.
 *
 * @param file the YAML file; empty if there is none
 * @param environment the variables; those that begin with {@code MTS_} are read
 * @param arguments what stood on the command line, each {@code key=value}
 * @param secrets who finds the secrets that are referred to
 */
public record ConfigurationSources(
        Optional<Path> file, Map<String, String> environment, List<String> arguments, SecretReferences secrets) {

    /** Copies. */
    public ConfigurationSources {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        arguments = List.copyOf(arguments);
    }

    /**
     * Takes everything from where it usually is; secrets from the environment and from files.
     *
     * @param file the YAML file; empty if there is none
     * @param environment the variables, such as {@link #environmentOfProcess()}
     * @param arguments what stood on the command line
     * @return the sources
     */
    public static ConfigurationSources of(
            Optional<Path> file, Map<String, String> environment, List<String> arguments) {
        Path directory = file.map(Path::toAbsolutePath)
                .map(Path::getParent)
                .orElse(Path.of("").toAbsolutePath());
        SecretReferences secrets = new SecretReferences(
                Map.of("env", new EnvironmentSecrets(environment), "file", new FileSecrets(directory)));
        return new ConfigurationSources(file, environment, arguments, secrets);
    }

    /**
     * Reads the environment of this process, which nobody else does.
     *
     * @return the variables
     */
    public static Map<String, String> environmentOfProcess() {
        return Collections.unmodifiableMap(new TreeMap<>(System.getenv()));
    }
}
