package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.FactorCovariance;
import java.util.Arrays;

/** The variance of a portfolio, from factors. */
record FactorVariance(FactorCovariance covariance) implements ConvexRisk {

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
        double[] all = new double[covariance.size()];
        for (int k = 0; k < members.length; k++) {
            all[members[k]] += weights[k];
        }
        return covariance.variance(all);
    }

    /** Returns the specific variances, times a factor. */
    double[] specific(double factor) {
        double[] specific = new double[covariance.size()];
        Arrays.setAll(specific, i -> factor * covariance.specific(i));
        return specific;
    }

    /** Returns the covariance of the factors, times a factor. */
    double[][] factors(double factor) {
        return new Variance(covariance.factors()).scaled(factor);
    }
}
