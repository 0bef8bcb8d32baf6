package io.mts1b.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.RiskEnvelope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of things, and the convenience around it. */
class JsonTest {

    record Wish(String instrument, long quantity, @Nullable Price limitPrice) {}

    record Wishes(String desk, List<Wish> orders, Map<String, Double> weights) {}

    private static final Wishes WISHES =
            new Wishes("a", List.of(new Wish("AAPL", 5, null), new Wish("MSFT", 1, Price.parse("1.50"))), weights());

    private static final String WISHES_JSON = "{\"desk\":\"a\",\"orders\":[{\"instrument\":\"AAPL\",\"quantity\":5},"
            + "{\"instrument\":\"MSFT\",\"quantity\":1,\"limit_price\":\"1.5\"}],"
            + "\"weights\":{\"a\":0.1,\"z\":1.0E-5}}";

    private static Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("z", 0.00001);
        weights.put("a", 0.1);
        return weights;
    }

    @TempDir
    private Path temp;

    @Test
    void what_is_absent_is_left_out_or_null_where_a_shape_is_promised() {
        Wish wish = new Wish("AAPL.XNAS", 3, null);

        assertThat(Json.write(wish)).isEqualTo("{\"instrument\":\"AAPL.XNAS\",\"quantity\":3}");
        assertThat(Json.writeWhole(List.of(wish)))
                .isEqualTo("[{\"instrument\":\"AAPL.XNAS\",\"quantity\":3,\"limit_price\":null}]");
    }

    @Test
    void records_of_any_artifact_follow_the_same_rules() {
        assertThat(Json.write(WISHES)).isEqualTo(WISHES_JSON);
        assertThat(Json.read(WISHES_JSON, Wishes.class)).isEqualTo(WISHES);
    }

    @Test
    void an_order_is_readable_by_people() {
        assertThat(Json.writePretty(Samples.order())).isEqualTo("""
                        {
                          "order_id": "o-1",
                          "idempotency_key": "key-1",
                          "fund": "alpha",
                          "strategy": "momentum-12-1",
                          "instrument": "AAPL.XNAS",
                          "side": "buy",
                          "quantity": "100",
                          "type": {
                            "type": "limit",
                            "limit": "101.25"
                          },
                          "time_in_force": "day",
                          "broker": "paper",
                          "actor": "momentum",
                          "thesis": "",
                          "links": [
                            {
                              "type": "child_of",
                              "other": "o-0"
                            }
                          ],
                          "created_at": "2024-07-03T13:30:00.123456789Z"
                        }""");
    }

    @Test
    void names_may_stand_in_any_order() {
        assertThat(Json.read("{\"other\":{\"limit\":\"1\",\"type\":\"limit\"},\"at\":7}", Reordered.class))
                .isEqualTo(new Reordered(7, new OrderType.Limit(Price.parse("1"))));
    }

    record Reordered(int at, OrderType other) {}

    record Tree(String name, List<Tree> branches) {}

    @Test
    void a_type_may_contain_itself_as_deep_as_may_be_read_again() {
        Tree tree = new Tree("leaf", List.of());
        for (int depth = 2; depth <= 32; depth++) {
            tree = new Tree("branch", List.of(tree, tree).subList(0, 1 + depth % 2));
        }
        assertThat(Json.read(Json.write(tree), Tree.class)).isEqualTo(tree);

        Tree tooDeep = new Tree("root", List.of(tree));
        assertThatThrownBy(() -> Json.write(tooDeep))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("cannot be written: Document nesting depth (65) exceeds the maximum allowed (64");
    }

    @Test
    void null_and_absent_are_the_same_where_null_is_allowed() {
        Wish wish = new Wish("AAPL", 5, null);

        assertThat(Json.read("{\"instrument\":\"AAPL\",\"quantity\":5}", Wish.class))
                .isEqualTo(wish);
        assertThat(Json.read("{\"instrument\":\"AAPL\",\"quantity\":5,\"limit_price\":null}", Wish.class))
                .isEqualTo(wish);
    }

    @Test
    void doubles_have_the_fewest_digits_that_give_them_back() {
        assertThat(Json.write(List.of(0.1, 1.0 / 3, 100.0, 1e23, -0.0, Double.MIN_VALUE)))
                .isEqualTo("[0.1,0.3333333333333333,100.0,1.0E23,-0.0,4.9E-324]");
    }

    @Test
    void lists_and_single_values_are_documents_too() {
        assertThat(Json.readList("[\"1.5\", \"2\"]", Price.class))
                .containsExactly(Price.parse("1.5"), Price.parse("2"));
        assertThat(Json.write(List.of(Price.parse("1.5"), Samples.LIMIT)))
                .isEqualTo("[\"1.5\",{\"type\":\"limit\",\"limit\":\"101.25\"}]");
        assertThat(Json.read("7", int.class)).isEqualTo(7);
    }

    @Test
    void a_file_is_named_in_every_complaint() throws Exception {
        Path file = temp.resolve("wishes.json");
        Files.writeString(file, WISHES_JSON);
        assertThat(Json.read(file, Wishes.class)).isEqualTo(WISHES);

        Files.writeString(file, "{\n  \"desk\": 7\n}");
        assertThatThrownBy(() -> Json.read(file, Wishes.class)).isInstanceOfSatisfying(JsonException.class, e -> {
            assertThat(e).hasMessage(file + ":2:11: desk must be text, was number 7");
            assertThat(e.path()).isEqualTo("desk");
            assertThat(e.file()).contains(file.toString());
            assertThat(e.line()).hasValue(2);
            assertThat(e.column()).hasValue(11);
        });
        assertThatThrownBy(() -> Json.read(temp.resolve("nowhere.json"), Wishes.class))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("nowhere.json: document cannot be read");
    }

    @Test
    void a_value_without_a_form_is_a_mistake_in_the_program() {
        assertThatThrownBy(() -> Json.write(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a java.lang.Object has no JSON form");
        assertThatThrownBy(() -> Json.write(new Odd(Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Odd has no JSON form, because of part: a java.util.Optional has no JSON form");
        assertThatThrownBy(() -> Json.read("{}", Event.class)).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.read("{}", ApprovedOrder.class)).isInstanceOf(IllegalArgumentException.class);
    }

    record Odd(Optional<String> part) {}

    @Test
    void what_cannot_be_read_back_is_not_written() {
        assertThatThrownBy(() -> Json.write(new Wishes("a", List.of(), Map.of("x.y", Double.NaN))))
                .isInstanceOf(JsonException.class)
                .hasMessage("weights['x.y'] must be finite, was NaN");
        assertThatThrownBy(() -> Json.write(new Wish("\uD83D", 1, null)))
                .isInstanceOf(JsonException.class)
                .hasMessage("instrument must be well-formed Unicode, was '\\ud83d'");
    }

    @Test
    void a_component_that_is_null_by_mistake_is_not_written() {
        assertThatThrownBy(() -> Json.write(new Wishes("a", nothing(), Map.of())))
                .isInstanceOf(JsonException.class)
                .hasMessage("orders is required, was null");
    }

    /** What unchecked code does to a record without a check of its own. */
    @SuppressWarnings("NullAway")
    private static List<Wish> nothing() {
        return null;
    }

    @Test
    void the_defaults_of_an_envelope_survive() {
        RiskEnvelope envelope = Samples.all().stream()
                .filter(RiskEnvelope.class::isInstance)
                .map(RiskEnvelope.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(Json.write(envelope))
                .contains("\"allowed_order_types\":[\"market\",\"limit\"]", "\"cro_veto_timeout\":\"PT1.5S\"")
                .doesNotContain("max_position_value");
        assertThat(Json.read(Json.write(envelope), RiskEnvelope.class)).isEqualTo(envelope);
    }

    @Test
    void types_of_the_house_refuse_by_their_own_rules() {
        assertThatThrownBy(() -> Json.read(
                        "{\"instrument\":\"AAPL.XNAS\",\"bid\":\"2\",\"ask\":\"1\",\"bid_size\":\"1\",\"ask_size\":\"1\","
                                + "\"at\":\"2024-07-03T13:30:00Z\"}",
                        Quote.class))
                .isInstanceOf(JsonException.class)
                .hasMessage("line 1, column 1: document is refused: ask must not be below bid 2, was 1")
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.read(Json.write(Samples.order()).replace("\"100\"", "\"0\""), Order.class))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("quantity must be positive, was 0");
    }
}
