package io.mts1b.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mts1b.foundation.TextValue;
import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.testkit.ForAll;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

class JsonSchemasTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<Class<?>, Schema> SCHEMAS = new ConcurrentHashMap<>();

    static List<Object> samples() {
        return Samples.all();
    }

    @Test
    void every_type_of_foundation_has_a_schema_under_a_stable_name() {
        List<String> expected =
                FoundationClasses.all().stream().map(Names::of).sorted().toList();

        assertThat(JsonSchemas.names()).isEqualTo(expected).contains("foundation.orders.order_event.filled");
        for (Class<?> type : FoundationClasses.all()) {
            assertThat(JsonSchemas.of(Names.of(type))).isEqualTo(JsonSchemas.of(type));
        }
        assertThatThrownBy(() -> JsonSchemas.of("foundation.orders.orde"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("name must be one of [foundation.");
    }

    @Test
    void a_small_schema_reads_like_this() {
        assertThat(JsonSchemas.of(OrderType.Limit.class)).isEqualTo("""
                        {
                          "$schema": "https://json-schema.org/draft/2020-12/schema",
                          "$id": "urn:mts1b:foundation.orders.order_type.limit",
                          "$ref": "#/$defs/foundation.orders.order_type.limit",
                          "$defs": {
                            "foundation.numbers.price": {
                              "type": "string",
                              "pattern": "^-?(0|[1-9][0-9]{0,18})([.][0-9]{1,18})?$"
                            },
                            "foundation.orders.order_type.limit": {
                              "type": "object",
                              "properties": {
                                "type": {
                                  "const": "limit"
                                },
                                "limit": {
                                  "$ref": "#/$defs/foundation.numbers.price"
                                }
                              },
                              "required": [
                                "type",
                                "limit"
                              ],
                              "additionalProperties": false
                            }
                          }
                        }""");
    }

    @Test
    void every_text_value_has_a_pattern_or_lists_its_texts() {
        for (Class<?> type : FoundationClasses.all()) {
            if (TextValue.class.isAssignableFrom(type)) {
                assertThat(JsonSchemas.of(type)).containsAnyOf("\"pattern\"", "\"enum\"");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samples_are_valid(Object sample) {
        assertThat(errors(type(sample), Json.write(sample))).isEmpty();
        for (Class<?> parent : sample.getClass().getInterfaces()) {
            if (parent.isSealed()) {
                assertThat(errors(parent, Json.write(sample))).isEmpty();
            }
        }
    }

    /** What the schema lets pass after a change, the reader knows: the schema is no wider. */
    @Test
    void what_the_schema_passes_the_reader_knows() {
        List<Object> samples =
                samples().stream().filter(sample -> !(sample instanceof Event)).toList();
        ForAll.cases(3_000, random -> {
            Object sample = samples.get(random.nextInt(samples.size()));
            String json = Json.write(sample);
            int from = random.nextInt(json.length());
            int to = Math.min(json.length(), from + random.nextInt(9));
            String part = ForAll.oneOf(random, "", "x", "\"", "1", "null", "[]", "{}", "-");
            String mutant = json.substring(0, from) + part + json.substring(to);
            if (passes(type(sample), mutant)) {
                try {
                    Json.read(mutant, type(sample));
                } catch (JsonException e) {
                    // A schema cannot speak of rules between components, of names given twice, or of what follows.
                    assertThat(e.getMessage()).containsAnyOf("is refused:", "is there twice", "must end here");
                }
            }
        });
    }

    private static boolean passes(Class<?> type, String json) {
        try {
            return errors(type, json).isEmpty();
        } catch (JacksonException e) {
            // It is not JSON at all.
            return false;
        }
    }

    @Test
    void mutated_samples_are_not_valid() {
        String json = Json.write(Samples.order());

        for (List<String> change : List.of(
                List.of("\"100\"", "100"),
                List.of("\"100\"", "\"-100\""),
                List.of("\"100\"", "\"1e2\""),
                List.of("\"buy\"", "\"hold\""),
                List.of("\"limit\",", "\"iceberg\","),
                List.of("\"limit\":\"101.25\"", "\"stop\":\"101.25\""),
                List.of("\"fund\"", "\"fond\""),
                List.of("\"alpha\"", "\"al pha\""),
                List.of("\"AAPL.XNAS\"", "\"AAPL\""),
                List.of("\"thesis\":\"\",", ""),
                List.of("\"thesis\":\"\"", "\"thesis\":null"),
                List.of("[{", "[7,{"),
                List.of("2024-07-03T", "2024-13-03T"),
                List.of("2024-07-03T", "2024-07-03 "))) {
            assertThat(json).contains(change.getFirst());
            assertThat(errors(Samples.order().getClass(), json.replace(change.getFirst(), change.getLast())))
                    .as("%s", change)
                    .isNotEmpty();
        }
    }

    @Test
    void holes_of_a_panel_are_valid_and_infinity_is_not() {
        String json = "{\"dates\":[\"2024-07-03\"],\"instruments\":[\"A.B\"],\"columns\":{\"close\":[[null]]}}";

        assertThat(errors(UniversePanel.class, json)).isEmpty();
        assertThat(errors(UniversePanel.class, json.replace("null", "\"NaN\""))).isNotEmpty();
        assertThat(errors(UniversePanel.class, json.replace("close", "middle"))).isNotEmpty();
    }

    @Test
    void every_decimal_we_write_fits_the_pattern() {
        ForAll.cases(random -> {
            Decimal decimal = new Decimal(ForAll.anyLong(random), random.nextInt(Decimal.MAX_SCALE + 1));

            assertThat(errors(Decimal.class, Json.write(decimal))).isEmpty();
        });
    }

    private static Class<?> type(Object sample) {
        return sample instanceof Enum<?> constant ? constant.getDeclaringClass() : sample.getClass();
    }

    private static List<?> errors(Class<?> type, String json) {
        return SCHEMAS.computeIfAbsent(type, missing -> REGISTRY.getSchema(JsonSchemas.of(missing)))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
