package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.List;

/**
 * Expected returns that blend what the market implies with what somebody thinks: the model of Black and Litterman.
 *
 * <p>True means are normal around a prior {@code pi} with covariance {@code tau C}; views {@code P r = q} hold up to errors
 * of covariance {@code Omega}. Given both, the means are {@code pi + tau C P' (P tau C P' + Omega)^-1 (q - P pi)}.
 *
 * <p>Reference: F. Black and R. Litterman, "Global Portfolio Optimization", Financial Analysts Journal 48(5), 1992, 28-43;
 * G. He and R. Litterman, "The Intuition Behind Black-Litterman Model Portfolios", Goldman Sachs, 1999. Immutable and
 * thread-safe.
 */
public final class BlackLitterman {

    private final SymmetricMatrix covariance;
    private final double[] prior;
    private final double tau;

    private BlackLitterman(SymmetricMatrix covariance, double[] prior, double tau) {
        this.covariance = covariance;
        this.prior = prior;
        this.tau = tau;
    }

    /**
     * Returns the model.
     *
     * @param covariance the covariance of returns
     * @param prior what each asset is expected to earn before anybody thinks, in the same unit of time; copied
     * @param tau how uncertain the prior is, as a part of the covariance of returns, in (0, 1], such as 0.05
     * @return the model
     * @throws IllegalArgumentException if the shapes differ, a number is not finite, or {@code tau} is out of range
     */
    public static BlackLitterman of(SymmetricMatrix covariance, double[] prior, double tau) {
        Samples.requireFinite("prior", prior, 1);
        Samples.requireLength("prior", prior, covariance.size());
        if (!(tau > 0 && tau <= 1)) {
            throw new IllegalArgumentException("tau must be in (0, 1], was " + tau);
        }
        return new BlackLitterman(covariance, prior.clone(), tau);
    }

    /**
     * Returns how much return the market asks for a unit of variance, {@code (mean - riskless) / variance}, annual.
     *
     * @param marketReturns returns of the market per period, at least 2, that vary
     * @param periodsPerYear how many periods make a year
     * @param riskless what a riskless investment returns in a year
     * @return the risk aversion
     * @throws IllegalArgumentException if there are too few returns, one is not finite, or they do not vary
     */
    public static double riskAversion(double[] marketReturns, PeriodsPerYear periodsPerYear, double riskless) {
        Moments moments = Moments.of(marketReturns);
        if (moments.squares() == 0) {
            throw new IllegalArgumentException("market must vary, was constant at " + moments.mean());
        }
        return (periodsPerYear.scale(moments.mean()) - riskless) / periodsPerYear.scale(moments.variance());
    }

    /**
     * Returns the prior for which holding the market is best: {@code riskAversion C w + riskless}.
     *
     * @param covariance the covariance of returns
     * @param capitalization what each asset is worth in the market, not negative, in sum positive
     * @param riskAversion how much return the market asks for a unit of variance
     * @param riskless what a riskless investment returns
     * @return one expected return per asset
     * @throws IllegalArgumentException if the shapes differ, a number is not finite, or the market is worth nothing
     */
    public static double[] marketImplied(
            SymmetricMatrix covariance, double[] capitalization, double riskAversion, double riskless) {
        Samples.requireFinite("capitalization", capitalization, 1);
        Samples.requireLength("capitalization", capitalization, covariance.size());
        double sum = Samples.sum(capitalization);
        if (!(sum > 0) || Arrays.stream(capitalization).anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException(
                    "capitalization must not be negative, and in sum positive, was " + Arrays.toString(capitalization));
        }
        double[] weights =
                Arrays.stream(capitalization).map(value -> value / sum).toArray();
        double[] implied = Vectors.multiply(covariance.toArray(), weights);
        Arrays.setAll(implied, i -> riskAversion * implied[i] + riskless);
        return implied;
    }

    /**
     * Blends with views that are each as uncertain as the prior is about them: {@code Omega = diag(tau P C P')}, the choice
     * of He and Litterman (1999).
     *
     * @param views the views, possibly none
     * @return the posterior
     * @throws IllegalArgumentException if a view is of another number of assets, or the views contradict each other on
     *     something that does not vary
     */
    public Posterior posterior(List<View> views) {
        double[] confidences = new double[views.size()];
        Arrays.fill(confidences, 0.5);
        return posterior(views, confidences);
    }

    /**
     * Blends with views of which each moves the means a given part of the way that a certain view would:
     * {@code Omega[k] = (1 - c) / c * tau p C p'}. A view without any confidence is left out.
     *
     * <p>Reference: T. Idzorek, "A Step-by-Step Guide to the Black-Litterman Model", in S. Satchell (ed.), "Forecasting
     * Expected Returns in the Financial Markets", Academic Press, 2007, 17-38; in the closed form of J. Walters, "The
     * Black-Litterman Model in Detail", SSRN 1314585, 2014.
     *
     * @param views the views, possibly none
     * @param confidences one per view, in [0, 1]
     * @return the posterior
     * @throws IllegalArgumentException if a view is of another number of assets, a confidence is out of range, or views
     *     held for certain contradict each other
     */
    public Posterior posterior(List<View> views, double[] confidences) {
        Samples.requireLength("confidences", confidences, views.size());
        double[][] lower = new double[views.size()][];
        int kept = 0;
        View[] used = new View[views.size()];
        for (int k = 0; k < views.size(); k++) {
            // Written so that one that is NaN is refused below.
            if (!(confidences[k] == 0)) {
                lower[kept] = new double[kept + 1];
                lower[kept][kept] = error(views.get(k), k, confidences[k]);
                used[kept++] = views.get(k);
            }
        }
        return blend(List.of(Arrays.copyOf(used, kept)), Arrays.copyOf(lower, kept));
    }

    /**
     * Returns the covariance of the errors of views that are each held with a given confidence, the {@code Omega} of
     * {@link #posterior(List, double[])}.
     *
     * @param views the views, at least one
     * @param confidences one per view, in (0, 1]; 0.5 where a view is as uncertain as the prior is about it
     * @return a diagonal matrix, one row per view
     * @throws IllegalArgumentException if a view is of another number of assets, or a confidence is out of range
     */
    public SymmetricMatrix errors(List<View> views, double[] confidences) {
        Samples.requireLength("confidences", confidences, views.size());
        double[][] lower = new double[views.size()][];
        for (int k = 0; k < lower.length; k++) {
            if (confidences[k] == 0) {
                throw new IllegalArgumentException("confidence must be positive for an error, was 0 for view " + k);
            }
            lower[k] = new double[k + 1];
            lower[k][k] = error(views.get(k), k, confidences[k]);
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    private double error(View view, int k, double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], was " + confidence + " for view " + k);
        }
        double[] picks = requireFit(view, k);
        double variance = Vectors.dot(picks, Vectors.multiply(covariance.toArray(), picks));
        return (1 - confidence) / confidence * tau * variance;
    }

    /**
     * Blends with views whose errors have a given covariance.
     *
     * @param views the views, at least one
     * @param omega the covariance of their errors, one row per view
     * @return the posterior
     * @throws IllegalArgumentException if the shapes differ, or views without error contradict each other
     */
    public Posterior posterior(List<View> views, SymmetricMatrix omega) {
        if (omega.size() != views.size()) {
            throw new IllegalArgumentException("omega must be of " + views.size() + " views, was of " + omega.size());
        }
        double[][] lower = new double[views.size()][];
        for (int k = 0; k < lower.length; k++) {
            requireFit(views.get(k), k);
            lower[k] = new double[k + 1];
            for (int l = 0; l <= k; l++) {
                lower[k][l] = omega.get(k, l);
            }
        }
        return blend(views, lower);
    }

    private double[] requireFit(View view, int k) {
        double[] picks = view.picks();
        Samples.requireLength("view " + k, picks, prior.length);
        return picks;
    }

    private Posterior blend(List<View> views, double[][] omega) {
        int n = prior.length;
        double[][] rows = covariance.toArray();
        double[] means = prior.clone();
        double[][] posterior = new double[n][];
        for (int i = 0; i < n; i++) {
            posterior[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                posterior[i][j] = (1 + tau) * rows[i][j];
            }
        }
        if (views.isEmpty()) {
            return new Posterior(covariance, means, SymmetricMatrix.ofLowerTriangle(posterior));
        }
        // Row k holds tau C p[k].
        double[][] reach = new double[views.size()][];
        double[] surprise = new double[views.size()];
        double[][] errors = new double[views.size()][];
        for (int k = 0; k < reach.length; k++) {
            double[] picks = views.get(k).picks();
            reach[k] = Vectors.multiply(rows, picks);
            for (int i = 0; i < n; i++) {
                reach[k][i] *= tau;
            }
            surprise[k] = views.get(k).expected() - Vectors.dot(picks, prior);
            errors[k] = omega[k].clone();
            for (int l = 0; l <= k; l++) {
                errors[k][l] += Vectors.dot(views.get(l).picks(), reach[k]);
            }
        }
        LdlFactorization solver = LdlFactorization.ofPositiveDefinite(errors)
                .orElseThrow(() -> new IllegalArgumentException(
                        "views must not repeat or contradict each other for certain, nor be certain of what does not vary:"
                                + " leave one out, or be less confident"));
        solver.solve(surprise);
        for (int k = 0; k < reach.length; k++) {
            Vectors.addScaled(means, surprise[k], reach[k], n);
        }
        for (int i = 0; i < n; i++) {
            double[] gain = new double[reach.length];
            for (int k = 0; k < gain.length; k++) {
                gain[k] = reach[k][i];
            }
            solver.solve(gain);
            for (int k = 0; k < gain.length; k++) {
                Vectors.addScaled(posterior[i], -gain[k], reach[k], i + 1);
            }
        }
        return new Posterior(covariance, means, SymmetricMatrix.ofLowerTriangle(posterior));
    }

    /** What is believed after the views. Immutable and thread-safe. */
    public static final class Posterior {

        private final SymmetricMatrix returns;
        private final double[] means;
        private final SymmetricMatrix covariance;

        private Posterior(SymmetricMatrix returns, double[] means, SymmetricMatrix covariance) {
            this.returns = returns;
            this.means = means;
            this.covariance = covariance;
        }

        /**
         * Returns what each asset is expected to earn.
         *
         * @return a new array, one expected return per asset; the prior if there were no views
         */
        public double[] expected() {
            return means.clone();
        }

        /**
         * Returns the covariance of returns, now that their means are uncertain too:
         * {@code C + tau C - tau C P' (P tau C P' + Omega)^-1 P tau C}.
         *
         * @return the posterior covariance
         */
        public SymmetricMatrix covariance() {
            return covariance;
        }

        /**
         * Returns the portfolio that the posterior means call for without any constraint: in proportion to
         * {@code C^-1 means}, with the covariance {@code C} the model was made of.
         *
         * @return the weights, which sum to one; negative is short
         * @throws IllegalArgumentException if the covariance is singular, or the positions sum to zero
         */
        public Weights weights() {
            double[] positions = LdlFactorization.ofPositiveDefinite(returns.toArray())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "covariance must be positive definite to call for one portfolio: shrink it"))
                    .solve(means.clone());
            double sum = Samples.sum(positions);
            if (!(Math.abs(sum) > Samples.NOISE * Vectors.largest(positions))) {
                throw new IllegalArgumentException(
                        "positions must not sum to zero, were " + Arrays.toString(positions));
            }
            Arrays.setAll(positions, i -> positions[i] / sum);
            return Weights.of(positions);
        }
    }
}
