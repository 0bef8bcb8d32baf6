package io.mts1b.foundation.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.signals.Signal;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FundsTest {

    private static final FundId FUND = new FundId("alpha");
    private static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    private static final StrategyId MOMENTUM = new StrategyId("momentum");

    @Test
    void a_fund_starts_active_in_dollars_with_fifo_and_may_trade_nothing() {
        FundConfig fund = fund().build();

        assertThat(fund.active()).isTrue();
        assertThat(fund.baseCurrency()).isEqualTo(Currency.USD);
        assertThat(fund.taxLotMethod()).isEqualTo(TaxLotMethod.FIFO);
        assertThat(fund.assetClasses()).isEmpty();
        assertThat(fund.strategies()).isEmpty();
        assertThat(List.of(fund.description(), fund.brokerAccountId(), fund.notes()))
                .containsOnly("");
    }

    @Test
    void refuses_a_fund_whose_capital_is_in_another_currency() {
        assertThatThrownBy(() -> fund().targetNav(Money.parse("5 EUR")).build())
                .hasMessage("targetNav must be zero or more USD, was 5 EUR");
        assertThatThrownBy(() -> fund().targetNav(Money.parse("-5 USD")).build())
                .hasMessage("targetNav must be zero or more USD, was -5 USD");
        assertThatThrownBy(() -> fund().name(" ").build()).hasMessage("name must not be blank");
    }

    @Test
    void nav_is_cash_plus_positions() {
        Money zero = Money.parse("0 USD");

        assertThatThrownBy(() -> new NavSnapshot(
                        FUND,
                        LocalDate.EPOCH,
                        Money.parse("10 USD"),
                        Money.parse("4 USD"),
                        Money.parse("5 USD"),
                        zero,
                        zero))
                .hasMessage("nav must be cash plus positions 9 USD, was 10 USD");
    }

    @Test
    void a_signal_has_one_finite_score_per_instrument() {
        Signal signal = new Signal(MOMENTUM, Instant.EPOCH, List.of(new Signal.Score(AAPL, 1.5)));

        assertThat(signal.score(AAPL)).hasValue(1.5);
        assertThat(signal.score(InstrumentId.parse("IBM.XNYS"))).isEmpty();
        assertThatThrownBy(() -> new Signal.Score(AAPL, Double.NaN)).hasMessage("value must be finite, was NaN");
        assertThatThrownBy(() -> new Signal(
                        MOMENTUM, Instant.EPOCH, List.of(new Signal.Score(AAPL, 1), new Signal.Score(AAPL, 2))))
                .hasMessageStartingWith("scores must be of distinct instruments");
        assertThatThrownBy(() -> new TargetWeight(FUND, MOMENTUM, AAPL, Double.NaN, Instant.EPOCH))
                .hasMessage("weight must be finite, was NaN");
    }

    private static FundConfigBuilder fund() {
        return FundConfig.builder()
                .fund(FUND)
                .name("Alpha")
                .targetNav(Money.parse("1000000 USD"))
                .broker(new BrokerId("paper"))
                .createdAt(Instant.EPOCH);
    }
}
