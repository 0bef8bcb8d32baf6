package io.mts1b.quantkit.odds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bets on all outcomes that win whatever happens.
 *
 * @param stakes what to stake on each outcome, which sum to one
 * @param profit what is won for certain per unit staked, positive
 */
public record Arbitrage(List<Double> stakes, double profit) {

    /** Copies. */
    public Arbitrage {
        stakes = List.copyOf(stakes);
    }

    /**
     * Looks for one among the best odds of each outcome: stakes in proportion to inverse odds return {@code 1 / B} whatever
     * happens, with the sum {@code B} of the inverse odds.
     *
     * @param odds the best decimal odds of each outcome, one of which happens; at least 2, each above 1 and finite
     * @return the bets, or empty if the inverse odds sum to one or more
     * @throws IllegalArgumentException if there are fewer than 2 odds, or one is not above 1 or not finite
     */
    public static Optional<Arbitrage> of(double... odds) {
        double[] inverse = MarginRemoval.inverse(odds);
        double sum = 0;
        for (double q : inverse) {
            sum += q;
        }
        if (!(sum < 1)) {
            return Optional.empty();
        }
        List<Double> stakes = new ArrayList<>();
        for (double q : inverse) {
            stakes.add(q / sum);
        }
        return Optional.of(new Arbitrage(stakes, 1 / sum - 1));
    }
}
