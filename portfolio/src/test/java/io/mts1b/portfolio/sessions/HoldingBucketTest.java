package io.mts1b.portfolio.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.calendars.Calendars;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingBucketTest {

    /** In New York Friday 2024-01-12 is followed by Tuesday the 16th. */
    @ParameterizedTest
    @CsvSource({
        "INTRADAY, 2024-01-12, 2024-01-12, true",
        "DAILY, 2024-01-12, 2024-01-12, false",
        "DAILY, 2024-01-12, 2024-01-15, false",
        "DAILY, 2024-01-12, 2024-01-16, true",
        "WEEKLY, 2024-01-12, 2024-01-19, false",
        "WEEKLY, 2024-01-12, 2024-01-22, true",
        "WEEKLY, 2024-01-12, 2024-03-01, true",
        "MONTHLY, 2024-01-12, 2024-02-12, false",
        "MONTHLY, 2024-01-12, 2024-02-13, true"
    })
    void ends_after_so_many_sessions(HoldingBucket bucket, LocalDate opened, LocalDate today, boolean over) {
        assertThat(bucket.isOver(opened, today, Calendars.of("XNYS"))).isEqualTo(over);
    }

    @Test
    void refuses_a_position_from_the_future() {
        assertThatThrownBy(() -> HoldingBucket.DAILY.isOver(
                        LocalDate.of(2024, 1, 12), LocalDate.of(2024, 1, 11), Calendars.of("XNYS")))
                .hasMessage("today must not be before 2024-01-12, was 2024-01-11");
    }
}
