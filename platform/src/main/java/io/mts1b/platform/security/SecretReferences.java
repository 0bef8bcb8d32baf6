package io.mts1b.platform.security;

import io.mts1b.foundation.Quoted;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds secrets by references such as {@code env:KRAKEN_KEY}, {@code file:/run/secrets/kraken} or
 * {@code vault:kv/trading/kraken#key}, so that a configuration can name a secret without holding it.
 *
 * <p>Immutable, and as thread-safe as its sources.
 */
public final class SecretReferences {

    private final Map<String, SecretSource> sources;

    /**
     * Makes a resolver.
     *
     * @param sources the sources by what stands before the colon
     */
    public SecretReferences(Map<String, SecretSource> sources) {
        this.sources = Collections.unmodifiableMap(new TreeMap<>(sources));
    }

    /**
     * Says whether a text is a reference to one of the sources.
     *
     * @param text any text
     * @return whether it begins with the name of a source and a colon, and goes on
     */
    public boolean isReference(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && colon + 1 < text.length() && sources.containsKey(text.substring(0, colon));
    }

    /**
     * Reads the secret that is referred to.
     *
     * @param reference source, colon, name
     * @return the secret
     * @throws SecretException if it is no reference, or the source cannot give the secret
     */
    public Secret resolve(String reference) {
        int colon = reference.indexOf(':');
        SecretSource source = colon < 0 ? null : sources.get(reference.substring(0, colon));
        if (source == null || colon + 1 == reference.length()) {
            // What stands there instead may be the secret itself, so all that is told is how long it is.
            String shown = colon < 0 ? "a text of " + reference.length() + " characters" : Quoted.of(scheme(reference));
            throw new SecretException("secret must be a reference that begins with one of "
                    + String.join(":, ", sources.keySet()) + ": and goes on, was " + shown);
        }
        return source.read(reference.substring(colon + 1));
    }

    private static String scheme(String reference) {
        String scheme = reference.substring(0, reference.indexOf(':'));
        return scheme.length() > 8 ? "…:" : scheme + ":";
    }
}
