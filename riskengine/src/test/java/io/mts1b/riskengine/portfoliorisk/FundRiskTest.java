package io.mts1b.riskengine.portfoliorisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.ExerciseStyle;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.OptionRight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FundRiskTest {

    private static final Instant NOW = Instant.parse("2024-05-06T16:00:00Z");
    private static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    private static final InstrumentId MSFT = InstrumentId.parse("MSFT.XNAS");
    private static final TailModel HISTORY = new TailModel.Historical();

    /** A hundred periods: from -5 % to 4.9 % in steps of a tenth of a percent. */
    private static final ReturnHistory STAIRS = new ReturnHistory(
            List.of(AAPL),
            IntStream.range(0, 100)
                    .mapToObj(i -> new double[] {(i - 50) / 1_000.0})
                    .toArray(double[][]::new));

    /** Two periods: one percent up and one down, and twice that for the other share. */
    private static final ReturnHistory COIN =
            new ReturnHistory(List.of(AAPL, MSFT), new double[][] {{0.01, 0.02}, {-0.01, -0.02}});

    @Test
    void history_repeats_itself() {
        // Ten thousand: the quantile lies at period 4.95, and the worst five lose 4.8 % on average.
        TailRisk risk = portfolio(shares(AAPL, 100, "100")).tail(STAIRS, HISTORY, 0.05);

        near(risk.valueAtRisk(), 450.50);
        near(risk.expectedShortfall(), 480);
    }

    @Test
    void normal_gains_lose_by_the_quantile_of_the_normal_law() {
        // A deviation of 141.42; the quantile is 1.6449 of those, the mean beyond it 2.0627.
        TailRisk risk = portfolio(shares(AAPL, 100, "100")).tail(COIN, new TailModel.Parametric(), 0.05);

        assertThat(risk).isEqualTo(new TailRisk(Money.parse("232.62 USD"), Money.parse("291.72 USD")));
    }

    @Test
    void chance_comes_near_the_model_it_draws_from_and_the_same_seed_draws_the_same() {
        FundRisk both = portfolio(shares(AAPL, 100, "100"), shares(MSFT, -20, "100"));
        TailRisk exact = both.tail(COIN, new TailModel.Parametric(), 0.05);
        TailRisk drawn = both.tail(COIN, new TailModel.MonteCarlo(7, 50_000), 0.05);

        assertThat(real(drawn.valueAtRisk()))
                .isCloseTo(real(exact.valueAtRisk()), within(0.03 * real(exact.valueAtRisk())));
        assertThat(real(drawn.expectedShortfall()))
                .isCloseTo(real(exact.expectedShortfall()), within(0.03 * real(exact.expectedShortfall())));
        assertThat(both.tail(COIN, new TailModel.MonteCarlo(7, 50_000), 0.05)).isEqualTo(drawn);
        assertThat(both.tail(COIN, new TailModel.MonteCarlo(8, 50_000), 0.05)).isNotEqualTo(drawn);
    }

    @Test
    void an_order_adds_risk_or_takes_it() {
        FundRisk held = portfolio(shares(AAPL, 100, "100"));
        TailRisk all = held.tail(STAIRS, HISTORY, 0.05);

        TailRisk more = held.incremental(shares(AAPL, 100, "100"), STAIRS, HISTORY, 0.05);
        TailRisk closed = held.incremental(shares(AAPL, -100, "100"), STAIRS, HISTORY, 0.05);

        near(more.valueAtRisk(), 450.50);
        assertThat(closed.valueAtRisk()).isEqualTo(all.valueAtRisk().negated());
        assertThat(closed.expectedShortfall()).isEqualTo(all.expectedShortfall().negated());
    }

    @Test
    void options_are_valued_anew() {
        RiskPosition call = call(1);
        FundRisk hedged = portfolio(call, shares(AAPL, -57, "100"));
        StressScenario crash = new StressScenario("crash", new TreeMap<>(), -0.2, 0.1);
        StressScenario only = scenario(AAPL, -0.2);

        // Hull: spot and strike 100, a year, 5 %, 20 %: 10.4506, delta 0.6368; at 80 it is worth 1.8594.
        assertThat(call.value()).isCloseTo(1_045.06, within(0.01));
        near(portfolio(call).stress(only), -859.12);
        assertThat(portfolio(call).stress(crash)).isGreaterThan(portfolio(call).stress(only));
        assertThat(real(hedged, Greeks::delta)).isCloseTo(63.68 - 57, within(0.01));
        assertThat(real(hedged, Greeks::gamma)).isCloseTo(1.876, within(0.001));
        assertThat(real(hedged, Greeks::vega)).isCloseTo(3_752.4, within(0.1));
        assertThat(real(hedged, Greeks::rho)).isCloseTo(5_323.2, within(0.1));
        assertThat(real(hedged, Greeks::theta)).isCloseTo(-641.4, within(0.1));
        assertThat(call.deltaValue()).isCloseTo(6_368.3, within(0.1));
    }

    @Test
    void in_another_currency_worth_and_gains_follow_the_rate_and_units_do_not() {
        RiskPosition call = call(1);
        RiskPosition rated = call.at(1.25);
        StressScenario crash = new StressScenario("crash", new TreeMap<>(), -0.2, 0.1);

        assertThat(rated.value()).isCloseTo(1.25 * call.value(), within(1e-6));
        assertThat(rated.deltaValue()).isCloseTo(1.25 * call.deltaValue(), within(1e-6));
        assertThat(rated.gain(-0.2, 0.1)).isCloseTo(1.25 * call.gain(-0.2, 0.1), within(1e-6));
        near(portfolio(rated).stress(crash), 1.25 * call.gain(-0.2, 0.1));
        assertThat(real(portfolio(rated), Greeks::delta)).isCloseTo(real(portfolio(call), Greeks::delta), within(1e-9));
        assertThat(shares(AAPL, 3, "100").at(1.25).value()).isEqualTo(375);
    }

    @Test
    void scenarios_name_their_moves() {
        FundRisk both = portfolio(shares(AAPL, 100, "100"), shares(MSFT, 100, "200"));

        assertThat(both.stress(scenario(AAPL, -0.5))).isEqualTo(Money.parse("-5000 USD"));
        assertThat(both.stress(new StressScenario("all", new TreeMap<>(), -0.5, 0)))
                .isEqualTo(Money.parse("-15000 USD"));
        assertThat(portfolio().stress(scenario(AAPL, -0.5))).isEqualTo(Money.zero(Currency.USD));
    }

    @Test
    void refuses_what_it_cannot_know() {
        FundRisk held = portfolio(shares(MSFT, 1, "1"));

        assertThatThrownBy(() -> held.tail(STAIRS, HISTORY, 0.05))
                .hasMessage("history must have returns of MSFT.XNAS, has [AAPL.XNAS]");
        assertThatThrownBy(() -> held.tail(COIN, HISTORY, 1)).hasMessage("tail must be in (0, 1), was 1.0");
        assertThatThrownBy(() -> new ReturnHistory(List.of(AAPL), new double[][] {{0}, {Double.NaN}}))
                .hasMessage("return of AAPL.XNAS in row 1 must be above -1, was NaN");
        assertThatThrownBy(() -> new ReturnHistory(List.of(AAPL), new double[][] {{0}}))
                .hasMessage("returns must have at least 2 periods, had 1");
        assertThatThrownBy(() -> new ReturnHistory(List.of(AAPL), new double[][] {{0}, {0, 1}}))
                .hasMessage("row 1 must have 1 returns, had 2");
        assertThatThrownBy(() -> new ReturnHistory(List.of(AAPL, AAPL), new double[][] {{0, 0}, {0, 1}}))
                .hasMessageStartingWith("instruments must not come twice");
        assertThatThrownBy(() -> scenario(AAPL, -1)).hasMessage("move of AAPL.XNAS must be above -1, was -1.0");
        assertThatThrownBy(() -> RiskPosition.of(option(), Decimal.ONE, Price.parse("1")))
                .hasMessageStartingWith("an option needs its market");
    }

    private static StressScenario scenario(InstrumentId id, double move) {
        TreeMap<InstrumentId, Double> moves = new TreeMap<>();
        moves.put(id, move);
        return new StressScenario("one", moves, 0, 0);
    }

    private static FundRisk portfolio(RiskPosition... positions) {
        return new FundRisk(Currency.USD, List.of(positions));
    }

    private static RiskPosition shares(InstrumentId id, long quantity, String price) {
        return RiskPosition.of(new Instrument.Equity(id, terms(1)), Decimal.of(quantity), Price.parse(price));
    }

    private static RiskPosition call(long contracts) {
        return RiskPosition.of(
                option(), Decimal.of(contracts), new OptionMarket(Price.parse("100"), 0.2, 0.05, 0), NOW);
    }

    private static Instrument.Option option() {
        return new Instrument.Option(
                InstrumentId.parse("AAPL250506C100.XCBO"),
                terms(100),
                AAPL,
                OptionRight.CALL,
                Price.parse("100"),
                ExerciseStyle.EUROPEAN,
                NOW.plus(Duration.ofDays(365)));
    }

    private static ContractTerms terms(long multiplier) {
        return new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.of(multiplier), Currency.USD);
    }

    private static double real(FundRisk portfolio, ToDoubleFunction<Greeks> one) {
        return one.applyAsDouble(Objects.requireNonNull(portfolio.greeks().get(AAPL)));
    }

    private static double real(Money money) {
        return money.amount().toReal();
    }

    private static void near(Money money, double expected) {
        assertThat(real(money)).isCloseTo(expected, within(0.011));
    }
}
