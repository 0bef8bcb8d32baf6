package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.covariance.SymmetricMatrix;

/**
 * Which of the two parts of each cluster stands on the left. A tree of {@code n} items can be drawn in
 * {@code 2^(n - 1)} ways; what reads it from left to right depends on the choice.
 */
public enum LeafOrder {

    /** As the tree has it: the cluster with the smaller number on the left. Depends on the order of the items. */
    AS_MERGED {
        @Override
        Dendrogram turn(Dendrogram tree, SymmetricMatrix distances) {
            return tree;
        }
    },

    /**
     * Each merger, looking at itself alone, turns its two parts so that the path through its own items is
     * shortest. Later mergers only mirror what is there, so the whole path need not be the shortest.
     *
     * <p>This is what {@code optimal_leaf_ordering} of SciPy 1.17 computes, in single precision there, and
     * with it the hierarchical risk parity of skfolio.
     */
    STEPWISE {
        @Override
        Dendrogram turn(Dendrogram tree, SymmetricMatrix distances) {
            return new ShortestLeafPath(tree, distances).stepwise();
        }
    },

    /**
     * The path through all items is the shortest that the tree allows: Z. Bar-Joseph, D. K. Gifford and T. S.
     * Jaakkola, "Fast Optimal Leaf Ordering for Hierarchical Clustering", Bioinformatics 17(S1), 2001, S22-S29.
     * Of the path and its mirror image, the one whose first item lies closer to all others is taken, so the
     * answer does not depend on the order of the items, up to ties.
     */
    OPTIMAL {
        @Override
        Dendrogram turn(Dendrogram tree, SymmetricMatrix distances) {
            return new ShortestLeafPath(tree, distances).optimal();
        }
    };

    abstract Dendrogram turn(Dendrogram tree, SymmetricMatrix distances);

    /**
     * Turns the parts of clusters, without changing which clusters there are. Takes O(n^3) time and O(n^2)
     * memory, except {@link #AS_MERGED}.
     *
     * @param tree the tree
     * @param distances the distances of its items
     * @return the same mergers, some with left and right exchanged
     * @throws IllegalArgumentException if the distances are of another number of items
     */
    public Dendrogram arrange(Dendrogram tree, SymmetricMatrix distances) {
        if (distances.size() != tree.size()) {
            throw new IllegalArgumentException(
                    "distances must be of " + tree.size() + " items, were of " + distances.size());
        }
        return tree.size() < 3 ? tree : turn(tree, distances);
    }
}
