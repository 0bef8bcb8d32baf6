package io.mts1b.benchmarks.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.numbers.Decimal;
import org.junit.jupiter.api.Test;

class DecimalWorkTest {

    private final DecimalWork work = new DecimalWork();

    @Test
    void we_and_the_peer_come_to_the_same_results() {
        assertThat(work.sameSums()).isTrue();
        assertThat(work.sameNumbers()).isTrue();
        assertThat(work.sameWireIntegers()).isTrue();
        assertThat(work.sameColumnSums()).isTrue();
        assertThat(work.sumColumn()).isEqualTo(Decimal.of(work.sumColumnBig()));
    }

    /** Both about half of the pairs, so that no branch is always taken. */
    @Test
    void comparisons_go_either_way() {
        assertThat(work.compare()).isEqualTo(work.compareBig()).isBetween(400, 624);
        assertThat(work.compareColumn()).isEqualTo(work.compareColumnBig()).isBetween(400, 624);
    }
}
