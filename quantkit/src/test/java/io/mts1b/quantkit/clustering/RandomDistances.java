package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.random.RandomGenerator;

/** Distances to cluster by. */
final class RandomDistances {

    private RandomDistances() {}

    /** Distances of random points in space, so no two are equal. */
    static SymmetricMatrix distinct(RandomGenerator random, int n) {
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = random.doubles(3).toArray();
        }
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                double x = points[i][0] - points[j][0];
                double y = points[i][1] - points[j][1];
                double z = points[i][2] - points[j][2];
                lower[i][j] = Math.sqrt(x * x + y * y + z * z);
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    /** Whole distances from 0 to 3, so most tie. */
    static SymmetricMatrix tied(RandomGenerator random, int n) {
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                lower[i][j] = random.nextInt(4);
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    /** The same distances of items in another order: item {@code i} of the result is item {@code order[i]}. */
    static SymmetricMatrix permuted(SymmetricMatrix distances, int[] order) {
        double[][] lower = new double[order.length][];
        for (int i = 0; i < order.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = distances.get(order[i], order[j]);
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }
}
