package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.clustering.Dendrogram;

/**
 * Weights, and the tree of assets that led to them.
 *
 * @param weights one weight per asset, in the order in which the assets were given
 * @param tree the clusters of the assets; its {@linkplain Dendrogram#leaves() leaves} are the order in which
 *     the capital was split
 */
public record HierarchicalAllocation(Weights weights, Dendrogram tree) {

    /** Validates. */
    public HierarchicalAllocation {
        if (weights.size() != tree.size()) {
            throw new IllegalArgumentException(
                    "weights must be of " + tree.size() + " assets, were of " + weights.size());
        }
    }
}
