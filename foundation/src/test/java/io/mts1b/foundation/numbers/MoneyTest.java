package io.mts1b.foundation.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency EUR = new Currency("EUR");
    private static final Money TEN = Money.parse("10 USD");

    @Test
    void never_mixes_currencies() {
        Money euro = Money.parse("1 EUR");

        assertThatThrownBy(() -> TEN.plus(euro)).hasMessage("currency must be USD, was EUR");
        assertThatThrownBy(() -> TEN.minus(euro)).hasMessage("currency must be USD, was EUR");
        assertThatThrownBy(() -> TEN.compareTo(euro)).hasMessage("currency must be USD, was EUR");
        assertThat(TEN).isNotEqualTo(Money.parse("10 EUR"));
    }

    @Test
    void adds_exactly() {
        assertThat(TEN.plus(Money.parse("0.005 USD"))).isEqualTo(Money.parse("10.005 USD"));
        assertThat(TEN.minus(Money.parse("10.10 USD"))).isEqualTo(Money.parse("-0.1 USD"));
        assertThat(Money.zero(EUR)).isEqualTo(Money.parse("0 EUR"));
        assertThat(TEN.negated().abs()).isEqualTo(TEN);
        assertThat(TEN.negated().signum()).isNegative();
    }

    @Test
    void rounds_to_the_minor_unit_of_its_currency() {
        assertThat(Money.parse("2.345 USD").rounded(RoundingMode.HALF_EVEN)).isEqualTo(Money.parse("2.34 USD"));
        assertThat(Money.parse("2.5 JPY").rounded(RoundingMode.UP)).isEqualTo(Money.parse("3 JPY"));
        assertThat(Money.parse("0.123456789 BTC").rounded(RoundingMode.DOWN)).isEqualTo(Money.parse("0.12345678 BTC"));
    }

    @Test
    void keeps_four_guard_digits_in_products() {
        // 3 shares at 0.3333333 cost 0.9999999, which a dollar ledger keeps to six decimals.
        assertThat(Money.ofTrade(Price.parse("0.3333333"), Decimal.of(3), Currency.USD))
                .isEqualTo(Money.parse("1 USD"));
        assertThat(Money.ofTrade(Price.parse("0.117203"), Decimal.of(-853), Currency.USD))
                .isEqualTo(Money.parse("-99.974159 USD"));
        assertThat(TEN.times(Decimal.parse("0.33333333"), RoundingMode.DOWN)).isEqualTo(Money.parse("3.333333 USD"));
        assertThat(Rate.ofBps(5).of(TEN, RoundingMode.UP)).isEqualTo(Money.parse("0.005 USD"));
    }

    @Test
    void refuses_text_without_a_currency() {
        assertThatThrownBy(() -> Money.parse("10"))
                .hasMessage("text must be a number, a space and a currency, was '10'");
        assertThatThrownBy(() -> Money.parse("10 usd")).hasMessage("code must be 2 to 12 of A-Z and 0-9, was 'usd'");
        assertThatThrownBy(() -> Money.parse("ten USD")).isInstanceOf(NumberFormatException.class);
        assertThat(Money.parse("12.50 USD")).hasToString("12.5 USD");
    }

    @Test
    void knows_the_minor_units_of_currencies() {
        assertThat(Currency.USD.minorUnits()).isEqualTo(2);
        assertThat(new Currency("JPY").minorUnits()).isZero();
        assertThat(new Currency("KWD").minorUnits()).isEqualTo(3);
        assertThat(new Currency("XAU").minorUnits()).isZero();
        assertThat(new Currency("BTC").minorUnits()).isEqualTo(8);
        assertThat(Currency.USD.ledgerScale()).isEqualTo(6);
    }

    @Test
    void converts_rates_and_basis_points() {
        assertThat(Rate.ofBps(200)).isEqualTo(Rate.parse("0.02"));
        assertThat(Rate.ofBps(Decimal.parse("0.5"))).isEqualTo(Rate.parse("0.00005"));
        assertThat(Rate.parse("0.0325").toBps()).isEqualTo(Decimal.of(325));
        assertThat(Rate.parse("0.1")).isGreaterThan(Rate.parse("0.09")).hasToString("0.1");
    }
}
