package io.mts1b.quantkit.options;

/**
 * Values columns of options. Every kernel does the same operations in the same order, each rounded as IEEE 754 has it, so
 * that all come to the same bits.
 */
interface OptionKernel {

    /** The fastest that this process can run. */
    OptionKernel FASTEST =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorKernel() : new ScalarKernel();

    /** Beyond this {@code d1} densities leave the range of normal numbers; {@link BlackScholes} takes over. */
    double FARTHEST = 37;

    /** Exponents beyond this are left to {@link BlackScholes}. */
    double LARGEST_EXPONENT = 700;

    /** Ratios of spot to strike beyond this or its inverse are left to {@link BlackScholes}. */
    double LARGEST_RATIO = 1e300;

    double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    /** Values the options from one index to another, exclusively. */
    void value(EuropeanOptions options, ValuesAndGreeks into, int from, int to);
}
