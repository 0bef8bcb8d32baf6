package io.mts1b.platform.symbology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DialectTest {

    private static final LocalDate ON = LocalDate.of(2024, 5, 2);

    private static Dialect dialect(String name) {
        return Symbology.house().dialect(name);
    }

    private static List<Dialect> dialects() {
        return Symbology.house().dialects();
    }

    /** Symbols as the venues' own documents show them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OSI             | AAPL  240517C00172500        | AAPL-20240517-172.5-C",
                "OSI             | SPXW  240628P05400000        | SPXW-20240628-5400-P",
                "OSI             | VXX   110917C00005000        | VXX-20110917-5-C",
                "OSI-COMPACT     | AAPL240517C00172500          | AAPL-20240517-172.5-C",
                "OSI-COMPACT     | AAPL1240517C00000500         | AAPL1-20240517-0.5-C",
                "OSI-COMPACT     | A220520C00160000             | A-20220520-160-C",
                "CME             | ESU4                         | ES-202409",
                "CME             | SR3Z4                        | SR3-202412",
                "CME             | 6EH5                         | 6E-202503",
                "CME             | ZNM4                         | ZN-202406",
                "FX              | EUR/USD                      | EUR-USD",
                "OANDA           | USD_JPY                      | USD-JPY",
                "IBKR            | BRK B                        | BRK.B",
                "IBKR            | BAC PRL                      | BAC.PRL",
                "IBKR            | AAPL  240517C00172500        | AAPL-20240517-172.5-C",
                "IBKR-FUTURES    | ESU4                         | ES-202409",
                "IBKR            | EUR.USD                      | EUR-USD",
                "ALPACA          | BRK.B                        | BRK.B",
                "ALPACA          | AAPL240517C00172500          | AAPL-20240517-172.5-C",
                "ALPACA          | BTC/USD                      | BTC-USD",
                "TRADIER         | BRK/B                        | BRK.B",
                "TRADIER         | VXX190517P00016000           | VXX-20190517-16-P",
                "SCHWAB          | BRK/B                        | BRK.B",
                "SCHWAB          | MSFT  240517C00160000        | MSFT-20240517-160-C",
                "SCHWAB          | /ESU24                       | ES-202409",
                "SCHWAB          | EUR/USD                      | EUR-USD",
                "YAHOO           | BRK-B                        | BRK.B",
                "YAHOO           | BAC-PL                       | BAC.PRL",
                "YAHOO           | SBEV-WT                      | SBEV.WS",
                "YAHOO           | EURUSD=X                     | EUR-USD",
                "YAHOO           | BTC-USD                      | BTC-USD",
                "POLYGON         | BRK.B                        | BRK.B",
                "POLYGON         | BACpL                        | BAC.PRL",
                "POLYGON         | O:AAPL230616C00150000        | AAPL-20230616-150-C",
                "POLYGON         | C:EURUSD                     | EUR-USD",
                "POLYGON         | X:BTCUSD                     | BTC-USD",
                "COINBASE        | BTC-USD                      | BTC-USD",
                "COINBASE        | BIT-24APR26-CDE              | BIT-20260424",
                "KRAKEN-REST     | XXBTZUSD                     | BTC-USD",
                "KRAKEN-REST     | XBTUSDT                      | BTC-USDT",
                "KRAKEN-REST     | XDGUSD                       | DOGE-USD",
                "KRAKEN-REST     | XXDGXXBT                     | DOGE-BTC",
                "KRAKEN-REST     | USDCHF                       | USD-CHF",
                "KRAKEN-REST     | USDCUSD                      | USDC-USD",
                "KRAKEN-WS       | XBT/USD                      | BTC-USD",
                "KRAKEN-WS2      | BTC/USD                      | BTC-USD",
                "KRAKEN-FUTURES  | PF_XBTUSD                    | BTC-USD-PERP",
                "KRAKEN-FUTURES  | PI_XBTUSD                    | BTC-USD_BTC-PERP",
                "KRAKEN-FUTURES  | FI_XBTUSD_240628             | BTC-USD_BTC-20240628",
                "BINANCE-SPOT    | BTCUSDT                      | BTC-USDT",
                "BINANCE-SPOT    | ETHBTC                       | ETH-BTC",
                "BINANCE-USDM    | BTCUSDT                      | BTC-USDT-PERP",
                "BINANCE-USDM    | BTCUSDT_240628               | BTC-USDT-20240628",
                "BINANCE-USDM    | 1000PEPEUSDT                 | 1000PEPE-USDT-PERP",
                "BINANCE-COINM   | BTCUSD_PERP                  | BTC-USD_BTC-PERP",
                "BINANCE-COINM   | BTCUSD_240628                | BTC-USD_BTC-20240628",
                "BINANCE-OPTIONS | BTC-240628-70000-C           | BTC-USDT-20240628-70000-C",
                "DERIBIT         | BTC-PERPETUAL                | BTC-USD_BTC-PERP",
                "DERIBIT         | ETH_USDC-PERPETUAL           | ETH-USDC-PERP",
                "DERIBIT         | BTC-28JUN24                  | BTC-USD_BTC-20240628",
                "DERIBIT         | BTC-5JUL24-70000-C           | BTC-USD_BTC-20240705-70000-C",
                "DERIBIT         | XRP_USDC-28JUN24-0d5-P       | XRP-USDC-20240628-0.5-P",
                "OKX             | BTC-USDT                     | BTC-USDT",
                "OKX             | BTC-USDT-SWAP                | BTC-USDT-PERP",
                "OKX             | BTC-USD-SWAP                 | BTC-USD_BTC-PERP",
                "OKX             | BTC-USD-240628               | BTC-USD_BTC-20240628",
                "OKX             | BTC-USD-241217-92000-C       | BTC-USD_BTC-20241217-92000-C",
                "BYBIT-SPOT      | BTCUSDT                      | BTC-USDT",
                "BYBIT-LINEAR    | BTCUSDT                      | BTC-USDT-PERP",
                "BYBIT-LINEAR    | BTCPERP                      | BTC-USDC-PERP",
                "BYBIT-LINEAR    | BTC-28JUN24                  | BTC-USDC-20240628",
                "BYBIT-LINEAR    | BTCUSDT-28JUN24              | BTC-USDT-20240628",
                "BYBIT-INVERSE   | BTCUSD                       | BTC-USD_BTC-PERP",
                "BYBIT-INVERSE   | BTCUSDU21                    | BTC-USD_BTC-20210924",
                "BYBIT-OPTION    | BTC-30JUN25-100000-C         | BTC-USD_USDC-20250630-100000-C",
                "BYBIT-OPTION    | BTC-26DEC25-100000-C-USDT    | BTC-USDT-20251226-100000-C",
            })
    void both_ways(String name, String text, String symbol) {
        Contract contract = Contract.parse(symbol);

        assertThat(dialect(name).read(text, ON)).isEqualTo(contract);
        assertThat(dialect(name).write(contract, ON)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "KRAKEN-REST, XBTUSD, BTC-USD, XXBTZUSD",
        "CME, ESU24, ES-202409, ESU4",
        "CME, ESU2024, ES-202409, ESU4",
        "FX, EURUSD, EUR-USD, EUR/USD",
    })
    void other_spellings_are_read_and_not_written(String name, String text, String symbol, String written) {
        assertThat(dialect(name).read(text, ON)).hasToString(symbol);
        assertThat(dialect(name).write(Contract.parse(symbol), ON)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "COINBASE       | BTC/USD                | COINBASE symbol must be {base}-{quote} or {root}-{ddMONyy}-CDE, was 'BTC/USD'",
                "COINBASE       | BTC-PERP               | quote must be one of [USD, USDC, USDT,",
                "BYBIT-LINEAR   | NOSUCH-28JUN24         | base must be a known asset, was NOSUCH",
                "COINBASE       | BTC-BTC                | base must differ from the quote, was BTC",
                "KRAKEN-WS      | BTC/USD                | asset BTC is called XBT there",
                "KRAKEN-REST     | XXBTZUSD.d             | KRAKEN-REST symbol must be {pair}, was 'XXBTZUSD.d'",
                "KRAKEN-REST     | XLTCZAUD               | 'XLTCZAUD' must be a known asset and one of [USD, EUR,",
                "BINANCE-SPOT    | NOSUCHUSDT             | 'NOSUCHUSDT' must be a known asset and one of [USDT,",
                "BINANCE-SPOT    | btcusdt                | BINANCE-SPOT symbol must be {pair}, was 'btcusdt'",
                "OSI            | AAPL240517C00172500    | OSI symbol must be {root6}{yymmdd}{right}{strike8}",
                "OSI            | AAPL  240230C00172500   | was 'AAPL  240230C00172500': Text '240230' could not be parsed",
                "OSI            | AAPL  240517C00000000   | strike must be positive",
                "DERIBIT        | BTC-05JUL24            | BTC-USD_BTC-20240705 is written BTC-5JUL24",
                "DERIBIT        | BTC-28JUM24            | month must be one of [JAN, FEB,",
                "DERIBIT        | BTC_EUR-PERPETUAL      | quote must be one of [USDC, USDT], was EUR",
                "FX             | BTC/USD                | BTC and USD must both be money of states",
                "YAHOO          | EUR-USD                | EUR-USD is written EURUSD=X",
                "YAHOO          | BRK-PRB                | BRK.PRB is written BRK-PB",
            })
    void what_it_is_not_is_refused_with_what_was_expected(String name, String text, String message) {
        if (name.equals("SCHWAB")) {
            // A share may end in two digits, so this is one; that a future begins with a stroke is seen in what is
            // written.
            assertThat(dialect(name).read(text, ON).kind()).isEqualTo(ContractKind.SHARE);
            return;
        }
        assertThatThrownBy(() -> dialect(name).read(text, ON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void a_pair_with_two_readings_is_refused() {
        Dialect two = Symbology.parse("""
                source  Test  a venue made up for this test
                assets  BTC BTCUSDT USDT USD USDTUSD
                dialect  TEST  [Test]
                  quotes  USD USDT USDTUSD
                  spot    "{pair}"
                """).dialect("TEST");

        assertThatThrownBy(() -> two.read("BTCUSDTUSD", ON))
                .hasMessageContaining("'BTCUSDTUSD' is ambiguous, it reads as BTCUSDT-USD and as BTC-USDTUSD");
        assertThatThrownBy(() -> two.write(Contract.parse("BTC-USDTUSD"), ON)).hasMessageContaining("is ambiguous");
        assertThat(two.read("BTCUSDT", ON)).hasToString("BTC-USDT");
    }

    @Test
    void a_text_with_two_kinds_of_readings_is_refused() {
        Dialect two = Symbology.parse("""
                source  Test  a broker made up for this test
                dialect  TEST  [Test]
                  share  "{share}"
                  month  "{root}{M}{y}"
                """).dialect("TEST");

        assertThatThrownBy(() -> two.read("ESU4", ON))
                .hasMessage("TEST symbol must have one reading, 'ESU4' reads as ESU4 and as ES-202409");
        assertThatThrownBy(() -> two.write(Contract.parse("ES-202409"), ON)).hasMessageContaining("one reading");
        assertThat(two.read("ES", ON)).hasToString("ES");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fish | line 1: a line must say more than 'fish'",
                "fish x | line 1: a line must begin with source, fiat, assets or dialect, was 'fish'",
                "dialect X [Y] | line 1: source must be one of [], was Y",
                "\\ spot \"{base}\" | line 1: an indented line must stand below a dialect",
                "source Y y;dialect X Y | line 2: dialect must be <name> [at <venue>] [<source>], was 'X Y'",
                "source Y y;dialect X [Y];dialect X [Y] | line 3: dialect is there twice: X",
                "source Y y;dialect X [Y];\\ code A | line 3: a name must be followed by the house's, was 'A'",
                "source Y y;dialect X [Y];\\ spot {base} | line 3: a form must be [also] <kind>",
                "source Y y;dialect X [Y];\\ fish \"{base}\" | line 3: kind must be share, spot, perpetual, month, dated or option, was 'fish'",
                "source Y y;dialect X [Y];\\ spot \"{fish}\" | line 3: unknown field {fish}",
                "source Y y;dialect X [Y];\\ spot \"{base}\" | line 3: a form without a quote must name one, was {base}",
                "source Y y;dialect X [Y];\\ spot \"{pair}\", fish | line 3: option must be quote, settle or fiat",
                "source Y y;dialect X [Y];\\ code A B;\\ code C B | asset B must have one other name, had A and C",
            })
    void a_table_that_is_wrong_is_refused_with_its_line(String text, String message) {
        assertThatThrownBy(() -> Symbology.parse(text.strip().replace(';', '\n').replace("\\", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void a_venues_own_list_goes_before_the_forms() {
        Dialect listed = dialect("BINANCE-SPOT")
                .withNames(Map.of("NOSUCHUSDT", Contract.parse("NOSUCH-USDT"), "BTCUSDT", Contract.parse("BTC-USDT")));

        assertThat(listed.read("NOSUCHUSDT", ON)).hasToString("NOSUCH-USDT");
        assertThat(listed.write(Contract.parse("NOSUCH-USDT"), ON)).isEqualTo("NOSUCHUSDT");
        assertThatThrownBy(() -> listed.withNames(Map.of("BTCUSDT", Contract.parse("BTC-USD"))))
                .hasMessage("BINANCE-SPOT must call one contract BTCUSDT, had BTC-USDT and BTC-USD");
        assertThatThrownBy(() -> listed.withNames(Map.of("XBTUSDT", Contract.parse("BTC-USDT"))))
                .hasMessageStartingWith("BINANCE-SPOT must have one name for BTC-USDT, had ");
    }

    @Test
    void what_cannot_be_said_is_not_written() {
        assertThatThrownBy(() -> dialect("COINBASE").write(Contract.parse("BRK.B"), ON))
                .hasMessageStartingWith("COINBASE has no symbol for BRK.B, its symbols are {base}-{quote}");
        assertThatThrownBy(() -> dialect("OSI").write(Contract.parse("AAPL-20240517-0.0005-C"), ON))
                .hasMessageStartingWith("OSI has no symbol for AAPL-20240517-0.0005-C");
        assertThatThrownBy(() -> dialect("OSI").write(Contract.parse("AAPL-20240517-100000-C"), ON))
                .hasMessageStartingWith("OSI has no symbol");
        assertThatThrownBy(() -> dialect("KRAKEN-WS").write(Contract.parse("XBT-USD"), ON))
                .hasMessage("asset XBT cannot be written there: it would be read as BTC");
        assertThatThrownBy(() -> dialect("CME").write(Contract.parse("ES-203409"), ON))
                .hasMessage("CME cannot write ES-203409 on 2024-05-02: ESU4 would be read as ES-202409");
        assertThat(dialect("BYBIT-INVERSE").find(Contract.parse("BTC-USD_BTC-20210917"), ON))
                .isEmpty();
    }

    @Test
    void only_a_venue_says_where() {
        assertThat(dialect("KRAKEN-REST").identify("XXBTZUSD", ON)).hasToString("BTC-USD.KRAKEN");
        assertThat(dialect("ALPACA").venue()).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> dialect("ALPACA").identify("AAPL", ON))
                .hasMessage("ALPACA does not say where a contract is traded; name the venue");
    }

    /** Many of the contracts that are drawn can be written somewhere, and each of those reads back as itself. */
    @ParameterizedTest
    @MethodSource("dialects")
    void what_is_written_reads_back(Dialect dialect) {
        int[] written = new int[1];
        ForAll.cases(4_000, random -> {
            LocalDate on = Contracts.day(random);
            Contract contract = Contracts.any(random);
            dialect.find(contract, on).ifPresent(text -> {
                written[0]++;
                assertThat(dialect.read(text, on)).isEqualTo(contract);
            });
        });
        assertThat(written[0]).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void garbage_is_refused_and_nothing_else_happens(Dialect dialect) {
        ForAll.cases(3_000, random -> {
            LocalDate on = Contracts.day(random);
            Contract contract = Contracts.any(random);
            String text = Contracts.mutated(random, dialect.find(contract, on).orElse(contract.toString()));
            try {
                Contract read = dialect.read(text, on);
                assertThat(Contract.parse(read.toString())).isEqualTo(read);
                dialect.find(read, on)
                        .ifPresent(again -> assertThat(dialect.read(again, on)).isEqualTo(read));
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith(dialect.name() + " symbol must ");
            }
        });
    }

    @Test
    void a_hostile_text_is_refused_at_once() {
        String text = "A".repeat(1 << 20);
        dialects()
                .forEach(dialect -> assertThatThrownBy(() -> dialect.read(text, ON))
                        .hasMessageContaining("… (1048576 characters)")
                        .hasMessageStartingWith(dialect.name()));
    }

    @Test
    void reads_assets_by_listed_names_and_codes() {
        Dialect kraken = Symbology.house().dialect("KRAKEN-REST");
        assertThat(Stream.of("XXBT", "XBT", "ZUSD", "USD", "USDT", "ZJPY", "XXDG", "ETH")
                        .map(code -> kraken.asset(code).code()))
                .containsExactly("BTC", "BTC", "USD", "USD", "USDT", "JPY", "DOGE", "ETH");
        assertThatThrownBy(() -> kraken.asset("BTC")).hasMessageContaining("is called XBT there");
        assertThatThrownBy(() -> kraken.asset("QQQQ9"))
                .hasMessage("KRAKEN-REST asset must be one that the tables know, was 'QQQQ9'");
    }
}
