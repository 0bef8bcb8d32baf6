package io.mts1b.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.time.Session;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the answers that the exchange_calendars project keeps for its own tests. */
@Tag(SharedData.TAG)
class ExchangeCalendarsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24-5", "24-7", "CMES", "XASX", "XBOM", "XETR", "XHKG", "XLON", "XMAD", "XNYS", "XPAR", "XSTO", "XTKS",
                "XTSE"
            })
    void agrees_on_every_session_open_close_and_break(String name) throws IOException {
        List<String> expected =
                Golden.rows("calendars/exchange_calendars/" + name.toLowerCase(Locale.ROOT) + ".csv.gz");

        List<String> sessions =
                Calendars.of(name).sessions(date(expected.getFirst()), date(expected.getLast())).stream()
                        .map(ExchangeCalendarsTest::row)
                        .toList();

        assertThat(sessions).isEqualTo(expected);
    }

    private static LocalDate date(String row) {
        return LocalDate.parse(row.substring(0, 10));
    }

    private static String row(Session session) {
        String breaks = session.breaks().isEmpty()
                ? ","
                : session.breaks().getFirst().start() + ","
                        + session.breaks().getFirst().end();
        return session.date() + "T00:00:00Z," + session.open() + "," + session.close() + "," + breaks;
    }
}
