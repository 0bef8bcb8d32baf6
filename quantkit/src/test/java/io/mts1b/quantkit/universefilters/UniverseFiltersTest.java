package io.mts1b.quantkit.universefilters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.testkit.ForAll;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UniverseFiltersTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final double NO = Double.NaN;

    private static InstrumentId asset(int a) {
        return InstrumentId.parse("A" + a + ".TEST");
    }

    /** Makes a panel of closes, volumes, highs and lows. */
    private static UniversePanel panel(double[][] close, double[][] volume, double[][] high, double[][] low) {
        return UniversePanel.of(
                IntStream.range(0, close[0].length).mapToObj(START::plusDays).toList(),
                IntStream.range(0, close.length)
                        .mapToObj(UniverseFiltersTest::asset)
                        .toList(),
                fields(close, volume, high, low));
    }

    private static Map<PanelField, double[][]> fields(
            double[][] close, double[][] volume, double[][] high, double[][] low) {
        Map<PanelField, double[][]> fields = new TreeMap<>();
        fields.put(PanelField.CLOSE, close);
        fields.put(PanelField.VOLUME, volume);
        fields.put(PanelField.HIGH, high);
        fields.put(PanelField.LOW, low);
        return fields;
    }

    private static UniversePanel panel(double[][] close, double[][] volume) {
        return panel(close, volume, close, close);
    }

    private static double[][][] drawn(RandomGenerator random) {
        double[][][] fields = new double[4][5][60];
        for (int a = 0; a < 5; a++) {
            double price = random.nextDouble(5, 50);
            for (int t = 0; t < 60; t++) {
                price *= 1 + random.nextDouble(-0.1, 0.1);
                fields[0][a][t] = random.nextInt(8) == 0 ? NO : price;
                fields[1][a][t] = random.nextInt(1_000);
                fields[2][a][t] = price * (1 + random.nextDouble(0.02));
                fields[3][a][t] = price * (1 - random.nextDouble(0.02));
            }
        }
        return fields;
    }

    static Stream<UniverseFilter> filters() {
        SortedMap<InstrumentId, LocalDate> listed = new TreeMap<>(Map.of(asset(1), START.minusDays(5)));
        UniverseFilter liquid = new LiquidityFilter(new AverageDailyVolume(5), new Buffer(12_000, 8_000));
        UniverseFilter priced = new PriceFilter(new Buffer(20, 15));
        return Stream.of(
                liquid,
                priced,
                liquid.and(priced),
                new LargestFilter(new AverageDailyVolume(4), 2, 3),
                new SpreadFilter(6, 0.01, 0.02),
                new ListingAgeFilter(listed, 10),
                new IndexMembership(List.of(
                        new IndexMembership.Spell(asset(0), START.plusDays(3), Optional.of(START.plusDays(9))),
                        new IndexMembership.Spell(asset(0), START.plusDays(20), Optional.empty()))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void knows_nothing_of_the_future_and_says_both_yes_and_no(UniverseFilter filter) {
        boolean[] said = new boolean[2];
        ForAll.cases(100, random -> {
            double[][][] x = drawn(random);
            double[][][] other = drawn(random);
            int now = random.nextInt(1, 60);
            for (int k = 0; k < 4; k++) {
                for (int a = 0; a < 5; a++) {
                    System.arraycopy(x[k][a], 0, other[k][a], 0, now);
                }
            }
            UniversePanel panel = panel(x[0], x[1], x[2], x[3]);
            boolean[][] members = filter.members(panel);
            boolean[][] poisoned = filter.members(panel(other[0], other[1], other[2], other[3]));
            boolean[][] head = filter.members(panel.head(now));
            assertThat(members.length).isEqualTo(5);
            for (int a = 0; a < 5; a++) {
                assertThat(members[a]).hasSize(60);
                assertThat(head[a]).isEqualTo(Arrays.copyOf(members[a], now));
                assertThat(Arrays.copyOf(poisoned[a], now)).isEqualTo(head[a]);
                for (boolean in : members[a]) {
                    said[in ? 1 : 0] = true;
                }
            }
        });
        assertThat(said).containsOnly(true);
    }

    @Test
    void a_wider_buffer_changes_its_mind_less_often() {
        ForAll.cases(200, random -> {
            double[] figures = random.doubles(100, 0, 10).toArray();
            double enter = random.nextDouble(2, 9);
            double stay = random.nextDouble(0, enter);
            double lower = random.nextDouble(0, stay + 1e-9);
            boolean[] narrow = new Buffer(enter, stay).follow(figures);
            boolean[] wide = new Buffer(enter, Math.min(lower, stay)).follow(figures);
            assertThat(turns(wide)).isLessThanOrEqualTo(turns(narrow));
            for (int t = 0; t < 100; t++) {
                assertThat(wide[t] || !narrow[t])
                        .as("who is in with a narrow buffer is in with a wide one")
                        .isTrue();
            }
        });
    }

    private static long turns(boolean[] in) {
        return IntStream.range(1, in.length).filter(t -> in[t] != in[t - 1]).count();
    }

    @Test
    void volume_is_averaged_with_missing_days_as_nothing() {
        UniversePanel panel =
                panel(new double[][] {{10, NO, 20, 30}, {NO, NO, 5, 5}}, new double[][] {{6, 6, 3, 1}, {NO, NO, 2, 4}});
        AverageDailyVolume two = new AverageDailyVolume(2);

        assertThat(two.of(panel, 0)).containsExactly(NO, 30, 30, 45);
        assertThat(two.of(panel, 1)).containsExactly(NO, NO, 5, 15);
        assertThat(new LiquidityFilter(two, new Buffer(40, 12)).members(panel))
                .isDeepEqualTo(new boolean[][] {{false, false, false, true}, {false, false, false, false}});
        assertThatThrownBy(() -> new AverageDailyVolume(0)).hasMessage("window must be at least 1, was 0");
    }

    @Test
    void what_came_in_stays_until_it_falls_below_the_lower_bar() {
        assertThat(new Buffer(10, 5).follow(new double[] {7, 10, 7, 5, 4, 7, NO, 10}))
                .containsExactly(false, true, true, true, false, false, false, true);
        assertThat(Buffer.at(10).follow(new double[] {9, 10, 9})).containsExactly(false, true, false);
        assertThatThrownBy(() -> new Buffer(1, 2)).hasMessage("stay must be at most enter 1.0, was 2.0");
        assertThatThrownBy(() -> Buffer.at(NO)).hasMessage("enter must be finite, was NaN");
    }

    @Test
    void ranks_have_a_buffer_too() {
        double[][] close = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
        // The first leads, then ranks second, which is enough to stay, then third.
        double[][] volume = {{9, 5, 1}, {8, 8, 8}, {7, 4, 4}};
        LargestFilter filter = new LargestFilter(new AverageDailyVolume(1), 1, 2);

        assertThat(filter.members(panel(close, volume)))
                .isDeepEqualTo(new boolean[][] {{true, true, false}, {false, true, true}, {false, false, false}});
        assertThatThrownBy(() -> new LargestFilter(AverageDailyVolume.MONTH, 2, 1))
                .hasMessage("stay must be at least enter 2, was 1");
        assertThatThrownBy(() -> new LargestFilter(AverageDailyVolume.MONTH, 0, 1))
                .hasMessage("enter must be at least 1, was 0");
    }

    @Test
    void a_spread_is_found_in_ranges_that_time_does_not_widen() {
        // The same range on both days is all spread: alpha = ln(h / l), and the spread 2 (h - l) / (h + l).
        double[][] close = {{100, 100, 100}};
        UniversePanel still = panel(close, close, new double[][] {{101, 101, 101}}, new double[][] {{99, 99, 99}});
        SpreadFilter filter = new SpreadFilter(1, 0.01, 0.03);

        assertThat(filter.spreads(still, 0)).containsExactly(new double[] {NO, 0.02, 0.02}, within(1e-12));
        assertThat(filter.members(still)[0]).containsOnly(false);
        assertThat(new SpreadFilter(1, 0.0201, 0.0201).members(still)[0]).containsExactly(false, true, true);
        // A second day far above the first moves by the gap and is the same range again.
        UniversePanel gap =
                panel(new double[][] {{101, 201}}, close(2), new double[][] {{101, 203}}, new double[][] {{99, 201}});
        assertThat(filter.spreads(gap, 0)[1]).isBetween(0.0, 0.021);
        assertThatThrownBy(() -> new SpreadFilter(1, 0.02, 0.01))
                .hasMessage("stay must be at least enter 0.02, was 0.01");
        assertThatThrownBy(() -> new SpreadFilter(0, 0.02, 0.02)).hasMessage("window must be at least 1, was 0");
        assertThatThrownBy(() -> new SpreadFilter(1, -1, 0))
                .hasMessage("enter must be finite and not negative, was -1.0");
    }

    private static double[][] close(int dates) {
        return new double[1][dates];
    }

    @Test
    void age_counts_from_the_listing_or_the_first_bar() {
        double[][] close = {{NO, 1, 1, 1}, {1, 1, 1, 1}};
        SortedMap<InstrumentId, LocalDate> listed = new TreeMap<>(Map.of(asset(1), START.minusDays(1)));

        assertThat(new ListingAgeFilter(listed, 2).members(panel(close, close)))
                .isDeepEqualTo(new boolean[][] {{false, false, false, true}, {false, true, true, true}});
        assertThatThrownBy(() -> new ListingAgeFilter(listed, -1)).hasMessage("days must not be negative, was -1");
    }

    @Test
    void members_of_an_index_come_and_go() {
        double[][] close = new double[1][4];
        IndexMembership index = new IndexMembership(List.of(
                new IndexMembership.Spell(asset(0), START.plusDays(3), Optional.empty()),
                new IndexMembership.Spell(asset(0), START, Optional.of(START.plusDays(1)))));

        assertThat(index.members(panel(close, close))[0]).containsExactly(true, true, false, true);
        assertThatThrownBy(() -> new IndexMembership.Spell(asset(0), START, Optional.of(START.minusDays(1))))
                .hasMessage("last must not be before first 2020-01-01, was 2019-12-31");
    }

    @Test
    void a_panel_without_volumes_is_refused() {
        UniversePanel closes =
                UniversePanel.of(List.of(START), List.of(asset(0)), Map.of(PanelField.CLOSE, new double[][] {{1}}));
        LiquidityFilter filter = new LiquidityFilter(AverageDailyVolume.MONTH, Buffer.at(1));

        assertThatThrownBy(() -> filter.members(closes)).hasMessage("panel has no VOLUME, only [CLOSE]");
    }
}
