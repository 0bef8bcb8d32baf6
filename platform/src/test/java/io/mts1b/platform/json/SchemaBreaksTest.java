package io.mts1b.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Price;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader can make of what another version writes. */
class SchemaBreaksTest {

    enum Colour {
        RED,
        GREEN
    }

    enum Shade {
        RED,
        GREEN,
        BLUE
    }

    sealed interface Shape {
        record Circle(double radius) implements Shape {}

        record Square(double side) implements Shape {}
    }

    sealed interface Form {
        record Circle(double radius) implements Form {}
    }

    record Base(int count, String name) {}

    record More(int count, String name, Instant at) {}

    record Less(int count) {}

    record MayLack(int count, @Nullable String name) {}

    record Longer(long count, String name) {}

    record Elsewhere(List<Base> bases, SortedMap<FundId, Base> byFund) {}

    record ElsewhereLess(List<Less> bases, SortedMap<FundId, Less> byFund) {}

    record Red(Colour colour) {}

    record Blue(Shade colour) {}

    record WithShape(Shape shape) {}

    record WithForm(Form shape) {}

    record WithCircle(Form.Circle shape) {}

    record Priced(Price price) {}

    record Named(String price) {}

    record Exact(int value) {}

    record Rough(double value) {}

    record Tree(String name, List<Tree> branches) {}

    record BigTree(
            String name, List<BigTree> branches, @Nullable String colour) {}

    record Lists(List<String> names) {}

    private static List<String> breaks(Class<?> written, Class<?> read) {
        return JsonSchemas.breaks(JsonSchemas.of(written), JsonSchemas.of(read));
    }

    @Test
    void whatever_is_more_is_no_break() {
        assertThat(breaks(More.class, Base.class)).isEmpty();
        assertThat(breaks(Base.class, MayLack.class)).isEmpty();
        assertThat(breaks(Elsewhere.class, ElsewhereLess.class)).isEmpty();
        assertThat(breaks(Red.class, Blue.class)).isEmpty();
        assertThat(breaks(WithForm.class, WithShape.class)).isEmpty();
        assertThat(breaks(Priced.class, Named.class)).isEmpty();
        assertThat(breaks(Exact.class, Rough.class)).isEmpty();
        assertThat(breaks(BigTree.class, Tree.class)).isEmpty();
        assertThat(breaks(Tree.class, BigTree.class)).isEmpty();
    }

    @Test
    void whatever_the_reader_needs_and_does_not_get_is() {
        assertThat(breaks(Base.class, More.class)).containsExactly("payload.at is gone, and is required");
        assertThat(breaks(MayLack.class, Base.class)).containsExactly("payload.name may be missing, and is required");
        assertThat(breaks(ElsewhereLess.class, Elsewhere.class))
                .containsExactlyInAnyOrder("payload.bases[].name is gone, and is required");
    }

    @Test
    void whatever_the_reader_does_not_know_is() {
        assertThat(breaks(Longer.class, Base.class)).singleElement().asString().contains("payload.count is at most");
        assertThat(breaks(Blue.class, Red.class))
                .containsExactly("payload.colour is one of [red, green, blue], and must be one of [red, green]");
        assertThat(breaks(WithShape.class, WithForm.class))
                .containsExactly("payload.shape may be 'square', and must be one of [circle]");
        assertThat(breaks(WithShape.class, WithCircle.class))
                .containsExactly("payload.shape is one of several records, and must be one record");
        assertThat(breaks(Named.class, Priced.class)).singleElement().asString().contains("payload.price has pattern");
        assertThat(breaks(Rough.class, Exact.class))
                .containsExactly("payload.value is of type number, and must be integer");
        assertThat(breaks(Lists.class, Base.class)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("io.mts1b.platform.json.JsonSchemas#names")
    void nothing_breaks_with_itself(String name) {
        assertThat(JsonSchemas.breaks(JsonSchemas.of(name), JsonSchemas.of(name)))
                .isEmpty();
    }

    @Test
    void a_schema_must_be_json() {
        assertThatThrownBy(() -> JsonSchemas.breaks("{", "{}")).isInstanceOf(JsonException.class);
    }

    @Test
    void what_is_no_break_can_be_read() {
        byte[] newer = Json.bytes(new Event<>(
                new EventId("e"),
                Subject.parse("mts.v1.oms.trees.grown"),
                Instant.EPOCH,
                new BigTree("oak", List.of(new BigTree("twig", List.of(), "green")), "brown")));

        assertThat(Json.readNewerEvent(newer, Tree.class).payload())
                .isEqualTo(new Tree("oak", List.of(new Tree("twig", List.of()))));
        assertThatThrownBy(() -> Json.readEvent(newer, Tree.class)).isInstanceOf(JsonException.class);
        byte[] more = "{\"count\":1,\"x\":{\"y\":[1,{}]},\"name\":\"n\",\"z\":null}".getBytes(StandardCharsets.UTF_8);
        assertThat(Json.readNewer(more, Base.class)).isEqualTo(new Base(1, "n"));
        assertThatThrownBy(() -> Json.readNewer("{\"x\":1}".getBytes(StandardCharsets.UTF_8), Base.class))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("count is required");
    }
}
