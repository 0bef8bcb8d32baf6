package io.mts1b.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that must be refused, and how it is told. */
class JsonStrictnessTest {

    record Leg(
            Side side,
            int count,
            long sequence,
            double weight,
            boolean live,
            Price limitPrice,
            OrderType type,
            Instant at,
            @Nullable Duration patience) {}

    record Ticket(List<Leg> legs, SortedMap<InstrumentId, Price> prices) {}

    private static final String LEG = """
            {"side":"buy","count":1,"sequence":2,"weight":0.5,"live":true,"limit_price":"1.5",\
            "type":{"type":"market"},"at":"2024-07-03T13:30:00Z"}""";

    private static String ticket(String leg) {
        return "{\n\"legs\":[" + LEG + ",\n" + leg + "],\n\"prices\":{\"AAPL.XNAS\":\"1\"}}";
    }

    @Test
    void the_ticket_itself_is_fine() {
        Leg leg = Json.read(LEG, Leg.class);

        assertThat(Json.read(ticket(LEG), Ticket.class))
                .isEqualTo(new Ticket(
                        List.of(leg, leg), new TreeMap<>(Map.of(InstrumentId.parse("AAPL.XNAS"), Price.parse("1")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "side":"buy"           | "side":"BUY"            | legs[1].side must be one of [buy, sell, short, cover], was text 'BUY'
            "side":"buy"           | "side":1                | legs[1].side must be text, was number 1
            "side":"buy"           | "side":null             | legs[1].side must be text, was null
            "count":1              | "count":1.0             | legs[1].count must be a whole number, was number 1.0
            "count":1              | "count":1e0             | legs[1].count must be a whole number, was number 1e0
            "count":1              | "count":"1"             | legs[1].count must be a whole number, was text '1'
            "count":1              | "count":true            | legs[1].count must be a whole number, was true
            "count":1              | "count":2147483648      | legs[1].count must fit in 32 bits, was number 2147483648
            "sequence":2           | "sequence":9223372036854775808 | legs[1].sequence must fit in 64 bits, was number 9223372036854775808
            "weight":0.5           | "weight":"0.5"          | legs[1].weight must be a number, was text '0.5'
            "weight":0.5           | "weight":1e999          | legs[1].weight must fit in a double, was number 1e999
            "live":true            | "live":1                | legs[1].live must be true or false, was number 1
            "live":true            | "live":"true"           | legs[1].live must be true or false, was text 'true'
            "limit_price":"1.5"    | "limit_price":1.5       | legs[1].limit_price must be text, was number 1.5
            "limit_price":"1.5"    | "limit_price":"x"       | legs[1].limit_price is refused: text must be a decimal number, was 'x'
            "limit_price":"1.5"    | "limit_price":["1.5"]   | legs[1].limit_price must be text, was an array
            "limit_price":"1.5"    | "limit_price":{}        | legs[1].limit_price must be text, was an object
            "limit_price":"1.5",   | ``                      | legs[1].limit_price is required
            "limit_price":"1.5"    | "limitPrice":"1.5"      | legs[1].limitPrice is not known, must be one of [side, count, sequence, weight, live, limit_price, type, at, patience]
            "limit_price":"1.5"    | "limit_price":"1.5","limit_price":"2" | legs[1].limit_price is there twice
            {"type":"market"}      | {"type":"iceberg"}      | legs[1].type.type must be one of [market, limit, stop, stop_limit, marketable_limit], was 'iceberg'
            {"type":"market"}      | {}                      | legs[1].type.type is required, as text, one of [market, limit, stop, stop_limit, marketable_limit]
            {"type":"market"}      | {"type":1}              | legs[1].type.type must be text, was number 1
            {"type":"market"}      | {"limit":"1","type":1}  | legs[1].type.type is required, as text, one of [market, limit, stop, stop_limit, marketable_limit]
            {"type":"market"}      | {"type":"market","type":"market"} | legs[1].type.type is there twice
            {"type":"market"}      | {"limit":"1","type":"limit","type":"limit"} | legs[1].type.type is there twice
            {"type":"market"}      | {"type":"limit"}        | legs[1].type.limit is required
            {"type":"market"}      | {"type":"market","limit":"1"} | legs[1].type.limit is not known, must be one of []
            {"type":"market"}      | "market"                | legs[1].type must be an object, was text 'market'
            "at":"2024-07-03T13:30:00Z" | "at":"2024-07-03"  | legs[1].at is refused: text must be ISO-8601 such as 2024-07-03T13:30:00Z, was '2024-07-03'
            "at":"2024-07-03T13:30:00Z" | "at":1720013400    | legs[1].at must be text, was number 1720013400
            "at":"2024-07-03T13:30:00Z" | "at":"2024-07-03T13:30:00Z","patience":5 | legs[1].patience must be text, was number 5
            """)
    void a_leg_is_refused_with_its_path_what_was_found_and_what_was_expected(
            String good, @Nullable String bad, String problem) {
        assertThat(LEG).contains(good);
        String json = ticket(LEG.replace(good, bad == null ? "" : bad));

        assertThatThrownBy(() -> Json.read(json, Ticket.class))
                .isInstanceOf(JsonException.class)
                .hasMessageMatching("line 3, column \\d+: .*")
                .hasMessageEndingWith(": " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"prices":{},"legs":[null]}    | line 1, column 22: legs[0] must be an object, was null
            {"prices":{},"legs":{}}        | line 1, column 21: legs must be an array, was an object
            {"prices":[],"legs":[]}        | line 1, column 11: prices must be an object, was an array
            {"prices":{"AAPL":"1"},"legs":[]} | line 1, column 12: prices.AAPL is refused: instrument must be a symbol, a point and a venue, was 'AAPL'
            {"prices":{"A.B":1},"legs":[]} | line 1, column 18: prices['A.B'] must be text, was number 1
            {"prices":{"A.B":"1","A.B":"2"},"legs":[]} | line 1, column 22: prices['A.B'] is there twice
            {"legs":[]}                    | line 1, column 1: prices is required
            []                             | line 1, column 1: document must be an object, was an array
            null                           | line 1, column 1: document must be an object, was null
            {"legs":[],"prices":{}} {}     | line 1, column 25: document must end here, but goes on with an object
            {"legs":[],"prices":{}} x      | line 1, column 25: document is not JSON: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            """)
    void a_document_is_refused_by_its_place(String json, String message) {
        assertThatThrownBy(() -> Json.read(json, Ticket.class))
                .isInstanceOf(JsonException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"legs\":",
                "{\"legs\":[}",
                "{'legs':[]}",
                "{legs:[]}",
                "{\"legs\":[],}",
                "{\"legs\":[,]}",
                "{\"legs\":[] \"prices\":{}}",
                "// no\n{}",
                "/* no */{}",
                "\uFEFF{}",
                "{\"legs\":[]}}",
                "{\"le\ngs\":[]}",
                "{\"legs\":\"\\x\"}",
                "{\"legs\":\"\\u12\"}",
                "{\"legs\":01}",
                "{\"legs\":+1}",
                "{\"legs\":.5}",
                "{\"legs\":5.}",
                "{\"legs\":NaN}",
                "{\"legs\":Infinity}",
                "{\"legs\":-Infinity}",
                "{\"legs\":0x10}",
                "{\"legs\":True}",
                "{\"legs\":nul}",
                "\u0000",
                "{\"legs\":[]\u0000"
            })
    void what_is_not_json_is_refused(String json) {
        assertThatThrownBy(() -> Json.read(json, Ticket.class))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("line ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "\"NaN\"", "null", "1e400", "-1e400"})
    void a_double_is_a_finite_number(String json) {
        assertThatThrownBy(() -> Json.read(json, double.class)).isInstanceOf(JsonException.class);
    }

    @Test
    void bytes_must_be_utf_8() {
        for (byte[] bytes : List.of(
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xFF, '"'},
                "\"grün\"".getBytes(StandardCharsets.ISO_8859_1),
                "\"a\"".getBytes(StandardCharsets.UTF_16))) {
            assertThatThrownBy(() -> Json.read(bytes, String.class))
                    .isInstanceOf(JsonException.class)
                    .hasMessage("document must be UTF-8, but is not");
        }
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThat(Json.read("\"\\ud83d\\udcc8\"", String.class)).isEqualTo("\uD83D\uDCC8");
        assertThatThrownBy(() -> Json.read("\"\\ud83d\"", String.class))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("must be well-formed Unicode, was text '\\ud83d'");
    }
}
