package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.testkit.ForAll;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every factor promises; extend it and hand in the factor. */
abstract class FactorContract {

    static final LocalDate START = LocalDate.of(2020, 1, 1);

    /** The factor under test, with a warm-up short enough for a panel of 60 dates. */
    abstract Factor factor();

    @Test
    void scores_something() {
        double[][] scores = factor().scores(panel(new SplittableRandom(1), 5, 60));

        assertThat(Arrays.stream(scores).flatMapToDouble(Arrays::stream)).anyMatch(score -> score != 0);
    }

    @Test
    void answers_with_the_shape_of_the_panel_and_standardized_dates() {
        ForAll.cases(100, random -> {
            UniversePanel panel = panel(random, 5, 60);

            double[][] scores = factor().scores(panel);

            assertThat(scores).hasNumberOfRows(5);
            for (int t = 0; t < 60; t++) {
                int at = t;
                double[] date = Arrays.stream(scores)
                        .mapToDouble(column -> column[at])
                        .filter(score -> !Double.isNaN(score))
                        .toArray();
                if (t < factor().warmup()) {
                    assertThat(date).isEmpty();
                } else if (date.length > 0) {
                    assertThat(Arrays.stream(date).sum()).isCloseTo(0, within(1e-9));
                    double squares =
                            Arrays.stream(date).map(score -> score * score).sum();
                    assertThat(squares == 0 || Math.abs(squares - date.length) < 1e-9)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void knows_nothing_of_the_future() {
        ForAll.cases(100, random -> {
            UniversePanel panel = panel(random, 4, 60);
            int now = random.nextInt(1, 60);
            double[][] prices = new double[4][];
            double[][] volumes = new double[4][];
            for (int a = 0; a < 4; a++) {
                prices[a] = panel.column(PanelField.CLOSE, a);
                volumes[a] = panel.column(PanelField.VOLUME, a);
                for (int t = now; t < 60; t++) {
                    prices[a][t] = random.nextDouble(1, 1_000);
                    volumes[a][t] = random.nextDouble(1, 1_000);
                }
            }

            double[][] before = factor().scores(panel);
            double[][] after = factor().scores(of(prices, volumes));
            double[][] head = factor().scores(panel.head(now));

            for (int a = 0; a < 4; a++) {
                assertThat(Arrays.copyOf(after[a], now)).isEqualTo(Arrays.copyOf(before[a], now));
                assertThat(head[a]).isEqualTo(Arrays.copyOf(before[a], now));
            }
        });
    }

    static UniversePanel panel(RandomGenerator random, int assets, int dates) {
        double[][] close = new double[assets][dates];
        for (double[] column : close) {
            double price = random.nextDouble(5, 100);
            for (int t = 0; t < dates; t++) {
                price *= 1 + random.nextDouble(-0.05, 0.05);
                column[t] = random.nextInt(20) == 0 ? Double.NaN : price;
            }
        }
        double[][] volume = new double[assets][dates];
        for (double[] column : volume) {
            Arrays.setAll(column, t -> random.nextInt(10) == 0 ? 0 : random.nextDouble(1, 1_000));
        }
        return of(close, volume);
    }

    static UniversePanel of(double[][] close) {
        return of(close, new double[close.length][close[0].length]);
    }

    static UniversePanel of(double[][] close, double[][] volume) {
        List<LocalDate> dates =
                IntStream.range(0, close[0].length).mapToObj(START::plusDays).toList();
        List<InstrumentId> assets = IntStream.range(0, close.length)
                .mapToObj(a -> InstrumentId.parse("A" + a + ".TEST"))
                .toList();
        return UniversePanel.of(dates, assets, Map.of(PanelField.CLOSE, close, PanelField.VOLUME, volume));
    }
}
