package io.mts1b.quantkit.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnsTest {

    private static final double NAN = Double.NaN;

    @Test
    void match_a_hand_worked_series() {
        double[] prices = {100, 125, 100};

        assertThat(Returns.simple(prices)).containsExactly(new double[] {0.25, -0.2}, within(1e-15));
        assertThat(Returns.logarithmic(prices))
                .containsExactly(new double[] {Math.log(1.25), -Math.log(1.25)}, within(1e-15));
        assertThat(Returns.wealth(new double[] {0.25, -0.2})).containsExactly(1, 1.25, 1);
        assertThat(Returns.excess(new double[] {0.25, -0.25}, 0.125)).containsExactly(0.125, -0.375);
        assertThat(Returns.excess(new double[] {0.25, -0.25}, new double[] {0.5, -0.5}))
                .containsExactly(-0.25, 0.25);
    }

    @Test
    void are_missing_on_both_sides_of_a_missing_price() {
        assertThat(Returns.simple(new double[] {NAN, 1, 2, NAN, 4, 8})).containsExactly(NAN, 1, NAN, NAN, 1);
        double[][] simple = Returns.simple(new double[][] {{NAN, 1, 2}, {4, 2, 1}});
        assertThat(simple[0]).containsExactly(NAN, 1);
        assertThat(simple[1]).containsExactly(-0.5, -0.5);
        double[][] logarithmic = Returns.logarithmic(new double[][] {{1, 1}, {NAN, 1}});
        assertThat(logarithmic[0]).containsExactly(0);
        assertThat(logarithmic[1]).containsExactly(NAN);
    }

    @Test
    void wealth_of_returns_is_the_price_curve() {
        ForAll.cases(random -> {
            double[] prices = random.doubles(random.nextInt(1, 50), 0.01, 1_000).toArray();
            double[] wealth = Returns.wealth(Returns.simple(prices));
            double[] logs = Returns.logarithmic(prices);

            double sum = 0;
            for (int t = 0; t < prices.length; t++) {
                sum += t == 0 ? 0 : logs[t - 1];
                assertThat(wealth[t] * prices[0] / prices[t]).isCloseTo(1, within(1e-12));
                assertThat(sum).isCloseTo(Math.log(wealth[t]), within(1e-11));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refuse_what_is_no_price(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Returns.simple(new double[] {1, bad}))
                .withMessage("prices must be positive and finite, or NaN where missing, was %s at index 1", bad);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Returns.logarithmic(new double[][] {{1, 1}, {bad, 1}}))
                .withMessageStartingWith("asset 1: prices must be positive")
                .withMessageEndingWith("at index 0");
    }

    @Test
    void refuse_lengths_that_do_not_fit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Returns.simple(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Returns.simple(new double[][] {{1, 2}, {1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Returns.excess(new double[] {1}, new double[2]));
    }

    @Test
    void refuse_to_lose_more_than_everything() {
        assertThat(Returns.wealth(new double[] {-1, 0.5})).containsExactly(1, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Returns.wealth(new double[] {0.1, -1.5}))
                .withMessage("returns must be at least -1, the loss of everything, was -1.5 at index 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Returns.wealth(new double[] {NAN}));
    }
}
