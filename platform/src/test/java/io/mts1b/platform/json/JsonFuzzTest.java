package io.mts1b.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.testkit.ForAll;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes in, the answer is a value or a {@link JsonException}, and it comes soon. */
@Timeout(120)
class JsonFuzzTest {

    private static final String TOKENS = "{}[]:,\"\\ue0019.-+eE truefalsnN'/*\u0000\t\n";
    private static final List<Object> SAMPLES = Samples.all();

    @Test
    void random_bytes_give_a_value_or_a_json_exception() {
        ForAll.cases(20_000, random -> {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            readAs(bytes, anySample(random));
        });
    }

    @Test
    void random_tokens_give_a_value_or_a_json_exception() {
        ForAll.cases(50_000, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(TOKENS.charAt(random.nextInt(TOKENS.length())));
            }
            readAs(text.toString().getBytes(StandardCharsets.UTF_8), anySample(random));
        });
    }

    @Test
    void mutated_documents_give_a_value_or_a_json_exception() {
        ForAll.cases(50_000, random -> {
            Object sample = anySample(random);
            readAs(mutated(Json.bytes(sample), random), sample);
        });
    }

    private static Object anySample(RandomGenerator random) {
        return SAMPLES.get(random.nextInt(SAMPLES.size()));
    }

    private static byte[] mutated(byte[] json, RandomGenerator random) {
        byte[] bytes = json.clone();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) TOKENS.charAt(random.nextInt(TOKENS.length()));
                default -> System.arraycopy(json, random.nextInt(at + 1), bytes, at, Math.min(6, json.length - at));
            }
        }
        return bytes;
    }

    /** What is read must be as good as what was written. */
    private static void readAs(byte[] bytes, Object sample) {
        try {
            Object value = read(bytes, sample);
            assertThat(read(Json.bytes(value), sample)).isEqualTo(value);
        } catch (JsonException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000);
        }
    }

    private static Object read(byte[] bytes, Object sample) {
        return switch (sample) {
            case Event<?> _ -> Json.readEvent(bytes, Fill.class);
            case Enum<?> constant -> Json.read(bytes, constant.getDeclaringClass());
            default -> Json.read(bytes, sample.getClass());
        };
    }

    @Test
    void deep_nesting_is_refused_whatever_the_type() {
        for (String open : List.of("[", "{\"a\":", "{\"type\":{\"type\":")) {
            String json = open.repeat(1_000_000);
            for (Class<?> type : List.of(String.class, Order.class, OrderType.class, UniversePanel.class)) {
                assertThatThrownBy(() -> Json.read(json, type)).isInstanceOf(JsonException.class);
            }
        }
        String nested = "{\"limit\":" + "[".repeat(1_000_000);
        assertThatThrownBy(() -> Json.read(nested, OrderType.class))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void long_texts_names_numbers_and_documents_are_refused() {
        String long5M = "9".repeat(5 << 20);

        assertRefused("\"" + long5M + "\"", String.class);
        assertRefused("{\"" + long5M + "\":1}", Order.class);
        assertRefused(long5M, long.class);
        assertRefused("0." + long5M, double.class);
        assertRefused("1e" + long5M, double.class);
        assertRefused("\"" + "9".repeat(100_000) + "\"", Price.class);
        assertRefused("\"1e999999999\"", Price.class);
        assertRefused(" ".repeat((64 << 20) + 1), Order.class);
        assertThatThrownBy(() -> Json.read(new byte[(64 << 20) + 1], Order.class))
                .isInstanceOf(JsonException.class)
                .hasMessage("document must be at most 67108864 long, was 67108865");
    }

    @Test
    void many_names_with_one_hash_do_not_slow_it_down() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 1 << 16; i++) {
            // "Aa" and "BB" have the same hash, so do all these.
            for (int bit = 0; bit < 16; bit++) {
                json.append(bit == 0 ? "\"" : "").append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            json.append("\":\"1\",");
        }
        assertRefused(json.append("\"z\":1}").toString(), MarketSnapshot.class);
        assertRefused("{\"type\":\"limit\"," + json.substring(1), OrderType.class);
        assertRefused(json.toString(), OrderType.class);
    }

    private static void assertRefused(String json, Class<?> type) {
        assertThatThrownBy(() -> Json.read(json, type))
                .isInstanceOfSatisfying(
                        JsonException.class, e -> assertThat(e.getMessage()).hasSizeLessThan(2_000));
    }
}
