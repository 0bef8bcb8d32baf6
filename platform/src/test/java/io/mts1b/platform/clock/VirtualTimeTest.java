package io.mts1b.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

    private static final Instant START = Instant.parse("2024-05-06T20:00:00Z");

    private final VirtualTime time = new VirtualTime(START);
    private final List<String> done = new ArrayList<>();

    @Test
    void does_what_is_planned_in_the_order_of_its_time_and_then_of_its_planning() {
        plan(2, "c");
        plan(1, "a");
        plan(1, "b");

        assertThat(time.next()).isTrue();
        assertThat(time.instant()).isEqualTo(START.plusSeconds(1));
        while (time.next()) {
            assertThat(time.instant()).isBeforeOrEqualTo(START.plusSeconds(2));
        }
        assertThat(done).containsExactly("a", "b", "c");
        assertThat(time.next()).isFalse();
        assertThat(time.instant()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void stops_at_a_time_after_what_is_due_then() {
        time.after(Duration.ofSeconds(1), () -> plan(1, "later, but in time"));
        plan(3, "too late");

        time.until(START.plusSeconds(2));

        assertThat(done).containsExactly("later, but in time");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(2));
        time.until(START);
        assertThat(time.instant()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void refuses_the_past() {
        assertThatThrownBy(() -> time.after(Duration.ofNanos(-1), () -> {}))
                .hasMessage("delay must not be negative, was PT-0.000000001S");
    }

    private void plan(long seconds, String what) {
        time.after(Duration.ofSeconds(seconds), () -> done.add(what));
    }
}
