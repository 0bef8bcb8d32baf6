package io.mts1b.testkit;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Checks a property on many pseudo-random cases, the same cases on every machine and every run.
 *
 * <p>A failure names the seed of its case; {@link #seed} runs that case alone. There is no
 * shrinking: draw small values often, as {@link #anyLong} does, and counterexamples stay small.
 */
public final class ForAll {

    private static final int CASES = 1_000;
    private static final long[] EDGES = {0, 1, -1, 10, -10, Long.MAX_VALUE, Long.MIN_VALUE};

    private ForAll() {}

    /** A property: draws its inputs from the generator it is given, and asserts. */
    @FunctionalInterface
    public interface Property {

        /**
         * Checks one case.
         *
         * @param random where to draw the inputs from
         * @throws Exception if the case fails
         */
        void check(RandomGenerator random) throws Exception;
    }

    /**
     * Runs a property on 1,000 cases.
     *
     * @param property the property
     * @throws AssertionError if a case fails, with the seed in the message and the failure as cause
     */
    public static void cases(Property property) {
        cases(CASES, property);
    }

    /**
     * Runs a property on a number of cases.
     *
     * @param count how many cases
     * @param property the property
     * @throws AssertionError if a case fails, with the seed in the message and the failure as cause
     */
    public static void cases(int count, Property property) {
        for (long seed = 0; seed < count; seed++) {
            seed(seed, property);
        }
    }

    /**
     * Runs a property on one case.
     *
     * @param seed the case
     * @param property the property
     * @throws AssertionError if the case fails, with the seed in the message and the failure as cause
     */
    public static void seed(long seed, Property property) {
        try {
            property.check(new SplittableRandom(seed));
        } catch (Exception | AssertionError e) {
            throw new AssertionError("Property failed, reproduce with ForAll.seed(" + seed + ", ...): " + e, e);
        }
    }

    /**
     * Draws a {@code long}: one time in four an edge, one in four small, else anything.
     *
     * @param random where to draw from
     * @return the value
     */
    public static long anyLong(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> random.nextLong(-1_000, 1_001);
            default -> random.nextLong();
        };
    }

    /**
     * Draws one of some values.
     *
     * @param random where to draw from
     * @param values the values, at least one
     * @param <T> their type
     * @return one of them
     */
    @SafeVarargs
    public static <T> T oneOf(RandomGenerator random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
