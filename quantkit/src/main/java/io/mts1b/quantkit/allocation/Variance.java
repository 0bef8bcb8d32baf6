package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.SymmetricMatrix;

/** The variance of a portfolio. */
record Variance(SymmetricMatrix covariance) implements ConvexRisk {

    @Override
    public int assets() {
        return covariance.size();
    }

    @Override
    public int degree() {
        return 2;
    }

    @Override
    public double of(int[] members, double[] weights) {
        double variance = 0;
        for (int a = 0; a < members.length; a++) {
            double row = weights[a] * covariance.get(members[a], members[a]) / 2;
            for (int b = 0; b < a; b++) {
                row += weights[b] * covariance.get(members[a], members[b]);
            }
            variance += 2 * weights[a] * row;
        }
        return variance;
    }

    /** Returns both triangles, times a factor. */
    double[][] scaled(double factor) {
        double[][] rows = covariance.toArray();
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return rows;
    }
}
