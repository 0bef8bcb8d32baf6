package io.mts1b.oms.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingPutsTest {

    private static final int PUTS = 20_000;

    private static long hash(int i) {
        return new Name('n', "n-" + i).hash();
    }

    /** Puts so many, and gives back what was handed over, nothing of it written. */
    private static List<Puts> fill(WaitingPuts waiting, int from) {
        List<Puts> handed = new ArrayList<>();
        for (int i = from; i < from + PUTS; i++) {
            if (waiting.add(new Put(List.of(new Name('n', "n-" + i)), List::of, () -> new byte[0]))) {
                handed.add(waiting.hand());
            }
        }
        return handed;
    }

    private static List<Integer> waiting(WaitingPuts waiting, int to) {
        return IntStream.range(0, to).filter(i -> waiting.has(hash(i))).boxed().toList();
    }

    @Test
    void all_wait_that_are_not_written_however_many() {
        try (WaitingPuts waiting = new WaitingPuts()) {
            List<Puts> handed = fill(waiting, 0);
            assertThat(waiting(waiting, 2 * PUTS)).hasSize(PUTS);

            int written = 0;
            for (Puts some : handed) {
                some.written();
                written += some.puts().size();
                assertThat(waiting(waiting, 2 * PUTS)).hasSize(PUTS - written).doesNotContain(written - 1);
            }
            assertThat(waiting.hasMore()).isTrue();
        }
    }

    /** What was written before does not come back with what takes its place. */
    @Test
    void goes_on_after_everything_is_written() {
        try (WaitingPuts waiting = new WaitingPuts()) {
            fill(waiting, 0).forEach(Puts::written);
            waiting.hand().written();
            assertThat(waiting(waiting, 2 * PUTS)).isEmpty();

            fill(waiting, PUTS);
            assertThat(waiting(waiting, 2 * PUTS))
                    .containsExactlyElementsOf(
                            IntStream.range(PUTS, 2 * PUTS).boxed().toList());
            waiting.clear();
            assertThat(waiting(waiting, 2 * PUTS)).isEmpty();
            assertThat(waiting.hasMore()).isFalse();
        }
    }
}
