package io.mts1b.riskengine.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.quantkit.options.BlackScholes;
import io.mts1b.riskengine.margin.PortfolioMargin.Range;
import io.mts1b.riskengine.portfoliorisk.RiskPosition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Options here are about to expire, so that they are worth what their exercise is and every figure can be checked by hand. */
class PortfolioMarginTest {

    private static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    private static final InstrumentId MSFT = InstrumentId.parse("MSFT.XNAS");
    private static final RiskPosition SHARES = new RiskPosition(AAPL, AAPL, 100, 100, null);

    @Test
    void shares_ask_for_their_worst_loss() {
        assertThat(asked(SHARES)).isEqualTo(Money.parse("1500 USD"));
        assertThat(asked(new RiskPosition(AAPL, AAPL, -100, 100, null))).isEqualTo(Money.parse("1500 USD"));
        assertThat(PortfolioMargin.of(Currency.USD, List.of(SHARES), Map.of(AAPL, Range.BROAD_INDEX))
                        .maintenance())
                .isEqualTo(Money.parse("800 USD"));
    }

    @Test
    void a_put_limits_the_loss_and_a_short_call_does_not() {
        // Below 95 the put gains what the shares lose.
        assertThat(asked(SHARES, option(OptionRight.PUT, 95, 100))).isEqualTo(Money.parse("500 USD"));
        assertThat(asked(SHARES, option(OptionRight.CALL, 105, -100))).isEqualTo(Money.parse("1500 USD"));
        // At 115 the call costs 1,000 more than the shares it is without.
        assertThat(asked(option(OptionRight.CALL, 105, -100))).isEqualTo(Money.parse("1000 USD"));
    }

    @Test
    void the_worst_price_may_lie_within_the_range() {
        // Long one call at 100, short two at 106, long one at 112: no loss; short that: 600 at 106.
        assertThat(asked(
                        option(OptionRight.CALL, 100, -100),
                        option(OptionRight.CALL, 106, 200),
                        option(OptionRight.CALL, 112, -100)))
                .isEqualTo(Money.parse("600 USD"));
    }

    @Test
    void every_option_asks_for_something() {
        assertThat(asked(option(OptionRight.PUT, 50, -200))).isEqualTo(Money.parse("75 USD"));
    }

    @Test
    void an_option_that_is_held_asks_for_no_more_than_its_value() {
        // Worth 0.30 a unit at expiry, and then nothing.
        assertThat(asked(option(OptionRight.CALL, 99.7, 200))).isEqualTo(Money.parse("60 USD"));
        assertThat(asked(option(OptionRight.PUT, 50, 200))).isEqualTo(Money.zero(Currency.USD));
    }

    @Test
    void underlyings_do_not_hedge_each_other() {
        assertThat(asked(SHARES, new RiskPosition(MSFT, MSFT, -100, 100, null))).isEqualTo(Money.parse("3000 USD"));
    }

    @Test
    void refuses_ranges_that_are_none() {
        assertThatThrownBy(() -> new Range(1, 0.1)).hasMessage("down must be in (0, 1), was 1.0");
        assertThatThrownBy(() -> new Range(0.1, 0)).hasMessage("up must be positive, was 0.0");
    }

    private static Money asked(RiskPosition... positions) {
        return PortfolioMargin.of(Currency.USD, List.of(positions), Map.of()).initial();
    }

    private static RiskPosition option(OptionRight right, double strike, double units) {
        return new RiskPosition(
                InstrumentId.parse("OPT.XCBO"), AAPL, units, 100, new BlackScholes(right, 100, strike, 0, 0, 0, 0.2));
    }
}
