package io.mts1b.quantkit.costmodels;

import static io.mts1b.quantkit.costmodels.Bills.amount;
import static io.mts1b.quantkit.costmodels.Bills.contract;
import static io.mts1b.quantkit.costmodels.Bills.total;
import static io.mts1b.quantkit.costmodels.Bills.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples that brokers and venues print, and where they print none, sums done by hand. */
class FeeSchedulesTest {

    private static List<FeeLine> bill(String schedule, Execution trade, String volume) {
        return FeeSchedules.of(schedule).bill(trade, Decimal.parse(volume));
    }

    private static Money cents(Money amount) {
        return amount.rounded(RoundingMode.HALF_UP);
    }

    /** From the comparison of fixed and tiered prices on the pages of Interactive Brokers, of 2023. */
    @ParameterizedTest
    @CsvSource({
        "ibkr-us-tiered-nasdaq, 30000000, MAKER, -13811.90",
        "ibkr-us-tiered-nasdaq, 30000000, TAKER, 139188.10",
        "ibkr-us-tiered-nasdaq, 200000,   TAKER, 1355.78",
        "ibkr-us-fixed,         30000000, TAKER, 151207.27",
        "ibkr-us-fixed,         200000,   TAKER, 1015.27"
    })
    void interactive_brokers_sells_shares_as_in_its_comparison(
            String schedule, String quantity, Liquidity liquidity, String expected) {
        Execution trade = trade("USD", Side.SELL, quantity, "5", liquidity, "2023-06-01");

        assertThat(cents(total(bill(schedule, trade, "0")))).isEqualTo(Money.parse(expected + " USD"));
    }

    @Test
    void interactive_brokers_prints_each_line_of_its_comparison() {
        Execution trade = trade("USD", Side.SELL, "30000000", "5", Liquidity.MAKER, "2023-06-01");

        assertThat(bill("ibkr-us-tiered-nasdaq", trade, "0"))
                .extracting(line -> line.label() + " " + cents(line.amount()))
                .containsExactly(
                        "SEC fee 1200 USD",
                        "FINRA trading activity fee 7.27 USD",
                        "commission 41950 USD",
                        "clearing 6000 USD",
                        "FINRA pass-through 23.49 USD",
                        "NYSE pass-through 7.34 USD",
                        "exchange -63000 USD");
    }

    /** The examples below the price list: 1 %, but at least a dollar, and the least yields. */
    @ParameterizedTest
    @CsvSource({"100, 25, 1", "1000, 25, 5", "1000, 0.25, 2.50"})
    void interactive_brokers_buys_shares_at_fixed_prices(String quantity, String price, String expected) {
        Execution trade = trade("USD", Side.BUY, quantity, price, Liquidity.TAKER, "2024-06-03");

        assertThat(total(bill("ibkr-us-fixed", trade, "0"))).isEqualTo(Money.parse(expected + " USD"));
    }

    @ParameterizedTest
    @CsvSource({
        "0,      1, 2,     1.00",
        "0,      2, 5,     1.30",
        "0,      3, 0.075, 1.50",
        "0,      5, 0.03,  1.25",
        "10000,  1, 2,     1.00",
        "10000,  2, 5,     1.00",
        "10000,  3, 0.075, 1.50",
        "10000,  5, 0.03,  1.25",
        "50000,  2, 5,     1.00",
        "50000,  5, 2,     1.25",
        "100000, 5, 5,     1.00",
        "100000, 7, 2,     1.05"
    })
    void interactive_brokers_trades_options_as_in_its_examples(
            String volume, String quantity, String premium, String expected) {
        List<FeeLine> bill =
                bill("ibkr-us-options", contract("100", Side.BUY, quantity, premium, "2024-03-01"), volume);

        assertThat(amount(bill, "commission")).isEqualTo(Money.parse(expected + " USD"));
    }

    @Test
    void options_pay_their_regulators_and_their_clearing_house() {
        List<FeeLine> sale = bill("ibkr-us-options", contract("100", Side.SELL, "3000", "2", "2024-06-03"), "0");

        // 600,000 dollars at 27.80 a million; contracts at 0.00279 and 0.02685; 55 dollars from 2,751 contracts on.
        assertThat(sale)
                .extracting(FeeLine::amount)
                .containsExactly(
                        Money.parse("16.68 USD"),
                        Money.parse("8.37 USD"),
                        Money.parse("80.55 USD"),
                        Money.parse("55 USD"),
                        Money.parse("1950 USD"));
        List<FeeLine> bought = bill("schwab-us-options", contract("100", Side.BUY, "10", "2", "2024-06-03"), "0");
        assertThat(bought)
                .extracting(FeeLine::label)
                .containsExactly("options regulatory fee", "OCC clearing", "commission");
        assertThat(amount(bought, "commission")).isEqualTo(Money.parse("6.50 USD"));
        assertThat(amount(
                        bill("tradier-us-options", contract("100", Side.BUY, "10", "2", "2024-06-03"), "0"),
                        "commission"))
                .isEqualTo(Money.parse("3.50 USD"));
    }

    @Test
    void futures_are_charged_by_the_contract() {
        assertThat(total(bill("ibkr-cme-equity-index", contract("50", Side.BUY, "1", "5000", "2024-03-01"), "0")))
                .isEqualTo(Money.parse("2.25 USD"));
        assertThat(total(bill("schwab-futures", contract("50", Side.SELL, "4", "5000", "2024-03-01"), "0")))
                .isEqualTo(Money.parse("9 USD"));
        // 500 of 1,500 contracts since the month began are beyond the first thousand.
        assertThat(total(bill("ibkr-us-futures", contract("50", Side.BUY, "1000", "5000", "2024-03-01"), "500")))
                .isEqualTo(Money.parse("750 USD"));
    }

    /** The note of Moomoo Canada: 50 shares at 0.2 pay 1 % of 10 dollars, which is less than the least. */
    @Test
    void moomoo_charges_tom_ten_cents() {
        List<FeeLine> tom =
                bill("moomoo-ca-us-shares", trade("USD", Side.BUY, "50", "0.2", Liquidity.TAKER, "2024-06-03"), "0");

        assertThat(amount(tom, "platform fee")).isEqualTo(Money.parse("0.1 USD"));
        assertThat(amount(tom, "commission")).isEqualTo(Money.parse("0.99 USD"));
        Execution sale = trade("USD", Side.SELL, "100", "10", Liquidity.TAKER, "2024-03-01");
        // 0.99 the order, 0.003 a share, and a cent for each of two regulators.
        assertThat(total(bill("moomoo-au-us-shares", sale, "0"))).isEqualTo(Money.parse("1.32 USD"));
        // 0.0166 to FINRA and 0.008 to the SEC, rounded to cents.
        assertThat(total(bill("moomoo-us-shares", sale, "0"))).isEqualTo(Money.parse("0.03 USD"));
    }

    /** Alpaca rounds each fee up to the cent; the SEC took nothing after 14 May 2025. */
    @Test
    void alpaca_rounds_up_and_takes_crypto_from_what_comes_in() {
        Execution sale = trade("USD", Side.SELL, "100", "250", Liquidity.TAKER, "2025-09-02");
        assertThat(bill("alpaca-us-shares", sale, "0"))
                .extracting(FeeLine::amount)
                .containsExactly(Money.parse("0 USD"), Money.parse("0.02 USD"), Money.parse("0.01 USD"));
        assertThat(total(bill(
                        "alpaca-crypto", trade("USD", Side.BUY, "2", "50000", Liquidity.TAKER, "2024-03-01"), "0")))
                .isEqualTo(Money.parse("0.005 BTC"));
        assertThat(total(bill(
                        "alpaca-crypto",
                        trade("USD", Side.SELL, "2", "50000", Liquidity.MAKER, "2024-03-01"),
                        "100000")))
                .isEqualTo(Money.parse("120 USD"));
    }

    /** The example of Kraken Futures: 100,000 dollars on the second level cost 0.04 % taking and 0.015 % making. */
    @ParameterizedTest
    @CsvSource({
        "kraken-futures,    2023-06-01, 100001,    TAKER, 40",
        "kraken-futures,    2023-06-01, 100001,    MAKER, 15",
        "kraken-futures,    2023-06-01, 100000,    TAKER, 50",
        "kraken-spot,       2024-06-03, 0,         TAKER, 400",
        "kraken-spot,       2024-06-03, 9999.99,   MAKER, 250",
        "kraken-spot,       2024-06-03, 10000,     MAKER, 200",
        "kraken-spot,       2024-06-03, 20000000,  MAKER, 0",
        "coinbase-advanced, 2023-06-01, 0,         TAKER, 600",
        "coinbase-advanced, 2023-06-01, 60000,     UNKNOWN, 250",
        "coinbase-advanced, 2023-06-01, 400000000, TAKER, 50",
        "paper,             2026-01-02, 0,         TAKER, 50"
    })
    void crypto_venues_charge_by_tier_and_by_making_or_taking(
            String schedule, String date, String volume, Liquidity liquidity, String expected) {
        Execution trade = trade("USD", Side.BUY, "2", "50000", liquidity, date);

        assertThat(total(bill(schedule, trade, volume))).isEqualTo(Money.parse(expected + " USD"));
    }

    /** 3,333 shares at 4.57 are 15,231.81, on which each state rounds its own way. */
    @ParameterizedTest
    @CsvSource({
        "uk-stamp-duty,          GBP, BUY,  2024-06-03, 76.16",
        "ireland-stamp-duty,     EUR, BUY,  2024-06-03, 152.32",
        "france-transaction-tax, EUR, BUY,  2025-03-31, 45.70",
        "france-transaction-tax, EUR, BUY,  2025-04-01, 60.93",
        "italy-transaction-tax,  EUR, BUY,  2024-06-03, 15.23",
        "spain-transaction-tax,  EUR, BUY,  2024-06-03, 30.46",
        "hong-kong-stamp-duty,   HKD, BUY,  2024-06-03, 16",
        "hong-kong-stamp-duty,   HKD, SELL, 2023-11-16, 20"
    })
    void states_take_their_share(String schedule, String currency, Side side, String date, String expected) {
        Execution trade = trade(currency, side, "3333", "4.57", Liquidity.TAKER, date);

        assertThat(total(bill(schedule, trade, "0"))).isEqualTo(Money.parse(expected + " " + currency));
    }

    @Test
    void who_sells_pays_no_tax_on_buying_and_who_buys_none_on_sales() {
        assertThat(bill("uk-stamp-duty", trade("GBP", Side.SHORT, "10", "5", Liquidity.TAKER, "2024-06-03"), "0"))
                .isEmpty();
        assertThat(bill("uk-stamp-duty", trade("GBP", Side.COVER, "10", "5", Liquidity.TAKER, "2024-06-03"), "0"))
                .hasSize(1);
        assertThat(bill("schwab-us-shares", trade("USD", Side.BUY, "10", "5", Liquidity.TAKER, "2024-06-03"), "0"))
                .isEmpty();
        assertThat(bill("schwab-us-shares", trade("USD", Side.SHORT, "9", "5", Liquidity.TAKER, "2024-06-03"), "0"))
                .hasSize(2);
    }

    /** The rate is that of the trade date; 27.80 a million until 13 May 2025, nothing the day after. */
    @ParameterizedTest
    @CsvSource({"2022-05-13, 5.10", "2022-05-14, 22.90", "2025-05-13, 27.80", "2025-05-14, 0"})
    void the_rate_of_the_trade_date_counts(String date, String expected) {
        List<FeeLine> sale =
                bill("us-share-sales", trade("USD", Side.SELL, "1000", "1000", Liquidity.TAKER, date), "0");

        assertThat(amount(sale, "SEC fee")).isEqualTo(Money.parse(expected + " USD"));
    }

    @Test
    void days_without_a_known_rate_are_refused_unless_the_last_one_will_do() {
        Execution late = trade("USD", Side.SELL, "100", "10", Liquidity.TAKER, "2026-11-20");

        assertThatThrownBy(() -> bill("us-share-sales", late, "0"))
                .hasMessage(
                        "date must be in 2014-03-18 to 2025-12-31, for which us-share-sales is known, was 2026-11-20");
        assertThat(total(FeeSchedules.of("us-share-sales").extended().bill(late, Decimal.ZERO)))
                .isEqualTo(Money.parse("0.02 USD"));
        Execution early = trade("USD", Side.SELL, "1000", "1000", Liquidity.TAKER, "2001-01-02");
        assertThat(amount(FeeSchedules.of("us-share-sales").extended().bill(early, Decimal.ZERO), "SEC fee"))
                .isEqualTo(Money.parse("22.10 USD"));
    }

    @Test
    void other_names_and_other_currencies_are_refused() {
        assertThatThrownBy(() -> FeeSchedules.of("ibkr")).hasMessageStartingWith("schedule must be one of [paper, ");
        assertThatThrownBy(() ->
                        bill("schwab-us-shares", trade("EUR", Side.SELL, "1", "1", Liquidity.TAKER, "2024-06-03"), "0"))
                .hasMessage("instrument must be quoted in USD, was in EUR");
        assertThatThrownBy(() -> bill("alpaca-crypto", contract("1", Side.BUY, "1", "1", "2024-06-03"), "0"))
                .hasMessage("base must be given to a buyer who pays in it, was not");
        assertThatThrownBy(() -> bill("kraken-spot", contract("1", Side.BUY, "1", "1", "2024-06-03"), "-1"))
                .hasMessage("volume must not be negative, was -1");
    }

    @Test
    void every_file_beside_the_code_is_read() throws Exception {
        Path folder = Path.of(FeeSchedules.class
                .getResource("paper.fees")
                .toURI()
                .resolve(".")
                .getPath());
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".fees")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("schedule "))
                        .map(line -> line.split(" +", 3)[1])
                        .forEach(written::add);
            }
        }

        assertThat(FeeSchedules.all()).extracting(FeeSchedule::name).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void every_schedule_says_where_it_is_from_and_has_a_name_of_its_own() {
        List<FeeSchedule> all = FeeSchedules.all();

        assertThat(all).hasSizeGreaterThan(25).extracting(FeeSchedule::name).doesNotHaveDuplicates();
        for (String broker : List.of("paper", "ibkr", "coinbase", "kraken", "schwab", "tradier", "moomoo", "alpaca")) {
            assertThat(all).as(broker).anyMatch(schedule -> schedule.name().startsWith(broker));
        }
        assertThat(all)
                .allSatisfy(schedule -> assertThat(schedule.sources())
                        .isNotEmpty()
                        .allMatch(source -> source.contains("as published in ")
                                || source.contains("in force")
                                || source.contains("%")
                                || source.toLowerCase(Locale.ROOT).contains("assumption")));
    }
}
