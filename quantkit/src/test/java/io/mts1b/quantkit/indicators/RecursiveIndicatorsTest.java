package io.mts1b.quantkit.indicators;

import static io.mts1b.quantkit.indicators.Naive.ema;
import static io.mts1b.quantkit.indicators.Naive.exponential;
import static io.mts1b.quantkit.indicators.Naive.rolling;
import static io.mts1b.quantkit.indicators.Naive.sma;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Indicators that go on from their own last value, against loops over rows. */
class RecursiveIndicatorsTest {

    private static final int ROWS = 120;

    /** Says what an indicator should say, from open, high, low, close and volume. */
    @FunctionalInterface
    private interface Rows {
        double[] of(double[][] x);
    }

    private static void assertAgrees(String name, int output, Map<String, String> chosen, Rows expected) {
        Indicator indicator = Indicators.require(name);
        ForAll.cases(50, (RandomGenerator random) -> {
            double[][] x = RandomBars.columns(random, ROWS);
            double[] found = indicator.columns(RandomBars.bars(x), indicator.settings(chosen))[output];
            double[] wanted = expected.of(x);
            for (int t = 0; t < ROWS; t++) {
                if (Double.isNaN(wanted[t])) {
                    assertThat(found[t]).as(name + " on bar " + t).isNaN();
                } else {
                    double exact = 1e-9 * Math.max(1, Math.abs(wanted[t]));
                    assertThat(found[t]).as(name + " on bar " + t).isCloseTo(wanted[t], within(exact));
                }
            }
        });
    }

    private static double[] blank() {
        double[] column = new double[ROWS];
        Arrays.fill(column, Double.NaN);
        return column;
    }

    @Test
    void arnaud_legoux_weighs_by_a_bell() {
        assertAgrees(
                "alma",
                0,
                Map.of("period", "9"),
                x -> rolling(x[3], 9, w -> {
                    double sum = 0;
                    double whole = 0;
                    for (int i = 0; i < 9; i++) {
                        double weight = Math.exp(-Math.pow(i - 0.85 * 8, 2) / (2 * Math.pow(9 / 6.0, 2)));
                        sum += weight * w[i];
                        whole += weight;
                    }
                    return sum / whole;
                }));
    }

    @Test
    void mcginley_divides_by_the_fourth_power() {
        assertAgrees("mcginley", 0, Map.of("period", "10"), x -> {
            double[] d = x[3].clone();
            for (int t = 1; t < ROWS; t++) {
                d[t] = d[t - 1] + (x[3][t] - d[t - 1]) / (0.6 * 10 * Math.pow(x[3][t] / d[t - 1], 4));
            }
            return d;
        });
    }

    @Test
    void chandes_average_moves_by_its_momentum() {
        assertAgrees("vidya", 0, Map.of("period", "12", "momentum", "5"), x -> {
            double[] v = blank();
            for (int t = 5; t < ROWS; t++) {
                double net = 0;
                double whole = 0;
                for (int u = t - 4; u <= t; u++) {
                    net += x[3][u] - x[3][u - 1];
                    whole += Math.abs(x[3][u] - x[3][u - 1]);
                }
                v[t] = t == 5 ? x[3][t] : v[t - 1] + 2 / 13.0 * Math.abs(net / whole) * (x[3][t] - v[t - 1]);
            }
            return v;
        });
    }

    @Test
    void kdj_starts_at_fifty() {
        assertAgrees("kdj", 2, Map.of("period", "9"), x -> {
            double[] high = rolling(x[1], 9, Naive::highest);
            double[] low = rolling(x[2], 9, Naive::lowest);
            double[] j = blank();
            double k = 50;
            double d = 50;
            for (int t = 8; t < ROWS; t++) {
                k = 2 / 3.0 * k + 1 / 3.0 * 100 * (x[3][t] - low[t]) / (high[t] - low[t]);
                d = 2 / 3.0 * d + 1 / 3.0 * k;
                j[t] = 3 * k - 2 * d;
            }
            return j;
        });
    }

    @Test
    void schaffs_cycle_is_a_stochastic_of_a_stochastic() {
        assertAgrees(
                "stc",
                0,
                Map.of("period", "6", "fast", "5", "slow", "11"),
                x -> place(place(Naive.minus(ema(x[3], 5), ema(x[3], 11)))));
    }

    private static double[] place(double[] x) {
        double[] low = rolling(x, 6, Naive::lowest);
        double[] range = Naive.minus(rolling(x, 6, Naive::highest), low);
        return exponential(Naive.times(Naive.over(Naive.minus(x, low), range), 100), 0.5, 1);
    }

    @Test
    void a_vigor_weighs_four_bars() {
        assertAgrees("rvi", 0, Map.of("period", "7"), x -> {
            double[] up = sma(symmetric(Naive.minus(x[3], x[0])), 7);
            return Naive.over(up, sma(symmetric(Naive.minus(x[1], x[2])), 7));
        });
    }

    private static double[] symmetric(double[] x) {
        return rolling(x, 4, w -> (w[0] + 2 * w[1] + 2 * w[2] + w[3]) / 6);
    }

    @Test
    void trix_is_the_change_of_the_third_average() {
        assertAgrees("trix", 1, Map.of("period", "8"), x -> {
            double[] third = exponential(exponential(ema(x[3], 8), 2 / 9.0, 1), 2 / 9.0, 1);
            return Naive.times(Naive.over(Naive.change(third, 1), Naive.lag(third, 1)), 100);
        });
    }

    @Test
    void an_ulcer_is_the_depth_below_the_highest_of_the_window() {
        assertAgrees(
                "ulcer-index",
                0,
                Map.of("period", "10"),
                x -> rolling(x[3], 10, w -> {
                    double squares = 0;
                    for (int i = 0; i < 10; i++) {
                        double peak = Naive.highest(Arrays.copyOf(w, i + 1));
                        squares += Math.pow(100 * (w[i] / peak - 1), 2);
                    }
                    return Math.sqrt(squares / 10);
                }));
    }

    @Test
    void volume_indices_compound_where_volume_fell_or_rose() {
        for (String name : new String[] {"nvi", "pvi"}) {
            assertAgrees(name, 0, Map.of(), x -> {
                double[] level = blank();
                level[0] = 1_000;
                for (int t = 1; t < ROWS; t++) {
                    boolean counts = name.equals("nvi") ? x[4][t] < x[4][t - 1] : x[4][t] > x[4][t - 1];
                    level[t] = level[t - 1] * (counts ? x[3][t] / x[3][t - 1] : 1);
                }
                return level;
            });
        }
    }

    @Test
    void klingers_force_follows_the_trend() {
        assertAgrees("klinger", 0, Map.of("fast", "5", "slow", "12"), x -> {
            double[] force = blank();
            double ranges = 0;
            for (int t = 1; t < ROWS; t++) {
                double range = x[1][t] - x[2][t];
                double before = x[1][t - 1] - x[2][t - 1];
                boolean same = t > 1 && trend(x, t) == trend(x, t - 1);
                ranges = same ? ranges + range : before + range;
                if (t > 1) {
                    force[t] = 100 * trend(x, t) * x[4][t] * Math.abs(2 * (range / ranges - 1));
                }
            }
            return Naive.minus(ema(force, 5), ema(force, 12));
        });
    }

    private static int trend(double[][] x, int t) {
        double now = x[1][t] + x[2][t] + x[3][t];
        return now > x[1][t - 1] + x[2][t - 1] + x[3][t - 1] ? 1 : -1;
    }

    @Test
    void a_super_trend_turns_when_the_close_breaks_it() {
        assertAgrees("super-trend", 0, Map.of("period", "7", "multiplier", "1.5"), x -> {
            double[] range = Naive.wilder(Naive.trueRange(x[1], x[2], x[3]), 7);
            double[] line = blank();
            double upper = 0;
            double lower = 0;
            boolean rising = true;
            for (int t = 7; t < ROWS; t++) {
                double middle = (x[1][t] + x[2][t]) / 2;
                double top = middle + 1.5 * range[t];
                double bottom = middle - 1.5 * range[t];
                boolean first = t == 7;
                upper = first || top < upper || x[3][t - 1] > upper ? top : upper;
                lower = first || bottom > lower || x[3][t - 1] < lower ? bottom : lower;
                rising = first ? x[3][t] >= middle : rising;
                rising = rising ? x[3][t] > lower : x[3][t] > upper;
                line[t] = rising ? lower : upper;
            }
            return line;
        });
    }

    @Test
    void a_heikin_ashi_opens_in_the_middle_of_the_last_body() {
        assertAgrees("heikin-ashi", 0, Map.of(), x -> {
            double[] open = blank();
            open[0] = (x[0][0] + x[3][0]) / 2;
            for (int t = 1; t < ROWS; t++) {
                double close = (x[0][t - 1] + x[1][t - 1] + x[2][t - 1] + x[3][t - 1]) / 4;
                open[t] = (open[t - 1] + close) / 2;
            }
            return open;
        });
    }

    @Test
    void other_pivot_points_are_those_of_their_formulas() {
        // One month of a bar 10, 16, 8, 12 and one of a bar that opens at 13.
        double[][] two = {{10, 13}, {16, 14}, {8, 13}, {12, 13}, {1, 1}};
        Indicator indicator = Indicators.require("pivot-points");
        double[][] standard = levels(indicator, two, "standard");
        assertThat(standard[0][1]).isEqualTo(12);
        assertThat(standard[1][1]).isEqualTo(8);
        assertThat(standard[5][1]).isEqualTo(16);
        assertThat(levels(indicator, two, "fibonacci")[5][1]).isCloseTo(12 + 0.382 * 8, within(1e-12));
        assertThat(levels(indicator, two, "camarilla")[4][1]).isCloseTo(12 - 1.1 / 2 * 8, within(1e-12));
        assertThat(levels(indicator, two, "woodie")[0][1]).isEqualTo((16 + 8 + 2 * 13) / 4.0);
        // The close is above the open: (2 * 16 + 8 + 12) / 4.
        assertThat(levels(indicator, two, "demark")[0][1]).isEqualTo(13);
        assertThat(levels(indicator, two, "demark")[5][1]).isEqualTo(26 - 8);
    }

    private static double[][] levels(Indicator indicator, double[][] x, String type) {
        Bars bars = Bars.of(List.of(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 2, 2)), x[0], x[1], x[2], x[3], x[4]);
        return indicator.columns(bars, indicator.settings(Map.of("type", type)));
    }
}
