package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.clustering.AgglomerativeClustering;
import io.mts1b.quantkit.clustering.ClusterCount;
import io.mts1b.quantkit.clustering.CorrelationDistance;
import io.mts1b.quantkit.clustering.Dendrogram;
import io.mts1b.quantkit.clustering.Dendrogram.Merge;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.Correlation;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.OptionalInt;

/**
 * Hierarchical equal risk contribution: a tree of assets is cut into clusters, capital goes down the tree to the clusters,
 * and within a cluster in inverse proportion to risk.
 *
 * <p>At each branch above the cut, the capital {@code a} is split {@code a R2 / (R1 + R2)} to {@code a R1 / (R1 + R2)},
 * where the risk of a branch is the sum of the risks of the inverse-risk portfolios of its clusters. Unlike hierarchical
 * risk parity it follows the shape of the tree, so no order of leaves matters.
 *
 * <p>Reference: T. Raffinot, "The Hierarchical Equal Risk Contribution Portfolio", SSRN 3237540, 2018. Immutable and
 * thread-safe.
 *
 * @param linkage how far apart two clusters are
 * @param clusters how many clusters, or empty for the {@linkplain ClusterCount#ofTwoOrderGap count that suits}
 */
public record HierarchicalEqualRisk(LinkageMethod linkage, OptionalInt clusters) {

    /**
     * Allocates by the variance of returns and the distance of their correlations.
     *
     * @param returns one column of simple returns per asset, all of one length, nothing missing; not modified
     * @return the weights, which are positive and sum to one, and the tree
     * @throws IllegalArgumentException if the panel is none or has gaps, or an asset does not vary
     */
    public HierarchicalAllocation allocate(double[][] returns) {
        SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.COMPLETE);
        return allocate(CorrelationDistance.of(Correlation.of(covariance)), PortfolioRisk.variance(covariance));
    }

    /**
     * Allocates by any distance and any measure of risk.
     *
     * @param distances how unlike assets are
     * @param risk how risky portfolios of the same assets are
     * @return the weights, which are positive and sum to one, and the tree
     * @throws IllegalArgumentException if the two know different numbers of assets, a risk is not positive, or there are
     *     more clusters than assets
     */
    public HierarchicalAllocation allocate(SymmetricMatrix distances, PortfolioRisk risk) {
        if (risk.assets() != distances.size()) {
            throw new IllegalArgumentException("risk must know " + distances.size() + " assets, knew " + risk.assets());
        }
        Dendrogram tree = AgglomerativeClustering.cluster(distances, linkage);
        int count = clusters.orElseGet(() -> ClusterCount.ofTwoOrderGap(distances, tree));
        double[] weights = new double[risk.assets()];
        new Descent(tree, count, risk, weights).share(2 * tree.size() - 2, 1);
        return new HierarchicalAllocation(Weights.of(weights), tree);
    }

    /** The way of the capital down the tree. */
    private static final class Descent {

        private final Dendrogram tree;
        private final int count;
        private final PortfolioRisk risk;
        private final double[] weights;

        Descent(Dendrogram tree, int count, PortfolioRisk risk, double[] weights) {
            this.tree = tree;
            this.count = count;
            this.risk = risk;
            this.weights = weights;
        }

        void share(int branch, double capital) {
            if (tree.isApart(branch, count)) {
                Merge merge = tree.merges().get(branch - tree.size());
                double left = riskOf(merge.left());
                double right = riskOf(merge.right());
                share(merge.left(), capital * right / (left + right));
                share(merge.right(), capital * left / (left + right));
                return;
            }
            int[] members = members(branch);
            double[] inverse = inverse(members);
            for (int k = 0; k < members.length; k++) {
                weights[members[k]] = capital * inverse[k];
            }
        }

        private double riskOf(int branch) {
            if (tree.isApart(branch, count)) {
                Merge merge = tree.merges().get(branch - tree.size());
                return riskOf(merge.left()) + riskOf(merge.right());
            }
            int[] members = members(branch);
            double together = risk.of(members, inverse(members));
            if (!(together > 0)) {
                throw new IllegalArgumentException("assets " + tree.items(branch)
                        + " must not hedge each other to nothing, had a risk of " + together + " together");
            }
            return together;
        }

        private int[] members(int branch) {
            return tree.items(branch).stream().mapToInt(Integer::intValue).toArray();
        }

        private double[] inverse(int[] members) {
            double[] risks = new double[members.length];
            for (int k = 0; k < members.length; k++) {
                double alone = risk.of(new int[] {members[k]}, new double[] {1});
                risks[k] = InverseRisk.requirePositive(members[k], alone);
            }
            return InverseRisk.weights(risks);
        }
    }
}
