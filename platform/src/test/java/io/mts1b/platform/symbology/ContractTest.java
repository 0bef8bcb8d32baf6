package io.mts1b.platform.symbology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.testkit.ForAll;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    @ParameterizedTest
    @CsvSource({
        "AAPL, SHARE, EQUITIES",
        "BRK.B, SHARE, EQUITIES",
        "BAC.PRL, SHARE, EQUITIES",
        "SBEV.WS, SHARE, EQUITIES",
        "0700, SHARE, EQUITIES",
        "130A, SHARE, EQUITIES",
        "PETR4, SHARE, EQUITIES",
        "EUR-USD, SPOT, FX",
        "BTC-USD, SPOT, CRYPTO",
        "MNT-USD, SPOT, CRYPTO",
        "BTC-USDT-PERP, PERPETUAL, CRYPTO",
        "BTC-USD_BTC-PERP, PERPETUAL, CRYPTO",
        "ES-202409, MONTH_FUTURE, FUTURES",
        "6E-203012, MONTH_FUTURE, FUTURES",
        "BIT-20260424, DATED_FUTURE, FUTURES",
        "BTC-USD_BTC-20240628, DATED_FUTURE, FUTURES",
        "AAPL-20240517-172.5-C, OPTION, OPTIONS",
        "BTC-USD_USDC-20250630-100000-P, OPTION, OPTIONS",
    })
    void a_canonical_symbol_says_what_it_is(String symbol, ContractKind kind, AssetClass assetClass) {
        Contract contract = Contract.parse(symbol);

        assertThat(contract.kind()).isEqualTo(kind);
        assertThat(contract.assetClass()).isEqualTo(assetClass);
        assertThat(contract).hasToString(symbol);
        assertThat(Contract.of(contract.at(Venue.parse("XNYS")))).isEqualTo(contract);
        assertThat(InstrumentId.parse(symbol + ".XNYS")).isEqualTo(contract.at(Venue.parse("XNYS")));
    }

    @Test
    void the_parts_are_typed() {
        assertThat(Contract.parse("BTC-USD_BTC-20240628-70000.5-P"))
                .isEqualTo(new Contract.Option(
                        new Underlying.Pair(Currency.parse("BTC"), Currency.USD, Currency.parse("BTC")),
                        LocalDate.of(2024, 6, 28),
                        Decimal.parse("70000.5"),
                        OptionRight.PUT));
        assertThat(Contract.parse("ES-202409"))
                .isEqualTo(new Contract.MonthFuture(new Underlying.Root("ES"), YearMonth.of(2024, 9)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "AAPL.",
                ".B",
                "BRK.BB",
                "BRK.B.C",
                "brk.b",
                "BRK B",
                "AAPL-",
                "-USD",
                "BTC-BTC",
                "BTC-usd",
                "BTC--USD",
                "BTC-USD-",
                "BTC-USD_USD-PERP",
                "BTC-USD_BTC",
                "BTC-PERP",
                "ES-202413",
                "ES-199912",
                "12-202401",
                "ES-20240230",
                "BTC-USD-20240230",
                "AAPL-20240517-C",
                "AAPL-20240517-0-C",
                "AAPL-20240517--5-C",
                "AAPL-20240517-172.50-C",
                "AAPL-20240517-1e3-C",
                "AAPL-20240517-172.5-X",
                "AAPL-20240517-1234567890123-C",
                "BTC-12345",
                "ABCDEFGH",
                "AB123",
                "BTC-USD-EUR",
                "AAPL-20240517-172.5-C ",
                "BTC-PERPETUAL",
                "BTC-SWAP",
                "A-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void what_is_not_canonical_is_refused(String symbol) {
        assertThatThrownBy(() -> Contract.parse(symbol))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("symbol must be canonical, such as BRK.B");
    }

    @Test
    void the_other_spelling_is_told() {
        assertThatThrownBy(() -> Contract.parse("AAPL-20240517-172.50-C"))
                .hasMessageEndingWith("its canonical symbol is AAPL-20240517-172.5-C");
        assertThatThrownBy(() -> Contract.parse("BTC-USD_USD-PERP"))
                .hasMessageEndingWith("settlement must be left out where it is the quote, was 'BTC-USD_USD'");
    }

    @Test
    void every_contract_has_a_symbol_that_reads_back() {
        ForAll.cases(random -> {
            Contract contract = Contracts.any(random);
            assertThat(contract.symbol().value()).hasSizeLessThanOrEqualTo(64);
            assertThat(Contract.parse(contract.toString())).isEqualTo(contract);
        });
    }

    @Test
    void garbage_is_refused_and_nothing_else_happens() {
        ForAll.cases(20_000, random -> {
            String text = Contracts.mutated(random, Contracts.any(random).toString());
            try {
                assertThat(Contract.parse(text)).hasToString(text);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith("symbol must be canonical");
            }
        });
    }
}
