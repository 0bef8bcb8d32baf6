package io.mts1b.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SessionTableTest {

    @Test
    void writes_instants_in_utc_and_null_for_no_break() {
        assertThat(json("XNYS", "2024-07-03", "2024-07-05"))
                .isEqualTo("[{\"session\":\"2024-07-03\",\"open\":\"2024-07-03T13:30:00Z\","
                        + "\"close\":\"2024-07-03T17:00:00Z\",\"break_start\":null,\"break_end\":null},"
                        + "{\"session\":\"2024-07-05\",\"open\":\"2024-07-05T13:30:00Z\","
                        + "\"close\":\"2024-07-05T20:00:00Z\",\"break_start\":null,\"break_end\":null}]");
    }

    @Test
    void writes_the_lunch_break() {
        assertThat(json("XHKG", "2025-01-27", "2025-01-27"))
                .isEqualTo("[{\"session\":\"2025-01-27\",\"open\":\"2025-01-27T01:30:00Z\","
                        + "\"close\":\"2025-01-27T08:00:00Z\",\"break_start\":\"2025-01-27T04:00:00Z\","
                        + "\"break_end\":\"2025-01-27T05:00:00Z\"}]");
    }

    @Test
    void writes_no_sessions_as_an_empty_array() {
        assertThat(json("XNYS", "2024-07-06", "2024-07-07")).isEqualTo("[]");
    }

    @Test
    void has_no_room_for_two_breaks() {
        TradingCalendar dalian = Calendars.parse("""
                calendar XDCE Dalian
                zone Asia/Shanghai
                known 2026-01-01 to 2026-01-31
                week Monday to Friday
                hours
                  09:00-15:00, break 10:15-10:30, break 11:30-13:30
                """);
        LocalDate day = LocalDate.of(2026, 1, 5);

        assertThat(dalian.session(day).orElseThrow().tradingTime()).hasMinutes(225);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionTable.json(dalian.sessions(day, day)))
                .withMessageStartingWith("breaks must be one at most in a row");
    }

    private static String json(String name, String from, String to) {
        return SessionTable.json(Calendars.of(name).sessions(LocalDate.parse(from), LocalDate.parse(to)));
    }
}
