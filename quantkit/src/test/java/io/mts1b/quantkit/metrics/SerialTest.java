package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;

class SerialTest {

    /** By hand: 1, 2, 4 follow 0, 1, 2 with products 3 of deviations, squares 2 and 14/3. */
    @Test
    void autocorrelation_matches_a_hand_worked_series() {
        double rho = 3 / Math.sqrt(2 * 14.0 / 3);

        assertThat(Autocorrelation.lagOne(new double[] {0, 1, 2, 4}).orElseThrow())
                .isCloseTo(rho, within(1e-15));
        assertThat(Autocorrelation.penalty(new double[] {0, 1, 2, 4}).orElseThrow())
                .isCloseTo(Math.sqrt(1 + 2 * (0.75 * rho + 0.5 * rho * rho + 0.25 * rho * rho * rho)), within(1e-15));
    }

    @Test
    void penalty_is_at_least_one_and_the_same_for_returns_that_alternate() {
        ForAll.cases(random -> {
            double[] returns = RandomReturns.any(random, 4);
            Autocorrelation.penalty(returns)
                    .ifPresent(penalty -> assertThat(penalty).isGreaterThanOrEqualTo(1));
        });
        double n = 6;
        assertThat(Autocorrelation.penalty(new double[] {1, -1, 1, -1, 1, -1}).orElseThrow())
                .isCloseTo(Math.sqrt(n), within(1e-12));
    }

    @Test
    void autocorrelation_is_undefined_where_nothing_varies() {
        assertThat(Autocorrelation.lagOne(RandomReturns.constant(0.01, 5))).isEmpty();
        assertThat(Autocorrelation.lagOne(new double[] {0.01, 0.01, 0.02})).isEmpty();
        assertThat(Autocorrelation.penalty(new double[] {0.02, 0.01, 0.01})).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Autocorrelation.lagOne(new double[] {1, 2}));
    }

    /** By hand: log wealth 1, 1, 3 on time 0, 1, 2 has products 2, squares 2 and 8/3: R^2 = 4 / (16/3). */
    @Test
    void stability_matches_a_hand_worked_series() {
        double[] returns = {Math.E - 1, 0, Math.E * Math.E - 1};

        assertThat(Stability.of(returns).orElseThrow()).isCloseTo(0.75, within(1e-14));
        assertThat(Stability.of(RandomReturns.constant(0.01, 9)).orElseThrow()).isCloseTo(1, within(1e-14));
    }

    @Test
    void stability_is_undefined_where_wealth_stands_still_or_is_lost() {
        assertThat(Stability.of(new double[5])).isEmpty();
        assertThat(Stability.of(new double[] {0.1, -1, 0.1})).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Stability.of(new double[] {0.1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Stability.of(new double[] {0.1, -1.1}));
    }
}
