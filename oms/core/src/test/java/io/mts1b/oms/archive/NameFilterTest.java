package io.mts1b.oms.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameFilterTest {

    private static final int NAMES = 1 << 20;

    private static long hash(String text) {
        return new Name('o', text).hash();
    }

    @Test
    void knows_every_name_that_was_put_and_takes_one_of_a_hundred_for_known_that_was_not() {
        try (NameFilter filter = new NameFilter(NAMES)) {
            IntStream.range(0, NAMES).forEach(i -> filter.add(hash("n-" + i)));

            assertThat(IntStream.range(0, NAMES)).allMatch(i -> filter.mayContain(hash("n-" + i)));
            assertThat(IntStream.range(0, NAMES)
                            .filter(i -> filter.mayContain(hash("x-" + i)))
                            .count())
                    .isLessThan(NAMES / 100);
        }
    }

    @Test
    void is_empty_at_first_and_when_it_was_cleared() {
        try (NameFilter filter = new NameFilter(NAMES)) {
            assertThat(filter.mayContain(hash("a"))).isFalse();
            filter.add(hash("a"));
            assertThat(filter.mayContain(hash("a"))).isTrue();
            filter.clear();
            assertThat(filter.mayContain(hash("a"))).isFalse();
        }
    }
}
