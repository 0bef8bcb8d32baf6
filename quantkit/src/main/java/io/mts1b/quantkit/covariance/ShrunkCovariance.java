package io.mts1b.quantkit.covariance;

/**
 * A covariance pulled towards a simpler one: {@code intensity * target + (1 - intensity) * sample}.
 *
 * <p>The sample covariance of many assets over few rows makes the extreme ones too extreme. A target with less freedom
 * errs the other way; between the two lies an estimate with a smaller expected error than either.
 *
 * @param covariance the estimate per period
 * @param intensity how far it was pulled, in [0, 1]
 */
public record ShrunkCovariance(SymmetricMatrix covariance, double intensity) {

    /** Validates. */
    public ShrunkCovariance {
        if (!(intensity >= 0 && intensity <= 1)) {
            throw new IllegalArgumentException("intensity must be in [0, 1], was " + intensity);
        }
    }

    /**
     * Pulls a covariance towards equal variances without correlation, by a given intensity.
     *
     * @param covariance the covariance
     * @param intensity how far, in [0, 1]
     * @return the shrunk covariance, whose trace is that of the given one
     * @throws IllegalArgumentException if the intensity is out of range
     */
    public static ShrunkCovariance towardsIdentity(SymmetricMatrix covariance, double intensity) {
        int n = covariance.size();
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += covariance.get(i, i);
        }
        double[][] target = new double[n][];
        for (int i = 0; i < n; i++) {
            target[i] = new double[i + 1];
            target[i][i] = trace / n;
        }
        return blend(covariance, target, intensity);
    }

    /** Blends; the target is a lower triangle, which is overwritten. */
    static ShrunkCovariance blend(SymmetricMatrix sample, double[][] target, double intensity) {
        for (int i = 0; i < target.length; i++) {
            for (int j = 0; j <= i; j++) {
                target[i][j] = intensity * target[i][j] + (1 - intensity) * sample.get(i, j);
            }
        }
        return new ShrunkCovariance(SymmetricMatrix.ofLowerTriangle(target), intensity);
    }
}
