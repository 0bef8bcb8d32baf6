package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.Samples;
import java.util.OptionalDouble;

/**
 * How often and how much was won and lost, period by period. A period wins above zero and loses below it.
 *
 * <p>A trade that spans five periods counts as five here; for figures per trade, measure the returns of trades.
 *
 * @param wins how many periods won
 * @param losses how many lost
 * @param flats how many did neither
 * @param won the sum of the returns that won, not negative
 * @param lost the sum of the returns that lost, not positive
 * @param longestWin the most wins in a row
 * @param longestLoss the most losses in a row
 */
public record WinLoss(int wins, int losses, int flats, double won, double lost, int longestWin, int longestLoss) {

    /** Validates. */
    public WinLoss {
        if (wins < 0 || losses < 0 || flats < 0 || longestWin < 0 || longestLoss < 0) {
            throw new IllegalArgumentException("counts must not be negative, were " + wins + ", " + losses + ", "
                    + flats + ", " + longestWin + ", " + longestLoss);
        }
        if (longestWin > wins || longestLoss > losses) {
            throw new IllegalArgumentException("a row must be at most its total, were " + longestWin + " of " + wins
                    + " wins and " + longestLoss + " of " + losses + " losses");
        }
        if (!(won >= 0 && won < Double.POSITIVE_INFINITY && lost <= 0 && lost > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "won must not be negative and lost not positive, were " + won + " and " + lost);
        }
    }

    /**
     * Counts.
     *
     * @param returns returns per period
     * @return the record
     * @throws IllegalArgumentException if a return is not finite
     */
    public static WinLoss of(double[] returns) {
        Samples.requireFinite("returns", returns, 0);
        int wins = 0;
        int losses = 0;
        double won = 0;
        double lost = 0;
        int winsInRow = 0;
        int lossesInRow = 0;
        int longestWin = 0;
        int longestLoss = 0;
        for (double r : returns) {
            // Without branches: nobody can predict which way the next return goes, processors neither.
            int win = r > 0 ? 1 : 0;
            int loss = r < 0 ? 1 : 0;
            wins += win;
            losses += loss;
            won += Math.max(r, 0);
            lost += Math.min(r, 0);
            winsInRow = (winsInRow + 1) * win;
            lossesInRow = (lossesInRow + 1) * loss;
            longestWin = Math.max(longestWin, winsInRow);
            longestLoss = Math.max(longestLoss, lossesInRow);
        }
        return new WinLoss(wins, losses, returns.length - wins - losses, won, lost, longestWin, longestLoss);
    }

    /**
     * Returns how many periods there were.
     *
     * @return wins, losses and flats together
     */
    public int periods() {
        return wins + losses + flats;
    }

    /**
     * Returns the win rate, {@code wins / (wins + losses)}.
     *
     * @return the fraction, or empty if nothing was won or lost
     */
    public OptionalDouble winRate() {
        return divide(wins, wins + losses);
    }

    /**
     * Returns the exposure, {@code (wins + losses) / periods}: how often money was at work, as far as returns tell.
     *
     * @return the fraction, or empty if there were no periods
     */
    public OptionalDouble exposure() {
        return divide(wins + losses, periods());
    }

    /**
     * Returns the mean of the returns that won.
     *
     * @return the mean, or empty if none did
     */
    public OptionalDouble averageWin() {
        return divide(won, wins);
    }

    /**
     * Returns the mean of the returns that lost.
     *
     * @return the mean, negative, or empty if none did
     */
    public OptionalDouble averageLoss() {
        return divide(lost, losses);
    }

    /**
     * Returns the payoff ratio, the average win over the size of the average loss.
     *
     * @return the ratio, or empty if nothing was won, or nothing lost
     */
    public OptionalDouble payoffRatio() {
        return wins == 0 || losses == 0 ? OptionalDouble.empty() : OptionalDouble.of(won / wins / (-lost / losses));
    }

    /**
     * Returns the profit factor, all that was won over all that was lost. It equals the Omega ratio at zero.
     *
     * @return the ratio, or empty if nothing was lost
     */
    public OptionalDouble profitFactor() {
        return divide(won, -lost);
    }

    /**
     * Returns the gain-to-pain ratio, the sum of all returns over the size of the losses. Reference: J. Schwager,
     * "Hedge Fund Market Wizards", Wiley, 2012, appendix A, who measures it on monthly returns.
     *
     * @return the ratio, or empty if nothing was lost
     */
    public OptionalDouble gainToPain() {
        return divide(won + lost, -lost);
    }

    /**
     * Returns the edge over the odds of a bet that wins {@link #payoffRatio()} {@code b} for one at risk, with the
     * win rate {@code p} as its probability: {@code p - (1 - p) / b}. It is the fraction of the capital at which
     * such bets grow fastest. Reference: J. L. Kelly, "A New Interpretation of Information Rate", Bell System
     * Technical Journal 35(4), 1956, 917-926. To size a position takes more than this: see the portfolio artifact.
     *
     * @return the fraction, negative if the bet is bad, or empty if nothing was won, or nothing lost
     */
    public OptionalDouble edgeOverOdds() {
        if (wins == 0 || losses == 0) {
            return OptionalDouble.empty();
        }
        double p = winRate().orElseThrow();
        return OptionalDouble.of(p - (1 - p) / payoffRatio().orElseThrow());
    }

    /**
     * Returns the risk of ruin as quantstats has it, {@code ((1 - p) / (1 + p))^periods} with the win rate {@code p}.
     *
     * <p>The ruin of a gambler with as many stakes as there were periods is {@code ((1 - e) / (1 + e))^periods} for
     * an edge {@code e = 2 p - 1} (W. Feller, "An Introduction to Probability Theory and Its Applications" I, 3rd
     * edition, Wiley, 1968, chapter XIV). This form puts the win rate in place of the edge, so it is far too mild:
     * it is here to be compared, not to be relied on.
     *
     * @return the fraction, or empty if nothing was won or lost
     */
    public OptionalDouble riskOfRuin() {
        OptionalDouble p = winRate();
        return p.isEmpty()
                ? p
                : OptionalDouble.of(StrictMath.pow((1 - p.getAsDouble()) / (1 + p.getAsDouble()), periods()));
    }

    private static OptionalDouble divide(double dividend, double divisor) {
        return divisor == 0 ? OptionalDouble.empty() : OptionalDouble.of(dividend / divisor);
    }
}
