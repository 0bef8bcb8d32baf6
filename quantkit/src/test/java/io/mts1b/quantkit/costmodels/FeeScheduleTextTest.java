package io.mts1b.quantkit.costmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeScheduleTextTest {

    /** The example of the documentation. */
    private static final String EXAMPLE = """
            # What Example Brokers charge us since we talked to them.
            schedule  example-us  Example Brokers, US shares
            source    Letter of 3 May 2025
            known     2025-05-03 to 2025-12-31
            currency  USD
            volume    shares traded in the calendar month
            include   us-share-sales

            charge    commission
              of        units
              tiers     marginal
              rate      0.0035
              rate      0.0020 from 300000
              least     0.35
              most      1% of value
              rounding  half-up 4

            charge    venue
              of        units
              rate      maker -0.0020 taker 0.0030
            """;

    @Test
    void a_user_hands_in_his_own() {
        FeeSchedule schedule = FeeSchedules.parse("mine", EXAMPLE).getFirst();
        Execution sale = Bills.trade("USD", Side.SELL, "1000", "20", Liquidity.MAKER, "2025-06-02");

        // 0.17 for FINRA, nothing for the SEC, 3.50 commission, 2 back from the venue.
        assertThat(Bills.total(schedule.bill(sale, Decimal.ZERO))).isEqualTo(Money.parse("1.67 USD"));
        assertThat(schedule.sources()).startsWith("Letter of 3 May 2025").hasSize(3);
        assertThat(schedule.title()).isEqualTo("Example Brokers, US shares");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "known     2025-05-03|knwon 2025-05-03|mine:4: line must begin with schedule, source, known",
                "tiers     marginal|teirs marginal|mine:11: line of a charge must begin with of, on, tiers",
                "tiers     marginal|tiers both|mine:11: tiers must be whole or marginal, was 'both'",
                "of        units|of shares|of must be units, value, order or charge <label>, was 'shares'",
                "0.0020 from|0.0020 form|mine:13: word must be one of [from, below, since], was 'form'",
                "0.0020 from 300000|0.0020 from 300000 from 1|mine:13: from must come once, came again",
                "0.0020 from 300000|0.0020 from|mine:13: line must go on, ended",
                "0.0020 from 300000|0.0020 from -1|mine:13: from must not be negative, was -1",
                "0.0020 from 300000|0.0020|must be one for any price and one below each price",
                "rate      0.0035|rate NaN|mine:12: ",
                "rate      0.0035|rate 0.0035 from 5|rates must begin with a volume of 0",
                "least     0.35|least -0.35|mine:14: bound must not be negative, was -0.35",
                "1% of value|1%|mine:15: a bound must be an amount, or a share such as 1% of value",
                "1% of value|1% of units|mine:15: a bound must be an amount, or a share such as 1% of value",
                "half-up 4|nearest|mine:16: rounding must be up, down, half-up or half-even, was 'nearest'",
                "half-up 4|half-up 40|mine:16: places must be in [0, 18]",
                "taker 0.0030|0.0030|mine:20: rates must be maker <rate> taker <rate>",
                "charge    venue|charge commission|charge must come once, was commission again",
                "currency  USD|currency usd|mine:5: code must be 2 to 12 of A-Z and 0-9, was 'usd'",
                "currency  USD|currency EUR|mine:7: include must come after currency and be paid in the same",
                "us-share-sales|us-shares|mine:7: include must name a schedule that stands before or is the house's",
                "to 2025-12-31|to 2026-12-31|mine:7: include must come after known and be known as long",
                "to 2025-12-31|to 2025-13-31|mine:4: ",
                "to 2025-12-31|until 2025-12-31|mine:4: known must be <date> to <date>",
                "2025-05-03 to|2027-05-03 to|known must go forward, was 2027-05-03 to 2025-12-31",
                "volume    shares traded in the calendar month|# none|must say by which volume commission goes, did not",
                "source    Letter of 3 May 2025|source|mine:3: line must be a word and what it says, was 'source'",
                "schedule  example-us  Example Brokers, US shares|schedule example-us|must have a name and a title",
                "schedule  example-us  Example Brokers, US shares|# gone|file must begin with a schedule"
            })
    void what_is_wrong_is_said_with_its_line(String right, String wrong, String message) {
        assertThat(EXAMPLE).contains(right);
        assertThatThrownBy(() -> FeeSchedules.parse("mine", EXAMPLE.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_file_holds_schedules_that_are_whole() {
        assertThatThrownBy(() -> FeeSchedules.parse("mine", "# nothing\n"))
                .hasMessage("mine: file must hold a schedule, held none");
        assertThatThrownBy(() -> FeeSchedules.parse("mine", EXAMPLE + EXAMPLE))
                .hasMessageContaining("example-us again");
        assertThatThrownBy(() -> FeeSchedules.parse("mine", "schedule a b\nsource x\ncurrency USD\n"))
                .hasMessage("mine:4: a must have a line 'known', had none");
        assertThatThrownBy(() -> charge("units", "1 since 2024-02-01"))
                .hasMessageContaining(
                        "c must have a rate on the first known day, 2024-01-01, had one since 2024-02-01");
        assertThatThrownBy(() -> charge("charge d", "1"))
                .hasMessageContaining("charge must be of one that stands before it");
    }

    private static void charge(String basis, String rate) {
        FeeSchedules.parse("mine", """
                schedule a b
                source x
                known 2024-01-01 to 2024-12-31
                currency USD
                charge c
                of %s
                rate %s
                """.formatted(basis, rate));
    }

    @Test
    void no_text_breaks_the_reader() {
        ForAll.cases(random -> {
            StringBuilder text = new StringBuilder(EXAMPLE);
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(32, 127));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, (char) random.nextInt(9, 127));
                }
            }
            try {
                assertThat(FeeSchedules.parse("mine", text.toString())).isNotEmpty();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith("mine:");
            }
        });
    }
}
