package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WinLossTest {

    /** By hand: three wins of 6 together, two losses of 3, one flat that ends a row of wins. */
    @Test
    void matches_a_hand_worked_series() {
        WinLoss record = WinLoss.of(new double[] {1, 2, 0, 3, -0.5, -2.5});

        assertThat(record).isEqualTo(new WinLoss(3, 2, 1, 6, -3, 2, 2));
        assertThat(record.periods()).isEqualTo(6);
        assertThat(record.winRate()).hasValue(0.6);
        assertThat(record.exposure()).hasValue(5.0 / 6);
        assertThat(record.averageWin()).hasValue(2);
        assertThat(record.averageLoss()).hasValue(-1.5);
        assertThat(record.payoffRatio()).hasValue(2 / 1.5);
        assertThat(record.profitFactor()).hasValue(2);
        assertThat(record.gainToPain()).hasValue(1);
        assertThat(record.edgeOverOdds().orElseThrow()).isCloseTo(0.6 - 0.4 * 0.75, within(1e-15));
        assertThat(record.riskOfRuin().orElseThrow()).isCloseTo(1.0 / 4096, within(1e-17));
    }

    @Test
    void an_even_bet_at_even_odds_has_no_edge() {
        assertThat(WinLoss.of(new double[] {1, -1, 1, -1}).edgeOverOdds()).hasValue(0);
    }

    @Test
    void is_undefined_where_nothing_was_won_or_lost() {
        WinLoss flat = WinLoss.of(new double[3]);
        WinLoss winner = WinLoss.of(new double[] {1, 0});
        WinLoss loser = WinLoss.of(new double[] {-1});

        assertThat(WinLoss.of(new double[0]).exposure()).isEmpty();
        assertThat(flat.exposure()).hasValue(0);
        assertThat(flat.winRate()).isEmpty();
        assertThat(flat.riskOfRuin()).isEmpty();
        assertThat(flat.gainToPain()).isEmpty();
        assertThat(winner.profitFactor()).isEmpty();
        assertThat(winner.averageLoss()).isEmpty();
        assertThat(winner.payoffRatio()).isEmpty();
        assertThat(winner.edgeOverOdds()).isEmpty();
        assertThat(winner.riskOfRuin()).hasValue(0);
        assertThat(loser.averageWin()).isEmpty();
        assertThat(loser.payoffRatio()).isEmpty();
        assertThat(loser.edgeOverOdds()).isEmpty();
        assertThat(loser.profitFactor()).hasValue(0);
        assertThat(loser.gainToPain()).hasValue(-1);
        assertThat(loser.riskOfRuin()).hasValue(1);
    }

    @Test
    void going_short_swaps_wins_and_losses() {
        ForAll.cases(random -> {
            double[] returns = RandomReturns.any(random, 1);
            WinLoss is = WinLoss.of(returns);
            WinLoss was = WinLoss.of(RandomReturns.times(-1, returns));

            assertThat(was)
                    .isEqualTo(new WinLoss(
                            /* wins= */ is.losses(),
                            /* losses= */ is.wins(),
                            is.flats(),
                            0 - is.lost(),
                            0 - is.won(),
                            /* longestWin= */ is.longestLoss(),
                            /* longestLoss= */ is.longestWin()));
            assertThat(is.won() + is.lost()).isCloseTo(Arrays.stream(returns).sum(), within(1e-13));
        });
    }

    @Test
    void omega_is_the_profit_factor_above_a_threshold() {
        double[] returns = {0.03, 0.01, -0.01};

        assertThat(OmegaRatio.of(returns, 0).orElseThrow()).isCloseTo(4, within(1e-15));
        assertThat(OmegaRatio.of(returns, 0.01).orElseThrow()).isCloseTo(1, within(1e-15));
        assertThat(OmegaRatio.of(returns, -0.02)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> OmegaRatio.of(returns, Double.NaN));
    }

    @Test
    void refuses_what_is_no_record() {
        assertThatIllegalArgumentException().isThrownBy(() -> WinLoss.of(new double[] {Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> new WinLoss(-1, 0, 0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WinLoss(1, 0, 0, -1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WinLoss(1, 0, 0, 1, 0, 2, 0));
    }
}
