package io.mts1b.benchmarks.measurement;

import java.util.List;
import java.util.function.Consumer;

/** Some rows that are measured together; {@link Fork} makes it by its constructor without arguments. */
public interface Measurement {

    /**
     * Measures.
     *
     * @param effort how much is done
     * @param progress told one line before each row, and why one is left out
     * @return the rows
     * @throws Exception if something fails
     */
    List<Row> rows(Effort effort, Consumer<String> progress) throws Exception;
}
