package io.mts1b.quantkit.clustering;

import java.util.ArrayList;
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
        return items(2 * size() - 2).stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Cuts the tree into clusters, by taking back the last mergers.
     *
     * @param count how many clusters, from 1 to the number of items
     * @return the items of each cluster, from left to right
     * @throws IllegalArgumentException if the count is out of range
     */
    public List<List<Integer>> cut(int count) {
        requireCount(count);
        List<List<Integer>> clusters = new ArrayList<>();
        List<Integer> open = new ArrayList<>(List.of(2 * size() - 2));
        while (!open.isEmpty()) {
            int cluster = open.removeLast();
            if (isApart(cluster, count)) {
                open.add(merges.get(cluster - size()).right);
                open.add(merges.get(cluster - size()).left);
            } else {
                clusters.add(items(cluster));
            }
        }
        return List.copyOf(clusters);
    }

    /**
     * Returns whether a cluster is divided where the tree is cut.
     *
     * @param cluster the number of the cluster
     * @param count how many clusters are left, from 1 to the number of items
     * @return whether its parts were merged after the cut
     * @throws IllegalArgumentException if the count is out of range
     */
    public boolean isApart(int cluster, int count) {
        requireCount(count);
        return cluster >= 2 * size() - count;
    }

    /**
     * Returns the items of a cluster.
     *
     * @param cluster the number of the cluster
     * @return its items, from left to right
     */
    public List<Integer> items(int cluster) {
        List<Integer> items = new ArrayList<>();
        List<Integer> open = new ArrayList<>(List.of(cluster));
        while (!open.isEmpty()) {
            int next = open.removeLast();
            if (next < size()) {
                items.add(next);
            } else {
                open.add(merges.get(next - size()).right);
                open.add(merges.get(next - size()).left);
            }
        }
        return List.copyOf(items);
    }

    private void requireCount(int count) {
        if (count < 1 || count > size()) {
            throw new IllegalArgumentException("count must be in [1, " + size() + "], was " + count);
        }
    }
}
