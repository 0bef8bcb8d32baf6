package io.mts1b.riskengine.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegulationTTest {

    /** The example of the SEC's "Investor Bulletin: Understanding Margin Accounts". */
    @Test
    void asks_what_the_commission_explains() {
        // 16,000 of securities, 8,000 of them borrowed.
        MarginRequirement bought = RegulationT.of(List.of(shares(100, "160")));
        // They fall to 12,000: equity is 4,000.
        MarginRequirement fallen = RegulationT.of(List.of(shares(100, "120")));

        assertThat(bought.initial()).isEqualTo(Money.parse("8000 USD"));
        assertThat(bought.excess(Money.parse("8000 USD"))).isEqualTo(Money.zero(Currency.USD));
        assertThat(fallen.maintenance()).isEqualTo(Money.parse("3000 USD"));
        assertThat(fallen.call(Money.parse("4000 USD"))).isEqualTo(Money.zero(Currency.USD));
        assertThat(fallen.call(Money.parse("2999 USD"))).isEqualTo(Money.parse("1 USD"));
    }

    @Test
    void shorts_ask_by_value_or_by_share() {
        // 30 % of 10,000; 5 dollars a share below 16.67; the value below 5 dollars, or 2.50 a share.
        assertThat(maintenance(-100, "100")).isEqualTo(Money.parse("3000 USD"));
        assertThat(maintenance(-100, "10")).isEqualTo(Money.parse("500 USD"));
        assertThat(maintenance(-100, "5")).isEqualTo(Money.parse("500 USD"));
        assertThat(maintenance(-100, "4.99")).isEqualTo(Money.parse("499 USD"));
        assertThat(maintenance(-100, "1")).isEqualTo(Money.parse("250 USD"));
        assertThat(RegulationT.of(List.of(shares(-100, "100"))).initial()).isEqualTo(Money.parse("5000 USD"));
    }

    @Test
    void nothing_may_be_opened_that_would_be_called_at_once() {
        // FINRA Rule 4210(b); half of the value would be 10,000 and 300.
        assertThat(RegulationT.of(List.of(shares(-10_000, "2"))).initial()).isEqualTo(Money.parse("25000 USD"));
        assertThat(RegulationT.of(List.of(shares(-100, "6"))).initial()).isEqualTo(Money.parse("500 USD"));
    }

    @Test
    void positions_add_up() {
        assertThat(RegulationT.of(List.of(shares(100, "160"), shares(-100, "10"))))
                .isEqualTo(new MarginRequirement(Money.parse("8500 USD"), Money.parse("4500 USD")));
    }

    @Test
    void refuses_what_the_rule_is_not_about() {
        InstrumentId id = InstrumentId.parse("SAP.XETR");
        Instrument euro = new Instrument.Equity(
                id, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, new Currency("EUR")));

        assertThatThrownBy(() -> RegulationT.of(List.of(new MarginPosition(euro, Decimal.ONE, Price.parse("100")))))
                .hasMessage("Regulation T must be asked of shares in USD, was SAP.XETR in EUR");
        assertThatThrownBy(() -> shares(0, "1")).hasMessage("quantity must not be zero");
        assertThatThrownBy(() -> shares(1, "-1")).hasMessage("price must not be negative, was -1");
    }

    private static Money maintenance(long quantity, String price) {
        return RegulationT.of(List.of(shares(quantity, price))).maintenance();
    }

    private static MarginPosition shares(long quantity, String price) {
        return new MarginPosition(
                new Instrument.Equity(
                        InstrumentId.parse("AAPL.XNAS"),
                        new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD)),
                Decimal.of(quantity),
                Price.parse(price));
    }
}
