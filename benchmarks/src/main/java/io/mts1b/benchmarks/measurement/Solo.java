package io.mts1b.benchmarks.measurement;

/**
 * Measures us where nobody else does the same work.
 *
 * @param operations how many units of work one round is, by which allocated bytes are divided
 * @param effort how many rounds: some to warm up and five that count, or a single one
 * @param warmUps how many rounds it takes until the compiler has seen enough
 */
public record Solo(long operations, Effort effort, int warmUps) {

    /**
     * Measures what one round warms up.
     *
     * @param operations how many units of work one round is, by which allocated bytes are divided
     * @param effort how many rounds: one to warm up and five that count, or a single one
     */
    public Solo(long operations, Effort effort) {
        this(operations, effort, 1);
    }

    /**
     * Measures.
     *
     * @param figure what a round measures
     * @param ours our work; only its first value counts
     * @return the row
     * @throws Exception if a round fails
     */
    public Row row(Contest.Figure figure, Contest.Round ours) throws Exception {
        double[] values = new double[effort.of(Contest.ROUNDS, 1)];
        double[] allocated = new double[values.length];
        for (int round = effort.of(-warmUps, 0); round < values.length; round++) {
            long before = Contest.allocatedBytes();
            Contest.Outcome one = ours.run();
            long after = Contest.allocatedBytes();
            if (round >= 0) {
                values[round] = one.values().getFirst();
                allocated[round] = (double) (after - before) / operations;
            }
        }
        return Row.alone(
                figure.name(),
                figure.unit(),
                Samples.of(values),
                Samples.of(allocated).median());
    }
}
