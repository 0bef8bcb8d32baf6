package io.mts1b.quantkit.clustering;

import java.util.List;

/**
 * A tree of clusters over {@code n} items, as the list of the {@code n - 1} mergers that built it.
 *
 * <p>Clusters are numbered: {@code 0} to {@code n - 1} are the items, and merger {@code k} makes cluster
 * {@code n + k}. This is the linkage matrix of SciPy, one record per row. One item is a tree without mergers.
 *
 * @param merges the mergers, in the order in which they happened
 */
public record Dendrogram(List<Merge> merges) {

    /**
     * Two clusters that became one.
     *
     * @param left the cluster whose items come first in {@link Dendrogram#leaves()}
     * @param right the other cluster
     * @param distance how far apart they were, not negative
     * @param size how many items they hold together
     */
    public record Merge(int left, int right, double distance, int size) {

        /** Validates. */
        public Merge {
            if (!(distance >= 0 && Double.isFinite(distance))) {
                throw new IllegalArgumentException("distance must be finite and not negative, was " + distance);
            }
        }

        Merge turned() {
            return new Merge(/* left= */ right, /* right= */ left, distance, size);
        }
    }

    /** Validates, and copies. */
    public Dendrogram {
        merges = List.copyOf(merges);
        int n = merges.size() + 1;
        boolean[] merged = new boolean[2 * n - 1];
        for (int k = 0; k < n - 1; k++) {
            Merge merge = merges.get(k);
            int size = take(merges, merge.left, k, merged) + take(merges, merge.right, k, merged);
            if (merge.size != size) {
                throw new IllegalArgumentException("merge " + k + " must hold " + size + " items, held " + merge.size);
            }
        }
    }

    private static int take(List<Merge> merges, int cluster, int k, boolean[] merged) {
        int n = merges.size() + 1;
        if (cluster < 0 || cluster >= n + k || merged[cluster]) {
            throw new IllegalArgumentException(
                    "merge " + k + " must join clusters that exist and are still apart, named " + cluster);
        }
        merged[cluster] = true;
        return cluster < n ? 1 : merges.get(cluster - n).size;
    }

    /**
     * Returns the number of items.
     *
     * @return the number of leaves, at least 1
     */
    public int size() {
        return merges.size() + 1;
    }

    /**
     * Returns the items from left to right.
     *
     * @return a new array that holds each of {@code 0} to {@code n - 1} once
     */
    public int[] leaves() {
        int n = size();
        int[] leaves = new int[n];
        int found = 0;
        int[] waiting = new int[n];
        int depth = 0;
        waiting[depth++] = 2 * n - 2;
        while (depth > 0) {
            int cluster = waiting[--depth];
            if (cluster < n) {
                leaves[found++] = cluster;
            } else {
                waiting[depth++] = merges.get(cluster - n).right;
                waiting[depth++] = merges.get(cluster - n).left;
            }
        }
        return leaves;
    }
}
