package io.mts1b.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.symbology.InstrumentId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRoundTripTest {

    static List<Object> samples() {
        return Samples.all();
    }

    @Test
    void every_public_type_of_foundation_has_a_sample() {
        List<Class<?>> types = FoundationClasses.all();
        assertThat(types).hasSizeGreaterThan(100);

        List<Class<?>> missing = new ArrayList<>(types);
        missing.remove(UniversePanel.class);
        missing.removeIf(type -> samples().stream().anyMatch(type::isInstance));

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_written_is_read_back(Object sample) {
        for (Class<?> type : typesOf(sample)) {
            assertThat(read(Json.write(sample), type)).isEqualTo(sample);
            assertThat(read(Json.writePretty(sample), type)).isEqualTo(sample);
        }
        assertThat(Json.bytes(sample)).isEqualTo(Json.write(sample).getBytes(StandardCharsets.UTF_8));
    }

    /** Its own class, and every sealed family it belongs to. */
    private static List<Class<?>> typesOf(Object sample) {
        List<Class<?>> types = new ArrayList<>();
        types.add(sample instanceof Enum<?> constant ? constant.getDeclaringClass() : sample.getClass());
        for (Class<?> parent : sample.getClass().getInterfaces()) {
            if (parent.isSealed()) {
                types.add(parent);
            }
        }
        return types;
    }

    private static Object read(String json, Class<?> type) {
        return type == Event.class
                ? Json.readEvent(json.getBytes(StandardCharsets.UTF_8), Fill.class)
                : Json.read(json, type);
    }

    @Test
    void a_panel_keeps_its_holes() {
        UniversePanel panel = UniversePanel.of(
                List.of(LocalDate.parse("2024-07-02"), LocalDate.parse("2024-07-03")),
                List.of(Samples.APPLE, InstrumentId.parse("BRK.B.XNYS")),
                Map.of(
                        PanelField.CLOSE, new double[][] {{1.5, Double.NaN}, {Double.NaN, 0.1}},
                        PanelField.VOLUME, new double[][] {{1e9, 0}, {3, 4}}));

        String json = Json.write(panel);

        assertThat(json)
                .isEqualTo("{\"dates\":[\"2024-07-02\",\"2024-07-03\"],\"instruments\":[\"AAPL.XNAS\",\"BRK.B.XNYS\"],"
                        + "\"columns\":{\"close\":[[1.5,null],[null,0.1]],\"volume\":[[1.0E9,0.0],[3.0,4.0]]}}");
        UniversePanel back = Json.read(json, UniversePanel.class);
        assertThat(Json.write(back)).isEqualTo(json);
        assertThat(back.at(PanelField.CLOSE, 1, 0)).isNaN();
        assertThat(back.has(PanelField.OPEN)).isFalse();
    }
}
