package io.mts1b.oms.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.oms.Desk;
import io.mts1b.oms.EventLog;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsJournal;
import io.mts1b.oms.OmsPolicy;
import io.mts1b.oms.SampleLog;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.RiskEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What followers may ask of the past is the same after a start that did not see the past. */
class FeedMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void a_feed_knows_after_a_snapshot_what_it_knew() {
        Path journal = folder.resolve("journal");
        SampleLog.write(journal);
        List<LogFeed> feeds = new ArrayList<>();
        try (Oms oms = open(journal, feeds)) {
            oms.together(oms::snapshot);
        }
        long[] replayed = {0};
        open(journal, feeds, event -> replayed[0]++).close();
        assertThat(replayed[0]).isZero();
        assertSame(feeds.get(0), feeds.get(1));
    }

    @Test
    void a_snapshot_without_the_memory_of_a_feed_is_not_used() {
        Path journal = folder.resolve("journal");
        SampleLog.write(journal);
        try (Oms oms = Desk.open(journal)) {
            oms.snapshot();
        }
        List<LogFeed> feeds = new ArrayList<>();
        long[] replayed = {0};
        open(journal, feeds, event -> replayed[0]++).close();
        assertThat(replayed[0]).isPositive();
        assertThat(feeds.getFirst().fills().last()).isEqualTo(2);
    }

    private static void assertSame(LogFeed before, LogFeed after) {
        assertThat(after.orders().last()).isEqualTo(before.orders().last()).isEqualTo(3);
        assertThat(after.fills().last()).isEqualTo(before.fills().last()).isEqualTo(2);
        for (long number = 0; number <= 4; number++) {
            assertThat(after.orders().get(number)).isEqualTo(before.orders().get(number));
            assertThat(after.fills().get(number)).isEqualTo(before.fills().get(number));
        }
        assertThat(after.fills().get(2).orElseThrow().view().bustedAt()).isEqualTo(Desk.NOW);
        assertThat(after.reasons()).isEqualTo(before.reasons()).hasSize(1);
    }

    private static Oms open(Path journal, List<LogFeed> feeds) {
        return open(journal, feeds, _ -> {});
    }

    private static Oms open(Path journal, List<LogFeed> feeds, Consumer<OmsEvent> replayed) {
        UnaryOperator<EventLog> around = log -> {
            feeds.add(new LogFeed(new Watched(log, replayed)));
            return feeds.getLast();
        };
        return OmsJournal.open(
                journal,
                JournalOptions.of(DurabilityPolicy.ASYNC),
                around,
                new RiskEngine(RiskEngine.Mode.REPORT_ALL),
                OmsPolicy.STANDARD,
                new ManualClock(Desk.NOW));
    }
}
