package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.metrics.ExpectedShortfall;
import io.mts1b.quantkit.statistics.Samples;

/** The mean loss of a portfolio in its worst periods, over a history of returns. */
final class TailLoss implements PortfolioRisk {

    private final double[][] returns;
    private final double tail;

    private TailLoss(double[][] returns, double tail) {
        this.returns = returns;
        this.tail = tail;
    }

    static TailLoss of(double[][] returns, double tail) {
        if (returns.length == 0) {
            throw new IllegalArgumentException("returns must hold at least 1 asset, held 0");
        }
        if (!(tail > 0 && tail < 1)) {
            throw new IllegalArgumentException("tail must be in (0, 1), was " + tail);
        }
        double[][] copy = new double[returns.length][];
        for (int asset = 0; asset < returns.length; asset++) {
            Samples.requireLength("asset " + asset, returns[asset], returns[0].length);
            copy[asset] =
                    Samples.requireFinite("asset " + asset, returns[asset], 1).clone();
        }
        return new TailLoss(copy, tail);
    }

    @Override
    public int assets() {
        return returns.length;
    }

    @Override
    public double of(int[] members, double[] weights) {
        double[] portfolio = new double[returns[0].length];
        for (int k = 0; k < members.length; k++) {
            double weight = weights[k];
            double[] column = returns[members[k]];
            for (int t = 0; t < portfolio.length; t++) {
                portfolio[t] += weight * column[t];
            }
        }
        return -ExpectedShortfall.coherent(portfolio, tail);
    }
}
