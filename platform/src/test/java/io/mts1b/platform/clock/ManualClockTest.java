package io.mts1b.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManualClockTest {

    private static final Instant START = Instant.parse("2024-07-03T13:30:00Z");

    private final ManualClock clock = new ManualClock(START);

    @Test
    void stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.millis()).isEqualTo(START.toEpochMilli());

        clock.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2024-07-03T13:35:00Z"));
    }

    @Test
    void can_be_set_back_but_not_advanced_backwards() {
        clock.set(START.minusSeconds(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2024-07-03T13:29:59Z"));
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration must not be negative, was PT-1S");
    }

    @Test
    void the_wall_clock_reads_the_machine() {
        assertThat(WallClock.source().instant()).isAfter(START);
    }
}
