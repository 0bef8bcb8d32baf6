package io.mts1b.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SymbolCommandTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-02T00:00:00Z"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean json, String... arguments) {
        PrintWriter complaints = new PrintWriter(err);
        Console console = new Console(new PrintWriter(out), complaints, InputStream.nullInputStream(), json);
        return new CommandLine(new SymbolCommand(console, CLOCK))
                .setErr(complaints)
                .execute(arguments);
    }

    @Test
    void programs_get_one_object() {
        assertThat(run(true, "parse", "XXBTZUSD", "--venue", "KRAKEN-FUTURES")).isEqualTo(ExitCode.REFUSED);
        assertThat(run(true, "parse", "FI_XBTUSD_240628", "--venue", "KRAKEN-FUTURES"))
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .isEqualTo("{\"canonical\":\"BTC-USD_BTC-20240628\",\"kind\":\"dated_future\","
                        + "\"asset_class\":\"futures\",\"venue\":null,\"parts\":{\"base\":\"BTC\","
                        + "\"expiry\":\"2024-06-28\",\"quote\":\"USD\",\"settlement\":\"BTC\"},\"names\":{"
                        + "\"BINANCE-COINM\":\"BTCUSD_240628\",\"BYBIT-INVERSE\":\"BTCUSDM24\","
                        + "\"DERIBIT\":\"BTC-28JUN24\",\"KRAKEN-FUTURES\":\"FI_XBTUSD_240628\","
                        + "\"OKX\":\"BTC-USD-240628\"}}\n");
    }

    @Test
    void people_get_lines() {
        assertThat(run(false, "parse", "BRK.B.XNYS")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("""
                canonical        BRK.B
                kind             share
                venue            XNYS
                root             BRK
                class            B
                IBKR             BRK B
                ALPACA           BRK.B
                TRADIER          BRK/B
                SCHWAB           BRK/B
                YAHOO            BRK-B
                POLYGON          BRK.B
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "BRK.B, BRK.B",
        "BRK-B, BRK.B",
        "BRK B, BRK.B",
        "XXBTZUSD, BTC-USD",
        "BTC-PERPETUAL, BTC-USD_BTC-PERP",
        "AAPL240517C00172500, AAPL-20240517-172.5-C",
        "'AAPL  240517C00172500', AAPL-20240517-172.5-C",
        "O:AAPL240517C00172500, AAPL-20240517-172.5-C",
        "/ESU24, ES-202409",
        "EUR/USD, EUR-USD",
        "BTC-USDT.OKX, BTC-USDT",
        "US0378331005, ISIN:US0378331005",
        "037833100, CUSIP:037833100",
        "BBG000B9XRY4, FIGI:BBG000B9XRY4",
    })
    void what_has_one_reading_needs_no_venue(String text, String canonical) {
        assertThat(run(true, "parse", text)).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("{\"canonical\":\"" + canonical + "\",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ESU4               | 'ESU4' has ESU4 (canonical, IBKR, ALPACA, TRADIER, SCHWAB, YAHOO, POLYGON) and ES-202409 (CME, IBKR-FUTURES)",
                "NOSUCH --venue IBKR-FUTURES | IBKR-FUTURES symbol must be {root}{M}{y}, was 'NOSUCH'",
                "BTCUSDT --venue BINANCE | BTC-USDT (BINANCE-SPOT) and BTC-USDT-PERP (BINANCE-USDM): say --venue",
                "US0378331006       | ISIN US0378331006 must have the check digit 5, was 6",
                "no?such            | symbol must be canonical, such as BRK.B",
                "NOSUCHUSDT --venue BINANCE-USDM | 'NOSUCHUSDT' must be a known asset and one of [USDT, USDC, BUSD, BTC]",
                "AAPL --venue NOWHERE | dialect must be one of [OSI, OSI-COMPACT, CME,",
                "AAPL --venue a?b   | venue must be 1 to 16 letters, digits, _ and -, was 'a?b'",
                "AAPL --on 2024-02-30 | 2024-02-30",
            })
    void what_has_none_or_several_is_refused(String arguments, String reason) {
        String[] words = ("parse " + arguments.strip()).split(" +", -1);
        assertThat(run(true, words)).as(Arrays.toString(words)).isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(reason.strip());
    }

    @Test
    void the_day_resolves_the_year() {
        assertThat(run(true, "parse", "ESU4", "--venue", "CME")).isEqualTo(ExitCode.DONE);
        assertThat(run(true, "parse", "ESU4", "--venue", "CME", "--on", "2011-01-02"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("{\"canonical\":\"ES-202409\"").contains("{\"canonical\":\"ES-201409\"");
    }

    @Test
    void a_group_without_a_command_is_refused() {
        assertThat(run(false)).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("Missing subcommand: parse");
    }
}
