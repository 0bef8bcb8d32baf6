package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.optimization.ConvexProgram;
import io.mts1b.quantkit.optimization.EntropicTail;
import io.mts1b.quantkit.optimization.QuadraticOverLinear;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Writes a measure of risk into a program, as a cost or as a limit.
 *
 * <p>The linear forms are those of R. T. Rockafellar and S. Uryasev (2000) for tail losses, A. Chekhlov, S. Uryasev and M.
 * Zabarankin (2005) for drawdowns, and H. Konno and H. Yamazaki (1991) for absolute deviations, with what falls short in
 * a scenario as a cost that needs no variable wherever risk is minimised.
 *
 * @param program where to write
 * @param weights the first weight
 * @param exposures the first exposure to a factor, where covariances are kept as factors
 * @param scale what returns are multiplied by
 */
record RiskTerm(ConvexProgram program, int weights, int exposures, double scale) {

    private static final int NONE = -1;

    /** Returns the power of two that brings the figures of a measure near one, if returns are multiplied by it. */
    static double scale(ConvexRisk risk) {
        double largest = 0;
        switch (risk) {
            case Variance variance -> {
                for (int i = 0; i < risk.assets(); i++) {
                    largest = Math.max(largest, Math.sqrt(variance.covariance().get(i, i)));
                }
            }
            case FactorVariance variance -> {
                for (int i = 0; i < risk.assets(); i++) {
                    largest = Math.max(largest, Math.sqrt(variance.covariance().get(i, i)));
                }
            }
            case Semivariance semi -> largest = semi.excesses().largest();
            case AbsoluteDeviation absolute -> largest = absolute.deviations().largest();
            case TailLoss loss -> largest = loss.scenarios().largest();
            case EntropicTailLoss loss -> largest = loss.scenarios().largest();
            case TailDrawdown drawdown -> largest = drawdown.scenarios().largest();
        }
        return largest == 0 ? 1 : Math.scalb(1, -Math.getExponent(largest));
    }

    /** Returns how many links of the chain a measure needs. */
    static int links(ConvexRisk risk, boolean asLimit) {
        return switch (risk) {
            case Variance _, FactorVariance _, EntropicTailLoss _ -> 0;
            case Semivariance semi -> asLimit ? semi.excesses().count() : 0;
            case AbsoluteDeviation absolute -> asLimit ? absolute.deviations().count() : 0;
            case TailLoss loss -> asLimit ? loss.scenarios().count() : 0;
            case TailDrawdown drawdown ->
                (asLimit ? 2 : 1) * drawdown.scenarios().count();
        };
    }

    /** Returns how many variables of the core a measure needs. */
    static int extras(ConvexRisk risk) {
        return switch (risk) {
            case Variance _, FactorVariance _, Semivariance _, AbsoluteDeviation _ -> 0;
            case TailLoss _, EntropicTailLoss _, TailDrawdown _ -> 1;
        };
    }

    private double power(ConvexRisk risk) {
        return risk.degree() == 2 ? scale * scale : scale;
    }

    /**
     * Adds {@code price} times the risk, of scaled returns, to what is minimised.
     *
     * @param link the first of its links
     * @param extra its variable of the core, just after the weights
     */
    void minimise(ConvexRisk risk, double price, int link, int extra) {
        switch (risk) {
            case Variance variance -> program.curvature(weights, variance.scaled(power(risk)), 2 * price);
            case FactorVariance variance -> {
                double[] specific = variance.specific(2 * price * power(risk));
                for (int i = 0; i < specific.length; i++) {
                    program.curvature(weights + i, specific[i]);
                }
                program.curvature(exposures, variance.factors(power(risk)), 2 * price);
            }
            case Semivariance semi ->
                program.squaredShortfalls(weights, semi.excesses().rows(scale, 0), 2 * price / semi.divisor());
            case AbsoluteDeviation absolute -> {
                Scenarios deviations = absolute.deviations();
                program.shortfalls(weights, deviations.rows(scale, 0), 2 * price / deviations.count());
            }
            case TailLoss loss -> {
                Scenarios scenarios = loss.scenarios();
                program.cost(extra, price);
                program.shortfalls(weights, scenarios.rows(scale, 1), price / (loss.tail() * scenarios.count()));
            }
            case EntropicTailLoss loss -> {
                program.cost(entropic(loss, extra), price);
            }
            case TailDrawdown drawdown -> {
                int count = drawdowns(drawdown, link);
                program.cost(extra, price).excesses(link, count, extra, price / (drawdown.tail() * count));
            }
        }
    }

    /**
     * Demands that the risk, of scaled returns, is at most a limit. Writes its condition last.
     *
     * @param link the first of its links
     * @param extra its variable of the core
     */
    void limit(ConvexRisk risk, double most, int link, int extra) {
        double scaled = most * power(risk);
        switch (risk) {
            case Variance variance ->
                program.atMostZero(QuadraticOverLinear.of(weights, variance.scaled(power(risk) / scaled)));
            case FactorVariance variance ->
                program.atMostZero(QuadraticOverLinear.of(exposures, variance.factors(power(risk) / scaled))
                        .withChain(weights, variance.specific(power(risk) / scaled)));
            case Semivariance semi -> {
                Scenarios excesses = semi.excesses();
                program.covered(weights, excesses.rows(scale, 0), NONE, link);
                double[] diagonal = new double[notNegative(link, excesses.count())];
                Arrays.fill(diagonal, 1 / (semi.divisor() * scaled));
                program.atMostZero(
                        QuadraticOverLinear.of(weights, new double[0][]).withChain(link, diagonal));
            }
            case AbsoluteDeviation absolute -> {
                Scenarios deviations = absolute.deviations();
                program.covered(weights, deviations.rows(scale, 0), NONE, link);
                mean(link, notNegative(link, deviations.count()), 2, NONE, scaled);
            }
            case TailLoss loss -> {
                Scenarios scenarios = loss.scenarios();
                program.covered(weights, scenarios.rows(scale, 0), extra, link);
                mean(link, notNegative(link, scenarios.count()), 1 / loss.tail(), extra, scaled);
            }
            case EntropicTailLoss loss -> {
                program.atMostZero(entropic(loss, extra).within(scaled));
            }
            case TailDrawdown drawdown -> {
                // What lies above the level comes first in the chain: a link is tied to one after it.
                int count = notNegative(link, drawdown.scenarios().count());
                drawdowns(drawdown, link + count);
                for (int t = 0; t < count; t++) {
                    program.atLeastZero(new int[] {link + count + t, link + t, extra}, new double[] {-1, 1, 1}, 0);
                }
                mean(link, count, 1 / drawdown.tail(), extra, scaled);
            }
        }
    }

    /** The spread has a range, though the function defines one too: else steps run into zero too early. */
    private EntropicTail entropic(EntropicTailLoss loss, int spread) {
        program.start(spread, 1).range(spread, 0, Double.POSITIVE_INFINITY);
        return EntropicTail.of(weights, loss.scenarios().rows(scale, 0), spread, loss.tail());
    }

    private int drawdowns(TailDrawdown drawdown, int link) {
        double[][] rows = drawdown.scenarios().rows(scale, 0);
        program.drawdowns(weights, rows, link);
        return notNegative(link, rows.length);
    }

    private int notNegative(int link, int count) {
        for (int t = 0; t < count; t++) {
            program.range(link + t, 0, Double.POSITIVE_INFINITY);
        }
        return count;
    }

    /** Demands that a level plus a multiple of the mean of some links is at most a limit. */
    private void mean(int link, int count, double factor, int level, double most) {
        int[] index =
                IntStream.range(link, link + count + (level == NONE ? 0 : 1)).toArray();
        double[] coefficients = new double[index.length];
        Arrays.fill(coefficients, factor / count);
        if (level != NONE) {
            index[count] = level;
            coefficients[count] = 1;
        }
        program.atMost(index, coefficients, most);
    }
}
