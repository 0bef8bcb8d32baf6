package io.mts1b.oms.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.oms.OmsEvent;
import io.mts1b.platform.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables on a real database are looked at in {@link ProjectionTest}. */
class RowFoldTest {

    @TempDir
    private Path folder;

    @Test
    void rows_are_the_same_however_little_is_kept_in_memory() {
        for (long seed = 1; seed <= 5; seed++) {
            List<OmsEvent> events = BusyLog.simulated(seed);
            try (RowFold all = new RowFold(folder.resolve("all"), Integer.MAX_VALUE);
                    RowFold few = new RowFold(folder.resolve("few"), 2);
                    RowFold none = new RowFold(folder.resolve("none"), 0)) {
                for (int i = 0; i < events.size(); i++) {
                    String record = Json.write(events.get(i));
                    for (RowFold fold : List.of(all, few, none)) {
                        fold.apply(i + 1L, events.get(i), record);
                    }
                    if (i % 37 == 0 || i == events.size() - 1) {
                        List<Row> wanted = all.drainEvents();
                        assertThat(few.drainEvents())
                                .as("seed %s", seed)
                                .usingRecursiveComparison()
                                .isEqualTo(wanted);
                        assertThat(none.drainEvents())
                                .as("seed %s", seed)
                                .usingRecursiveComparison()
                                .isEqualTo(wanted);
                        var rows = all.drain();
                        assertThat(few.drain())
                                .as("seed %s", seed)
                                .usingRecursiveComparison()
                                .isEqualTo(rows);
                        assertThat(none.drain())
                                .as("seed %s", seed)
                                .usingRecursiveComparison()
                                .isEqualTo(rows);
                    }
                }
            }
        }
        assertThat(folder.resolve("none")).isEmptyDirectory();
    }
}
