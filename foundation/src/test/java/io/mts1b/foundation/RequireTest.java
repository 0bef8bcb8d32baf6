package io.mts1b.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "a*", "a>", "é", "a\nb", "12345678901"})
    void refuses_what_is_no_token(String value) {
        assertThatThrownBy(() -> Require.token("fund", value, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fund must be 1 to 10 letters, digits, _ and -, was '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\u007f", "ü"})
    void refuses_what_is_not_visible(String value) {
        assertThatThrownBy(() -> Require.visible("orderId", value, 10))
                .hasMessageStartingWith("orderId must be 1 to 10 visible ASCII characters, was '");
    }

    @Test
    void gives_back_what_it_lets_pass() {
        assertThat(Require.token("fund", "paper-Fund_1", 64)).isEqualTo("paper-Fund_1");
        assertThat(Require.visible("key", "2024-01-02T03:04:05Z|x.y", 64)).isEqualTo("2024-01-02T03:04:05Z|x.y");
        assertThat(Require.note("notes", "two\nlines, Größe", 64)).isEqualTo("two\nlines, Größe");
    }

    @Test
    void shows_garbage_cut_and_escaped() {
        assertThatThrownBy(() -> Require.token("fund", "a\nb", 10)).hasMessageEndingWith("was 'a\\u000ab'");
        assertThatThrownBy(() -> Require.token("fund", "x".repeat(1_000), 10))
                .hasMessageEndingWith("was '" + "x".repeat(80) + "… (1000 characters)'");
    }

    @Test
    void refuses_notes_with_control_characters_or_beyond_their_length() {
        assertThatThrownBy(() -> Require.note("notes", "a\tb", 10))
                .hasMessage("notes must be without control characters, was 'a\\u0009b'");
        assertThatThrownBy(() -> Require.note("notes", "12345678901", 10))
                .hasMessage("notes must be at most 10 characters, was 11");
    }
}
