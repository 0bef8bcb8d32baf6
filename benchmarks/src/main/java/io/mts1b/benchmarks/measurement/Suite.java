package io.mts1b.benchmarks.measurement;

import java.util.List;
import java.util.function.Consumer;

/** Measurements that belong together. */
public interface Suite {

    /**
     * Returns what people type.
     *
     * @return a word, such as {@code "house"}
     */
    String name();

    /**
     * Returns what is measured.
     *
     * @return one sentence
     */
    String description();

    /**
     * Measures.
     *
     * @param effort how much is done
     * @param progress told one line before each measurement, and why one is left out
     * @return the rows, in a fixed order
     */
    List<Row> run(Effort effort, Consumer<String> progress);
}
