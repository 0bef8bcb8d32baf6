package io.mts1b.reportslibrary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.reportslibrary.TinyRun;
import io.mts1b.reportslibrary.run.RunInfo.Setting;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class RunResultsTest {

    private static final EquityRow FIRST = TinyRun.equity(TinyRun.START, "1", "1", "0");

    @Test
    void refuses_an_equity_curve_that_is_none() {
        refused(List.of(), List.of()).hasMessage("equity must have at least one session");
        refused(List.of(FIRST, FIRST), List.of())
                .hasMessage("equity must be in the order of sessions, was 2024-01-30 after 2024-01-30");
        refused(List.of(TinyRun.equity(LocalDate.of(2024, 3, 2), "1", "1", "0")), List.of())
                .hasMessage("equity must be from 2024-01-30 to 2024-03-01, was 2024-03-02");
        assertThatThrownBy(() -> TinyRun.equity(TinyRun.START, "100", "60", "41"))
                .hasMessage("nav must be cash plus positions 101, was 100");
    }

    @Test
    void refuses_weights_out_of_order_or_twice() {
        WeightRow early = new WeightRow(TinyRun.START, TinyRun.ACME, 0.5);
        WeightRow late = new WeightRow(TinyRun.END, TinyRun.ACME, 0.5);
        WeightRow other = new WeightRow(TinyRun.START, InstrumentId.parse("A.XNYS"), 0.1);

        assertThatCode(() -> results(List.of(FIRST), List.of(early, other, late)))
                .doesNotThrowAnyException();
        refused(List.of(FIRST), List.of(late, early))
                .hasMessage("weights must be in the order of sessions, was 2024-01-30 after 2024-03-01");
        refused(List.of(FIRST), List.of(early, other, early))
                .hasMessage("weights must name ACME.XNYS once on 2024-01-30");
        assertThatThrownBy(() -> new WeightRow(TinyRun.START, TinyRun.ACME, Double.NaN))
                .hasMessage("weight must be finite, was NaN");
    }

    @Test
    void refuses_fees_in_another_currency() {
        RunInfo euros = RunInfo.builder()
                .from(TinyRun.info())
                .currency(Currency.parse("EUR"))
                .build();

        assertThatThrownBy(() -> TinyRun.results(euros, TinyRun.trades())).hasMessage("fee must be in EUR, was 1 USD");
    }

    @Test
    void refuses_a_description_that_is_none() {
        RunInfoBuilder good = RunInfo.builder().from(TinyRun.info());

        assertThatThrownBy(() -> good.title(" ").build()).hasMessage("title must not be blank");
        good.title("t");
        assertThatThrownBy(() -> good.end(TinyRun.START.minusDays(1)).build())
                .hasMessage("end must not be before start 2024-01-30, was 2024-01-29");
        good.end(TinyRun.END);
        assertThatThrownBy(() -> good.periodsPerYear(0).build())
                .hasMessage("periodsPerYear must be positive and finite, was 0.0");
        good.periodsPerYear(252);
        assertThatThrownBy(() -> good.calendar("").build()).hasMessageStartingWith("calendar must be 1 to 64 visible");
        assertThatThrownBy(() -> new Setting("", "1")).hasMessage("name must not be blank");
    }

    @Test
    void values_a_trade_by_the_terms_of_its_contract() {
        TradeRow trade = TinyRun.trades().getFirst();
        ContractTerms terms = new ContractTerms(Price.parse("0.25"), Quantity.of(1), Decimal.of(50), Currency.USD);

        assertThat(TradeRow.of(TinyRun.START, trade.fill(), terms, Decimal.ONE))
                .isEqualTo(new TradeRow(TinyRun.START, trade.fill(), Decimal.of(25_000), Decimal.ONE));
    }

    private static RunResults results(List<EquityRow> equity, List<WeightRow> weights) {
        return new RunResults(TinyRun.info(), equity, weights, List.of(), List.of(), "x");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(
            List<EquityRow> equity, List<WeightRow> weights) {
        return assertThatThrownBy(() -> results(equity, weights)).isInstanceOf(IllegalArgumentException.class);
    }
}
