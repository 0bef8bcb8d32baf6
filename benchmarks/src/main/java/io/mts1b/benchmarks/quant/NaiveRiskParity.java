package io.mts1b.benchmarks.quant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Hierarchical risk parity as one writes it down from the paper: single linkage by looking at every pair every time. */
final class NaiveRiskParity {

    private NaiveRiskParity() {}

    static double[] weights(double[][] returns) {
        double[][] covariance = covariance(returns);
        int n = returns.length;
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double correlation = covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
                distance[i][j] = i == j ? 0 : Math.sqrt(Math.max(0, (1 - correlation) / 2));
            }
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        split(leaves(distance), covariance, weights);
        return weights;
    }

    private static double[][] covariance(double[][] returns) {
        int n = returns.length;
        int days = returns[0].length;
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            for (double one : returns[i]) {
                means[i] += one / days;
            }
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int t = 0; t < days; t++) {
                    sum += (returns[i][t] - means[i]) * (returns[j][t] - means[j]);
                }
                covariance[i][j] = sum / (days - 1);
            }
        }
        return covariance;
    }

    /** A cluster: the number it would have in SciPy, and its items from left to right. */
    private record Cluster(int number, List<Integer> items) {}

    private static List<Integer> leaves(double[][] distance) {
        int n = distance.length;
        double[][] apart = new double[n][];
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            apart[i] = distance[i].clone();
            clusters.add(new Cluster(i, List.of(i)));
        }
        for (int made = n; clusters.size() > 1; made++) {
            int a = 0;
            int b = 1;
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    if (apart[i][j] < apart[a][b]) {
                        a = i;
                        b = j;
                    }
                }
            }
            merge(clusters, apart, a, b, made);
        }
        return clusters.getFirst().items();
    }

    /** Puts the union where the first was, and the last cluster where the second was. */
    private static void merge(List<Cluster> clusters, double[][] apart, int a, int b, int made) {
        Cluster left = clusters.get(clusters.get(a).number() < clusters.get(b).number() ? a : b);
        Cluster right = clusters.get(left.equals(clusters.get(a)) ? b : a);
        List<Integer> items = new ArrayList<>(left.items());
        items.addAll(right.items());
        int last = clusters.size() - 1;
        for (int k = 0; k <= last; k++) {
            double nearest = Math.min(apart[a][k], apart[b][k]);
            apart[a][k] = nearest;
            apart[k][a] = nearest;
        }
        clusters.set(a, new Cluster(made, items));
        clusters.set(b, clusters.get(last));
        clusters.removeLast();
        for (int k = 0; k < last; k++) {
            apart[b][k] = apart[last][k];
            apart[k][b] = apart[k][last];
        }
    }

    private static void split(List<Integer> items, double[][] covariance, double[] weights) {
        if (items.size() < 2) {
            return;
        }
        List<Integer> first = items.subList(0, items.size() / 2);
        List<Integer> second = items.subList(items.size() / 2, items.size());
        double one = risk(first, covariance);
        double other = risk(second, covariance);
        first.forEach(i -> weights[i] *= other / (one + other));
        second.forEach(i -> weights[i] *= one / (one + other));
        split(first, covariance, weights);
        split(second, covariance, weights);
    }

    private static double risk(List<Integer> items, double[][] covariance) {
        double sum = 0;
        for (int i : items) {
            sum += 1 / covariance[i][i];
        }
        double risk = 0;
        for (int i : items) {
            for (int j : items) {
                risk += covariance[i][j] / covariance[i][i] / covariance[j][j];
            }
        }
        return risk / sum / sum;
    }
}
