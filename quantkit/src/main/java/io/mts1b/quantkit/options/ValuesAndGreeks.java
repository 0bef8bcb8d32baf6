package io.mts1b.quantkit.options;

/**
 * The values and sensitivities of many options, in columns, to be written over again and again. Not thread-safe while they
 * are.
 */
public final class ValuesAndGreeks {

    final double[] values;
    final double[] deltas;
    final double[] gammas;
    final double[] vegas;
    final double[] thetas;
    final double[] rhos;

    /**
     * Makes room.
     *
     * @param size how many options, not negative
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public ValuesAndGreeks(int size) {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative, was " + size);
        }
        values = new double[size];
        deltas = new double[size];
        gammas = new double[size];
        vegas = new double[size];
        thetas = new double[size];
        rhos = new double[size];
    }

    /** Takes over what one option says of itself. */
    void set(int index, BlackScholes option) {
        values[index] = option.value();
        deltas[index] = option.delta();
        gammas[index] = option.gamma();
        vegas[index] = option.vega();
        thetas[index] = option.theta();
        rhos[index] = option.rho();
    }

    /**
     * Returns what options are worth, as {@link BlackScholes#value()}.
     *
     * @return the column itself, not a copy
     */
    public double[] values() {
        return values;
    }

    /**
     * Returns how values move with the spot, as {@link BlackScholes#delta()}.
     *
     * @return the column itself, not a copy
     */
    public double[] deltas() {
        return deltas;
    }

    /**
     * Returns how deltas move with the spot, as {@link BlackScholes#gamma()}.
     *
     * @return the column itself, not a copy
     */
    public double[] gammas() {
        return gammas;
    }

    /**
     * Returns how values move with the volatility, as {@link BlackScholes#vega()}.
     *
     * @return the column itself, not a copy
     */
    public double[] vegas() {
        return vegas;
    }

    /**
     * Returns how values move as time passes, as {@link BlackScholes#theta()}.
     *
     * @return the column itself, not a copy
     */
    public double[] thetas() {
        return thetas;
    }

    /**
     * Returns how values move with the rate, as {@link BlackScholes#rho()}.
     *
     * @return the column itself, not a copy
     */
    public double[] rhos() {
        return rhos;
    }
}
