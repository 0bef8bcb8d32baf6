package io.mts1b.quantkit.odds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;

class ParityTest {

    /** By hand: yes at 0.55 and no at 0.42 cost 0.97, less two fees of 0.01 that is a cent for certain. */
    @Test
    void buying_both_sides_wins_what_they_cost_too_little() {
        Parity parity = Parity.of(new double[] {0.53, 0.40}, new double[] {0.55, 0.42}, 0.01);

        assertThat(parity.buying()).isCloseTo(0.01, within(1e-15));
        assertThat(parity.selling()).isCloseTo(-0.09, within(1e-15));
        assertThat(parity.isArbitrage()).isTrue();
        assertThat(Parity.of(new double[] {0.53, 0.40}, new double[] {0.55, 0.42}, 0.02)
                        .isArbitrage())
                .isFalse();
    }

    /** By hand: three candidates bid at 0.5, 0.4 and 0.2 bring in 1.1 for contracts that pay 1. */
    @Test
    void selling_all_outcomes_wins_what_they_bring_in_too_much() {
        Parity parity = Parity.of(new double[] {0.5, 0.4, 0.2}, new double[] {0.6, 0.5, 1}, 0);

        assertThat(parity.selling()).isCloseTo(0.1, within(1e-15));
        assertThat(parity.isArbitrage()).isTrue();
    }

    @Test
    void never_wins_both_ways_and_agrees_with_bets_at_the_same_prices() {
        ForAll.cases(random -> {
            int outcomes = random.nextInt(2, 6);
            double[] bids = new double[outcomes];
            double[] asks = new double[outcomes];
            double[] odds = new double[outcomes];
            for (int i = 0; i < outcomes; i++) {
                asks[i] = random.nextDouble(0.01, 0.99);
                bids[i] = random.nextDouble(0, asks[i]);
                odds[i] = 1 / asks[i];
            }

            Parity parity = Parity.of(bids, asks, 0);

            assertThat(parity.buying() > 0 && parity.selling() > 0).isFalse();
            Arbitrage.of(odds)
                    .ifPresent(bets ->
                            assertThat(parity.buying()).isCloseTo(1 - 1 / (1 + bets.profit()), within(1e-12)));
            assertThat(Arbitrage.of(odds).isPresent() || parity.buying() <= 1e-12)
                    .isTrue();
        });
    }

    @Test
    void refuses_prices_that_are_none() {
        double[] two = {0.4, 0.5};

        assertThatThrownBy(() -> Parity.of(new double[1], new double[1], 0))
                .hasMessage("bids must be for at least 2 outcomes, were for 1");
        assertThatThrownBy(() -> Parity.of(two, new double[3], 0)).hasMessage("asks must be of 2 outcomes, were of 3");
        assertThatThrownBy(() -> Parity.of(two, new double[] {0.3, 0.6}, 0))
                .hasMessage("bid and ask of outcome 0 must be in [0, 1] and not cross, were 0.4 and 0.3");
        assertThatThrownBy(() -> Parity.of(two, new double[] {0.5, Double.NaN}, 0))
                .hasMessageContaining("outcome 1 must be in [0, 1]");
        assertThatThrownBy(() -> Parity.of(two, two, -0.1)).hasMessage("fee must not be negative, was -0.1");
        assertThatThrownBy(() -> new Parity(Double.NaN, 0)).hasMessageContaining("edges must be finite");
    }
}
