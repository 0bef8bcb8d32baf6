package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.clustering.AgglomerativeClustering;
import io.mts1b.quantkit.clustering.ClusterCount;
import io.mts1b.quantkit.clustering.CorrelationDistance;
import io.mts1b.quantkit.clustering.Dendrogram;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.covariance.Correlation;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Nested clustered optimization: assets are clustered, a portfolio is made of each cluster, and one of the portfolios.
 *
 * <p>Within a cluster correlations are high and a matrix is hard to invert, between clusters they are low: keeping the two
 * apart keeps the errors of the one out of the other.
 *
 * <p>Reference: M. López de Prado, "A Robust Estimator of the Efficient Frontier", SSRN 3469961, 2019. Immutable; as
 * thread-safe as its optimizers.
 *
 * @param linkage how far apart two clusters are
 * @param clusters how many clusters, or empty for the {@linkplain ClusterCount#ofTwoOrderGap count that suits}
 * @param inner makes a portfolio of the assets of a cluster, given their covariance
 * @param outer makes a portfolio of the clusters, given the covariance of their portfolios
 */
public record NestedClusters(
        LinkageMethod linkage,
        OptionalInt clusters,
        Function<SymmetricMatrix, Weights> inner,
        Function<SymmetricMatrix, Weights> outer) {

    /**
     * Returns the optimization that minimises the variance at both levels, without short positions.
     *
     * @param linkage how far apart two clusters are
     * @return the optimization
     */
    public static NestedClusters ofMinimumVariance(LinkageMethod linkage) {
        Function<SymmetricMatrix, Weights> safest =
                covariance -> MeanRisk.of(PortfolioRisk.variance(covariance), Constraints.longOnly(covariance.size()))
                        .minimumRisk()
                        .orElseThrow();
        return new NestedClusters(linkage, OptionalInt.empty(), safest, safest);
    }

    /**
     * Allocates.
     *
     * @param covariance the covariance of the assets
     * @return the product of both levels of weights, and the tree
     * @throws IllegalArgumentException if a variance is not positive, there are more clusters than assets, or an optimizer
     *     refuses
     */
    public HierarchicalAllocation allocate(SymmetricMatrix covariance) {
        return allocate(CorrelationDistance.of(Correlation.of(covariance)), covariance);
    }

    /**
     * Allocates by any distance.
     *
     * @param distances how unlike assets are
     * @param covariance the covariance of the same assets
     * @return the product of both levels of weights, and the tree
     * @throws IllegalArgumentException if the two know different numbers of assets, a distance is negative, there are more
     *     clusters than assets, or an optimizer refuses
     */
    public HierarchicalAllocation allocate(SymmetricMatrix distances, SymmetricMatrix covariance) {
        if (covariance.size() != distances.size()) {
            throw new IllegalArgumentException(
                    "covariance must be of " + distances.size() + " assets, was of " + covariance.size());
        }
        Dendrogram tree = AgglomerativeClustering.cluster(distances, linkage);
        List<List<Integer>> groups = tree.cut(clusters.orElseGet(() -> ClusterCount.ofTwoOrderGap(distances, tree)));
        double[][] portfolios = new double[groups.size()][covariance.size()];
        for (int g = 0; g < portfolios.length; g++) {
            List<Integer> members = groups.get(g);
            Weights within = inner.apply(part(covariance, members));
            for (int k = 0; k < members.size(); k++) {
                portfolios[g][members.get(k)] = within.get(k);
            }
        }
        Weights between = outer.apply(between(covariance, portfolios));
        double[] weights = new double[covariance.size()];
        for (int g = 0; g < portfolios.length; g++) {
            for (int i : groups.get(g)) {
                weights[i] = between.get(g) * portfolios[g][i];
            }
        }
        return new HierarchicalAllocation(Weights.of(weights), tree);
    }

    private static SymmetricMatrix part(SymmetricMatrix covariance, List<Integer> members) {
        double[][] lower = new double[members.size()][];
        for (int k = 0; k < lower.length; k++) {
            lower[k] = new double[k + 1];
            for (int l = 0; l <= k; l++) {
                lower[k][l] = covariance.get(members.get(k), members.get(l));
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    private static SymmetricMatrix between(SymmetricMatrix covariance, double[][] portfolios) {
        double[][] rows = covariance.toArray();
        double[][] lower = new double[portfolios.length][];
        for (int g = 0; g < lower.length; g++) {
            double[] product = Vectors.multiply(rows, portfolios[g]);
            lower[g] = new double[g + 1];
            for (int h = 0; h <= g; h++) {
                lower[g][h] = Vectors.dot(product, portfolios[h]);
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }
}
