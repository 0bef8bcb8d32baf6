package io.mts1b.oms.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameTableTest {

    private static final int NAMES = 32;
    private static final int ROUNDS = 50_000;

    /** All want the same slot: who asks for one that is not there comes to the very slot that is filled next. */
    @Test
    void a_name_is_not_taken_for_another_that_is_put_meanwhile() throws Exception {
        try (Arena arena = Arena.ofShared();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            MemorySegment memory = arena.allocate(ROUNDS * NameTable.bytes(2 * NAMES), Long.BYTES);
            AtomicReference<@Nullable NameTable> filled = new AtomicReference<>(table(memory, 0));
            Future<Long> asked = other.submit(() -> {
                long questions = 0;
                for (@Nullable NameTable table = filled.get(); table != null; table = filled.get()) {
                    assertThat(table.find(NAMES, _ -> true)).isEqualTo(-1);
                    questions++;
                }
                return questions;
            });
            for (int round = 0; round < ROUNDS; round++) {
                NameTable table = table(memory, round);
                filled.set(table);
                for (int name = 0; name < NAMES; name++) {
                    table.put(name, name, _ -> true);
                }
            }
            filled.set(null);
            assertThat(asked.get()).isPositive();
        }
    }

    private static NameTable table(MemorySegment memory, int number) {
        long bytes = NameTable.bytes(2 * NAMES);
        return new NameTable(memory.asSlice(number * bytes, bytes));
    }
}
