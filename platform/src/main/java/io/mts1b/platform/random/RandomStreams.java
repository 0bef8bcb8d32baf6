package io.mts1b.platform.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * All the random numbers of one run: a seed, and a stream of numbers for every name.
 *
 * <p>A stream depends on seed and name alone. It is the {@value #ALGORITHM} generator seeded with
 * SHA-256 of both, so streams of similar names or neighbouring seeds have nothing in common.
 *
 * <p>Reference: G. L. Steele Jr. and S. Vigna, "LXM: Better Splittable Pseudorandom Number Generators
 * (and Almost as Fast)", Proceedings of the ACM on Programming Languages 5 (OOPSLA), 2021, article 148.
 *
 * <p>Immutable and thread-safe; a stream it hands out belongs to one thread.
 *
 * @param seed the seed of the run
 */
public record RandomStreams(long seed) {

    private static final String ALGORITHM = "L64X128MixRandom";
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory.of(ALGORITHM);

    /**
     * Starts a stream.
     *
     * @param name what the numbers are for, such as {@code "simulator.prices"}
     * @return a generator that begins at the start of the stream, also when asked for again
     */
    public RandomGenerator stream(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] input = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(seed)
                .put(text)
                .array();
        try {
            return FACTORY.create(MessageDigest.getInstance("SHA-256").digest(input));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
