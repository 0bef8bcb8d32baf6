package io.mts1b.foundation.symbology;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyPairsTest {

    private static final Currency EUR = new Currency("EUR");
    private static final Currency JPY = new Currency("JPY");

    private final Map<InstrumentId, Price> prices = new TreeMap<>();
    private final CurrencyPairs pairs = new CurrencyPairs(id -> Optional.ofNullable(prices.get(id)));

    @Test
    void a_pair_says_what_both_are_worth() {
        list("EUR/USD.A", EUR, Currency.USD, "1.25");

        assertThat(pairs.rate(EUR, Currency.USD)).contains(Decimal.parse("1.25"));
        assertThat(pairs.rate(Currency.USD, EUR)).contains(Decimal.parse("0.8"));
        assertThat(pairs.rate(JPY, JPY)).contains(Decimal.ONE);
        assertThat(pairs.convert(Money.parse("-10 EUR"), Currency.USD)).contains(Money.parse("-12.5 USD"));
        // Through a third currency is a guess.
        list("USD/JPY.A", Currency.USD, JPY, "150");
        assertThat(pairs.rate(EUR, JPY)).isEmpty();
        assertThat(pairs.convert(Money.parse("150 JPY"), Currency.USD)).contains(Money.parse("1 USD"));
    }

    @Test
    void the_first_venue_that_has_a_price_speaks_and_the_pair_itself_before_the_other_way_round() {
        list("EUR/USD.B", EUR, Currency.USD, "1.30");
        list("EUR/USD.A", EUR, Currency.USD, null);
        list("USD/EUR.A", Currency.USD, EUR, "0.5");
        assertThat(pairs.rate(EUR, Currency.USD)).contains(Decimal.parse("1.3"));
        prices.put(InstrumentId.parse("EUR/USD.A"), Price.parse("1.20"));
        assertThat(pairs.rate(EUR, Currency.USD)).contains(Decimal.parse("1.2"));
    }

    @Test
    void what_is_no_unit_of_a_currency_says_nothing() {
        InstrumentId id = InstrumentId.parse("EUR/USD.A");
        prices.put(id, Price.parse("1.25"));
        pairs.list(new Instrument.FxPair(id, terms("1000", Currency.USD), EUR));
        assertThat(pairs.rate(EUR, Currency.USD)).isEmpty();
        // Listed again it is one, and then none any more.
        list("EUR/USD.A", EUR, Currency.USD, "1.25");
        assertThat(pairs.rate(EUR, Currency.USD)).isPresent();
        pairs.list(new Instrument.Equity(id, terms("1", Currency.USD)));
        assertThat(pairs.rate(EUR, Currency.USD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "150, 0.006666666666666667",
        "3, 0.33333333333333333",
        "0.000013, 76923.076923076923",
        "0.000000000000000001, 1000000000000000000",
        "1000000000000000000, 0.000000000000000001"
    })
    void the_other_way_round_has_as_many_digits_as_there_is_room_for(String price, String inverse) {
        list("EUR/USD.A", EUR, Currency.USD, price);
        assertThat(pairs.rate(Currency.USD, EUR)).contains(Decimal.parse(inverse));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "9000000000000000000"})
    void a_price_that_cannot_be_a_rate_is_none(String price) {
        list("EUR/USD.A", EUR, Currency.USD, price);
        assertThat(pairs.rate(Currency.USD, EUR)).isEmpty();
    }

    private void list(String id, Currency base, Currency quote, @Nullable String price) {
        InstrumentId instrument = InstrumentId.parse(id);
        if (price != null) {
            prices.put(instrument, Price.parse(price));
        }
        pairs.list(new Instrument.FxPair(instrument, terms("1", quote), base));
    }

    private static ContractTerms terms(String multiplier, Currency quote) {
        return new ContractTerms(Price.parse("0.0001"), Quantity.of(1), Decimal.parse(multiplier), quote);
    }
}
