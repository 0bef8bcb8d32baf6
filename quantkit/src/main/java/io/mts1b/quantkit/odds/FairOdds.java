package io.mts1b.quantkit.odds;

import java.util.List;

/**
 * Probabilities that odds stand for, without the bookmaker's margin.
 *
 * @param probabilities one per outcome, which sum to one
 * @param overround how much the inverse odds sum to more than one; negative if bets on all outcomes win for certain
 * @param parameter what the method found out about the margin: an exponent, a fraction of insiders, an odds ratio; one for
 *     the proportional method
 */
public record FairOdds(List<Double> probabilities, double overround, double parameter) {

    /** Copies. */
    public FairOdds {
        probabilities = List.copyOf(probabilities);
    }
}
