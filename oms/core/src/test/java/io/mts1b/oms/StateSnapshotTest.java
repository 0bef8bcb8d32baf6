package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.FileArchive;
import io.mts1b.oms.archive.MemoryArchive;
import io.mts1b.oms.simulation.Simulation;
import io.mts1b.oms.simulation.SimulationPlan;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.RiskEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that is read from a snapshot is the state that was written, in everything that may ever be seen of it. */
class StateSnapshotTest {

    @TempDir
    private Path folder;

    @Test
    void a_state_from_any_place_of_a_log_goes_on_as_one_that_saw_all_of_it() {
        for (long seed = 1; seed <= 12; seed++) {
            Snapshots.goOn(
                    folder, "seed " + seed, Simulation.log(seed, SimulationPlan.STANDARD), new SplittableRandom(seed));
        }
    }

    @Test
    void a_start_goes_on_from_the_last_snapshot_and_from_the_beginning_if_it_is_damaged() throws IOException {
        Path journal = folder.resolve("journal");
        List<OmsEvent> events = Desk.setUp();
        String hash;
        try (Oms oms = open(journal)) {
            events.subList(0, events.size() - 1).forEach(oms::accept);
            oms.snapshot();
            oms.accept(events.getLast());
            hash = oms.state().hash();
        }
        try (Oms oms = open(journal)) {
            assertThat(oms.state().hash()).isEqualTo(hash);
            oms.snapshot();
        }
        assertThat(OmsLog.replay(journal).hash()).isEqualTo(hash);
        Path snapshot;
        try (Stream<Path> files = Files.list(journal)) {
            snapshot = files.filter(file -> file.toString().endsWith(".snapshot"))
                    .sorted()
                    .toList()
                    .getLast();
        }
        byte[] bytes = Files.readAllBytes(snapshot);
        for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(snapshot, damaged);
            try (Oms oms = open(journal)) {
                assertThat(oms.state().hash()).as("byte %s changed", at).isEqualTo(hash);
            }
            Files.write(snapshot, Arrays.copyOf(bytes, at));
            try (Oms oms = open(journal)) {
                assertThat(oms.state().hash()).as("cut at %s", at).isEqualTo(hash);
            }
        }
    }

    @Test
    void is_verified_against_a_replay() {
        Path journal = folder.resolve("verified");
        try (Oms oms = open(journal)) {
            Desk.setUp().forEach(oms::accept);
            oms.snapshot();
        }
        try (Archive archive = FileArchive.create(folder.resolve("a"))) {
            assertThat(OmsLog.verifySnapshots(journal, archive)).isEqualTo(1);
        }
        OmsState another = new OmsState();
        Desk.setUp().subList(0, 2).forEach(another::apply);
        try (EventLog log = OmsLog.open(journal, JournalOptions.of(DurabilityPolicy.ASYNC))) {
            log.replay(0, _ -> {});
            log.save(List.of(StateSnapshot.write(another)));
        }
        try (Archive archive = FileArchive.create(folder.resolve("a"))) {
            assertThatThrownBy(() -> OmsLog.verifySnapshots(journal, archive))
                    .hasMessage(
                            "snapshot after %s events must be what they come to",
                            Desk.setUp().size());
        }
    }

    @Test
    void is_refused_where_the_archive_or_what_is_kept_is_another() {
        OmsState state = new OmsState(new MemoryArchive(), 0);
        Simulation.log(3, SimulationPlan.STANDARD).forEach(state::apply);
        byte[] snapshot = StateSnapshot.write(state);

        assertThatThrownBy(() -> StateSnapshot.read(snapshot, new MemoryArchive(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mark must be at most 0");
        assertThatThrownBy(() -> StateSnapshot.read(snapshot, new MemoryArchive(), 1))
                .hasMessage("kept must be 1, was 0");
        assertThatThrownBy(() -> StateSnapshot.read(Arrays.copyOf(snapshot, 40), new MemoryArchive(), 0))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void an_archive_that_is_not_what_it_was_is_seen() throws IOException {
        List<OmsEvent> events = Simulation.log(3, SimulationPlan.STANDARD);
        Path files = folder.resolve("archive");
        byte[] snapshot;
        try (Archive archive = FileArchive.create(files)) {
            OmsState state = new OmsState(archive, 0);
            events.forEach(state::apply);
            snapshot = StateSnapshot.write(state);
        }
        Path records = files.resolve("records-0");
        byte[] bytes = Files.readAllBytes(records);
        bytes[200] ^= 1;
        Files.write(records, bytes);
        try (Archive archive = FileArchive.create(files)) {
            assertThatThrownBy(() -> StateSnapshot.read(snapshot, archive, 0)).isInstanceOf(RuntimeException.class);
        }
    }

    private static Oms open(Path journal) {
        return OmsJournal.open(
                journal,
                JournalOptions.of(DurabilityPolicy.ASYNC),
                UnaryOperator.identity(),
                new RiskEngine(RiskEngine.Mode.FAIL_FAST),
                OmsPolicy.STANDARD,
                new ManualClock(Desk.NOW));
    }
}
