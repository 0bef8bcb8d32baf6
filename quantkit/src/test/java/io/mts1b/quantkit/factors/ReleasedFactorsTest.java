package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.testkit.ForAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Factors of what somebody published. */
class ReleasedFactorsTest {

    private static final LocalDate START = FactorContract.START;

    private static Release release(int asset, int period, int released, double value) {
        return new Release(
                InstrumentId.parse("A" + asset + ".TEST"), START.plusDays(period), START.plusDays(released), value);
    }

    /** Figures of five assets, about some days and out some days later. */
    private static List<Release> drawn(RandomGenerator random) {
        List<Release> figures = new ArrayList<>();
        for (int a = 0; a < 5; a++) {
            for (int period = -20; period < 60; period += 10) {
                figures.add(release(a, period, period + random.nextInt(1, 15), random.nextDouble(1, 100)));
            }
        }
        return figures;
    }

    private static Releases figures(int seed) {
        return new Releases(drawn(new SplittableRandom(seed)), 1, 40);
    }

    @Nested
    class OfCarry extends FactorContract {
        @Override
        Factor factor() {
            return new Carry("f_carry", figures(1));
        }
    }

    @Nested
    class OfValue extends FactorContract {
        @Override
        Factor factor() {
            return new Value("f_book_to_price", figures(2));
        }
    }

    @Nested
    class OfQuality extends FactorContract {
        @Override
        Factor factor() {
            return new Quality("f_gross_profitability", figures(3), figures(4));
        }
    }

    @Nested
    class OfTurnover extends FactorContract {
        @Override
        Factor factor() {
            return new LowTurnover("f_low_turnover", figures(5), 5);
        }
    }

    @Test
    void only_what_was_out_is_known_and_the_latest_period_counts() {
        Releases figures = new Releases(
                List.of(
                        release(0, 0, 2, 10),
                        // Of the next period, restated two days later, and a late one of the period before.
                        release(0, 3, 4, 20),
                        release(0, 3, 6, 21),
                        release(0, 1, 7, 99)),
                1,
                9);
        UniversePanel panel = FactorContract.of(new double[2][16]);
        double no = Double.NaN;

        assertThat(figures.known(panel, 0))
                .containsExactly(no, no, no, 10, 10, 20, 20, 21, 21, 21, 21, 21, 21, no, no, no);
        assertThat(figures.known(panel, 1)).containsOnly(no);
    }

    @Test
    void later_releases_change_nothing_before_them() {
        ForAll.cases(100, random -> {
            List<Release> all = drawn(random);
            int now = random.nextInt(1, 60);
            List<Release> poisoned = all.stream()
                    .map(one -> one.released().isBefore(START.plusDays(now))
                            ? one
                            : new Release(one.asset(), one.period(), one.released(), random.nextDouble(1, 100)))
                    .toList();
            UniversePanel panel = FactorContract.panel(random, 5, 60);
            for (int a = 0; a < 5; a++) {
                // With a lag of one day, what comes out today is not known today.
                double[] before = new Releases(all, 1, 40).known(panel, a);
                double[] after = new Releases(poisoned, 1, 40).known(panel, a);
                assertThat(Arrays.copyOf(after, now + 1)).isEqualTo(Arrays.copyOf(before, now + 1));
            }
        });
    }

    @Test
    void ranks_as_worked_by_hand() {
        Releases book = new Releases(List.of(release(0, -9, -5, 50), release(1, -9, -5, 50)), 0, 99);
        Releases assets = new Releases(List.of(release(0, -9, -5, 200), release(1, -9, -5, 100)), 0, 99);
        UniversePanel panel = FactorContract.of(new double[][] {{100}, {25}}, new double[][] {{10}, {10}});

        // Book to price 0.5 and 2; profit over assets 0.25 and 0.5; turnover 10 / 200 and 10 / 100.
        assertThat(new Value("f_v", book).scores(panel)).isDeepEqualTo(new double[][] {{-1}, {1}});
        assertThat(new Quality("f_q", book, assets).scores(panel)).isDeepEqualTo(new double[][] {{-1}, {1}});
        assertThat(new LowTurnover("f_l", assets, 1).scores(panel)[0][0]).isCloseTo(1, within(1e-12));
        assertThat(new Carry("f_c", assets).scores(panel)[0][0]).isCloseTo(1, within(0.0));
    }

    @Test
    void refuses_figures_that_cannot_be() {
        assertThatThrownBy(() -> release(0, 3, 2, 1))
                .hasMessage("released must not be before period 2020-01-04, was 2020-01-03");
        assertThatThrownBy(() -> release(0, 3, 4, Double.NaN)).hasMessage("value must be finite, was NaN");
        assertThatThrownBy(() -> new Releases(List.of(), -1, 0)).hasMessage("lagDays must not be negative, was -1");
        assertThatThrownBy(() -> new Releases(List.of(), 0, -1)).hasMessage("maxAgeDays must not be negative, was -1");
        assertThatThrownBy(() -> new Releases(List.of(release(0, 1, 2, 1), release(0, 1, 2, 3)), 0, 9))
                .hasMessage("period 2020-01-02 of A0.TEST must be released once on 2020-01-03");
        assertThatThrownBy(() -> new LowTurnover("f_l", new Releases(List.of(), 0, 9), 0))
                .hasMessage("window must be at least 1, was 0");
    }
}
