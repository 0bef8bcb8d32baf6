package io.mts1b.research.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.sizing.VolatilityTarget;
import io.mts1b.quantkit.allocation.HierarchicalRiskParity;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.factors.Momentum;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.research.strategies.Opinion.Abstains;
import io.mts1b.research.strategies.Opinion.Wants;
import io.mts1b.testkit.ForAll;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MomentumRotationTest {

    private static final MomentumRotation STRATEGY = new MomentumRotation(
            new StrategyId("momentum"),
            new FundId("alpha"),
            new Momentum("f_momentum_short", 10, 2),
            new HierarchicalRiskParity(LinkageMethod.SINGLE, LeafOrder.OPTIMAL),
            20,
            new VolatilityTarget(0.12, 10, PeriodsPerYear.TRADING_DAYS, 0.98));

    @Test
    void holds_the_better_half() {
        ForAll.cases(50, random -> {
            UniversePanel panel = panel(random, 5, 30);

            Wants wants = (Wants) STRATEGY.decide(panel, Instant.EPOCH);

            List<InstrumentId> best = wants.signal().scores().stream()
                    .sorted((a, b) -> Double.compare(b.value(), a.value()))
                    .limit(3)
                    .map(score -> score.instrument())
                    .sorted()
                    .toList();
            assertThat(wants.targets().stream().map(TargetWeight::instrument)).containsExactlyElementsOf(best);
            double sum =
                    wants.targets().stream().mapToDouble(TargetWeight::weight).sum();
            assertThat(sum).isLessThanOrEqualTo(0.98 + 1e-12);
            assertThat(wants.targets()).allMatch(target -> target.weight() > 0);
        });
    }

    @Test
    void scales_down_what_is_too_wild() {
        // Shares that jump by five percent a day have some eighty percent of volatility a year.
        double[][] close = new double[2][30];
        for (int t = 0; t < 30; t++) {
            close[0][t] = 100 * (t % 2 == 0 ? 1 : 1.05) * (1 + t * 0.001);
            close[1][t] = 100;
        }

        Wants wants = (Wants) STRATEGY.decide(of(close), Instant.EPOCH);

        assertThat(wants.targets())
                .singleElement()
                .satisfies(target -> assertThat(target.weight()).isCloseTo(0.148, within(0.005)));
    }

    @Test
    void leaves_out_what_has_gaps_or_does_not_move() {
        double[][] close = panelValues(4, 30);
        close[0][15] = Double.NaN;
        Arrays.fill(close[1], 50);

        Wants wants = (Wants) STRATEGY.decide(of(close), Instant.EPOCH);

        assertThat(wants.signal().scores().stream()
                        .map(score -> score.instrument().symbol().value()))
                .containsExactly("A2", "A3");
        assertThat(wants.targets()).hasSize(1);
    }

    @Test
    void abstains_without_history_or_without_assets() {
        double[][] gaps = panelValues(2, 30);
        gaps[0][29] = Double.NaN;
        gaps[1][29] = Double.NaN;

        assertThat(STRATEGY.decide(of(panelValues(2, 20)), Instant.EPOCH))
                .isEqualTo(new Abstains("history of 20 dates is shorter than the 21 needed"));
        assertThat(STRATEGY.decide(of(gaps), Instant.EPOCH))
                .isEqualTo(new Abstains("no asset has a score and 21 prices"));
    }

    @Test
    void refuses_a_volatility_that_looks_further_back_than_the_weights() {
        assertThatThrownBy(() -> new MomentumRotation(
                        STRATEGY.strategy(),
                        STRATEGY.fund(),
                        STRATEGY.factor(),
                        STRATEGY.allocator(),
                        9,
                        STRATEGY.volatility()))
                .hasMessage("volatility must look back at most 9 returns, was 10");
    }

    private static double[][] panelValues(int assets, int dates) {
        double[][] close = new double[assets][dates];
        for (int a = 0; a < assets; a++) {
            for (int t = 0; t < dates; t++) {
                close[a][t] = 100 + a + t * (a + 1) * 0.1 + ((t * 7 + a * 3) % 5);
            }
        }
        return close;
    }

    private static UniversePanel panel(RandomGenerator random, int assets, int dates) {
        double[][] close = new double[assets][dates];
        for (double[] column : close) {
            double price = 100;
            for (int t = 0; t < dates; t++) {
                price *= 1 + random.nextDouble(-0.02, 0.02);
                column[t] = price;
            }
        }
        return of(close);
    }

    private static UniversePanel of(double[][] close) {
        List<LocalDate> dates = IntStream.range(0, close[0].length)
                .mapToObj(LocalDate.of(2024, 1, 1)::plusDays)
                .toList();
        List<InstrumentId> assets = IntStream.range(0, close.length)
                .mapToObj(a -> InstrumentId.parse("A" + a + ".X"))
                .toList();
        return UniversePanel.of(dates, assets, Map.of(PanelField.CLOSE, close));
    }
}
