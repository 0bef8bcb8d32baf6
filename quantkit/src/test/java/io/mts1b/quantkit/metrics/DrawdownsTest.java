package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.returns.Returns;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawdownsTest {

    /** By hand: from 100 to 80 and back at point 3; from 120, at its second touch, to 60 and not back. */
    @Test
    void match_a_hand_worked_curve() {
        Drawdowns found = Drawdowns.ofLevels(new double[] {100, 80, 90, 100, 120, 110, 120, 60, 60, 90});

        Drawdown first = new Drawdown(0, 1, 3, true, 0.8 - 1);
        Drawdown second = new Drawdown(4, 5, 6, true, 110.0 / 120 - 1);
        Drawdown third = new Drawdown(6, 7, 9, false, -0.5);
        assertThat(found.episodes()).containsExactly(first, second, third);
        assertThat(found.deepest(2)).containsExactly(third, first);
        assertThat(found.maximum()).isEqualTo(-0.5);
        assertThat(found.average().orElseThrow()).isCloseTo(-(0.2 + 1.0 / 12 + 0.5) / 3, within(1e-15));
        assertThat(found.underwater())
                .containsExactly(new double[] {0, -0.2, -0.1, 0, 0, -1.0 / 12, 0, -0.5, -0.5, -0.25}, within(1e-15));
        assertThat(first.recovery()).hasValue(3);
        assertThat(third.recovery()).isEmpty();
        assertThat(third.length()).isEqualTo(3);
    }

    /** By hand: a loss in the first period counts. Falls of 20 %, 10 % and none; sum of squares 0.05. */
    @Test
    void begin_at_the_wealth_before_the_first_return() {
        Drawdowns found = Drawdowns.ofReturns(new double[] {-0.2, 0.125, 0.25});

        assertThat(found.episodes()).containsExactly(new Drawdown(0, 1, 3, true, 0.8 - 1));
        assertThat(found.ulcerIndex(0).orElseThrow()).isCloseTo(Math.sqrt(0.05 / 3), within(1e-15));
        assertThat(found.ulcerIndex(1).orElseThrow()).isCloseTo(Math.sqrt(0.05 / 2), within(1e-15));
        assertThat(found.ulcerIndex(3)).isEmpty();
    }

    @Test
    void of_a_curve_that_never_falls_are_none() {
        Drawdowns found = Drawdowns.ofLevels(new double[] {1, 1, 2, 3});

        assertThat(found.episodes()).isEmpty();
        assertThat(found.maximum()).isZero();
        assertThat(found.average()).isEmpty();
        assertThat(found.ulcerIndex(0)).hasValue(0);
        assertThat(Drawdowns.ofReturns(new double[0]).ulcerIndex(0)).isEmpty();
    }

    @Test
    void losing_everything_is_a_fall_of_one() {
        assertThat(Drawdowns.ofReturns(new double[] {0.1, -1, 0.5}).episodes())
                .containsExactly(new Drawdown(1, 2, 3, false, -1));
    }

    @Test
    void follow_each_other_and_cover_all_that_is_under_water() {
        ForAll.cases(random -> {
            double[] returns = RandomReturns.any(random, 1);
            Drawdowns found = Drawdowns.ofReturns(returns);
            double[] underwater = found.underwater();
            double[] wealth = Returns.wealth(returns);

            int dry = 0;
            for (Drawdown drawdown : found.episodes()) {
                for (; dry <= drawdown.peak(); dry++) {
                    assertThat(underwater[dry]).isZero();
                }
                int end = drawdown.recovered() ? drawdown.end() : drawdown.end() + 1;
                double worst = Arrays.stream(underwater, dry, end).min().orElseThrow();
                assertThat(Arrays.stream(underwater, dry, end)).allMatch(fall -> fall < 0);
                assertThat(drawdown.depth()).isEqualTo(worst).isEqualTo(underwater[drawdown.valley()]);
                assertThat(wealth[drawdown.peak()])
                        .isEqualTo(Arrays.stream(wealth, 0, end).max().orElseThrow());
                dry = end;
            }
            assertThat(Arrays.stream(underwater, dry, underwater.length)).allMatch(fall -> fall == 0);
            assertThat(found.maximum())
                    .isEqualTo(Arrays.stream(underwater).min().orElseThrow());
        });
    }

    @Test
    void do_not_depend_on_the_scale_of_the_curve() {
        ForAll.cases(random -> {
            double[] levels = random.doubles(random.nextInt(1, 30), 1, 2).toArray();
            List<Drawdown> found = Drawdowns.ofLevels(levels).episodes();

            assertThat(Drawdowns.ofLevels(RandomReturns.times(8, levels)).episodes())
                    .isEqualTo(found);
        });
    }

    @Test
    void refuse_what_is_no_curve() {
        assertThatIllegalArgumentException().isThrownBy(() -> Drawdowns.ofLevels(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Drawdowns.ofLevels(new double[] {0, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drawdowns.ofLevels(new double[] {1, -1}))
                .withMessage("levels must start above 0 and not fall below it, was -1.0 at index 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Drawdowns.ofLevels(new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> Drawdowns.ofReturns(new double[] {-2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drawdowns.ofReturns(new double[0]).deepest(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Drawdown(1, 1, 2, true, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Drawdown(0, 2, 2, true, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Drawdown(0, 1, 2, true, 0.1));
    }
}
