package io.mts1b.quantkit.odds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How a bookmaker's margin is taken out of odds. With the inverse odds {@code q[i]} and their sum {@code B}:
 *
 * <p>Reference: S. Clarke, S. Kovalchik and M. Ingram, "Adjusting Bookmaker's Odds to Allow for Overround", American
 * Journal of Sports Science 5(6), 2017, 45-49.
 */
public enum MarginRemoval {

    /** {@code p = q / B}: the margin is spread evenly over what is staked. */
    PROPORTIONAL {
        @Override
        double solve(double[] inverse, double sum) {
            return 1;
        }

        @Override
        double probability(double q, double sum, double parameter) {
            return q / sum;
        }
    },

    /** {@code p = q^k} with one {@code k} for all: outsiders carry more of the margin. */
    POWER {
        @Override
        double solve(double[] inverse, double sum) {
            // Found on a scale on which both ends are within reach of a double.
            return StrictMath.exp(root(-MAX_LOG, MAX_LOG, log -> total(inverse, sum, StrictMath.exp(log))));
        }

        @Override
        double probability(double q, double sum, double parameter) {
            return StrictMath.pow(q, parameter);
        }
    },

    /**
     * {@code p = (sqrt(z^2 + 4 (1 - z) q^2 / B) - z) / (2 (1 - z))}: the margin protects from a part {@code z} of bets by
     * insiders. Reference: H. S. Shin, "Measuring the Incidence of Insider Trading in a Market for State-Contingent
     * Claims", Economic Journal 103(420), 1993, 1141-1153.
     */
    SHIN {
        @Override
        double solve(double[] inverse, double sum) {
            if (sum < 1) {
                throw new IllegalArgumentException(
                        "odds must leave a margin for insiders to cause, their inverses sum to " + sum);
            }
            return sum == 1 ? 0 : root(0, 1 - Math.ulp(1.0), z -> total(inverse, sum, z));
        }

        @Override
        double probability(double q, double sum, double parameter) {
            double z = parameter;
            double square = 4 * (1 - z) * q * q / sum;
            // The quotient of the formula, without the difference of two numbers almost equal.
            return 2 * q * q / sum / (Math.sqrt(z * z + square) + z);
        }
    },

    /**
     * {@code p = q / (c + q - c q)}: the odds of each probability are one {@code c}-th of what was priced. Reference: K.
     * Cheung, "Fixed-Odds Betting and Traditional Odds", 2015.
     */
    ODDS_RATIO {
        @Override
        double solve(double[] inverse, double sum) {
            return StrictMath.exp(root(-MAX_LOG, MAX_LOG, log -> total(inverse, sum, StrictMath.exp(log))));
        }

        @Override
        double probability(double q, double sum, double parameter) {
            return q / (parameter + q - parameter * q);
        }
    };

    /** Exponents and odds ratios lie between the exponentials of this and of its negative. */
    private static final double MAX_LOG = 30;

    abstract double solve(double[] inverse, double sum);

    abstract double probability(double q, double sum, double parameter);

    /**
     * Takes the margin out.
     *
     * @param odds decimal odds of all outcomes, one of which happens: at least 2, each above 1 and finite
     * @return the probabilities
     * @throws IllegalArgumentException if there are fewer than 2 odds, one is not above 1 or not finite, or the method has no
     *     answer because the odds leave no margin
     */
    public FairOdds of(double... odds) {
        double[] inverse = inverse(odds);
        double sum = 0;
        for (double q : inverse) {
            sum += q;
        }
        double parameter = solve(inverse, sum);
        List<Double> probabilities = new ArrayList<>();
        double total = total(inverse, sum, parameter);
        for (double q : inverse) {
            // What is left of the rounding of the parameter goes to all in proportion.
            probabilities.add(probability(q, sum, parameter) / total);
        }
        return new FairOdds(probabilities, sum - 1, parameter);
    }

    static double[] inverse(double[] odds) {
        if (odds.length < 2) {
            throw new IllegalArgumentException("odds must be of at least 2 outcomes, were of " + odds.length);
        }
        double[] inverse = new double[odds.length];
        for (int i = 0; i < odds.length; i++) {
            if (!(odds[i] > 1 && odds[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("odds must be above 1, were " + odds[i] + " at index " + i);
            }
            inverse[i] = 1 / odds[i];
        }
        return inverse;
    }

    double total(double[] inverse, double sum, double parameter) {
        double total = 0;
        for (double q : inverse) {
            total += probability(q, sum, parameter);
        }
        return total;
    }

    /** Bisects for where a falling function comes to one, until two neighbouring numbers are left. */
    static double root(double from, double to, DoubleUnaryOperator falling) {
        double low = from;
        double high = to;
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (falling.applyAsDouble(middle) > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
