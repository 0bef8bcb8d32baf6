package io.mts1b.quantkit.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mts1b.testkit.ForAll;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every indicator promises. */
class IndicatorContractTest {

    private static final int BARS = 400;

    static Stream<String> names() {
        return Indicators.all().keySet().stream();
    }

    /** Draws settings whose windows are short enough to be left within the bars. */
    static Settings anySettings(Indicator indicator, RandomGenerator random, int shortest) {
        Map<String, String> chosen = new TreeMap<>();
        boolean fasts =
                indicator.parameters().stream().anyMatch(one -> one.name().equals("fast"));
        for (Parameter parameter : indicator.parameters()) {
            switch (parameter) {
                case Parameter.Whole whole -> {
                    int least = Math.max(whole.least(), shortest);
                    // A fast window is shorter than a slow one.
                    int offset = fasts && !whole.name().equals("fast") ? 8 : 0;
                    int drawn = random.nextInt(least + offset, least + offset + 8);
                    chosen.put(whole.name(), Integer.toString(drawn));
                }
                case Parameter.Choice choice ->
                    chosen.put(
                            choice.name(),
                            choice.choices().get(random.nextInt(choice.choices().size())));
                case Parameter.Real _ -> {}
            }
        }
        return indicator.settings(chosen);
    }

    private static String named(Indicator indicator, int output) {
        return indicator.name() + " " + indicator.outputs().get(output);
    }

    @ParameterizedTest
    @MethodSource("names")
    void says_the_same_bar_by_bar_and_in_columns_and_nothing_of_the_future(String name) {
        Indicator indicator = Indicators.require(name);
        ForAll.cases(20, random -> {
            Settings settings = anySettings(indicator, random, 1);
            double[][] numbers = RandomBars.columns(random, BARS);
            int now = random.nextInt(BARS);
            Bars bars = RandomBars.bars(numbers);
            double[][] columns = indicator.columns(bars, settings);
            double[][] other = RandomBars.columns(random, BARS);
            for (int k = 0; k < 6; k++) {
                System.arraycopy(numbers[k], 0, other[k], 0, now);
            }
            double[][] poisoned = indicator.columns(RandomBars.bars(other), settings);
            double[][] head = indicator.columns(bars.head(now), settings);
            IndicatorStream stream = indicator.start(settings);
            CurrentBar bar = new CurrentBar();
            double[][] streamed = new double[columns.length][BARS];
            for (int t = 0; t < BARS; t++) {
                stream.update(bar.set(
                                bars.dates().get(t).toEpochDay(),
                                numbers[0][t],
                                numbers[1][t],
                                numbers[2][t],
                                numbers[3][t],
                                numbers[4][t])
                        .against(numbers[5][t]));
                for (int k = 0; k < columns.length; k++) {
                    streamed[k][t] = stream.value(k);
                }
            }
            double[][] blocks = inBlocks(bars, indicator.start(settings), random, columns.length);
            for (int k = 0; k < columns.length; k++) {
                assertThat(streamed[k]).as(named(indicator, k)).isEqualTo(columns[k]);
                assertThat(blocks[k]).as(named(indicator, k)).isEqualTo(columns[k]);
                assertThat(head[k]).as(named(indicator, k)).isEqualTo(Arrays.copyOf(columns[k], now));
                assertThat(Arrays.copyOf(poisoned[k], now)).isEqualTo(head[k]);
            }
        });
    }

    /** Takes some bars at a time, into the same little room. */
    private static double[][] inBlocks(Bars bars, IndicatorStream stream, RandomGenerator random, int outputs) {
        double[][] all = new double[outputs][bars.size()];
        double[][] room = new double[outputs][50];
        for (int from = 0; from < bars.size(); ) {
            int to = Math.min(from + random.nextInt(1, 50), bars.size());
            stream.update(bars, from, to, room);
            for (int k = 0; k < outputs; k++) {
                System.arraycopy(room[k], 0, all[k], from, to - from);
            }
            from = to;
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("names")
    void warms_up_as_long_as_it_says(String name) {
        Indicator indicator = Indicators.require(name);
        boolean[] spoke = new boolean[indicator.outputs().size()];
        ForAll.cases(20, random -> {
            // Shorter windows may hold too little to say anything, such as a range of one price.
            Settings settings = anySettings(indicator, random, 5);
            double[][] columns = indicator.columns(RandomBars.of(random, BARS), settings);
            List<Integer> warmup = indicator.warmup(settings);
            for (int k = 0; k < columns.length; k++) {
                int first = first(columns[k]);
                spoke[k] |= first < BARS;
                if (indicator.isEvent(k)) {
                    assertThat(first).as(named(indicator, k)).isGreaterThanOrEqualTo(warmup.get(k));
                } else {
                    assertThat(first).as(named(indicator, k)).isEqualTo(warmup.get(k));
                    assertThat(Arrays.stream(columns[k]).skip(first))
                            .as(named(indicator, k))
                            .allMatch(Double::isFinite);
                }
            }
        });
        for (int k = 0; k < spoke.length; k++) {
            assertThat(spoke[k]).as(named(indicator, k) + " says something").isTrue();
        }
    }

    private static int first(double[] column) {
        int t = 0;
        while (t < column.length && Double.isNaN(column[t])) {
            t++;
        }
        return t;
    }

    @ParameterizedTest
    @MethodSource("names")
    void passes_over_bars_that_lack_what_it_reads(String name) {
        Indicator indicator = Indicators.require(name);
        ForAll.cases(10, random -> {
            Settings settings = anySettings(indicator, random, 1);
            // Windows of dates begin on other bars where there are twice as many dates.
            if (name.equals("pivot-points")) {
                return;
            }
            settings = name.equals("vwap") ? indicator.standard() : settings;
            double[][] numbers = RandomBars.columns(random, 120);
            double[][] holes = new double[6][240];
            for (double[] column : holes) {
                Arrays.fill(column, Double.NaN);
            }
            for (int k = 0; k < 6; k++) {
                for (int t = 0; t < 120; t++) {
                    holes[k][2 * t] = numbers[k][t];
                }
            }
            double[][] whole = indicator.columns(RandomBars.bars(numbers), settings);
            double[][] found = indicator.columns(RandomBars.bars(holes), settings);
            for (int k = 0; k < whole.length; k++) {
                double[] odd = new double[120];
                for (int t = 0; t < 120; t++) {
                    odd[t] = found[k][2 * t];
                    assertThat(found[k][2 * t + 1]).as(named(indicator, k)).isNaN();
                }
                assertThat(odd).as(named(indicator, k)).isEqualTo(whole[k]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_finite_or_says_nothing_where_nothing_moves_or_nothing_trades(String name) {
        Indicator indicator = Indicators.require(name);
        double[][] idle = RandomBars.columns(new SplittableRandom(7), 300);
        Arrays.fill(idle[4], 0);
        for (Bars bars : List.of(RandomBars.flat(300), RandomBars.bars(new double[6][300]), RandomBars.bars(idle))) {
            for (double[] column : indicator.columns(bars, indicator.standard())) {
                assertThat(Arrays.stream(column)).allMatch(value -> !Double.isInfinite(value));
            }
        }
    }

    @Test
    void takes_bars_without_making_garbage() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Bars bars = RandomBars.of(new SplittableRandom(3), 2_000);
        CurrentBar bar = new CurrentBar();
        for (Indicator indicator : Indicators.all().values()) {
            IndicatorStream stream = indicator.start(indicator.standard());
            long before = 0;
            for (int round = 0; round < 6; round++) {
                if (round == 1) {
                    before = threads.getThreadAllocatedBytes(
                            Thread.currentThread().threadId());
                }
                for (int t = 0; t < 2_000; t++) {
                    bars.show(t, bar);
                    stream.update(bar);
                }
            }
            long made = threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
            // A date per month is made by those that look at dates; a number per bar would be 240,000 bytes.
            assertThat(made).as(indicator.name()).isLessThan(100_000);
        }
    }

    @Test
    void there_are_many_and_each_has_one_name() {
        assertThat(Indicators.all()).hasSizeGreaterThanOrEqualTo(95);
        for (Indicator indicator : Indicators.all().values()) {
            assertThat(indicator.outputs()).doesNotHaveDuplicates().isNotEmpty();
            assertThat(indicator.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            for (String alias : indicator.aliases()) {
                assertThat(Indicators.find(alias)).contains(indicator);
            }
        }
    }
}
