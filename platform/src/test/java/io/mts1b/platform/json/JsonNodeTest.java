package io.mts1b.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Decimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNodeTest {

    private static JsonNode read(String text) {
        return JsonNode.read(text.getBytes(StandardCharsets.UTF_8), 1_000);
    }

    @Test
    void keeps_the_digits_of_numbers() {
        JsonNode node = read("{\"a\":0.12345678901234567891,\"b\":\"26500.10\",\"c\":[9007199254740993,-1]}");

        assertThatThrownBy(() -> node.get("a").decimal()).isInstanceOf(JsonException.class);
        assertThat(node.get("b").decimal()).isEqualTo(Decimal.parse("26500.1"));
        assertThat(node.get("c").elements().getFirst().whole()).isEqualTo(9007199254740993L);
        assertThat(node.get("c").elements().getLast().decimal()).isEqualTo(Decimal.of(-1));
        assertThat(read("0.30000000000000004").decimal()).isEqualTo(Decimal.parse("0.30000000000000004"));
    }

    @Test
    void tells_absence_and_null_alike_and_flags_and_text_apart() {
        JsonNode node = read("{\"a\":null,\"b\":true,\"c\":\"x\"}");

        assertThat(node.find("a")).isEmpty();
        assertThat(node.find("z")).isEmpty();
        assertThat(node.members().keySet()).containsExactly("b", "c");
        assertThat(node.get("b").flag()).isTrue();
        assertThat(node.get("c").<Integer>text(String::length)).isEqualTo(1);
        assertThatThrownBy(() -> node.get("b").text()).hasMessage("b must be text, was true");
        assertThatThrownBy(() -> node.get("c").flag()).hasMessage("c must be true or false, was text 'x'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2} | line 1, column 8: a is there twice",
                "{\"a\":1} x | Unrecognized token",
                "[1] [2] | must end here, but goes on with an array",
                "{\"a\": | is not JSON",
                "[NaN] | is not JSON",
                "'' | must be a value, was the end"
            })
    void refuses_what_is_no_document(String text, String reason) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonException.class).hasMessageContaining(reason);
    }

    @Test
    void says_where_something_is_missing() {
        JsonNode node = read("{\"orders\":[{\"O-1\":{}}],\"n\":1.5}");

        assertThatThrownBy(() ->
                        node.get("orders").elements().getFirst().get("O-1").get("vol"))
                .hasMessage("orders[0]['O-1'].vol is required");
        assertThatThrownBy(() -> node.get("n").whole())
                .hasMessage("n must be a whole number of 64 bits, was number 1.5");
        assertThatThrownBy(() -> node.get("n").elements()).hasMessage("n must be an array, was number 1.5");
        assertThatThrownBy(() -> node.get("n").get("x")).hasMessage("n must be an object, was number 1.5");
    }

    @Test
    void refuses_what_is_too_long_too_deep_or_no_utf8() {
        assertThatThrownBy(() -> JsonNode.read(new byte[1_001], 1_000))
                .hasMessage("document must be at most 1000 long, was 1001");
        assertThatThrownBy(() -> read("[".repeat(70))).hasMessageContaining("is too large");
        assertThatThrownBy(() -> JsonNode.read(new byte[] {'"', (byte) 0xc3, '"'}, 10))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("must be UTF-8");
        assertThatThrownBy(() -> read("\"\\ud800\"")).hasMessageContaining("must be well-formed Unicode");
    }
}
