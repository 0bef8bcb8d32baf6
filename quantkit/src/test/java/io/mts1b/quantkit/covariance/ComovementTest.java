package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.statistics.LinearFit;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComovementTest {

    private static final double NAN = Double.NaN;

    /** By hand: means 2 and 4, deviations -1, 0, 1 and -2, 1, 1; products sum to 3, squares to 2 and 6; divisor 2. */
    @Test
    void matches_a_hand_worked_panel() {
        Comovement both = Comovement.of(new double[][] {{1, 2, 3}, {2, 5, 5}}, Observations.COMPLETE);

        assertThat(both.covariance()).isEqualTo(SymmetricMatrix.of(new double[][] {{1, 1.5}, {1.5, 3}}));
        assertThat(both.correlation().get(0, 1)).isCloseTo(1.5 / Math.sqrt(3), within(1e-15));
        assertThat(both.correlation().get(1, 1)).isEqualTo(1);
    }

    /** By hand: rows 1 and 2 are shared by all; assets 0 and 1 share rows 0 to 2 as well. */
    @Test
    void uses_the_rows_it_is_told_to() {
        double[][] ragged = {{1, 2, 3}, {2, 5, 5}, {NAN, 1, 3}};

        SymmetricMatrix complete = SampleCovariance.of(ragged, Observations.COMPLETE);
        SymmetricMatrix pairwise = SampleCovariance.of(ragged, Observations.PAIRWISE);

        assertThat(complete.toArray()).isDeepEqualTo(new double[][] {{0.5, 0, 1}, {0, 0, 0}, {1, 0, 2}});
        assertThat(pairwise.get(0, 1)).isCloseTo(1.5, within(1e-15));
        assertThat(pairwise.get(0, 2)).isCloseTo(1, within(1e-15));
        assertThat(pairwise.get(1, 2)).isCloseTo(0, within(1e-15));
    }

    @Test
    void agrees_with_the_naive_twin_on_ragged_panels() {
        ForAll.cases(200, random -> {
            double[][] returns = panel(random);
            Comovement found = Comovement.of(returns, Observations.PAIRWISE);
            for (int i = 0; i < returns.length; i++) {
                for (int j = 0; j < returns.length; j++) {
                    LinearFit naive = shared(returns[i], returns[j]);
                    double divisor = naive.x().count() - 1;
                    assertThat(found.covariance().get(i, j)).isCloseTo(naive.products() / divisor, within(1e-15));
                    assertThat(found.correlation().get(i, j))
                            .isCloseTo(naive.correlation().orElseThrow(), within(1e-11));
                }
            }
        });
    }

    @Test
    void all_choices_agree_where_nothing_is_missing() {
        ForAll.cases(100, random -> {
            double[][] returns = IntStream.range(0, random.nextInt(1, 12))
                    .mapToObj(_ -> random.doubles(70, -0.1, 0.1).toArray())
                    .toArray(double[][]::new);
            double[][] longer = Arrays.stream(returns)
                    .map(column -> Arrays.copyOf(column, 71))
                    .toArray(double[][]::new);
            for (double[] column : longer) {
                column[70] = NAN;
            }

            SymmetricMatrix expected = SampleCovariance.of(returns, Observations.COMPLETE);

            assertThat(SampleCovariance.of(returns, Observations.PAIRWISE)).isEqualTo(expected);
            assertThat(SampleCovariance.of(longer, Observations.COMPLETE)).isEqualTo(expected);
            double[][] pairwise =
                    SampleCovariance.of(longer, Observations.PAIRWISE).toArray();
            for (int i = 0; i < pairwise.length; i++) {
                assertThat(pairwise[i]).containsExactly(expected.toArray()[i], within(1e-16));
            }
        });
    }

    @Test
    void a_column_that_only_rounds_does_not_vary() {
        double[] flat = {0.1, Math.nextUp(0.1), 0.1};
        double[] other = {1, 2, 4};

        assertThat(SampleCovariance.of(new double[][] {other, flat}, Observations.COMPLETE)
                        .get(1, 1))
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comovement.of(new double[][] {other, flat}, Observations.COMPLETE))
                .withMessage("asset 1 must vary, had variance 0.0: without variance it has no correlation");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Comovement.of(new double[][] {{NAN, 1, 2, 4}, {7, 0.1, 0.1, 0.1}}, Observations.PAIRWISE))
                .withMessageStartingWith("asset 1 must vary over the rows it shares with asset 0");
    }

    @Test
    void says_which_assets_share_too_little() {
        double[][] apart = {{1, 2, 3, NAN}, {NAN, NAN, 3, 4}};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleCovariance.of(apart, Observations.PAIRWISE))
                .withMessage("assets 0 and 1 must share at least 2 rows in which neither is missing, shared 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleCovariance.of(apart, Observations.COMPLETE))
                .withMessage("returns must hold at least 2 rows in which no asset is missing, held 1");
    }

    @Test
    void refuses_panels_that_are_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleCovariance.of(new double[0][], Observations.COMPLETE))
                .withMessage("returns must hold at least 1 asset, held 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleCovariance.of(new double[][] {{1, 2}, {1}}, Observations.COMPLETE))
                .withMessage("asset 1 must hold 2 values, held 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleCovariance.of(
                        new double[][] {{1, 2}, {1, Double.NEGATIVE_INFINITY}}, Observations.PAIRWISE))
                .withMessage("returns must be finite, or NaN where missing, was -Infinity at asset 1, row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleCovariance.of(new double[][] {{1e200, -1e200}}, Observations.COMPLETE))
                .withMessage("entry (0, 0) must be finite, was Infinity");
    }

    /** Assets of different age, and now and then a gap; any two share at least six rows. */
    private static double[][] panel(RandomGenerator random) {
        int rows = random.nextInt(20, 60);
        double[][] returns = new double[random.nextInt(1, 8)][];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = random.doubles(rows, -0.1, 0.1).toArray();
            Arrays.fill(returns[i], 0, random.nextInt(10), NAN);
            returns[i][10 + random.nextInt(4)] = NAN;
        }
        return returns;
    }

    private static LinearFit shared(double[] one, double[] other) {
        int[] rows = IntStream.range(0, one.length)
                .filter(t -> !Double.isNaN(one[t]) && !Double.isNaN(other[t]))
                .toArray();
        return LinearFit.of(
                        Arrays.stream(rows).mapToDouble(t -> one[t]).toArray(),
                        Arrays.stream(rows).mapToDouble(t -> other[t]).toArray())
                .orElseThrow();
    }
}
