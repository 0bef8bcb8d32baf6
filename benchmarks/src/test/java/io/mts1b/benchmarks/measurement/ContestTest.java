package io.mts1b.benchmarks.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Contest.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ContestTest {

    private static final List<Figure> FIGURES = List.of(new Figure("work", "ns"), new Figure("work, p99", "us"));

    private final List<String> rounds = new ArrayList<>();

    private Outcome round(String who, double first, double second, Object result) {
        rounds.add(who);
        return new Outcome(List.of(first * rounds.size(), second), result);
    }

    @Test
    void we_and_the_peer_take_turns_and_the_first_round_does_not_count() throws Exception {
        List<Row> rows = new Contest("peer", 10, Effort.FULL)
                .rows(FIGURES, () -> round("we", 1, 7, "same"), () -> round("they", 2, 21, "same"));

        assertThat(rounds).hasSize(12).startsWith("we", "they", "we", "they");
        // By hand: our rounds are 1, 3, 5, 7, 9, 11, of which the last five count; theirs 4, 8, 12, 16, 20, 24.
        assertThat(rows).extracting(Row::value).containsExactly(7.0, 7.0);
        assertThat(rows).extracting(Row::peerValue).containsExactly(16.0, 21.0);
        assertThat(rows).extracting(Row::ratio).containsExactly(16.0 / 7, 3.0);
        assertThat(rows).extracting(Row::resultsEqual).containsOnly(true);
        assertThat(rows.getFirst().bytesAllocated()).isNotNull().isPositive();
    }

    @Test
    void results_that_differ_are_seen() throws Exception {
        List<Row> rows = new Contest("peer", 1, Effort.QUICK)
                .rows(FIGURES, () -> round("we", 1, 1, "this"), () -> round("they", 1, 1, "that"));

        assertThat(rounds).containsExactly("we", "they");
        assertThat(rows).extracting(Row::resultsEqual).containsOnly(false);
    }

    /** Tells, in its process, what it was asked. */
    public static final class Telling implements Measurement {

        /** For {@link Fork}. */
        public Telling() {}

        @Override
        public List<Row> rows(Effort effort, Consumer<String> progress) {
            progress.accept("measuring " + System.getProperty("what"));
            if (effort.isFull()) {
                throw new IllegalStateException("cannot be done in full");
            }
            return List.of(Row.alone("work", "ns", Samples.of(1.5), null));
        }
    }

    @Test
    void a_process_of_its_own_hands_back_its_rows() {
        assertThat(Fork.rows(Telling.class, Effort.QUICK, List.of("-Dwhat=this"), rounds::add))
                .containsExactly(Row.alone("work", "ns", Samples.of(1.5), null));
        assertThat(rounds).containsExactly("measuring this");
    }

    @Test
    void a_process_that_fails_says_why() {
        assertThatThrownBy(() -> Fork.rows(Telling.class, Effort.FULL, List.of(), rounds::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be done in full");
    }
}
