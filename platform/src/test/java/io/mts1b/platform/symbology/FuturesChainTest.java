package io.mts1b.platform.symbology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.symbology.Contract.MonthFuture;
import io.mts1b.platform.symbology.FuturesChain.Dates;
import io.mts1b.platform.symbology.FuturesChain.RollDate;
import io.mts1b.platform.symbology.FuturesChain.RollRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuturesChainTest {

    /** WTI crude oil of 2024 by the exchange's calendar: notice comes after the last day of trading. */
    private static final FuturesChain CRUDE = FuturesChain.of(List.of(
            dates("CL-202409", "2024-08-22", "2024-08-20"),
            dates("CL-202407", "2024-06-24", "2024-06-20"),
            dates("CL-202408", "2024-07-24", "2024-07-22")));

    /** Gold of 2024: notice comes a month before the end. */
    private static final FuturesChain GOLD = FuturesChain.of(
            List.of(dates("GC-202406", "2024-05-31", "2024-06-26"), dates("GC-202408", "2024-07-31", "2024-08-28")));

    private static final RollRule AT_THE_END = new RollRule(RollDate.LAST_TRADE, 0);
    private static final RollRule BEFORE_NOTICE = new RollRule(RollDate.FIRST_NOTICE, 1);

    private static Dates dates(String symbol, @Nullable String notice, String end) {
        return new Dates(
                (MonthFuture) Contract.parse(symbol),
                notice == null ? null : LocalDate.parse(notice),
                LocalDate.parse(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-20, CL-202407, CL-202408",
        "2024-06-21, CL-202408, CL-202409",
        "2024-08-20, CL-202409, ",
    })
    void a_contract_is_the_front_until_it_ends(LocalDate on, String front, @Nullable String second) {
        assertThat(CRUDE.front(on, AT_THE_END)).contains((MonthFuture) Contract.parse(front));
        assertThat(CRUDE.nth(2, on, AT_THE_END).map(MonthFuture::toString).orElse(null))
                .isEqualTo(second);
    }

    @Test
    void or_until_the_eve_of_notice() {
        assertThat(GOLD.front(LocalDate.of(2024, 5, 30), BEFORE_NOTICE).orElseThrow())
                .hasToString("GC-202406");
        assertThat(GOLD.front(LocalDate.of(2024, 5, 31), BEFORE_NOTICE).orElseThrow())
                .hasToString("GC-202408");
        assertThat(GOLD.front(LocalDate.of(2024, 5, 31), AT_THE_END).orElseThrow())
                .hasToString("GC-202406");
        assertThat(CRUDE.front(LocalDate.of(2024, 6, 20), new RollRule(RollDate.FIRST_NOTICE, 0))
                        .orElseThrow())
                .as("notice after the end changes nothing")
                .hasToString("CL-202407");
    }

    @Test
    void or_some_days_before() {
        RollRule early = new RollRule(RollDate.LAST_TRADE, 5);
        assertThat(CRUDE.front(LocalDate.of(2024, 6, 15), early).orElseThrow()).hasToString("CL-202407");
        assertThat(CRUDE.front(LocalDate.of(2024, 6, 16), early).orElseThrow()).hasToString("CL-202408");
    }

    @Test
    void a_chain_that_has_ended_has_no_front() {
        assertThat(CRUDE.front(LocalDate.of(2024, 8, 21), AT_THE_END)).isEmpty();
        assertThat(FuturesChain.of(List.of()).front(LocalDate.EPOCH, AT_THE_END))
                .isEmpty();
    }

    @Test
    void what_is_no_chain_is_refused() {
        assertThatThrownBy(() -> FuturesChain.of(
                        List.of(dates("CL-202407", null, "2024-06-20"), dates("GC-202408", null, "2024-08-28"))))
                .hasMessage("contracts must be of one root, were of CL and GC");
        assertThatThrownBy(() -> FuturesChain.of(
                        List.of(dates("CL-202407", null, "2024-06-20"), dates("CL-202407", null, "2024-06-20"))))
                .hasMessage("CL-202407 must end after CL-202407, was 2024-06-20");
        assertThatThrownBy(() -> CRUDE.nth(0, LocalDate.EPOCH, AT_THE_END)).hasMessage("n must be at least 1, was 0");
        assertThatThrownBy(() -> new RollRule(RollDate.LAST_TRADE, -1)).hasMessageStartingWith("daysBefore must be");
    }

    @ParameterizedTest
    @CsvSource({
        "U, 4, 2024-05-02, 2024-09",
        "U, 4, 2024-09-30, 2024-09",
        "U, 4, 2024-10-01, 2034-09",
        "H, 5, 2019-12-31, 2025-03",
        "F, 0, 2029-12-31, 2030-01",
        "Z, 9, 2020-01-01, 2029-12",
        "U, 24, 2024-10-01, 2024-09",
        "Z, 98, 2024-10-01, 1998-12",
        "Z, 74, 2024-10-01, 2074-12",
        "Z, 75, 2024-10-01, 1975-12",
        "Z, 2031, 1999-01-01, 2031-12",
    })
    void the_day_resolves_the_decade(char letter, String digits, LocalDate on, YearMonth month) {
        assertThat(FuturesMonth.resolve(letter, digits, on)).isEqualTo(month);
    }
}
