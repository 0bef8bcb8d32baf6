package io.mts1b.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way and its twin, the long way: the same bytes and the same values, or none. */
class CanonicalTest {

    /** One component of each kind. */
    record All(
            boolean flag,
            int small,
            long large,
            double real,
            String text,
            Instant at,
            @Nullable Integer maybe,
            List<@Nullable Double> column,
            Map<String, Long> counts,
            List<All> within) {}

    private static final String LETTERS = "abc \"\\/\u0001\t\n\u007f\u0080é\u2028ß\u4e2d";
    private static final String MARKS = "{}[]:,\"\\ 0019.-+eEtnfZT";
    private static final List<Object> SAMPLES = Samples.all();

    static List<Object> samples() {
        return SAMPLES;
    }

    private static Form form(Object value) {
        return switch (value) {
            case Event<?> _ -> Forms.event(Fill.class);
            case Enum<?> constant -> Forms.of(constant.getDeclaringClass());
            default -> Forms.of(value.getClass());
        };
    }

    private static @Nullable Object read(byte[] utf8, Object sample) {
        return Canonical.read(utf8, Codecs.of(form(sample)));
    }

    private static Object readTheLongWay(byte[] utf8, Form form) {
        return FormReader.read(new JsonText(null, new String(utf8, StandardCharsets.UTF_8)), form);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_type_of_foundation_is_written_the_short_way(Object sample) {
        byte[] bytes = FormWriter.bytes(sample, false);

        assertThat(Canonical.write(sample)).isEqualTo(bytes);
        assertThat(read(bytes, sample)).isIn(null, sample);
    }

    /** All but a text with a quote, one beyond ASCII, and a number of 19 digits. */
    @Test
    void every_type_of_foundation_is_read_the_short_way() {
        assertThat(SAMPLES)
                .filteredOn(sample -> read(FormWriter.bytes(sample, false), sample) == null)
                .hasSize(3);
    }

    @Test
    void what_the_short_way_writes_the_long_way_writes_too() {
        ForAll.cases(5_000, random -> {
            All value = all(random, 3);

            assertThat(Canonical.write(value)).isEqualTo(FormWriter.bytes(value, false));
        });
    }

    @Test
    void what_the_short_way_reads_the_long_way_reads_too() {
        ForAll.cases(50_000, random -> {
            Object sample = random.nextBoolean() ? all(random, 1) : SAMPLES.get(random.nextInt(SAMPLES.size()));
            byte[] bytes = mutated(FormWriter.bytes(sample, false), random);

            Object read = read(bytes, sample);
            if (read != null) {
                assertThat(read).isEqualTo(readTheLongWay(bytes, form(sample)));
            }
        });
    }

    private static byte[] mutated(byte[] json, RandomGenerator random) {
        byte[] bytes = json.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
            case 1 -> bytes[at] = (byte) ('0' + random.nextInt(10));
            case 2 -> System.arraycopy(json, random.nextInt(at + 1), bytes, at, Math.min(4, json.length - at));
            default -> {}
        }
        return bytes;
    }

    private static All all(RandomGenerator random, int depth) {
        Map<String, Long> counts = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            counts.put(text(random), ForAll.anyLong(random));
        }
        return new All(
                random.nextBoolean(),
                (int) ForAll.anyLong(random),
                ForAll.anyLong(random),
                real(random),
                text(random),
                Instant.ofEpochSecond(
                        random.nextInt(4) == 0
                                ? random.nextLong(-60_000_000_000L, 250_000_000_000L)
                                : random.nextLong(4_000_000_000L),
                        random.nextInt(1_000)
                                * List.of(0L, 1L, 1_000L, 1_000_000L).get(random.nextInt(4))),
                random.nextBoolean() ? null : random.nextInt(),
                random.nextBoolean() ? List.of() : Arrays.asList(real(random), null),
                counts,
                depth == 0 || random.nextBoolean() ? List.of() : List.of(all(random, depth - 1), all(random, 0)));
    }

    private static double real(RandomGenerator random) {
        double real =
                random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(-1_000, 1_000) / 8.0;
        return Double.isFinite(real) ? real : -0.0;
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(random.nextBoolean() ? 3 : LETTERS.length())));
        }
        return text.toString();
    }

    /** What the long way takes although we do not write it, and what nobody takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\": 1,\"text\":\"a\"}",
                "{\"text\":\"a\",\"number\":1}",
                "{\"number\":1,\"text\":\"\\u0061\"}",
                "{\"number\":1,\"text\":\"é\"}",
                "{\"number\":01,\"text\":\"a\"}",
                "{\"number\":-0,\"text\":\"a\"}",
                "{\"number\":1000000000000000000,\"text\":\"a\"}",
                "{\"number\":1,\"text\":\"a\",\"colour\":\"red\"}",
                "{\"number\":1,\"number\":1,\"text\":\"a\"}",
                "{\"number\":1,\"text\":\"a\"} ",
                "{\"number\":1,\"text\":\"a\"",
                "{\"number\":1,\"text\":\"a}",
                "{\"number\":1}",
                "{\"number\":,\"text\":\"a\"}",
                "{\"number\":null,\"text\":\"a\"}",
                "{,\"number\":1,\"text\":\"a\"}",
                ""
            })
    void anything_else_goes_the_long_way(String json) {
        assertThat(Canonical.read(json.getBytes(StandardCharsets.UTF_8), Codecs.of(Line.class)))
                .isNull();
    }

    record Line(long number, String text) {}

    @Test
    void instants_of_the_far_future_go_the_long_way() {
        assertThat(Canonical.write(Instant.parse("+10000-01-01T00:00:00Z"))).isNull();
        assertThat(Canonical.write(Instant.parse("9999-12-31T23:59:59.999Z"))).isNotNull();
    }

    @Test
    void a_value_nobody_can_write_goes_the_long_way_which_says_why() {
        assertThat(Canonical.write(List.of(Double.NaN))).isNull();
        assertThat(Canonical.write("\ud800")).isNull();
        assertThat(Canonical.write(new Object())).isNull();
    }

    /** What a component holds is found by the class of each event, and not by that of the first. */
    @Test
    void an_event_is_written_by_what_it_carries() {
        Event<Object> line = new Event<>(
                new EventId("e-1"), Subject.parse("mts.v1.oms.lines.written"), Samples.AT, new Line(1, "a"));
        Event<Object> text = new Event<>(line.eventId(), line.subject(), line.at(), "a");

        for (Event<Object> event : List.of(line, text, line)) {
            assertThat(Canonical.write(event)).isEqualTo(FormWriter.bytes(event, false));
        }
    }

    /** As the types of a plugin are. */
    @Test
    void a_type_of_another_class_loader_goes_the_short_way_too() throws Exception {
        byte[] json = "{\"number\":1,\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8);
        Class<?> line = new Loader().loadClass(Line.class.getName());
        assertThat(line).isNotEqualTo(Line.class);

        Object read = Objects.requireNonNull(Canonical.read(json, Codecs.of(line)));

        assertThat(read).isInstanceOf(line);
        assertThat(Canonical.write(read)).isEqualTo(json);
    }

    /** Loads one class again. */
    private static final class Loader extends ClassLoader {

        Loader() {
            super(CanonicalTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Line.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
