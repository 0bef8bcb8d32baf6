package io.mts1b.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {

    private static final Secret SECRET = Secret.of("hünter2");

    /** A secret among other things. */
    private record Login(String user, Secret password) {}

    @Test
    void prints_nothing_of_itself() {
        assertThat(SECRET).hasToString("[REDACTED]");
        assertThat(new Login("bob", SECRET)).hasToString("Login[user=bob, password=[REDACTED]]");
        assertThat(List.of(SECRET)).hasToString("[[REDACTED]]");
    }

    @Test
    void tells_who_asks_for_it() {
        assertThat(SECRET.reveal()).isEqualTo("hünter2");
        assertThat(SECRET.revealBytes()).containsExactly('h', 0xc3, 0xbc, 'n', 't', 'e', 'r', '2');
    }

    @Test
    void is_equal_by_its_text_and_its_hash_tells_nothing() {
        assertThat(SECRET)
                .isEqualTo(Secret.of("hünter2"))
                .isNotEqualTo(Secret.of("hünter3"))
                .isNotEqualTo(Secret.of("hünter22"))
                .isNotEqualTo("hünter2");
        assertThat(SECRET.hashCode()).isEqualTo(Secret.of("other").hashCode());
    }

    @Test
    void empty_is_refused() {
        assertThatThrownBy(() -> Secret.of(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("secret must not be empty");
    }

    @Test
    void the_environment_is_a_source() {
        EnvironmentSecrets source = new EnvironmentSecrets(Map.of("KEY", "value", "EMPTY", ""));

        assertThat(source.read("KEY")).isEqualTo(Secret.of("value"));
        assertThatThrownBy(() -> source.read("NONE"))
                .isInstanceOf(SecretException.class)
                .hasMessage("environment variable NONE must hold a secret, is not set or empty");
        assertThatThrownBy(() -> source.read("EMPTY")).isInstanceOf(SecretException.class);
    }

    @Test
    void a_reference_names_source_and_secret() {
        SecretReferences references =
                new SecretReferences(Map.of("env", new EnvironmentSecrets(Map.of("A:B", "value"))));

        assertThat(references.resolve("env:A:B")).isEqualTo(Secret.of("value"));
        assertThat(references.isReference("env:A")).isTrue();
        assertThat(references.isReference("env:")).isFalse();
        assertThat(references.isReference("file:A")).isFalse();
        assertThat(references.isReference("env")).isFalse();
    }

    @Test
    void what_is_no_reference_may_be_the_secret_and_is_not_shown() {
        SecretReferences references = new SecretReferences(Map.of("file", _ -> SECRET, "env", _ -> SECRET));

        assertThatThrownBy(() -> references.resolve("hunter2"))
                .isInstanceOf(SecretException.class)
                .hasMessage("secret must be a reference that begins with one of env:, file: and goes on,"
                        + " was a text of 7 characters");
        assertThatThrownBy(() -> references.resolve("correct-horse:battery"))
                .hasMessageEndingWith("was '…:'")
                .hasMessageNotContaining("horse");
        assertThatThrownBy(() -> references.resolve("vault:x")).hasMessageEndingWith("was 'vault:'");
        assertThatThrownBy(() -> references.resolve("env:")).hasMessageEndingWith("was 'env:'");
    }
}
