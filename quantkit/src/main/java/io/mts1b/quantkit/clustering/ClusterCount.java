package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.List;

/** How many clusters a tree is best cut into. */
public final class ClusterCount {

    /** Counts up to this one are looked at, or up to the root of the number of items if that is more. */
    private static final int FEW = 8;

    private ClusterCount() {}

    /**
     * Returns the count after which another cluster gains the least: the {@code k} with the largest
     * {@code W[k - 1] - 2 W[k] + W[k + 1]}, where {@code W[k]} is the sum over {@code k} clusters of the mean distance of
     * two of their items.
     *
     * <p>Reference: S. Yue, X. Wang and M. Wei, "Application of Two-Order Difference to Gap Statistic", Transactions of
     * Tianjin University 14(3), 2008, 217-221.
     *
     * @param distances the distances of the items
     * @param tree their tree
     * @return how many clusters: at least 2 where there are at least 3 items, else 1
     * @throws IllegalArgumentException if the distances are of another number of items
     */
    public static int ofTwoOrderGap(SymmetricMatrix distances, Dendrogram tree) {
        int n = tree.size();
        if (distances.size() != n) {
            throw new IllegalArgumentException("distances must be of " + n + " items, were of " + distances.size());
        }
        int most = (int) Math.min(n, Math.max(FEW, Math.rint(Math.sqrt(n))));
        double[] dispersion = new double[most + 1];
        for (int k = 1; k <= most; k++) {
            for (List<Integer> cluster : tree.cut(k)) {
                dispersion[k] += meanDistance(cluster, distances);
            }
        }
        int best = n < 3 ? 1 : 2;
        for (int k = 3; k < most; k++) {
            best = bend(dispersion, k) > bend(dispersion, best) ? k : best;
        }
        return best;
    }

    private static double bend(double[] dispersion, int k) {
        return dispersion[k - 1] - 2 * dispersion[k] + dispersion[k + 1];
    }

    private static double meanDistance(List<Integer> cluster, SymmetricMatrix distances) {
        double sum = 0;
        int pairs = 0;
        for (int i = 1; i < cluster.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += distances.get(cluster.get(i), cluster.get(j));
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }
}
