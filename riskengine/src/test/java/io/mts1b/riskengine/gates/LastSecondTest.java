package io.mts1b.riskengine.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastSecondTest {

    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @Test
    void counts_what_counting_each_one_counts() {
        ForAll.cases(random -> {
            LastSecond fast = new LastSecond();
            List<Instant> naive = new ArrayList<>();
            Instant now = NOON;
            for (int i = 0; i < 200; i++) {
                now = now.plusMillis(random.nextInt(120));
                fast.add(now);
                naive.add(now);
                Instant asked = now.plusMillis(random.nextInt(1_500));
                Instant after = asked.minusSeconds(1);
                assertThat(fast.before(asked))
                        .isEqualTo((int) naive.stream().filter(after::isBefore).count());
            }
        });
    }

    @Test
    void what_comes_after_a_clock_was_set_back_counts_as_having_come_at_the_same_time() {
        LastSecond times = new LastSecond();
        times.add(NOON);
        times.add(NOON.minus(Duration.ofHours(1)));

        assertThat(times.before(NOON.plusMillis(999))).isEqualTo(2);
        assertThat(times.before(NOON.plusSeconds(1))).isZero();
    }
}
