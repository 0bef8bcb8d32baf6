package io.mts1b.quantkit.validation;

import io.mts1b.quantkit.statistics.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely it is that the strategy which did best in the past does worse than most others in the future.
 *
 * <p>The rows are divided into blocks. For each choice of half of them, the strategy with the best ratio of mean to standard
 * deviation there is ranked among all on the other half: with a rank {@code r} of {@code N} from below, the logit is
 * {@code log(w / (1 - w))} with {@code w = r / (N + 1)}. The probability is the part of the logits that are not positive.
 *
 * <p>Reference: D. H. Bailey, J. M. Borwein, M. López de Prado and Q. J. Zhu, "The Probability of Backtest Overfitting",
 * Journal of Computational Finance 20(4), 2017, 39-69.
 *
 * @param probability the probability of overfitting, in [0, 1]
 * @param logits one logit for each choice of blocks, in lexicographic order of the blocks chosen for the past
 */
public record BacktestOverfitting(double probability, List<Double> logits) {

    /** Copies. */
    public BacktestOverfitting {
        logits = List.copyOf(logits);
    }

    /**
     * Estimates. Rows that the blocks do not divide evenly go to the last one.
     *
     * @param returns one column of finite returns per strategy, all of one length; at least 2 strategies
     * @param blocks how many blocks, even, at least 2; at most half the number of rows
     * @return the probability and the logits
     * @throws IllegalArgumentException if the columns differ in length, a value is not finite, there are fewer than 2
     *     strategies, or the number of blocks is odd or out of range
     */
    public static BacktestOverfitting of(double[][] returns, int blocks) {
        if (returns.length < 2) {
            throw new IllegalArgumentException("returns must hold at least 2 strategies, held " + returns.length);
        }
        int rows = returns[0].length;
        if (blocks < 2 || blocks % 2 != 0 || blocks > rows / 2) {
            throw new IllegalArgumentException("blocks must be even and in [2, " + rows / 2 + "], were " + blocks);
        }
        double[][][] sums = new double[returns.length][][];
        for (int i = 0; i < returns.length; i++) {
            Samples.requireLength("strategy " + i, Samples.requireFinite("strategy " + i, returns[i], 1), rows);
            sums[i] = sums(returns[i], blocks);
        }
        List<Double> logits = new ArrayList<>();
        int bad = 0;
        for (Fold fold : new CombinatorialPurgedCrossValidation(blocks, blocks / 2, 0, 0).folds(blocks)) {
            boolean[] past = new boolean[blocks];
            fold.test().forEach(block -> past[block.first()] = true);
            double logit = logit(sums, past);
            logits.add(logit);
            bad += logit <= 0 ? 1 : 0;
        }
        return new BacktestOverfitting((double) bad / logits.size(), logits);
    }

    /** Returns the count, the sum and the sum of squares of each block. */
    private static double[][] sums(double[] returns, int blocks) {
        double[][] sums = new double[blocks][3];
        int size = returns.length / blocks;
        for (int t = 0; t < returns.length; t++) {
            double[] block = sums[Math.min(t / size, blocks - 1)];
            block[0]++;
            block[1] += returns[t];
            block[2] += returns[t] * returns[t];
        }
        return sums;
    }

    private static double logit(double[][][] sums, boolean[] past) {
        int best = 0;
        double[] future = new double[sums.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sums.length; i++) {
            double ratio = ratio(sums[i], past, true);
            if (ratio > most) {
                most = ratio;
                best = i;
            }
            future[i] = ratio(sums[i], past, false);
        }
        // Strategies that are as good share the mean of their ranks.
        double rank = 0.5;
        for (double other : future) {
            rank += other < future[best] ? 1 : other == future[best] ? 0.5 : 0;
        }
        double w = rank / (sums.length + 1);
        return StrictMath.log(w / (1 - w));
    }

    private static double ratio(double[][] blocks, boolean[] past, boolean wanted) {
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (int b = 0; b < blocks.length; b++) {
            if (past[b] == wanted) {
                count += blocks[b][0];
                sum += blocks[b][1];
                squares += blocks[b][2];
            }
        }
        double mean = sum / count;
        double variance = squares / count - mean * mean;
        boolean varies = variance > Samples.NOISE * squares / count;
        return varies ? mean / Math.sqrt(variance) : mean == 0 ? 0 : Math.signum(mean) * Double.MAX_VALUE;
    }
}
