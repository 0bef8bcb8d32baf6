package io.mts1b.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.TextValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Declarations that have no form, and how names are made. */
class FormsTest {

    record Mute(String value) implements TextValue {
        @Override
        public String toString() {
            return value;
        }
    }

    record Keyed(Map<List<String>, String> map) {}

    record Loose(Optional<String> part) {}

    record Twice(int fooBar, int fooBAR) {}

    record Holder(Family family) {}

    sealed interface Family {
        enum Odd implements Family {
            ONE
        }
    }

    record Namesakes(Clash clash) {}

    sealed interface Clash {
        record First() implements Clash {}

        sealed interface Inner extends Clash {
            record First() implements Inner {}
        }
    }

    record Ambiguous(Tagged tagged) {}

    sealed interface Tagged {
        record Parcel(String type) implements Tagged {}
    }

    static List<Arguments> withoutForm() {
        return List.of(
                Arguments.of(Mute.class, "a TextValue must have a static parse(String), " + Mute.class.getName()),
                Arguments.of(Keyed.class, "keys of a map must be comparable values"),
                Arguments.of(Loose.class, "because of part: a java.util.Optional has no JSON form"),
                Arguments.of(Twice.class, "two components of " + Twice.class.getName() + " are called foo_bar"),
                Arguments.of(Holder.class, "must be of records, " + Family.Odd.class.getTypeName() + " is none"),
                Arguments.of(Namesakes.class, "two records of one family are called first"),
                Arguments.of(Ambiguous.class, "is called type, which tells its family apart"));
    }

    @ParameterizedTest
    @MethodSource("withoutForm")
    void a_declaration_without_a_form_is_refused_with_a_reason(Class<?> type, String reason) {
        assertThatThrownBy(() -> JsonSchemas.of(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "quantity, quantity",
        "maxShortFee, max_short_fee",
        "FxPair, fx_pair",
        "HTTPServer, http_server",
        "fee1e9Wire, fee1e9_wire",
        "IdIndia, id_india"
    })
    void names_are_snake_case_in_every_language(String camel, String snake) {
        assertThat(Names.snake(camel)).isEqualTo(snake);
    }

    @Test
    void families_of_families_are_flat() {
        assertThat(Json.write(new Shape.Solid.Cube(2))).isEqualTo("{\"type\":\"cube\",\"edge\":2}");
        assertThat(Json.read("{\"edge\":2,\"type\":\"cube\"}", Shape.class)).isEqualTo(new Shape.Solid.Cube(2));
        assertThat(Json.read("{\"type\":\"dot\"}", Shape.class)).isEqualTo(new Shape.Dot());
    }

    sealed interface Shape {
        record Dot() implements Shape {}

        sealed interface Solid extends Shape {
            record Cube(int edge) implements Solid {}
        }
    }
}
