package io.mts1b.portfolio.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.book.PortfolioWeights.Change;
import io.mts1b.portfolio.book.ValueStep.PriceMissing;
import io.mts1b.portfolio.book.ValueStep.Ruined;
import io.mts1b.portfolio.book.ValueStep.Valued;
import io.mts1b.testkit.ForAll;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ValuationTest {

    private static final InstrumentId A = InstrumentId.parse("A.X");
    private static final InstrumentId B = InstrumentId.parse("B.X");
    private static final Instant T0 = Instant.EPOCH;
    private static final Instant T1 = Instant.ofEpochSecond(86_400);
    private static final Valuation TEN_BPS = new Valuation(Rate.ofBps(10));
    private static final PortfolioValue ONE = PortfolioValue.first(T0, "core");

    @Test
    void earns_what_the_weights_earn() {
        // 0.6 * 10 % - 0.3 * -20 % = 12 %; the weights become 0.66 and -0.24 of 1.12.
        Valued valued = (Valued) TEN_BPS.next(ONE, weights(0.6, -0.3), market(T0, "10", "5"), market(T1, "11", "4"));

        assertThat(valued.value().close()).isCloseTo(1.12, within(1e-15));
        assertThat(valued.value().change()).isCloseTo(0.12, within(1e-15));
        assertThat(valued.value().at()).isEqualTo(T1);
        assertThat(valued.drifted().get(A)).isCloseTo(0.66 / 1.12, within(1e-15));
        assertThat(valued.drifted().get(B)).isCloseTo(-0.24 / 1.12, within(1e-15));
    }

    @Test
    void pays_for_what_is_executed() {
        // Half of the portfolio is sold and something else bought: a turnover of 1.
        PortfolioWeights executed = PortfolioWeights.between(T1, "core", weights(0.5, 0), weights(0, 0.5));

        Valued valued = (Valued) TEN_BPS.next(
                new PortfolioValue(T0, "core", 2, 0.1),
                executed,
                weights(0.5, 0),
                market(T0, "10", "5"),
                market(T1, "11", "5"));

        assertThat(executed.turnover()).isEqualTo(1);
        assertThat(executed.changes()).containsEntry(A, new Change(0.5, 0)).containsEntry(B, new Change(0, 0.5));
        assertThat(executed.held()).containsOnlyKeys(B);
        assertThat(valued.value().change()).isCloseTo(0.049, within(1e-15));
        assertThat(valued.value().close()).isCloseTo(2.098, within(1e-15));
    }

    @Test
    void two_steps_are_worth_one() {
        ForAll.cases(random -> {
            SortedMap<InstrumentId, Double> held = weights(random.nextDouble(0, 0.5), random.nextDouble(0, 0.5));
            MarketSnapshot from = market(T0, any(random.nextInt(1, 999)), any(random.nextInt(1, 999)));
            MarketSnapshot middle = market(T1, any(random.nextInt(1, 999)), any(random.nextInt(1, 999)));
            MarketSnapshot to = market(T1.plusSeconds(1), any(random.nextInt(1, 999)), any(random.nextInt(1, 999)));

            Valued first = (Valued) TEN_BPS.next(ONE, held, from, middle);
            Valued second = (Valued) TEN_BPS.next(first.value(), first.drifted(), middle, to);
            Valued whole = (Valued) TEN_BPS.next(ONE, held, from, to);

            assertThat(second.value().close() / whole.value().close()).isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void names_the_price_that_is_missing_unless_nothing_is_held_of_it() {
        MarketSnapshot onlyA = MarketSnapshot.of(T1, Map.of(A, Price.parse("11")));

        assertThat(TEN_BPS.next(ONE, weights(0.5, 0.1), market(T0, "10", "5"), onlyA))
                .isEqualTo(new PriceMissing(B));
        assertThat(TEN_BPS.next(ONE, weights(0.5, 0.1), market(T0, "0", "5"), market(T1, "1", "5")))
                .isEqualTo(new PriceMissing(A));
        assertThat(TEN_BPS.next(ONE, weights(0.5, 0), market(T0, "10", "5"), onlyA))
                .isInstanceOf(Valued.class);
    }

    @Test
    void says_when_nothing_is_left() {
        assertThat(TEN_BPS.next(ONE, weights(-1, 0), market(T0, "10", "5"), market(T1, "20", "5")))
                .isEqualTo(new Ruined(-1));
    }

    @Test
    void refuses_times_and_portfolios_that_do_not_fit() {
        MarketSnapshot now = market(T0, "1", "1");
        MarketSnapshot later = market(T1, "1", "1");
        SortedMap<InstrumentId, Double> held = weights(1, 0);

        assertThatThrownBy(() -> TEN_BPS.next(ONE, held, later, later)).hasMessageContaining("from must be at");
        assertThatThrownBy(() -> TEN_BPS.next(ONE, held, now, now)).hasMessageContaining("to must be after");
        assertThatThrownBy(() -> TEN_BPS.next(ONE, PortfolioWeights.between(T1, "other", held, held), held, now, later))
                .hasMessage("executed must be of core, was of other");
        assertThatThrownBy(() -> TEN_BPS.next(ONE, PortfolioWeights.between(T0, "core", held, held), held, now, later))
                .hasMessageContaining("executed must be at");
        assertThatThrownBy(() -> new SignalWeights(T0, "trend", weights(Double.NaN, 0)))
                .hasMessage("weight of A.X must be finite, was NaN");
        assertThatThrownBy(() -> new PortfolioValue(T0, "core", 0, 0)).hasMessage("close must be positive, was 0.0");
    }

    private static String any(int cents) {
        return new Decimal(cents, 2).toString();
    }

    private static MarketSnapshot market(Instant at, String a, String b) {
        return MarketSnapshot.of(at, Map.of(A, Price.parse(a), B, Price.parse(b)));
    }

    private static SortedMap<InstrumentId, Double> weights(double a, double b) {
        return new TreeMap<>(Map.of(A, a, B, b));
    }
}
