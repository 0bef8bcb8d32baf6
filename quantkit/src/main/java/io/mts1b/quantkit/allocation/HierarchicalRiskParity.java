package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.clustering.AgglomerativeClustering;
import io.mts1b.quantkit.clustering.CorrelationDistance;
import io.mts1b.quantkit.clustering.Dendrogram;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.Comovement;
import io.mts1b.quantkit.covariance.Correlation;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.Arrays;

/**
 * Hierarchical risk parity: assets that move alike share the capital of their cluster, and no matrix is inverted.
 *
 * <p>Three steps. The assets are clustered by their distances. The leaves of the tree put like beside like.
 * Then the ordered list is halved again and again, and each time the capital {@code a} of a list is split
 * between its halves in inverse proportion to their risks, {@code a R2 / (R1 + R2)} to the first and
 * {@code a R1 / (R1 + R2)} to the second, where the risk of a half is that of its inverse-risk portfolio.
 * A list of odd length has the shorter half first.
 *
 * <p>Nothing is assumed about the covariance but positive variances: it may be singular, so there may be more
 * assets than observations, and assets may be identical. Weights are positive and sum to one. They do not
 * change when all returns are scaled. With {@link LeafOrder#OPTIMAL} they do not depend on the order of the
 * assets, up to ties; with the other orders they do, because the halves of a list depend on which part of a
 * cluster stands on the left.
 *
 * <p>Three choices in use: the paper has single linkage, leaves as merged, and the {@linkplain
 * CorrelationDistance#ofColumns distance of distances}; PyPortfolioOpt leaves out that second distance; skfolio has
 * Ward linkage and stepwise leaves.
 *
 * <p>Reference: M. López de Prado, "Building Diversified Portfolios that Outperform Out of Sample", Journal
 * of Portfolio Management 42(4), 2016, 59-69. Immutable and thread-safe.
 *
 * @param linkage how far apart two clusters are
 * @param leafOrder how the leaves of the tree are put in a row
 */
public record HierarchicalRiskParity(LinkageMethod linkage, LeafOrder leafOrder) {

    /** A cluster with less than this part of the risk of its safest member is a perfect hedge, up to rounding. */
    private static final double NOISE = 1e-12;

    /**
     * Allocates by the variance of returns, and by the {@linkplain CorrelationDistance#of distance} of their
     * Pearson correlations. Where values are missing, each pair of assets counts over the rows it shares.
     *
     * @param returns one column of simple returns per asset, all of one length, NaN where missing; not modified
     * @return the weights and the tree
     * @throws IllegalArgumentException if two assets share fewer than 2 rows, an asset does not vary, the assets
     *     of a cluster hedge each other to nothing, or a value is infinite; the message names the assets
     */
    public HierarchicalAllocation allocate(double[][] returns) {
        Comovement both = Comovement.of(returns, Observations.PAIRWISE);
        return allocate(CorrelationDistance.of(both.correlation()), PortfolioRisk.variance(both.covariance()));
    }

    /**
     * Allocates by a covariance however estimated: by its variances, and by the distance of its correlations.
     *
     * @param covariance the covariance of the assets
     * @return the weights and the tree
     * @throws IllegalArgumentException if a variance is not positive, or the assets of a cluster hedge each other
     *     to nothing; the message names the assets
     */
    public HierarchicalAllocation allocate(SymmetricMatrix covariance) {
        return allocate(CorrelationDistance.of(Correlation.of(covariance)), PortfolioRisk.variance(covariance));
    }

    /**
     * Allocates by any distance and any measure of risk.
     *
     * @param distances how unlike assets are
     * @param risk how risky portfolios of the same assets are
     * @return the weights and the tree
     * @throws IllegalArgumentException if the two know different numbers of assets, a distance is negative,
     *     the risk of an asset is not positive, or the assets of a cluster hedge each other to nothing
     */
    public HierarchicalAllocation allocate(SymmetricMatrix distances, PortfolioRisk risk) {
        if (risk.assets() != distances.size()) {
            throw new IllegalArgumentException("risk must know " + distances.size() + " assets, knew " + risk.assets());
        }
        Dendrogram tree = leafOrder.arrange(AgglomerativeClustering.cluster(distances, linkage), distances);
        return new HierarchicalAllocation(bisect(tree.leaves(), risk), tree);
    }

    private static Weights bisect(int[] order, PortfolioRisk risk) {
        int n = order.length;
        double[] alone = new double[n];
        for (int asset = 0; asset < n; asset++) {
            double unit = risk.of(new int[] {asset}, new double[] {1});
            alone[asset] = InverseRisk.requirePositive(asset, unit);
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        split(order, alone, risk, weights);
        return Weights.of(weights);
    }

    private static void split(int[] list, double[] alone, PortfolioRisk risk, double[] weights) {
        if (list.length < 2) {
            return;
        }
        int[] first = Arrays.copyOf(list, list.length / 2);
        int[] second = Arrays.copyOfRange(list, list.length / 2, list.length);
        double firstRisk = clusterRisk(first, alone, risk);
        double secondRisk = clusterRisk(second, alone, risk);
        scale(weights, first, secondRisk / (firstRisk + secondRisk));
        scale(weights, second, firstRisk / (firstRisk + secondRisk));
        split(first, alone, risk, weights);
        split(second, alone, risk, weights);
    }

    private static double clusterRisk(int[] members, double[] alone, PortfolioRisk risk) {
        double[] risks = new double[members.length];
        for (int k = 0; k < members.length; k++) {
            risks[k] = alone[members[k]];
        }
        double cluster = risk.of(members, InverseRisk.weights(risks));
        if (!(cluster > NOISE * Arrays.stream(risks).min().orElseThrow())) {
            throw new IllegalArgumentException("assets " + Arrays.toString(members)
                    + " must not hedge each other to nothing, had a risk of " + cluster + " together");
        }
        return cluster;
    }

    private static void scale(double[] weights, int[] members, double factor) {
        for (int member : members) {
            weights[member] *= factor;
        }
    }
}
