package io.mts1b.foundation.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalancesTest {

    private static final Currency EUR = new Currency("EUR");

    /** A euro is 1.25 dollars, and nothing else is known. */
    private static final ExchangeRates RATES = (currency, in) -> currency.equals(in)
            ? Optional.of(Decimal.ONE)
            : Optional.of(Decimal.parse("1.25")).filter(_ -> currency.equals(EUR) && in.equals(Currency.USD));

    @Test
    void adds_currency_by_currency() {
        Balances sum = Balances.parse("10 USD").plus(Money.parse("3 EUR")).plus(Balances.parse("1 CHF, -4 EUR, 2 USD"));

        assertThat(sum).isEqualTo(Balances.parse("1 CHF, -1 EUR, 12 USD"));
        assertThat(sum.of(EUR)).isEqualTo(Money.parse("-1 EUR"));
        assertThat(sum.of(new Currency("JPY"))).isEqualTo(Money.parse("0 JPY"));
        assertThat(sum.minus(sum)).isEqualTo(Balances.parse("0 CHF, 0 EUR, 0 USD"));
        assertThat(sum.minus(Money.parse("12 USD")).of(Currency.USD).signum()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 USD", "-1.5 BTC, 3 EUR, 0.000001 USD"})
    void text_is_read_back(String text) {
        assertThat(Balances.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "1 USD,2 EUR", "1 USD, ", "1 USD, 2 USD", ", 1 USD", "NaN USD"})
    void other_text_is_refused(String text) {
        assertThatThrownBy(() -> Balances.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_currency_named_twice_or_out_of_order_is_refused() {
        assertThatThrownBy(() -> new Balances(List.of(Money.parse("1 USD"), Money.parse("1 EUR"))))
                .hasMessage("amounts must be one for each currency, sorted, had EUR after USD");
    }

    @Test
    void is_worth_the_sum_at_the_rates_or_nothing_that_is_known() {
        assertThat(Balances.parse("8 EUR, 1 USD").in(Currency.USD, RATES)).contains(Money.parse("11 USD"));
        // Nothing of a currency is nothing, whatever it is worth.
        assertThat(Balances.parse("0 CHF, 1 USD").in(Currency.USD, RATES)).contains(Money.parse("1 USD"));
        assertThat(Balances.parse("1 CHF, 1 USD").in(Currency.USD, RATES)).isEmpty();
    }
}
