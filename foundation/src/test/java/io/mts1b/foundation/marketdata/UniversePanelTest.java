package io.mts1b.foundation.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UniversePanelTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 8);
    private static final List<LocalDate> DAYS = List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
    private static final List<InstrumentId> ASSETS =
            List.of(InstrumentId.parse("A.XNYS"), InstrumentId.parse("B.XNYS"));

    @Test
    void holds_one_column_per_asset() {
        UniversePanel panel = panel(new double[][] {{1, 2, 3}, {Double.NaN, 5, 6}});

        assertThat(panel.at(PanelField.CLOSE, 2, 1)).isEqualTo(6);
        assertThat(panel.at(PanelField.CLOSE, 0, 1)).isNaN();
        assertThat(panel.column(PanelField.CLOSE, 0)).containsExactly(1, 2, 3);
        assertThat(panel.dates()).isEqualTo(DAYS);
        assertThat(panel.instruments()).isEqualTo(ASSETS);
        assertThat(panel.has(PanelField.CLOSE)).isTrue();
        assertThat(panel.has(PanelField.VOLUME)).isFalse();
    }

    @Test
    void cannot_be_changed_from_outside() {
        double[][] source = {{1, 2, 3}, {4, 5, 6}};
        UniversePanel panel = panel(source);

        source[0][0] = 99;
        panel.column(PanelField.CLOSE, 0)[1] = 99;

        assertThat(panel.column(PanelField.CLOSE, 0)).containsExactly(1, 2, 3);
    }

    @Test
    void forgets_the_future() {
        UniversePanel head = panel(new double[][] {{1, 2, 3}, {4, 5, 6}}).head(2);

        assertThat(head.dates()).isEqualTo(DAYS.subList(0, 2));
        assertThat(head.column(PanelField.CLOSE, 1)).containsExactly(4, 5);
    }

    @Test
    void refuses_what_is_not_a_panel() {
        double[][] good = {{1, 2, 3}, {4, 5, 6}};
        Map<PanelField, double[][]> close = Map.of(PanelField.CLOSE, good);

        assertThatThrownBy(() -> UniversePanel.of(List.of(MONDAY, MONDAY), ASSETS, close))
                .hasMessage("dates must rise, was 2024-01-08 then 2024-01-08");
        assertThatThrownBy(() -> UniversePanel.of(DAYS, List.of(ASSETS.get(0), ASSETS.get(0)), close))
                .hasMessageStartingWith("instruments must be distinct");
        assertThatThrownBy(() -> UniversePanel.of(DAYS, ASSETS, Map.of(PanelField.OPEN, good)))
                .hasMessage("columns must hold CLOSE, was [OPEN]");
        assertThatThrownBy(() -> panel(new double[][] {{1, 2, 3}})).hasMessage("CLOSE must have 2 columns, had 1");
        assertThatThrownBy(() -> panel(new double[][] {{1, 2, 3}, {4, 5}}))
                .hasMessage("CLOSE of asset 1 must have 3 rows, had 2");
        assertThatThrownBy(() -> panel(new double[][] {{1, 2, 3}, {4, Double.POSITIVE_INFINITY, 6}}))
                .hasMessage("CLOSE of asset 1 must be finite in row 1");
        assertThatThrownBy(() -> panel(good).column(PanelField.OPEN, 0)).hasMessage("panel has no OPEN, only [CLOSE]");
    }

    private static UniversePanel panel(double[][] close) {
        return UniversePanel.of(DAYS, ASSETS, Map.of(PanelField.CLOSE, close));
    }
}
