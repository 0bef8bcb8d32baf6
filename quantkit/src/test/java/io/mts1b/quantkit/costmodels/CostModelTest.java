package io.mts1b.quantkit.costmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.testkit.ForAll;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostModelTest {

    private static final Price CENT = Price.parse("0.01");
    private static final ContractTerms SHARE = new ContractTerms(CENT, Quantity.of(1), Decimal.ONE, Currency.USD);
    private static final ContractTerms FUTURE =
            new ContractTerms(Price.parse("0.25"), Quantity.of(1), Decimal.of(50), Currency.USD);

    /** The broker's own examples: 100 shares at 25 cost 1.00, 1,000 shares at 25 cost 5.00, 1,000 at 0.25 cost 2.50. */
    @ParameterizedTest
    @CsvSource({"100, 25, 1", "1000, 25, 5", "1000, 0.25, 2.50", "333, 25, 1.67", "1, 50, 0.50", "1, 0.30, 0"})
    void us_shares_cost_half_a_cent_within_bounds(long quantity, String price, String expected) {
        assertThat(CostModel.usShares().commission().charge(SHARE, Quantity.of(quantity), Price.parse(price)))
                .isEqualTo(Money.parse(expected + " USD"));
    }

    @Test
    void a_share_of_value_counts_the_multiplier_and_the_minimum() {
        Commission commission = new Commission.OfValue(Rate.ofBps(1), Money.parse("2 USD"));

        assertThat(commission.charge(FUTURE, Quantity.of(2), Price.parse("4000")))
                .isEqualTo(Money.parse("40 USD"));
        assertThat(commission.charge(FUTURE, Quantity.of(2), Price.parse("10"))).isEqualTo(Money.parse("2 USD"));
        // Negative prices have a value too.
        assertThat(commission.charge(FUTURE, Quantity.of(2), Price.parse("-4000")))
                .isEqualTo(Money.parse("40 USD"));
        assertThat(new Commission.Free()
                        .charge(FUTURE, Quantity.of(2), Price.parse("1"))
                        .signum())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "100, BUY, 100.02", "100, COVER, 100.02", "100, SELL, 99.98", "100, SHORT, 99.98",
        "10.01, BUY, 10.02", "10.01, SELL, 10", "0.01, BUY, 0.02", "-37.63, BUY, -37.62"
    })
    void slippage_is_against_us_and_on_the_tick(String reference, Side side, String expected) {
        Slippage slippage = new Slippage.OfPrice(Rate.ofBps(2));

        assertThat(slippage.worsen(Price.parse(reference), side, CENT)).isEqualTo(Price.parse(expected));
        assertThat(new Slippage.None().worsen(Price.parse(reference), side, CENT))
                .isEqualTo(Price.parse(reference));
    }

    @Test
    void slippage_is_never_a_gift_and_never_more_than_a_tick_too_much() {
        ForAll.cases(random -> {
            Price reference = Price.ofTicks(random.nextLong(1, 1_000_000), CENT);
            Rate rate = Rate.ofBps(random.nextLong(0, 500));
            Decimal exact = reference.value().times(rate.value());

            Decimal paid = new Slippage.OfPrice(rate)
                    .worsen(reference, Side.BUY, CENT)
                    .minus(reference)
                    .value();

            assertThat(paid).isGreaterThanOrEqualTo(exact);
            assertThat(paid).isLessThan(exact.plus(CENT.value()));
        });
    }

    /** The side is not known, so a sale's fees to the SEC and to FINRA are in it: 1,000 shares at 25 and 5 dollars. */
    @Test
    void a_schedule_charges_the_dearer_side_where_none_is_known() {
        Commission commission = new Commission.OfSchedule(
                FeeSchedules.of("ibkr-us-fixed"), Decimal.ZERO, Liquidity.TAKER, LocalDate.parse("2024-06-03"));

        assertThat(commission.charge(SHARE, Quantity.of(1000), Price.parse("25")))
                .isEqualTo(Money.parse("5.87 USD"));
        assertThatThrownBy(() -> new Commission.OfSchedule(
                        FeeSchedules.of("ibkr-us-fixed"), Decimal.ZERO, Liquidity.TAKER, LocalDate.parse("2025-06-03")))
                .hasMessageContaining("for which ibkr-us-fixed is known");
    }

    @Test
    void refuses_models_that_pay_us() {
        Money one = Money.parse("1 USD");

        assertThatThrownBy(() -> new Commission.PerUnit(one.negated(), one, Rate.ONE))
                .hasMessage("perUnit must not be negative, was -1 USD");
        assertThatThrownBy(() -> new Commission.PerUnit(one, one.negated(), Rate.ONE))
                .hasMessage("minimum must not be negative, was -1 USD");
        assertThatThrownBy(() -> new Commission.PerUnit(one, Money.parse("1 EUR"), Rate.ONE))
                .hasMessage("minimum must be in USD, was 1 EUR");
        assertThatThrownBy(() -> new Commission.PerUnit(one, one, Rate.ZERO))
                .hasMessage("maximum must be positive, was 0");
        assertThatThrownBy(() -> new Slippage.OfPrice(Rate.parse("-0.1")))
                .hasMessage("rate must not be negative, was -0.1");
        assertThatThrownBy(() -> CostModel.usShares()
                        .commission()
                        .charge(
                                new ContractTerms(CENT, Quantity.of(1), Decimal.ONE, new Currency("EUR")),
                                Quantity.of(1),
                                CENT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
