package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.clustering.Dendrogram.Merge;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shortest paths through the leaves of a tree, for every cluster and every pair of ends.
 *
 * <p>Items go by their position in the leaves of the tree, so that a cluster is a range of positions. The
 * path of a cluster from {@code u} to {@code w} leaves its left part at some {@code m} and enters the right
 * one at some {@code k}: {@code path[u][w] = min over m, k of path[u][m] + apart[m][k] + path[k][w]}. The
 * minimum is taken over {@code m} first and then over {@code k}, which makes the whole O(n^3).
 */
final class ShortestLeafPath {

    private final Dendrogram tree;
    private final int n;
    private final double[][] apart;
    private final double[][] path;

    /** The range of positions of each cluster: from, to (exclusive); and where its right part begins. */
    private final int[] from;

    private final int[] to;
    private final int[] middle;

    ShortestLeafPath(Dendrogram tree, SymmetricMatrix distances) {
        this.tree = tree;
        n = tree.size();
        int[] leaves = tree.leaves();
        apart = new double[n][n];
        path = new double[n][n];
        from = new int[2 * n - 1];
        to = new int[2 * n - 1];
        middle = new int[2 * n - 1];
        for (int p = 0; p < n; p++) {
            from[leaves[p]] = p;
            to[leaves[p]] = p + 1;
            // A single item is both parts of its cluster.
            middle[leaves[p]] = p;
            for (int q = 0; q < n; q++) {
                apart[p][q] = distances.get(leaves[p], leaves[q]);
            }
        }
        for (int k = 0; k < n - 1; k++) {
            Merge merge = tree.merges().get(k);
            from[n + k] = from[merge.left()];
            middle[n + k] = to[merge.left()];
            to[n + k] = to[merge.right()];
            join(merge.left(), merge.right());
        }
    }

    /** Fills in the paths from each item of one part to each item of the other. */
    private void join(int left, int right) {
        double[] entry = new double[n];
        for (int u = from[left]; u < to[left]; u++) {
            boolean low = u < middle[left];
            int exitFrom = low ? middle[left] : from[left];
            int exitTo = low || middle[left] == from[left] ? to[left] : middle[left];
            Arrays.fill(entry, from[right], to[right], Double.POSITIVE_INFINITY);
            for (int m = exitFrom; m < exitTo; m++) {
                relax(entry, path[u][m], apart[m], from[right], to[right]);
            }
            double[] paths = path[u];
            Arrays.fill(paths, from[right], to[right], Double.POSITIVE_INFINITY);
            for (int k = from[right]; k < to[right]; k++) {
                boolean first = k < middle[right];
                int endFrom = first ? middle[right] : from[right];
                int endTo = first || middle[right] == from[right] ? to[right] : middle[right];
                relax(paths, entry[k], path[k], endFrom, endTo);
            }
            for (int w = from[right]; w < to[right]; w++) {
                path[w][u] = paths[w];
            }
        }
    }

    private static void relax(double[] best, double so, double[] further, int from, int to) {
        for (int i = from; i < to; i++) {
            best[i] = Math.min(best[i], so + further[i]);
        }
    }

    /** Turns the parts of each merger by its own shortest path, mirroring all that lies below. */
    Dendrogram stepwise() {
        boolean[] turned = new boolean[2 * n - 1];
        for (Merge merge : tree.merges()) {
            int[] ends = shortest(merge.left(), merge.right());
            turned[merge.left()] = ends[0] >= middle[merge.left()] && merge.left() >= n;
            turned[merge.right()] = ends[1] < middle[merge.right()] && merge.right() >= n;
        }
        for (int k = n - 2; k >= 0; k--) {
            Merge merge = tree.merges().get(k);
            turned[merge.left()] ^= turned[n + k];
            turned[merge.right()] ^= turned[n + k];
        }
        return turned(turned);
    }

    /** Turns the parts of each merger so that the path through all items is the shortest. */
    Dendrogram optimal() {
        int[] first = new int[2 * n - 1];
        int[] last = new int[2 * n - 1];
        boolean[] turned = new boolean[2 * n - 1];
        Merge root = tree.merges().get(n - 2);
        int[] ends = shortest(root.left(), root.right());
        boolean mirrored = total(ends[1]) < total(ends[0]);
        first[2 * n - 2] = ends[mirrored ? 1 : 0];
        last[2 * n - 2] = ends[mirrored ? 0 : 1];
        for (int k = n - 2; k >= 0; k--) {
            Merge merge = tree.merges().get(k);
            turned[n + k] = first[n + k] >= middle[n + k];
            int one = turned[n + k] ? merge.right() : merge.left();
            int other = turned[n + k] ? merge.left() : merge.right();
            first[one] = first[n + k];
            last[other] = last[n + k];
            crossing(one, other, first, last);
        }
        return turned(turned);
    }

    /** Returns the ends of the shortest path through two parts, of equal ones the leftmost. */
    private int[] shortest(int left, int right) {
        int[] ends = {from[left], from[right]};
        for (int u = from[left]; u < to[left]; u++) {
            for (int w = from[right]; w < to[right]; w++) {
                if (path[u][w] < path[ends[0]][ends[1]]) {
                    ends[0] = u;
                    ends[1] = w;
                }
            }
        }
        return ends;
    }

    /** Finds where the path leaves the first part and enters the second. */
    private void crossing(int one, int other, int[] first, int[] last) {
        double best = Double.POSITIVE_INFINITY;
        for (int m = from[one]; m < to[one]; m++) {
            for (int k = from[other]; k < to[other]; k++) {
                if (across(one, first[one], m) && across(other, last[other], k)) {
                    double length = path[first[one]][m] + apart[m][k] + path[k][last[other]];
                    if (length < best) {
                        best = length;
                        last[one] = m;
                        first[other] = k;
                    }
                }
            }
        }
    }

    /** Whether a path through a cluster can have these two ends: they lie in different parts, or it is one item. */
    private boolean across(int cluster, int one, int other) {
        return cluster < n || one < middle[cluster] != other < middle[cluster];
    }

    private double total(int position) {
        double total = 0;
        for (double distance : apart[position]) {
            total += distance;
        }
        return total;
    }

    private Dendrogram turned(boolean[] turned) {
        List<Merge> merges = new ArrayList<>(n - 1);
        for (int k = 0; k < n - 1; k++) {
            Merge merge = tree.merges().get(k);
            merges.add(turned[n + k] ? merge.turned() : merge);
        }
        return new Dendrogram(merges);
    }
}
