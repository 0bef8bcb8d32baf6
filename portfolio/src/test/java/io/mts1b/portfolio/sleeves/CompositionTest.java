package io.mts1b.portfolio.sleeves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.quantkit.allocation.HierarchicalRiskParity;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompositionTest {

    private static final InstrumentId SPY = InstrumentId.parse("SPY.ARCX");
    private static final InstrumentId TLT = InstrumentId.parse("TLT.XNAS");
    private static final Sleeve TREND = sleeve("trend", Map.of(SPY, 0.6, TLT, 0.4));
    private static final Sleeve HEDGE = sleeve("hedge", Map.of(SPY, -0.5));

    @Test
    void nets_what_two_sleeves_hold() {
        // 0.6 * 0.4 + 0.4 * -0.5 = 0.04
        Map<InstrumentId, Double> whole = Composition.of(
                List.of(sleeve("trend", Map.of(SPY, 0.4, TLT, 0.6)), HEDGE), new Overlay.Given(Weights.of(0.6, 0.4)));

        assertThat(whole).containsOnlyKeys(SPY, TLT);
        assertThat(whole.get(SPY)).isCloseTo(0.04, within(1e-15));
        assertThat(whole.get(TLT)).isCloseTo(0.36, within(1e-15));
    }

    @Test
    void divides_equally_or_by_risk() {
        assertThat(Composition.of(List.of(TREND, HEDGE), new Overlay.Equal()).get(SPY))
                .isCloseTo((0.6 - 0.5) / 2, within(1e-15));

        // The second sleeve moves three times as much, so it gets a ninth of what the first gets: 0.9 and 0.1.
        double[][] returns = {{0.01, -0.01, 0.01, -0.01}, {0.03, 0.03, -0.03, -0.03}};
        Weights allocations = new HierarchicalRiskParity(LinkageMethod.SINGLE, LeafOrder.OPTIMAL)
                .allocate(returns)
                .weights();
        assertThat(Composition.of(List.of(TREND, HEDGE), new Overlay.Given(allocations))
                        .get(SPY))
                .isCloseTo(0.9 * 0.6 - 0.1 * 0.5, within(1e-14));
    }

    @Test
    void refuses_by_name() {
        assertThatThrownBy(() -> Composition.of(List.of(), new Overlay.Equal()))
                .hasMessage("sleeves must be at least 1, were 0");
        assertThatThrownBy(() -> Composition.of(List.of(TREND, TREND), new Overlay.Equal()))
                .hasMessage("sleeves must have names of their own, had [trend, trend]");
        assertThatThrownBy(() -> Composition.of(List.of(TREND), new Overlay.Given(Weights.of(0.5, 0.5))))
                .hasMessage("allocations must be of 1 sleeves, were of 2");
        assertThatThrownBy(() -> new Overlay.Given(Weights.of(-0.1)))
                .hasMessage("allocation of sleeve 0 must not be negative, was -0.1");
        assertThatThrownBy(() -> sleeve("odd", Map.of(SPY, Double.NaN)))
                .hasMessage("weight of SPY.ARCX must be finite, was NaN");
    }

    private static Sleeve sleeve(String name, Map<InstrumentId, Double> weights) {
        return new Sleeve(name, new TreeMap<>(weights));
    }
}
