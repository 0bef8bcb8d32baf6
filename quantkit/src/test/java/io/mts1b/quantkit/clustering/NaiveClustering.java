package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.clustering.Dendrogram.Merge;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * The slow and obvious twin of {@link AgglomerativeClustering}: looks at all pairs of clusters for the closest, and
 * measures clusters by their members, without any recurrence. Needs distinct distances.
 */
final class NaiveClustering {

    private record Cluster(int number, List<Integer> members) {}

    private NaiveClustering() {}

    static Dendrogram cluster(SymmetricMatrix distances, LinkageMethod method) {
        int n = distances.size();
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            clusters.add(new Cluster(i, List.of(i)));
        }
        List<Merge> merges = new ArrayList<>();
        while (clusters.size() > 1) {
            double least = Double.POSITIVE_INFINITY;
            int first = -1;
            int second = -1;
            for (int a = 0; a < clusters.size(); a++) {
                for (int b = a + 1; b < clusters.size(); b++) {
                    double distance = distance(distances, method, clusters.get(a), clusters.get(b));
                    if (distance < least) {
                        least = distance;
                        first = a;
                        second = b;
                    }
                }
            }
            Cluster gone = clusters.remove(second);
            Cluster kept = clusters.remove(first);
            List<Integer> members = new ArrayList<>(kept.members());
            members.addAll(gone.members());
            int left = Math.min(gone.number(), kept.number());
            int right = Math.max(gone.number(), kept.number());
            merges.add(new Merge(left, right, least, members.size()));
            clusters.add(new Cluster(n + merges.size() - 1, members));
        }
        return new Dendrogram(merges);
    }

    private static double distance(SymmetricMatrix distances, LinkageMethod method, Cluster one, Cluster other) {
        return switch (method) {
            case SINGLE -> fold(distances, one, other, Double.POSITIVE_INFINITY, Math::min);
            case COMPLETE -> fold(distances, one, other, 0, Math::max);
            case AVERAGE -> mean(distances, one, other);
            case WARD -> ward(distances, one, other);
        };
    }

    private static double fold(
            SymmetricMatrix distances, Cluster one, Cluster other, double start, DoubleBinaryOperator fold) {
        double result = start;
        for (int i : one.members()) {
            for (int j : other.members()) {
                result = fold.applyAsDouble(result, distances.get(i, j));
            }
        }
        return result;
    }

    private static double mean(SymmetricMatrix distances, Cluster one, Cluster other) {
        double sum = fold(distances, one, other, 0, Double::sum);
        return sum / one.members().size() / other.members().size();
    }

    /** sqrt(2 n m / (n + m)) times the distance of the centres, by the mean squares within and between. */
    private static double ward(SymmetricMatrix distances, Cluster one, Cluster other) {
        double n = one.members().size();
        double m = other.members().size();
        double between = squares(distances, one, other) / (n * m);
        double within = squares(distances, one, one) / (2 * n * n) + squares(distances, other, other) / (2 * m * m);
        return Math.sqrt(2 * n * m / (n + m) * (between - within));
    }

    private static double squares(SymmetricMatrix distances, Cluster one, Cluster other) {
        return fold(distances, one, other, 0, (sum, distance) -> sum + distance * distance);
    }
}
