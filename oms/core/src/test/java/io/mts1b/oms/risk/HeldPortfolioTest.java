package io.mts1b.oms.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.ExerciseStyle;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.SampleLog;
import io.mts1b.riskengine.portfoliorisk.ReturnHistory;
import io.mts1b.riskengine.portfoliorisk.StressScenario;
import io.mts1b.riskengine.portfoliorisk.TailModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fund that the log says holds a hundred shares of a hundred dollars each. */
class HeldPortfolioTest {

    private static final InstrumentId OPTION = InstrumentId.parse("AAPL240621C100.XCBO");
    private static final ReturnHistory HISTORY =
            new ReturnHistory(List.of(Desk.AAPL), new double[][] {{-0.02}, {0.01}, {0.02}, {-0.01}});
    private static final StressScenario CRASH = new StressScenario("crash", new TreeMap<>(), -0.2, 0);
    private static final RiskTerms TERMS = new RiskTerms(HISTORY, new TailModel.Historical(), 0.25, List.of(CRASH));

    @TempDir
    private Path folder;

    private OmsState state = new OmsState();

    @BeforeEach
    void fold() {
        SampleLog.write(folder.resolve("journal"));
        state = OmsLog.replay(folder.resolve("journal"));
    }

    private RiskReport report(SortedMap<InstrumentId, Decimal> wishes) {
        return RiskReport.of(HeldPortfolio.of(state, Desk.FUND, wishes, 0), TERMS);
    }

    private static Money more(RiskReport report) {
        return Objects.requireNonNull(report.incremental()).expectedShortfall();
    }

    private static SortedMap<InstrumentId, Decimal> wish(InstrumentId id, long quantity) {
        return new TreeMap<>(Map.of(id, Decimal.of(quantity)));
    }

    @Test
    void follows_from_the_fold() {
        RiskReport report = report(new TreeMap<>());

        assertThat(report.nav()).isEqualTo(state.nav(Desk.FUND));
        assertThat(report.at()).isEqualTo(Desk.NOW);
        assertThat(report.tail().expectedShortfall()).isEqualTo(Money.parse("200 USD"));
        assertThat(report.stress()).containsExactly(Map.entry("crash", Money.parse("-2000 USD")));
        assertThat(report.greeks())
                .hasEntrySatisfying(
                        Desk.AAPL, greeks -> assertThat(greeks.delta()).isEqualTo(100));
        assertThat(report.incremental()).isNull();
    }

    @Test
    void tells_what_an_order_adds_before_it_goes() {
        RiskReport doubled = report(wish(Desk.AAPL, 100));
        RiskReport closed = report(wish(Desk.AAPL, -100));

        assertThat(doubled.incremental()).isEqualTo(doubled.tail());
        assertThat(more(closed)).isEqualTo(Money.parse("-200 USD"));
        assertThat(state.openOrders(Desk.FUND)).hasSize(1);
    }

    @Test
    void an_option_moves_with_its_underlying_at_the_volatility_it_costs() {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.of(100), Currency.USD);
        Instrument option = new Instrument.Option(
                OPTION,
                terms,
                Desk.AAPL,
                OptionRight.CALL,
                Price.parse("100"),
                ExerciseStyle.AMERICAN,
                Instant.parse("2024-06-21T13:30:00Z"));
        state.apply(new OmsEvent.InstrumentListed(option, Classification.unknown(option)));
        assertThatThrownBy(() -> report(wish(OPTION, 1))).hasMessage(OPTION + " must have had a price");
        state.apply(
                new OmsEvent.MarketMarked(Desk.TODAY, MarketSnapshot.of(Desk.NOW, Map.of(OPTION, Price.parse("4")))));

        HeldPortfolio portfolio = HeldPortfolio.of(state, Desk.FUND, wish(OPTION, -2), 0);

        assertThat(portfolio.wished()).singleElement().satisfies(position -> {
            assertThat(position.underlying()).isEqualTo(Desk.AAPL);
            // The model gives back the price that was paid.
            assertThat(position.value()).isCloseTo(-800, within(1e-6));
            assertThat(Objects.requireNonNull(position.option()).volatility()).isBetween(0.2, 0.4);
        });
        assertThat(more(report(wish(OPTION, -2))).signum()).isNegative();
    }

    @Test
    void refuses_what_cannot_be_measured() {
        assertThatThrownBy(() -> HeldPortfolio.of(state, new FundId("none"), new TreeMap<>(), 0))
                .hasMessage("fund none must be open");
        assertThatThrownBy(() -> report(wish(InstrumentId.parse("MSFT.XNAS"), 1)))
                .hasMessage("instrument MSFT.XNAS must be listed");
        assertThatThrownBy(() -> report(wish(Desk.FUTURE, 1)))
                .hasMessage("history must have returns of ESM4.XCME, has [AAPL.XNAS]");
        assertThatThrownBy(() -> new RiskTerms(HISTORY, new TailModel.Historical(), 1, List.of()))
                .hasMessage("tail must be in (0, 1), was 1.0");
        assertThatThrownBy(() -> new RiskTerms(HISTORY, new TailModel.Historical(), 0.1, List.of(CRASH, CRASH)))
                .hasMessage("scenarios must differ by name");
    }
}
