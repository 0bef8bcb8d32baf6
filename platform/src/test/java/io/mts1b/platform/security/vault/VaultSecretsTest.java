package io.mts1b.platform.security.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.http.Header;
import io.mts1b.platform.http.HttpException;
import io.mts1b.platform.http.HttpException.Category;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.http.HttpResponse;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.SecretException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultSecretsTest {

    /** The example of the API documentation, "Read secret version". */
    private static final String ANSWER = """
            {"data": {"data": {"key": "hunter2", "empty": "", "number": 5},
            "metadata": {"created_time": "2018-03-22T02:24:06.945319214Z", "custom_metadata": null,
            "deletion_time": "", "destroyed": false, "version": 2}}}
            """;

    private static final URI ADDRESS = URI.create("https://vault:8200");

    private final List<HttpRequest> asked = new ArrayList<>();

    private VaultSecrets vault(int status, String body, Optional<String> namespace) {
        return new VaultSecrets(
                request -> {
                    asked.add(request);
                    return new HttpResponse(status, List.of(), body.getBytes(StandardCharsets.UTF_8));
                },
                ADDRESS,
                Secret.of("root-token"),
                namespace);
    }

    @Test
    void a_field_of_a_secret_is_read() {
        assertThat(vault(200, ANSWER, Optional.empty()).read("kv/trading/kraken#key"))
                .isEqualTo(Secret.of("hunter2"));
        HttpRequest request = asked.getFirst();
        assertThat(request.method()).isEqualTo(HttpRequest.Method.GET);
        assertThat(request.uri()).isEqualTo(URI.create("https://vault:8200/v1/kv/data/trading/kraken"));
        assertThat(request.headers())
                .containsExactly(new Header("X-Vault-Request", "true"), new Header("X-Vault-Token", "root-token"));
    }

    @Test
    void a_namespace_is_sent() {
        vault(200, ANSWER, Optional.of("desk")).read("kv/a#key");

        assertThat(asked.getFirst().headers()).contains(new Header("X-Vault-Namespace", "desk"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {} | must be allowed to the token, is not",
                "404 | {} | must exist, does not",
                "503 | {} | cannot be read: the vault answered with status 503",
                "200 | {} | must have the field as a text that is not empty",
                "200 | {\"data\":{\"data\":{\"other\":\"x\"}}} | must have the field as a text that is not empty",
                "200 | {\"data\":{\"data\":{\"key\":5}}} | must have the field as a text that is not empty",
                "200 | {\"data\":{\"data\":{\"key\":\"\"}}} | must have the field as a text that is not empty",
                "200 | hunter2 | must be answered in JSON, is not",
            })
    void what_cannot_be_read_is_told(int status, String body, String message) {
        assertThatThrownBy(() -> vault(status, body, Optional.empty()).read("kv/a#key"))
                .isInstanceOf(SecretException.class)
                .hasMessage("vault secret kv/a#key " + message)
                .hasNoCause();
    }

    @Test
    void a_vault_that_does_not_answer_is_told() {
        VaultSecrets vault = new VaultSecrets(
                _ -> {
                    throw new HttpException(Category.NOT_SENT, "GET https://vault:8200 got no answer");
                },
                ADDRESS,
                Secret.of("t"),
                Optional.empty());

        assertThatThrownBy(() -> vault.read("kv/a#key"))
                .hasMessage("vault secret kv/a#key cannot be read: GET https://vault:8200 got no answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kv", "kv/a", "kv/a#", "kv#a", "/a#b", "kv/../sys#b", "kv/a b#c", "kv/a?x#c", "kv/a#b#c"})
    void a_name_that_is_none_is_refused_and_not_asked_for(String name) {
        assertThatThrownBy(() -> vault(200, ANSWER, Optional.empty()).read(name))
                .isInstanceOf(SecretException.class)
                .hasMessageStartingWith("vault secret must be mount/path#field, was ");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_token_is_not_sent_in_the_open() {
        for (String address : List.of("http://vault:8200", "ftp://vault", "vault")) {
            assertThatThrownBy(() -> new VaultSecrets(
                            _ -> new HttpResponse(200, List.of(), new byte[0]),
                            URI.create(address),
                            Secret.of("t"),
                            Optional.empty()))
                    .hasMessage("address must be https, or http on this machine, was " + address);
        }
        new VaultSecrets(
                _ -> new HttpResponse(200, List.of(), new byte[0]),
                URI.create("http://127.0.0.1:8200"),
                Secret.of("t"),
                Optional.empty());
    }
}
