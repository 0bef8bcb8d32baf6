package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits for events gets all of them in order, or hears why not. */
class ReadAheadTest {

    @TempDir
    private Path folder;

    private Path journal() {
        Path journal = folder.resolve("journal");
        try (EventLog log = OmsLog.open(journal, JournalOptions.of(DurabilityPolicy.ASYNC))) {
            for (int i = 0; i < 10_000; i++) {
                log.append(new OmsEvent.LineChanged(Counter.NOTES, LineState.DOWN, "reason " + i, Desk.NOW));
            }
        }
        return journal;
    }

    @Test
    void gives_every_event_in_order() {
        Path journal = journal();
        List<String> reasons = new ArrayList<>();
        ReadAhead.forEach(
                () -> JournalReader.open(journal, 1), event -> reasons.add(((OmsEvent.LineChanged) event).reason()));
        assertThat(reasons).hasSize(10_000);
        assertThat(reasons.get(9_999)).isEqualTo("reason 9999");
        assertThat(reasons.get(1_234)).isEqualTo("reason 1234");
    }

    @Test
    void tells_what_the_reader_met() {
        assertThatThrownBy(() -> ReadAhead.forEach(
                        () -> {
                            throw new IllegalArgumentException("no log");
                        },
                        _ -> {}))
                .hasMessage("no log");
        assertThatThrownBy(() -> ReadAhead.forEach(
                        () -> {
                            throw new InternalError("a page is gone");
                        },
                        _ -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a page is gone");
    }

    @Test
    void stops_with_whoever_takes_the_events() {
        Path journal = journal();
        assertThatThrownBy(() -> ReadAhead.forEach(() -> JournalReader.open(journal, 1), _ -> {
                    throw new IllegalArgumentException("cannot follow");
                }))
                .hasMessage("cannot follow");
    }
}
