package io.mts1b.foundation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.time.Session.Break;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 9);
    private static final Instant OPEN = Instant.parse("2024-01-09T00:00:00Z");
    private static final Instant LUNCH = Instant.parse("2024-01-09T02:30:00Z");
    private static final Instant BACK = Instant.parse("2024-01-09T03:30:00Z");
    private static final Instant CLOSE = Instant.parse("2024-01-09T06:00:00Z");
    private static final Session TOKYO = new Session(DAY, OPEN, CLOSE, List.of(new Break(LUNCH, BACK)));

    @Test
    void is_open_from_the_open_to_before_the_close_but_not_at_lunch() {
        assertThat(TOKYO.isOpenAt(OPEN.minusNanos(1))).isFalse();
        assertThat(TOKYO.isOpenAt(OPEN)).isTrue();
        assertThat(TOKYO.isOpenAt(LUNCH)).isFalse();
        assertThat(TOKYO.isOpenAt(BACK.minusNanos(1))).isFalse();
        assertThat(TOKYO.isOpenAt(BACK)).isTrue();
        assertThat(TOKYO.isOpenAt(CLOSE)).isFalse();
        assertThat(TOKYO.tradingTime()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void refuses_a_day_that_runs_backwards() {
        assertThatThrownBy(() -> new Session(DAY, CLOSE, OPEN, List.of()))
                .hasMessage("close must be after open 2024-01-09T06:00:00Z, was 2024-01-09T00:00:00Z");
        assertThatThrownBy(() -> new Break(BACK, LUNCH)).hasMessageStartingWith("end must be after start");
        assertThatThrownBy(() -> new Session(DAY, OPEN, LUNCH, List.of(new Break(LUNCH, BACK))))
                .hasMessageStartingWith("breaks must be in order and within the session");
        assertThatThrownBy(() -> new Session(
                        DAY, OPEN, CLOSE, List.of(new Break(LUNCH, BACK), new Break(LUNCH.plusSeconds(60), CLOSE))))
                .hasMessageStartingWith("breaks must be in order and within the session");
    }
}
