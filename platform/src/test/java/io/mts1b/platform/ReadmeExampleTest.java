package io.mts1b.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import io.mts1b.platform.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README, line by line. */
class ReadmeExampleTest {

    record Wish(
            OrderId orderId, Quantity quantity, @Nullable Price limitPrice) {}

    @Test
    void it_runs(@TempDir Path directory) {
        List<Wish> wishes = new ArrayList<>();
        try (Journal journal = Journal.open(directory, JournalOptions.of(DurabilityPolicy.GROUP))) {
            journal.append(Json.bytes(new Wish(new OrderId("o-1"), Quantity.of(100), null)));
            journal.submit(Json.bytes(new Wish(new OrderId("o-2"), Quantity.of(50), Price.parse("101.25"))));
            journal.flush();

            try (JournalReader reader = journal.read(1)) {
                while (reader.next()) {
                    Wish wish = Json.read(reader.payload(), Wish.class);
                    wishes.add(wish);
                }
            }
        }
        assertThat(wishes)
                .containsExactly(
                        new Wish(new OrderId("o-1"), Quantity.of(100), null),
                        new Wish(new OrderId("o-2"), Quantity.of(50), Price.parse("101.25")));
    }
}
