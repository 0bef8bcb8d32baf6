package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cardinality, smallest positions and smallest trades. */
class SelectionTest {

    /** Uncorrelated variances of 1, 2, 3 and so on. */
    private static ConvexRisk uncorrelated(int assets) {
        double[][] rows = new double[assets][assets];
        IntStream.range(0, assets).forEach(i -> rows[i][i] = i + 1);
        return PortfolioRisk.variance(SymmetricMatrix.of(rows));
    }

    private static double objective(Allocation found) {
        assertThat(found).isInstanceOf(Allocation.Optimal.class);
        return ((Allocation.Optimal) found).objective();
    }

    @Test
    void two_of_four_assets_are_those_of_least_variance() {
        Allocation found = MeanRisk.of(uncorrelated(4), Constraints.longOnly(4))
                .withSelection(Selection.any(4).withMostHoldings(2))
                .minimumRisk();
        assertThat(found.orElseThrow().toArray()).containsExactly(new double[] {2 / 3.0, 1 / 3.0, 0, 0}, within(1e-12));
        assertThat(objective(found)).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void positions_are_none_or_large_enough() {
        // Without the rule 12 : 6 : 4 of 22; the third would be 0.18. Two alone have variance 2/3, three with the last
        // at
        // 0.25 have 2/3 * 0.75^2 + 3 * 0.0625 = 0.5625.
        Allocation found = MeanRisk.of(uncorrelated(3), Constraints.longOnly(3))
                .withSelection(Selection.any(3).withLeastHolding(0.25))
                .minimumRisk();
        assertThat(found.orElseThrow().toArray()).containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-9));
        Allocation fewer = MeanRisk.of(uncorrelated(3), Constraints.longOnly(3))
                .withSelection(Selection.any(3).withLeastHolding(0.35))
                .minimumRisk();
        assertThat(fewer.orElseThrow().toArray()).containsExactly(new double[] {0.65, 0.35, 0}, within(1e-9));
    }

    @Test
    void trades_are_none_or_large_enough() {
        // Half and half wants to be 2/3 and 1/3, a trade of 1/6.
        MeanRisk two = MeanRisk.of(uncorrelated(2), Constraints.longOnly(2));
        Weights held = Weights.equal(2);
        assertThat(two.withSelection(Selection.any(2).withLeastTrade(held, 0.1))
                        .minimumRisk()
                        .orElseThrow()
                        .toArray())
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-9));
        // A trade of 0.3 is as good as one of 1/3 - 0.3 = 1/30: better than none.
        assertThat(two.withSelection(Selection.any(2).withLeastTrade(held, 0.3))
                        .minimumRisk()
                        .orElseThrow()
                        .toArray())
                .containsExactly(new double[] {0.8, 0.2}, within(1e-9));
        assertThat(two.withSelection(Selection.any(2).withLeastTrade(held, 0.4))
                        .minimumRisk()
                        .orElseThrow()
                        .toArray())
                .containsExactly(new double[] {0.5, 0.5}, within(1e-9));
    }

    @Test
    void short_positions_count_and_must_be_large_enough_too() {
        MeanRisk neutral = MeanRisk.of(
                        uncorrelated(4),
                        Constraints.longOnly(4).withBounds(-1, 1).withBudget(0))
                .withExpectedReturns(new double[] {0.3, 0.1, 0.1, -0.2});
        Weights found = neutral.withSelection(
                        Selection.any(4).withMostHoldings(2).withLeastHolding(0.2))
                .maximumUtility(0.25)
                .orElseThrow();
        // a (0.3 + 0.2) - 0.25 (1 + 4) a^2 is best at a = 0.2.
        assertThat(found.toArray()).containsExactly(new double[] {0.2, 0, 0, -0.2}, within(1e-9));
        assertThat(neutral.withSelection(Selection.any(4).withLeastHolding(0.45))
                        .maximumUtility(0.25)
                        .orElseThrow()
                        .toArray())
                .containsExactly(new double[] {0, 0, 0, 0}, within(1e-9));
    }

    /** The naive twin solves the convex problem on every set of assets, and takes the best. */
    @Test
    void every_set_of_assets_agrees() {
        ForAll.cases(40, random -> {
            int n = 3 + random.nextInt(5);
            double[][] returns = Panels.returns(random, n, 60);
            SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.COMPLETE);
            double size = Math.sqrt(covariance.get(0, 0));
            double[] expected = random.doubles(n, -0.05 * size, 0.3 * size).toArray();
            int most = 1 + random.nextInt(n);
            double least = random.nextBoolean() ? 0 : random.nextDouble(0.02, 0.9 / n);
            Constraints kept = Constraints.longOnly(n).withBounds(0, random.nextDouble(0.3, 1));
            MeanRisk optimizer =
                    MeanRisk.of(PortfolioRisk.variance(covariance), kept).withExpectedReturns(expected);
            Selection rules = Selection.any(n).withMostHoldings(most).withLeastHolding(least);
            double mostRisk = 2 * objective(optimizer.minimumRisk());
            List<Function<MeanRisk, Allocation>> goals = List.of(
                    MeanRisk::minimumRisk,
                    o -> o.maximumUtility(2),
                    o -> o.maximumRatio(0),
                    o -> o.maximumReturn(mostRisk));
            for (int g = 0; g < goals.size(); g++) {
                double sign = g == 0 ? -1 : 1;
                double best = Double.NEGATIVE_INFINITY;
                for (int set = 1; set < 1 << n; set++) {
                    if (Integer.bitCount(set) <= most) {
                        Allocation one = goals.get(g)
                                .apply(MeanRisk.of(PortfolioRisk.variance(covariance), only(kept, set, least))
                                        .withExpectedReturns(expected));
                        if (one instanceof Allocation.Optimal optimal) {
                            best = Math.max(best, sign * optimal.objective());
                        }
                    }
                }
                Allocation found = goals.get(g).apply(optimizer.withSelection(rules));
                if (best == Double.NEGATIVE_INFINITY) {
                    assertThat(found).isInstanceOf(Allocation.Infeasible.class);
                } else {
                    assertThat(sign * objective(found)).isCloseTo(best, within(1e-7 * Math.abs(best)));
                    assertThat(rules.broken(found.orElseThrow(), 1e-9)).isEmpty();
                    assertThat(kept.broken(found.orElseThrow(), 1e-9)).isEmpty();
                }
            }
        });
    }

    private static Constraints only(Constraints kept, int set, double least) {
        double[] lower = new double[kept.assets()];
        double[] upper = new double[kept.assets()];
        for (int i = 0; i < lower.length; i++) {
            boolean in = (set >> i & 1) == 1;
            lower[i] = in ? Math.min(least, kept.upper(i)) : 0;
            upper[i] = in ? kept.upper(i) : 0;
        }
        return kept.withBounds(lower, upper);
    }

    /** The naive twin tries every way to keep, buy or sell each asset. */
    @Test
    void every_way_to_trade_agrees() {
        ForAll.cases(25, random -> {
            int n = 2 + random.nextInt(3);
            ConvexRisk risk =
                    PortfolioRisk.variance(SampleCovariance.of(Panels.returns(random, n, 40), Observations.COMPLETE));
            double[] drawn = random.doubles(n, 0, 1).toArray();
            double sum = Samples.sum(drawn);
            Weights held = Weights.of(Arrays.stream(drawn).map(w -> w / sum).toArray());
            double least = random.nextDouble(0.02, 0.4);
            double best = risk.of(held);
            int ways = (int) Math.pow(3, n);
            for (int way = 0; way < ways; way++) {
                double[] lower = new double[n];
                double[] upper = new double[n];
                boolean possible = true;
                for (int i = 0, left = way; i < n; i++, left /= 3) {
                    double from = held.get(i);
                    lower[i] = left % 3 == 0 ? from : left % 3 == 1 ? from + least : 0;
                    upper[i] = left % 3 == 0 ? from : left % 3 == 1 ? 1 : from - least;
                    possible &= lower[i] <= upper[i];
                }
                if (possible
                        && MeanRisk.of(risk, Constraints.longOnly(n).withBounds(lower, upper))
                                        .minimumRisk()
                                instanceof Allocation.Optimal one) {
                    best = Math.min(best, one.objective());
                }
            }
            Selection rules = Selection.any(n).withLeastTrade(held, least);
            Allocation found = MeanRisk.of(risk, Constraints.longOnly(n))
                    .withSelection(rules)
                    .minimumRisk();
            assertThat(objective(found)).isCloseTo(best, within(1e-9 * best));
            assertThat(rules.broken(found.orElseThrow(), 1e-9)).isEmpty();
        });
    }

    @Test
    void other_risks_costs_and_uncertain_means_are_selected_too() {
        ForAll.cases(6, random -> {
            int n = 5;
            double[][] returns = Panels.returns(random, n, 40);
            double[] expected = random.doubles(n, 0, 0.004).toArray();
            double[] costs = random.doubles(n, 0, 0.0005).toArray();
            Constraints kept = Constraints.longOnly(n).withTurnover(Weights.equal(n), 1.2);
            Function<Constraints, MeanRisk> optimizer =
                    within -> MeanRisk.of(PortfolioRisk.conditionalValueAtRisk(returns, 0.1), within)
                            .withExpectedReturns(expected)
                            .withUncertainReturns(MeanUncertainty.box(costs))
                            .withTradingCosts(Weights.equal(n), costs);
            double best = Double.NEGATIVE_INFINITY;
            for (int set = 1; set < 1 << n; set++) {
                if (Integer.bitCount(set) <= 3
                        && optimizer.apply(only(kept, set, 0)).maximumUtility(0.2) instanceof Allocation.Optimal one) {
                    best = Math.max(best, one.objective());
                }
            }
            Allocation found = optimizer
                    .apply(kept)
                    .withSelection(Selection.any(n).withMostHoldings(3))
                    .maximumUtility(0.2);
            assertThat(objective(found)).isCloseTo(best, within(1e-9));
        });
    }

    @Test
    void rules_in_conflict_are_named_with_what_they_contradict() {
        Constraints thirds = Constraints.longOnly(5).withBounds(0, 0.3);
        MeanRisk optimizer = MeanRisk.of(uncorrelated(5), thirds);
        Allocation.Infeasible few = (Allocation.Infeasible)
                optimizer.withSelection(Selection.any(5).withMostHoldings(3)).minimumRisk();
        assertThat(few.conflict()).containsExactly("budget", "upper bounds", "cardinality");
        assertThat(few.broken()).containsOnlyKeys("cardinality").containsEntry("cardinality", 1.0);
        assertThat(thirds.broken(few.nearest(), 1e-9)).isEmpty();
        assertThat(Arrays.stream(few.nearest().toArray()).filter(w -> w > 0)).hasSize(4);

        Constraints large = Constraints.longOnly(5).withBounds(0, 0.9);
        Allocation.Infeasible lots = (Allocation.Infeasible) MeanRisk.of(uncorrelated(5), large)
                .withSelection(Selection.any(5).withLeastHolding(0.6).withMostHoldings(4))
                .minimumRisk();
        assertThat(lots.conflict()).containsExactly("budget", "lower bounds", "upper bounds", "minimum holding");
        assertThat(lots.broken()).containsKey("minimum holding");

        Allocation.Infeasible still = (Allocation.Infeasible) MeanRisk.of(
                        uncorrelated(2), Constraints.longOnly(2).withTurnover(Weights.of(1, 0), 0.3))
                .withExpectedReturns(new double[] {0, 1})
                .withSelection(Selection.any(2).withLeastTrade(Weights.of(1, 0), 0.2))
                .minimumRisk(0.1);
        assertThat(still.conflict()).contains("turnover", "target return", "minimum trade");
        assertThatIllegalArgumentException().isThrownBy(still::orElseThrow).withMessageContaining("minimum trade");

        Allocation.Infeasible plain = (Allocation.Infeasible)
                MeanRisk.of(uncorrelated(5), Constraints.longOnly(5).withBounds(0, 0.1))
                        .withSelection(Selection.any(5).withMostHoldings(3))
                        .minimumRisk();
        assertThat(plain.conflict()).containsExactly("budget", "upper bounds");
    }

    @Test
    void a_search_that_had_to_stop_says_how_good_its_answer_is() {
        RandomGenerator random = new SplittableRandom(11);
        ConvexRisk risk =
                PortfolioRisk.variance(SampleCovariance.of(Panels.returns(random, 12, 60), Observations.COMPLETE));
        MeanRisk optimizer = MeanRisk.of(risk, Constraints.longOnly(12));
        Selection rules = Selection.any(12).withMostHoldings(4);
        double best = objective(optimizer.withSelection(rules).minimumRisk());
        double free = objective(optimizer.minimumRisk());
        Allocation.Unproven stopped = (Allocation.Unproven)
                optimizer.withSelection(rules.withEffort(3)).minimumRisk();
        assertThat(stopped.objective()).isGreaterThanOrEqualTo(best * (1 - 1e-9));
        assertThat(stopped.bound()).isBetween(free * (1 - 1e-9), best * (1 + 1e-9));
        assertThat(stopped.gap()).isCloseTo(stopped.objective() - stopped.bound(), within(1e-18));
        assertThat(rules.broken(stopped.orElseThrow(), 1e-9)).isEmpty();
        MeanRisk earning = optimizer.withExpectedReturns(
                IntStream.range(0, 12).mapToDouble(i -> 1e-5 * i).toArray());
        double most = objective(earning.withSelection(rules).maximumUtility(10));
        Allocation.Unproven bounded =
                (Allocation.Unproven) earning.withSelection(rules.withEffort(2)).maximumUtility(10);
        assertThat(bounded.bound()).isGreaterThanOrEqualTo(most * (1 - 1e-9));
    }

    @Test
    void a_search_that_found_nothing_in_time_says_so() {
        // Lots of 0.3 to 0.32 cannot sum to one, nor can the first few problems tell.
        double[] upper = new double[12];
        Arrays.setAll(upper, i -> 0.3 + 0.001 * i);
        MeanRisk optimizer =
                MeanRisk.of(uncorrelated(12), Constraints.longOnly(12).withBounds(new double[12], upper));
        assertThatIllegalStateException()
                .isThrownBy(() -> optimizer
                        .withSelection(Selection.any(12).withLeastHolding(0.3).withEffort(1))
                        .minimumRisk())
                .withMessageStartingWith("no portfolio was found in 1 convex problems");
    }

    @Test
    void thirty_assets_are_searched_to_the_end() {
        RandomGenerator random = new SplittableRandom(5);
        double[][] returns = Panels.returns(random, 30, 250);
        ConvexRisk risk = PortfolioRisk.variance(SampleCovariance.of(returns, Observations.COMPLETE));
        Allocation found = MeanRisk.of(risk, Constraints.longOnly(30))
                .withSelection(Selection.any(30).withMostHoldings(6).withLeastHolding(0.05))
                .minimumRisk();
        assertThat(found).isInstanceOf(Allocation.Optimal.class);
    }

    @Test
    void what_is_no_rule_is_refused() {
        Selection any = Selection.any(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.any(0))
                .withMessage("assets must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.withMostHoldings(0))
                .withMessage("cardinality must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.withLeastHolding(-0.1))
                .withMessage("minimum holding must not be negative, was -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.withLeastTrade(Weights.equal(2), Double.NaN))
                .withMessage("minimum trade must not be negative, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.withLeastTrade(Weights.equal(3), 0.1))
                .withMessage("held must hold 2 values, held 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.withEffort(0))
                .withMessage("effort must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MeanRisk.of(uncorrelated(3), Constraints.longOnly(3)).withSelection(any))
                .withMessage("selection must be of 3 assets, was of 2");
    }
}
