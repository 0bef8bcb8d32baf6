package io.mts1b.quantkit.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.attribution.Brinson.Effect;
import io.mts1b.quantkit.attribution.Brinson.Sector;
import io.mts1b.testkit.ForAll;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributionTest {

    /** C. Bacon, "Practical Portfolio Performance Measurement and Attribution", 2nd edition, 2008, chapter 5. */
    private static final List<Sector> BACON = List.of(
            new Sector("UK equities", 0.4, 0.2, 0.4, 0.1),
            new Sector("Japanese equities", 0.3, -0.05, 0.2, -0.04),
            new Sector("US equities", 0.3, 0.06, 0.4, 0.08));

    private static double sum(Brinson found, ToDoubleFunction<Effect> part) {
        return found.effects().stream().mapToDouble(part).sum();
    }

    @Test
    void effects_are_those_of_bacons_book() {
        Brinson found = Brinson.of(BACON);

        assertThat(found.portfolio()).isCloseTo(0.083, within(1e-15));
        assertThat(found.benchmark()).isCloseTo(0.064, within(1e-15));
        assertThat(sum(found, Effect::allocation)).isCloseTo(-0.012, within(1e-15));
        assertThat(sum(found, Effect::selection)).isCloseTo(0.03, within(1e-15));
        assertThat(sum(found, Effect::interaction)).isCloseTo(0.001, within(1e-15));
        assertThat(found.effects().get(1).allocation()).isCloseTo(-0.0104, within(1e-15));
        assertThat(found.effects().get(0).selection()).isCloseTo(0.04, within(1e-15));
    }

    private static Brinson drawn(RandomGenerator random) {
        double a = random.nextDouble();
        double b = random.nextDouble();
        return Brinson.of(List.of(
                new Sector("A", a, random.nextGaussian(0, 0.1), b, random.nextGaussian(0, 0.1)),
                new Sector("B", 1 - a, random.nextGaussian(0, 0.1), 1 - b, random.nextGaussian(0, 0.1))));
    }

    @Test
    void effects_sum_to_what_was_earned_more_in_one_period_and_in_many() {
        ForAll.cases(random -> {
            List<Brinson> periods =
                    IntStream.range(0, 12).mapToObj(_ -> drawn(random)).toList();
            for (Brinson one : periods) {
                assertThat(sum(one, Effect::total)).isCloseTo(one.portfolio() - one.benchmark(), within(1e-14));
            }
            Brinson linked = Brinson.linked(periods);
            double portfolio =
                    periods.stream().mapToDouble(one -> 1 + one.portfolio()).reduce(1, (x, y) -> x * y) - 1;
            assertThat(linked.portfolio()).isEqualTo(portfolio);
            assertThat(sum(linked, Effect::total)).isCloseTo(linked.portfolio() - linked.benchmark(), within(1e-12));
        });
    }

    @Test
    void one_period_links_to_itself_and_a_portfolio_that_is_its_benchmark_has_no_effects() {
        Brinson bacon = Brinson.of(BACON);
        assertThat(Brinson.linked(List.of(bacon)).effects().get(1).allocation()).isCloseTo(-0.0104, within(1e-15));
        Brinson same = Brinson.of(List.of(new Sector("A", 1, 0.1, 1, 0.1)));
        assertThat(Brinson.linked(List.of(same, same)).effects().getFirst().total())
                .isZero();
    }

    @Test
    void sectors_that_are_no_whole_are_refused() {
        assertThatThrownBy(() -> Brinson.of(List.of(new Sector("A", 0.5, 0, 1, 0))))
                .hasMessage("weights must sum to 1, was 0.5");
        assertThatThrownBy(() -> Brinson.of(List.of(new Sector("A", 1, 0, 0.9, 0))))
                .hasMessage("benchmark weights must sum to 1, was 0.9");
        assertThatThrownBy(() -> Brinson.of(List.of(BACON.getFirst(), BACON.getFirst())))
                .hasMessageStartingWith("sectors must come once, were [UK equities");
        assertThatThrownBy(() -> new Sector("A", Double.NaN, 0, 1, 0))
                .hasMessage("weights and returns of A must be finite");
        assertThatThrownBy(() -> Brinson.linked(List.of())).hasMessage("periods must not be empty");
        Brinson ruined = Brinson.of(List.of(new Sector("A", 1, -1, 1, 0)));
        assertThatThrownBy(() -> Brinson.linked(List.of(ruined)))
                .hasMessage("returns must be above -1, were -1.0 and 0.0");
        assertThatThrownBy(() -> Brinson.linked(List.of(Brinson.of(BACON), ruined)))
                .hasMessage("sectors must be [UK equities, Japanese equities, US equities], were [A]");
    }

    @Test
    void factors_account_for_what_is_held_of_them() {
        // Half of an asset that loads 2 and half of one that loads 0 earn the factor once, and 0.01 of their own.
        FactorAttribution found = FactorAttribution.of(
                new double[] {0.06}, new double[][] {{0.5}, {0.5}}, new double[][][] {{{2}, {0}}}, new double[][] {
                    {0.05}
                });

        assertThat(found.exposures(0)).containsExactly(1);
        assertThat(found.contributions(0)).containsExactly(0.05);
        assertThat(found.common()).containsExactly(0.05);
        assertThat(found.specific()[0]).isCloseTo(0.01, within(1e-15));
        assertThatThrownBy(() ->
                        FactorAttribution.of(new double[2], new double[][] {{1}}, new double[0][][], new double[0][]))
                .hasMessage("weights must have 2 rows, had 1");
        assertThatThrownBy(
                        () -> FactorAttribution.of(new double[0], new double[0][], new double[1][][], new double[0][]))
                .hasMessage("loadings must be of 0 factors, of 1");
    }
}
