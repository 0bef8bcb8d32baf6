package io.mts1b.riskengine.portfoliorisk;

import io.mts1b.foundation.Require;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** How the periods to come are imagined. */
public sealed interface TailModel {

    /**
     * Finds a model by its name.
     *
     * @param name historical, parametric or monte-carlo
     * @param seed what the draws of the last follow from
     * @param draws how many there are
     * @return the model
     * @throws IllegalArgumentException if there is none of this name
     */
    static TailModel parse(String name, long seed, int draws) {
        return switch (name) {
            case "historical" -> new Historical();
            case "parametric" -> new Parametric();
            case "monte-carlo" -> new MonteCarlo(seed, draws);
            default ->
                throw new IllegalArgumentException("model must be historical, parametric or monte-carlo, was " + name);
        };
    }

    /** As those of the history, each as likely; positions are valued anew in each. */
    record Historical() implements TailModel {}

    /** Normal, with the history's means and covariances; positions move by their deltas. */
    record Parametric() implements TailModel {}

    /**
     * Normal, with the history's means and covariances, drawn by chance; positions are valued anew in each.
     *
     * @param seed what the draws follow from
     * @param draws how many, at least 2
     */
    record MonteCarlo(long seed, int draws) implements TailModel {

        private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
                RandomGeneratorFactory.of("L64X128MixRandom");

        /** Validates. */
        public MonteCarlo {
            Require.that(draws >= 2, "draws must be at least 2, was " + draws);
        }

        RandomGenerator random() {
            return RANDOM.create(seed);
        }
    }
}
