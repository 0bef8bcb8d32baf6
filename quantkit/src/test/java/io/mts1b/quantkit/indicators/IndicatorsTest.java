package io.mts1b.quantkit.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndicatorsTest {

    private static double[] closes(String name, Map<String, String> chosen, int output, double... closes) {
        Indicator indicator = Indicators.require(name);
        return indicator
                .columns(Bars.ofCloses(RandomBars.dates(closes.length), closes), indicator.settings(chosen))[output];
    }

    @Test
    void averages_as_worked_by_hand() {
        double no = Double.NaN;
        assertThat(closes("sma", Map.of("period", "3"), 0, 1, 2, 6, 7)).containsExactly(no, no, 3, 5);
        assertThat(closes("ema", Map.of("period", "3"), 0, 1, 2, 6, 7)).containsExactly(no, no, 3, 5);
        assertThat(closes("smma", Map.of("period", "2"), 0, 1, 3, 6)).containsExactly(no, 2, 4);
        // (1 + 2 * 2 + 3 * 6) / 6, then (2 + 2 * 6 + 3 * 7) / 6.
        assertThat(closes("wma", Map.of("period", "3"), 0, 1, 2, 6, 7)).containsExactly(no, no, 23 / 6.0, 35 / 6.0);
        // Gains 1 and 4, loss 2: up 5 of 7.
        assertThat(closes("rsi", Map.of("period", "3"), 0, 1, 2, 6, 4)[3]).isCloseTo(500 / 7.0, within(1e-12));
        assertThat(closes("cmo", Map.of("period", "3"), 0, 1, 2, 6, 4)[3]).isCloseTo(300 / 7.0, within(1e-12));
    }

    @Test
    void a_relative_strength_is_that_of_wilders_own_table() {
        // Changes of New Concepts in Technical Trading Systems' worksheet as reprinted by StockCharts' ChartSchool.
        double[] closes = {
            44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328,
            45.6140, 46.2820, 46.2820, 46.0028, 46.0328
        };
        double[] found = closes("rsi", Map.of(), 0, closes);
        assertThat(found[14]).isCloseTo(70.53, within(0.005));
        assertThat(found[15]).isCloseTo(66.32, within(0.005));
        assertThat(found[16]).isCloseTo(66.55, within(0.005));
    }

    @Test
    void names_are_found_in_any_spelling_and_wrong_ones_get_a_hint() {
        assertThat(Indicators.find("Bollinger_Bands").orElseThrow().name()).isEqualTo("bb");
        assertThat(Indicators.find("no")).isEmpty();
        assertThatThrownBy(() -> Indicators.require("mcad"))
                .hasMessage("indicator mcad must be a known one; did you mean macd?");
    }

    @Test
    void parameters_are_typed_and_bounded_and_wrong_ones_get_a_hint() {
        Indicator macd = Indicators.require("macd");
        assertThat(macd.warmup(macd.settings(Map.of("slow-periods", "30", "SIGNAL", "5"))))
                .containsExactly(29, 33, 33, 11, 29);
        assertThatThrownBy(() -> macd.settings(Map.of("singal", "5")))
                .hasMessage("macd has no parameter singal; did you mean signal? It has source, fast, slow, signal");
        assertThatThrownBy(() -> macd.settings(Map.of("fast", "0")))
                .hasMessage("fast must be a whole number in [1, 100000], was '0'");
        assertThatThrownBy(() -> macd.settings(Map.of("fast", "2.5")))
                .hasMessage("fast must be a whole number in [1, 100000], was '2.5'");
        assertThatThrownBy(() -> macd.settings(Map.of("source", "ask")))
                .hasMessage("source must be one of [close, open, high, low, hl2, hlc3, ohlc4, volume], was 'ask'");
        assertThatThrownBy(() -> Indicators.require("bb").settings(Map.of("deviations", "NaN")))
                .hasMessage("deviations must be a number in [1.0E-6, 1000000.0], was 'NaN'");
        assertThatThrownBy(() -> Indicators.require("tr").settings(Map.of("n", "2")))
                .hasMessage("tr has no parameter n; it has none");
        assertThatThrownBy(() -> Indicators.require("psar").settings(Map.of("step", "0.5")))
                .hasMessage("step of psar must be at most maximum 0.2, was 0.5");
        assertThatThrownBy(() -> macd.start(Indicators.require("ppo").standard()))
                .hasMessage("settings must be for macd");
        assertThat(Indicators.require("sma")
                        .settings(Map.of("lookbackPeriods", "7"))
                        .period())
                .isEqualTo(7);
    }

    @Test
    void bars_that_are_none_are_refused() {
        List<LocalDate> days = RandomBars.dates(2);
        double[] two = {1, 2};
        assertThatThrownBy(() -> Bars.of(days.reversed(), two, two, two, two, two))
                .hasMessage("dates must rise, was 2020-01-02 then 2020-01-01");
        assertThatThrownBy(() -> Bars.of(days, two, two, two, new double[1], two))
                .hasMessage("close must have 2 rows, had 1");
        assertThatThrownBy(() -> Bars.of(days, two, new double[] {1, 1}, two, two, two))
                .hasMessage("high must be at least low 2.0 on 2020-01-02, was 1.0");
        assertThatThrownBy(() -> Bars.of(days, two, two, two, two, new double[] {1, -1}))
                .hasMessage("volume must not be negative on 2020-01-02, was -1.0");
        assertThatThrownBy(() -> Bars.ofCloses(days, two).against(new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessage("benchmark must be finite on 2020-01-02");
        CurrentBar bar = new CurrentBar();
        assertThatThrownBy(() -> bar.set(0, 1, 1, 2, 1, 1)).hasMessage("high must be at least low 2.0, was 1.0");
        assertThatThrownBy(() -> bar.set(0, 1, 1, 1, 1, -1)).hasMessage("volume must not be negative, was -1.0");
        assertThatThrownBy(() -> bar.set(0, Double.NEGATIVE_INFINITY, 1, 1, 1, 1))
                .hasMessage("bar must be finite");
        assertThatThrownBy(() -> bar.against(Double.POSITIVE_INFINITY)).hasMessage("benchmark must be finite");
    }

    @Test
    void columns_that_do_not_fit_are_refused() {
        Indicator sma = Indicators.require("sma");
        Bars bars = Bars.ofCloses(RandomBars.dates(2), new double[] {1, 3});
        double[][] column = new double[1][2];
        sma.columns(bars, sma.settings(Map.of("period", "2")), column);

        assertThat(column[0]).containsExactly(Double.NaN, 2);
        assertThatThrownBy(() -> sma.columns(bars, sma.standard(), new double[2][2]))
                .hasMessage("columns must be 1 for sma, were 2");
        assertThatThrownBy(() -> sma.columns(bars, sma.standard(), new double[1][3]))
                .hasMessage("columns must have 2 rows, had 3");
        IndicatorStream stream = sma.start(sma.standard());
        assertThatThrownBy(() -> stream.update(bars, 0, 2, new double[1][1]))
                .hasMessage("columns must have room for 2 bars, had for 1");
        assertThatThrownBy(() -> stream.update(bars, 0, 2, new double[2][2])).hasMessage("columns must be 1, were 2");
        assertThatThrownBy(() -> stream.update(bars, 1, 3, column))
                .hasMessage("from and to must be in [0, 2] and rise, were 1 and 3");
    }

    @Test
    void bars_of_moments_have_the_days_of_their_own_offsets() {
        OffsetDateTime evening = OffsetDateTime.parse("2026-01-05T19:30:00-05:00");
        double[] two = {1, 2};
        Bars bars = Bars.ofTimes(List.of(evening, evening.plusMinutes(1)), two, two, two, two, two);

        assertThat(bars.dates()).containsExactly(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 5));
        assertThat(bars.head(1).dates()).containsExactly(LocalDate.of(2026, 1, 5));
        assertThatThrownBy(() -> Bars.ofTimes(List.of(evening, evening), two, two, two, two, two))
                .hasMessage("times must rise and their days not fall, was 2026-01-05T19:30-05:00 then"
                        + " 2026-01-05T19:30-05:00");
        assertThatThrownBy(() ->
                        Bars.ofTimes(List.of(evening, evening.plusMinutes(1)), two, new double[] {1, 1}, two, two, two))
                .hasMessage("high must be at least low 2.0 on 2026-01-05T19:31-05:00, was 1.0");
    }

    @Test
    void a_window_that_calmed_down_deviates_by_exactly_nothing() {
        double[] closes = {1e12, 3, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertThat(closes("stdev", Map.of("period", "3"), 0, closes)[4]).isZero();
        assertThat(closes("stdev", Map.of("period", "3"), 1, closes)[6]).isEqualTo(0.1);
        assertThat(closes("roc-wb", Map.of("period", "1", "deviation", "2"), 2, closes)[6])
                .isZero();
        assertThat(closes("cmo", Map.of("period", "2"), 0, closes)[6]).isNaN();
    }
}
