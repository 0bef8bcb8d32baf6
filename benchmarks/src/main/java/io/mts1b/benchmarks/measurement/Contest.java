package io.mts1b.benchmarks.measurement;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Measures us and a peer in turn, round by round, so that whatever else the machine does meets both.
 *
 * @param peer who else does the work
 * @param operations how many units of work one round is, by which allocated bytes are divided
 * @param effort how many rounds: one to warm up and five that count, or a single one
 */
public record Contest(String peer, long operations, Effort effort) {

    static final int ROUNDS = 5;

    /** What a round measures. */
    public record Figure(String name, String unit) {}

    /**
     * What came out of a round.
     *
     * @param values one for each figure
     * @param result what was computed, to be equal to the peer's; anything with {@code equals}
     */
    public record Outcome(List<Double> values, Object result) {

        /**
         * Makes the outcome of a round with one figure.
         *
         * @param value the figure
         * @param result what was computed
         * @return the outcome
         */
        public static Outcome of(double value, Object result) {
            return new Outcome(List.of(value), result);
        }
    }

    /** One round. */
    @FunctionalInterface
    public interface Round {

        /**
         * Does the work.
         *
         * @return what came out
         * @throws Exception if it fails
         */
        Outcome run() throws Exception;
    }

    /**
     * Measures.
     *
     * @param figures what a round measures
     * @param ours our work
     * @param theirs the peer's
     * @return a row for each figure, the first with the bytes we allocated
     * @throws Exception if a round fails
     */
    public List<Row> rows(List<Figure> figures, Round ours, Round theirs) throws Exception {
        List<Outcome> our = new ArrayList<>();
        List<Outcome> their = new ArrayList<>();
        double[] allocated = new double[effort.of(ROUNDS, 1)];
        for (int round = effort.of(-1, 0); round < allocated.length; round++) {
            long before = allocatedBytes();
            Outcome one = ours.run();
            long after = allocatedBytes();
            Outcome other = theirs.run();
            if (round >= 0) {
                allocated[round] = (double) (after - before) / operations;
                our.add(one);
                their.add(other);
            }
        }
        boolean isEqual = true;
        for (int i = 0; i < our.size(); i++) {
            isEqual &= Objects.equals(our.get(i).result(), their.get(i).result());
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Samples value = samples(our, i);
            double peerValue = samples(their, i).median();
            rows.add(new Row(
                    figures.get(i).name(),
                    figures.get(i).unit(),
                    value.median(),
                    value.spread(),
                    peer,
                    peerValue,
                    peerValue / value.median(),
                    isEqual,
                    i == 0 ? Samples.of(allocated).median() : null));
        }
        return rows;
    }

    private static Samples samples(List<Outcome> outcomes, int figure) {
        return Samples.of(outcomes.stream()
                .mapToDouble(outcome -> outcome.values().get(figure))
                .toArray());
    }

    /** What all threads have allocated, those that have ended included. */
    static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }
}
