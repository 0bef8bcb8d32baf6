package io.mts1b.quantkit.costmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument.Perpetual;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.SettlementModel;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.foundation.symbology.Venue;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarryTest {

    private static final ContractTerms SHARE = Bills.terms("1", "USD");

    private static Money cents(Money amount) {
        return amount.rounded(RoundingMode.HALF_UP);
    }

    /** A broker's explanation: 1,000 shares at 20 and 5 % cost 20,000 x 5 % / 365 = 2.74 a day. */
    @Test
    void borrowed_shares_cost_interest_on_their_value() {
        BorrowFee plain = new BorrowFee(Rate.parse("0.05"), DayCount.ACTUAL_365, Rate.ONE, false);

        assertThat(cents(plain.charge(SHARE, Quantity.of(1000), Price.parse("20"), 1)))
                .isEqualTo(Money.parse("2.74 USD"));
        assertThat(cents(plain.charge(SHARE, Quantity.of(1000), Price.parse("20"), 3)))
                .isEqualTo(Money.parse("8.22 USD"));
    }

    /** 42.80 x 102 % = 43.656, so 44 dollars a share: 3,700 x 44 x 0.29 % / 360 = 1.3114. */
    @Test
    void in_the_us_collateral_is_102_percent_rounded_up_to_the_dollar() {
        BorrowFee fee = BorrowFee.unitedStates(Rate.parse("0.0029"));

        assertThat(fee.charge(SHARE, Quantity.of(3700), Price.parse("42.80"), 1))
                .isEqualTo(Money.parse("1.311444 USD"));
        // A share of ten cents is lent as if it were worth a dollar.
        assertThat(BorrowFee.unitedStates(Rate.parse("0.36")).charge(SHARE, Quantity.of(1000), Price.parse("0.10"), 1))
                .isEqualTo(Money.parse("1 USD"));
        assertThatThrownBy(() -> new BorrowFee(Rate.ZERO, DayCount.ACTUAL_360, Rate.parse("0.9"), true))
                .hasMessage("collateral must be at least 1, was 0.9");
        assertThatThrownBy(() -> fee.charge(SHARE, Quantity.of(1), Price.parse("0"), 1))
                .hasMessage("mark must be positive, was 0");
        assertThatThrownBy(() -> fee.charge(SHARE, Quantity.of(1), Price.parse("1"), -1))
                .hasMessage("days must not be negative, was -1");
    }

    private static MarginInterest tiers() {
        return new MarginInterest(
                List.of(
                        new MarginInterest.Tier(Decimal.ZERO, Rate.parse("0.015")),
                        new MarginInterest.Tier(Decimal.of(100_000), Rate.parse("0.01")),
                        new MarginInterest.Tier(Decimal.of(1_000_000), Rate.parse("0.0075"))),
                DayCount.ACTUAL_360);
    }

    /** Two examples of Interactive Brokers: 600,000 dollars cost 106.72 at 5.32 %, and 54.39 at 2.18 %, a day. */
    @Test
    void each_part_of_a_debit_has_the_spread_of_its_tier() {
        Money debit = Money.parse("600000 USD");

        assertThat(cents(tiers().charge(debit, Rate.parse("0.0532"), 1))).isEqualTo(Money.parse("106.72 USD"));
        assertThat(cents(tiers().charge(debit, Rate.parse("0.0218"), 1))).isEqualTo(Money.parse("54.39 USD"));
        assertThat(cents(tiers().charge(Money.parse("100000 USD"), Rate.parse("0.0532"), 1)))
                .isEqualTo(Money.parse("18.94 USD"));
        // A benchmark below zero counts as zero.
        assertThat(tiers().charge(Money.parse("36000 USD"), Rate.parse("-0.005"), 2))
                .isEqualTo(Money.parse("3 USD"));
        assertThatThrownBy(() -> tiers().charge(debit.negated(), Rate.ZERO, 1))
                .hasMessage("debit must not be negative, was -600000 USD");
        assertThatThrownBy(() -> new MarginInterest(List.of(), DayCount.ACTUAL_360))
                .hasMessage("tiers must begin at 0, were []");
    }

    private static Perpetual perpetual(SettlementModel settlement) {
        return new Perpetual(
                new InstrumentId(Symbol.parse("BTC-USD-PERP"), Venue.parse("KRAKEN")),
                new ContractTerms(Price.parse("0.5"), Quantity.of(1), Decimal.ONE, Currency.USD),
                new Currency("BTC"),
                settlement);
    }

    /** Two bitcoin at 50,000 and one basis point: ten dollars, or 100,000 inverse contracts: 0.0002 bitcoin. */
    @Test
    void the_long_pay_the_short_while_the_rate_is_positive() {
        Price mark = Price.parse("50000");
        Rate rate = Rate.ofBps(1);

        assertThat(CashFlows.funding(perpetual(SettlementModel.LINEAR), Decimal.of(2), mark, rate))
                .isEqualTo(Money.parse("-10 USD"));
        assertThat(CashFlows.funding(perpetual(SettlementModel.LINEAR), Decimal.of(-2), mark, rate))
                .isEqualTo(Money.parse("10 USD"));
        assertThat(CashFlows.funding(perpetual(SettlementModel.LINEAR), Decimal.of(2), mark, Rate.ofBps(-1)))
                .isEqualTo(Money.parse("10 USD"));
        assertThat(CashFlows.funding(perpetual(SettlementModel.INVERSE), Decimal.of(100_000), mark, rate))
                .isEqualTo(Money.parse("-0.0002 BTC"));
        assertThatThrownBy(
                        () -> CashFlows.funding(perpetual(SettlementModel.LINEAR), Decimal.ONE, Price.parse("0"), rate))
                .hasMessage("mark must be positive, was 0");
    }

    /** 100 shares at 0.24 and 15 % withheld bring 20.40; who is short pays 24 whatever is withheld. */
    @Test
    void dividends_are_taxed_for_the_long_and_owed_by_the_short() {
        Money perShare = Money.parse("0.24 USD");

        assertThat(CashFlows.dividend(Decimal.of(100), perShare, Rate.parse("0.15")))
                .isEqualTo(Money.parse("20.40 USD"));
        assertThat(CashFlows.dividend(Decimal.of(-100), perShare, Rate.parse("0.15")))
                .isEqualTo(Money.parse("-24 USD"));
        assertThatThrownBy(() -> CashFlows.dividend(Decimal.ONE, perShare, Rate.parse("1.5")))
                .hasMessage("withheld must be in [0, 1], was 1.5");
    }
}
