package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.clustering.Dendrogram.Merge;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Builds a tree of clusters from the bottom up: the two closest clusters become one, until one is left.
 *
 * <p>The nearest-neighbour chain finds the same mergers in O(n^2): it walks from a cluster to its nearest
 * neighbour until two clusters are nearest to each other, and merges those; a reducible
 * {@link LinkageMethod} cannot regret it. Reference: F. Murtagh, "A Survey of Recent Advances in
 * Hierarchical Clustering Algorithms", The Computer Journal 26(4), 1983, 354-359; D. Müllner, "Modern
 * Hierarchical, Agglomerative Clustering Algorithms", arXiv:1109.2378, 2011.
 *
 * <p><b>Ties.</b> Mergers are listed by distance, and those of equal distance as the chain found them. The
 * chain starts at the lowest item left, and of equally near neighbours takes the one it came from, else the
 * lowest. The smaller cluster number stands on the left. So equal input gives an equal tree, but where
 * distances tie, another order of the items may give another tree of the same heights or, for average and
 * Ward linkage, of others.
 */
public final class AgglomerativeClustering {

    /** The square of a distance, and the sum of as many as there are items, must not overflow. */
    private static final double LARGEST = 1e150;

    private AgglomerativeClustering() {}

    /**
     * Clusters items.
     *
     * @param distances how far apart items are: in [0, 1e150], zero on the diagonal
     * @param method how far apart clusters are
     * @return the tree, mergers by distance ascending
     * @throws IllegalArgumentException if a distance is out of range, or one on the diagonal is not zero
     */
    public static Dendrogram cluster(SymmetricMatrix distances, LinkageMethod method) {
        int n = distances.size();
        double[][] apart = distances.toArray();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                if (!(apart[i][j] >= 0 && apart[i][j] <= (i == j ? 0 : LARGEST))) {
                    throw new IllegalArgumentException("distance (" + i + ", " + j + ") must be "
                            + (i == j ? "0" : "in [0, " + LARGEST + "]") + ", was " + apart[i][j]);
                }
            }
            // Infinity keeps an item from being its own nearest neighbour.
            apart[i][i] = Double.POSITIVE_INFINITY;
        }
        return numbered(chain(apart, method));
    }

    /** Follows the chain; a cluster goes by the number of its highest item. */
    private static List<Merge> chain(double[][] apart, LinkageMethod method) {
        int n = apart.length;
        int[] size = new int[n];
        Arrays.fill(size, 1);
        double[] height = new double[n];
        int[] chain = new int[n];
        int length = 0;
        int lowest = 0;
        List<Merge> merges = new ArrayList<>(n - 1);
        while (merges.size() < n - 1) {
            if (length == 0) {
                while (size[lowest] == 0) {
                    lowest++;
                }
                chain[length++] = lowest;
            }
            int tip = chain[length - 1];
            int nearest = nearest(apart[tip], length > 1 ? chain[length - 2] : -1);
            if (length < 2 || nearest != chain[length - 2]) {
                chain[length++] = nearest;
                continue;
            }
            length -= 2;
            int gone = Math.min(tip, nearest);
            int kept = Math.max(tip, nearest);
            double distance = apart[gone][kept];
            unite(apart, size, gone, kept, method);
            // Rounding may put a merger a hair below its parts, and so before them in the order of distance.
            height[kept] = Math.max(distance, Math.max(height[gone], height[kept]));
            merges.add(new Merge(gone, kept, height[kept], size[kept]));
        }
        return merges;
    }

    private static int nearest(double[] apart, int previous) {
        int nearest = previous;
        double least = previous < 0 ? Double.POSITIVE_INFINITY : apart[previous];
        for (int i = 0; i < apart.length; i++) {
            if (apart[i] < least) {
                least = apart[i];
                nearest = i;
            }
        }
        return nearest;
    }

    private static void unite(double[][] apart, int[] size, int gone, int kept, LinkageMethod method) {
        double between = apart[gone][kept];
        double[] fromGone = apart[gone];
        double[] fromKept = apart[kept];
        for (int i = 0; i < apart.length; i++) {
            if (size[i] > 0 && i != gone && i != kept) {
                double distance = method.distance(fromGone[i], fromKept[i], between, size[gone], size[kept], size[i]);
                fromKept[i] = distance;
                apart[i][kept] = distance;
            }
            apart[i][gone] = Double.POSITIVE_INFINITY;
        }
        size[kept] += size[gone];
        size[gone] = 0;
    }

    /** Sorts mergers by distance, and numbers clusters by the order in which they then arise. */
    private static Dendrogram numbered(List<Merge> found) {
        int n = found.size() + 1;
        List<Merge> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingDouble(Merge::distance));
        int[] cluster = new int[n];
        Arrays.setAll(cluster, i -> i);
        List<Merge> merges = new ArrayList<>(n - 1);
        for (Merge merge : sorted) {
            int first = cluster[merge.left()];
            int second = cluster[merge.right()];
            cluster[merge.right()] = n + merges.size();
            merges.add(new Merge(Math.min(first, second), Math.max(first, second), merge.distance(), merge.size()));
        }
        return new Dendrogram(merges);
    }
}
