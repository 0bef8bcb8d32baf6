package io.mts1b.platform.security.vault;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.http.HttpException;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.http.HttpRequest.Method;
import io.mts1b.platform.http.HttpResponse;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.SecretException;
import io.mts1b.platform.security.SecretSource;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Secrets in a key-value store of version 2 of a HashiCorp Vault, read over its HTTP interface.
 *
 * <p>A name is {@code mount/path#field}, such as {@code kv/trading/kraken#key}: the field {@code key} of what lies at
 * {@code trading/kraken} in the store that is mounted at {@code kv}. The newest version is read, anew each time.
 *
 * <p>Reference: HashiCorp, "KV secrets engine, version 2 (API)", Vault API documentation. Immutable and thread-safe.
 */
public final class VaultSecrets implements SecretSource {

    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9_-]{1,64})/([A-Za-z0-9_./-]{1,256})#([A-Za-z0-9_.-]{1,64})");

    private final HttpClient client;
    private final URI address;
    private final Secret token;
    private final Optional<String> namespace;

    /**
     * Makes a source.
     *
     * @param client who asks
     * @param address of the Vault, such as {@code https://vault:8200}; http only on this machine
     * @param token that may read the secrets
     * @param namespace within an enterprise Vault; empty for the root
     */
    public VaultSecrets(HttpClient client, URI address, Secret token, Optional<String> namespace) {
        boolean here = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
        Require.that(
                "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here),
                "address must be https, or http on this machine, was " + address);
        this.client = client;
        this.address = address;
        this.token = token;
        this.namespace = namespace;
    }

    @Override
    public Secret read(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches() || parts.group(2).contains("..")) {
            throw new SecretException("vault secret must be mount/path#field, was " + Quoted.of(name));
        }
        String path = "/v1/" + parts.group(1) + "/data/" + parts.group(2);
        HttpRequest request = HttpRequest.of(Method.GET, address.resolve(path))
                .withHeader("X-Vault-Request", "true")
                .withHeader("X-Vault-Token", token.reveal());
        if (namespace.isPresent()) {
            request = request.withHeader("X-Vault-Namespace", namespace.get());
        }
        HttpResponse response;
        try {
            response = client.send(request);
        } catch (HttpException e) {
            throw new SecretException("vault secret " + name + " cannot be read: " + e.getMessage(), e);
        }
        return switch (response.status()) {
            case 200 -> field(name, parts.group(3), response.text());
            case 403 -> throw new SecretException("vault secret " + name + " must be allowed to the token, is not");
            case 404 -> throw new SecretException("vault secret " + name + " must exist, does not");
            default ->
                throw new SecretException("vault secret " + name + " cannot be read: the vault answered with status "
                        + response.status());
        };
    }

    private static Secret field(String name, String field, String text) {
        JsonNode value;
        try {
            value = JsonMapper.shared().readTree(text).path("data").path("data").path(field);
        } catch (JacksonException e) {
            // The cause quotes what it read, which holds the secret.
            throw new SecretException("vault secret " + name + " must be answered in JSON, is not");
        }
        if (!value.isString() || value.asString().isEmpty()) {
            throw new SecretException("vault secret " + name + " must have the field as a text that is not empty");
        }
        return Secret.of(value.asString());
    }
}
