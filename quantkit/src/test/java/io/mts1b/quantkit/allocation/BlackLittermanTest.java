package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.testkit.ForAll;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlackLittermanTest {

    private static final SymmetricMatrix TWO = SymmetricMatrix.of(new double[][] {{0.04, 0.01}, {0.01, 0.09}});
    private static final double[] PRIOR = {0.05, 0.08};

    /**
     * By hand: the view that asset 0 earns 9 % surprises by 4 %. As uncertain as the prior about it, it moves asset 0 half
     * way, and asset 1 by the beta of 1/4 of that. The variance of asset 0's mean, 0.5 * 0.04, halves.
     */
    @Test
    void matches_a_hand_worked_view() {
        BlackLitterman.Posterior found =
                BlackLitterman.of(TWO, PRIOR, 0.5).posterior(List.of(View.absolute(2, 0, 0.09)));

        assertThat(found.expected()).containsExactly(new double[] {0.07, 0.085}, within(1e-16));
        assertThat(found.covariance().get(0, 0)).isCloseTo(0.05, within(1e-16));
        assertThat(found.covariance().get(0, 1)).isCloseTo(0.0125, within(1e-16));
        assertThat(found.covariance().get(1, 1)).isCloseTo(0.135 - 0.005 * 0.005 / 0.04, within(1e-16));
    }

    /** By hand: 1/2 of the variance 0.04, once as it is and once by 0.2 / 0.8; the spread varies by 0.04 + 0.09 - 0.02. */
    @Test
    void views_err_less_the_more_confidence_they_are_held_with() {
        BlackLitterman model = BlackLitterman.of(TWO, PRIOR, 0.5);
        List<View> views = List.of(View.absolute(2, 0, 0.09), View.relative(2, 1, 0, 0.02));
        SymmetricMatrix errors = model.errors(views, new double[] {0.5, 0.8});

        assertThat(errors.get(0, 0)).isCloseTo(0.02, within(1e-17));
        assertThat(errors.get(1, 1)).isCloseTo(0.25 * 0.5 * 0.11, within(1e-16));
        assertThat(errors.get(1, 0)).isZero();
        assertThat(model.posterior(views, errors).expected())
                .containsExactly(model.posterior(views, new double[] {0.5, 0.8}).expected());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.errors(views, new double[] {0.5, 0}))
                .withMessage("confidence must be positive for an error, was 0 for view 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.errors(views, new double[] {Double.NaN, 0.5}))
                .withMessage("confidence must be in [0, 1], was NaN for view 0");
    }

    /** By hand: 8 % of mean over 2 % on a variance of 0.04/3 * 4 is 1.125 per unit; 4/5 and 1/5 of the market. */
    @Test
    void the_market_implies_a_prior() {
        double aversion =
                BlackLitterman.riskAversion(new double[] {0.02, -0.08, 0.12, 0.02}, new PeriodsPerYear(4), 0.02);

        assertThat(aversion).isCloseTo(0.06 / (4 * 0.02 / 3), within(1e-13));
        assertThat(BlackLitterman.marketImplied(TWO, new double[] {80, 20}, 2, 0.01))
                .containsExactly(new double[] {2 * 0.034 + 0.01, 2 * 0.026 + 0.01}, within(1e-16));
    }

    @Test
    void without_views_the_prior_stands() {
        ForAll.cases(20, random -> {
            int n = random.nextInt(1, 8);
            SymmetricMatrix covariance = covariance(random, n);
            double[] prior = random.doubles(n, -0.1, 0.2).toArray();
            BlackLitterman model = BlackLitterman.of(covariance, prior, 0.05);

            assertThat(model.posterior(List.of()).expected()).containsExactly(prior);
            assertThat(model.posterior(List.of(View.absolute(n, 0, 1)), new double[] {0})
                            .expected())
                    .containsExactly(prior);
            assertThat(model.posterior(List.of()).covariance().get(0, 0)).isEqualTo(1.05 * covariance.get(0, 0));
        });
    }

    @Test
    void a_certain_view_comes_true_and_confidence_is_the_way_to_it() {
        ForAll.cases(50, random -> {
            int n = random.nextInt(2, 8);
            BlackLitterman model = BlackLitterman.of(
                    covariance(random, n), random.doubles(n, -0.1, 0.2).toArray(), random.nextDouble(0.01, 1));
            View view = View.relative(n, 0, n - 1, 0.03);
            double confidence = random.nextDouble();

            double none = earned(model.posterior(List.of()), view);
            double some = earned(model.posterior(List.of(view), new double[] {confidence}), view);
            double full = earned(model.posterior(List.of(view), new double[] {1}), view);

            assertThat(full).isCloseTo(0.03, within(1e-14));
            assertThat(some).isCloseTo(none + confidence * (full - none), within(1e-14));
        });
    }

    @Test
    void a_view_that_says_what_the_prior_says_changes_no_mean() {
        double[] prior = {0.05, 0.08};
        BlackLitterman.Posterior found =
                BlackLitterman.of(TWO, prior, 0.05).posterior(List.of(View.relative(2, 1, 0, 0.08 - 0.05)));

        assertThat(found.expected()).containsExactly(prior, within(1e-16));
    }

    @Test
    void the_market_is_what_its_own_prior_calls_for() {
        ForAll.cases(20, random -> {
            int n = random.nextInt(1, 8);
            SymmetricMatrix covariance = covariance(random, n);
            double[] capitalization = random.doubles(n, 1, 100).toArray();
            double[] prior = BlackLitterman.marketImplied(covariance, capitalization, 3, 0);

            Weights found = BlackLitterman.of(covariance, prior, 0.05)
                    .posterior(List.of())
                    .weights();

            double sum = java.util.Arrays.stream(capitalization).sum();
            for (int i = 0; i < n; i++) {
                assertThat(found.get(i)).isCloseTo(capitalization[i] / sum, within(1e-10));
            }
        });
    }

    @Test
    void refuses_what_cannot_be_believed() {
        BlackLitterman model = BlackLitterman.of(TWO, PRIOR, 0.05);
        List<View> contrary = List.of(View.absolute(2, 0, 0.1), View.absolute(2, 0, 0.2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.posterior(contrary, new double[] {1, 1}))
                .withMessageStartingWith("views must not repeat or contradict each other for certain");
        assertThat(model.posterior(contrary).expected()[0]).isBetween(0.1, 0.15);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.posterior(contrary, new double[] {1, 1.5}))
                .withMessage("confidence must be in [0, 1], was 1.5 for view 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.posterior(List.of(View.absolute(3, 0, 0.1))))
                .withMessage("view 0 must hold 2 values, held 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.posterior(contrary, SymmetricMatrix.of(new double[][] {{1}})))
                .withMessage("omega must be of 2 views, was of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlackLitterman.of(TWO, PRIOR, 0))
                .withMessage("tau must be in (0, 1], was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> View.absolute(2, 2, 0.1))
                .withMessage("asset must be in [0, 1], was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> View.relative(2, 1, 1, 0.1))
                .withMessage("picks must hold at least 1 value that is not zero, held none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlackLitterman.marketImplied(TWO, new double[] {0, 0}, 1, 0))
                .withMessageStartingWith("capitalization must not be negative, and in sum positive");
    }

    private static double earned(BlackLitterman.Posterior posterior, View view) {
        return Vectors.dot(view.picks(), posterior.expected());
    }

    private static SymmetricMatrix covariance(java.util.random.RandomGenerator random, int n) {
        return SampleCovariance.of(Panels.returns(random, n, 60), Observations.COMPLETE);
    }
}
