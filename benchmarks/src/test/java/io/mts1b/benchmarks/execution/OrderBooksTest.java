package io.mts1b.benchmarks.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderBooksTest {

    @Test
    void we_and_exchange_core_trade_the_same_and_are_left_with_the_same_book() throws Exception {
        List<String> progress = new ArrayList<>();

        List<Row> rows = new OrderBooks().rows(Effort.QUICK, progress::add);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.peer()).isEqualTo("exchange-core");
            assertThat(row.resultsEqual()).isTrue();
            assertThat(row.value()).isPositive();
        });
        assertThat(progress).containsExactly("measuring order books");
    }

    @Test
    void the_commands_are_a_mix_and_none_is_refused() {
        BookCommands commands = new BookCommands(20_000);
        int[] counts = new int[5];
        for (byte kind : commands.kinds) {
            counts[kind]++;
        }

        assertThat(IntStream.of(counts)).allMatch(count -> count > 200);
        ExchangeCorePeer peer = new ExchangeCorePeer();
        peer.run(commands);
        assertThat(peer.result().getFirst()).isZero();
        // What rests is told by three numbers each.
        assertThat((peer.result().size() - 2) / 3).isBetween(500, 1_500);
    }
}
