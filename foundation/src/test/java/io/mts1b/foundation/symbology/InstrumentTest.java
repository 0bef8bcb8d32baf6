package io.mts1b.foundation.symbology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {

    private static final InstrumentId ID = InstrumentId.parse("X.TEST");
    private static final Instant EXPIRY = Instant.parse("2024-06-21T20:00:00Z");
    private static final ContractTerms TERMS =
            new ContractTerms(Price.parse("0.01"), Quantity.parse("0.1"), Decimal.of(100), Currency.USD);

    @Test
    void every_kind_knows_its_market_and_its_end() {
        Currency btc = new Currency("BTC");
        List<Instrument> all = List.of(
                new Instrument.Equity(ID, TERMS),
                new Instrument.Option(
                        ID, TERMS, ID, OptionRight.CALL, Price.parse("100"), ExerciseStyle.AMERICAN, EXPIRY),
                new Instrument.Future(ID, TERMS, new Symbol("ES"), EXPIRY),
                new Instrument.FxPair(ID, TERMS, new Currency("EUR")),
                new Instrument.CryptoSpot(ID, TERMS, btc),
                new Instrument.Perpetual(ID, TERMS, btc, SettlementModel.LINEAR),
                new Instrument.SportsOutcome(ID, TERMS, "Arsenal v Chelsea", "Arsenal", EXPIRY),
                new Instrument.EventContract(ID, TERMS, "Rate cut in June", "YES", EXPIRY));

        assertThat(all.stream().map(Instrument::assetClass))
                .containsExactly(
                        AssetClass.EQUITIES,
                        AssetClass.OPTIONS,
                        AssetClass.FUTURES,
                        AssetClass.FX,
                        AssetClass.CRYPTO,
                        AssetClass.CRYPTO,
                        AssetClass.SPORTS,
                        AssetClass.PREDICTION);
        assertThat(all.stream().map(Instrument::expiresAt).map(Optional::isPresent))
                .containsExactly(false, true, true, false, false, false, true, true);
    }

    @Test
    void refuses_a_pair_of_one_currency() {
        assertThatThrownBy(() -> new Instrument.FxPair(ID, TERMS, Currency.USD))
                .hasMessage("base must differ from the quote currency, was USD");
        assertThatThrownBy(() -> new Instrument.CryptoSpot(ID, TERMS, Currency.USD))
                .hasMessage("base must differ from the quote currency, was USD");
    }

    @Test
    void terms_value_with_the_multiplier_and_count_in_lots() {
        assertThat(TERMS.value(Price.parse("2.5"), Decimal.of(-3))).isEqualTo(Money.parse("-750 USD"));
        assertThat(TERMS.wholeLots(Decimal.parse("1.28"))).isEqualTo(Quantity.parse("1.2"));
        assertThat(TERMS.wholeLots(Decimal.parse("0.09"))).isEqualTo(Quantity.ZERO);
    }

    @Test
    void refuses_terms_that_count_nothing() {
        Price tick = TERMS.tick();
        Quantity lot = TERMS.lot();

        assertThatThrownBy(() -> new ContractTerms(Price.parse("0"), lot, Decimal.ONE, Currency.USD))
                .hasMessage("tick must be positive, was 0");
        assertThatThrownBy(() -> new ContractTerms(tick, Quantity.ZERO, Decimal.ONE, Currency.USD))
                .hasMessage("lot must be positive, was 0");
        assertThatThrownBy(() -> new ContractTerms(tick, lot, Decimal.ZERO, Currency.USD))
                .hasMessage("multiplier must be positive, was 0");
    }

    @Test
    void identities_are_split_at_the_last_point() {
        InstrumentId id = InstrumentId.parse("BRK.B.XNYS");

        assertThat(id.symbol()).isEqualTo(new Symbol("BRK.B"));
        assertThat(id.venue()).isEqualTo(new Venue("XNYS"));
        assertThat(id).hasToString("BRK.B.XNYS").isGreaterThan(InstrumentId.parse("BRK.A.XNYS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAPL", ".XNAS", "AAPL.", "AA PL.XNAS", "AAPL.X NAS"})
    void refuses_what_is_no_identity(String text) {
        assertThatThrownBy(() -> InstrumentId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_unclassified_instrument_still_counts_towards_a_group() {
        assertThat(Classification.unknown(new Instrument.Equity(ID, TERMS)))
                .isEqualTo(new Classification(AssetClass.EQUITIES, "unknown", "unknown"));
    }
}
