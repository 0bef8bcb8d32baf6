package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;

/** One thing that a portfolio must keep to, apart from its budget and bounds. Immutable. */
sealed interface Limit {

    /** What it is called in a conflict. */
    String name();

    /** Returns how far a portfolio is beyond it, not negative, in the units of the limit. */
    double missedBy(double[] weights);

    /** Returns what counts as one in those units. */
    double unit();

    /** Returns the least wider limit that a portfolio keeps, and a little more. */
    Limit widenedFor(double[] weights, double slack);

    /** A linear limit, {@code sum of loadings[i] w[i] <= most}, or equal to it. */
    final class Exposure implements Limit {

        private final String name;
        private final double[] loadings;
        private final double most;
        private final boolean equal;

        Exposure(String name, double[] loadings, double most, boolean equal) {
            this.name = name;
            this.loadings = loadings;
            this.most = most;
            this.equal = equal;
        }

        @Override
        public String name() {
            return name;
        }

        double[] loadings() {
            return loadings;
        }

        double most() {
            return most;
        }

        boolean isEqual() {
            return equal;
        }

        @Override
        public double missedBy(double[] weights) {
            double beyond = Vectors.dot(loadings, weights) - most;
            return equal ? Math.abs(beyond) : Math.max(beyond, 0);
        }

        @Override
        public double unit() {
            return Vectors.largest(loadings);
        }

        @Override
        public Limit widenedFor(double[] weights, double slack) {
            double there = Vectors.dot(loadings, weights);
            return new Exposure(name, loadings, equal ? there : Math.max(most, there + slack * unit()), equal);
        }
    }

    /**
     * A limit to how far weights are from others, {@code sum of |w[i] - from[i]| <= most}.
     *
     * @param name what it is called
     * @param from the other weights
     * @param most the most it may be
     */
    record Distance(String name, Weights from, double most) implements Limit {

        @Override
        public double missedBy(double[] weights) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += Math.abs(weights[i] - from.get(i));
            }
            return Math.max(sum - most, 0);
        }

        @Override
        public double unit() {
            return 1;
        }

        @Override
        public Limit widenedFor(double[] weights, double slack) {
            return new Distance(name, from, most + missedBy(weights) + slack * unit());
        }
    }

    /**
     * A limit to the risk of a portfolio.
     *
     * @param name what it is called
     * @param risk how risk is measured
     * @param most the most it may be
     */
    record Risk(String name, ConvexRisk risk, double most) implements Limit {

        @Override
        public double missedBy(double[] weights) {
            return Math.max(risk.of(Weights.of(weights)) - most, 0);
        }

        @Override
        public double unit() {
            return most;
        }

        @Override
        public Limit widenedFor(double[] weights, double slack) {
            return new Risk(name, risk, most + missedBy(weights) + slack * unit());
        }
    }

    /**
     * A limit to the volatility of the difference between a portfolio and a benchmark.
     *
     * @param name what it is called
     * @param benchmark the benchmark
     * @param variance how variance is measured
     * @param most the most the volatility may be
     */
    record Tracking(String name, Weights benchmark, ConvexRisk variance, double most) implements Limit {

        @Override
        public double missedBy(double[] weights) {
            double[] apart = weights.clone();
            Vectors.addScaled(apart, -1, benchmark.toArray(), apart.length);
            return Math.max(Math.sqrt(variance.of(Weights.of(apart))) - most, 0);
        }

        @Override
        public double unit() {
            return most;
        }

        @Override
        public Limit widenedFor(double[] weights, double slack) {
            return new Tracking(name, benchmark, variance, most + missedBy(weights) + slack * unit());
        }
    }

    /**
     * A limit to what a portfolio earns net.
     *
     * @param name what it is called
     * @param net how it is measured
     * @param least the least it may be
     */
    record Earning(String name, NetReturn net, double least) implements Limit {

        @Override
        public double missedBy(double[] weights) {
            return Math.max(least - net.of(weights), 0);
        }

        @Override
        public double unit() {
            return net.largest();
        }

        @Override
        public Limit widenedFor(double[] weights, double slack) {
            return new Earning(name, net, least - missedBy(weights) - slack * unit());
        }

        /** Returns what is the same, and simpler, for all portfolios within bounds. */
        Limit within(Constraints kept) {
            NetReturn simple = net.within(kept);
            double[] negative = Arrays.stream(simple.expected()).map(r -> -r).toArray();
            return simple.isLinear() && simple.largest() > 0
                    ? new Exposure(name, negative, -least, false)
                    : new Earning(name, simple, least);
        }
    }
}
