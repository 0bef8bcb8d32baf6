package io.mts1b.portfolio.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private static final List<Money> TWO = List.of(Money.parse("10000000 USD"), Money.parse("400000 USD"));

    @Test
    void a_position_is_a_part_of_some_days() {
        assertThat(Capacity.ONE_PERCENT.ofPosition(TWO.getFirst())).isEqualTo(Money.parse("100000 USD"));
        assertThat(new Capacity(Rate.parse("0.1"), 3).ofPosition(TWO.getLast())).isEqualTo(Money.parse("120000 USD"));
    }

    @Test
    void a_fund_is_as_large_as_its_tightest_position_allows() {
        // 100,000 / 0.5 is 200,000, and 4,000 / 0.1 is 40,000.
        assertThat(Capacity.ONE_PERCENT.ofFund(Weights.of(0.5, -0.1), TWO))
                .contains(new Capacity.OfFund(Money.parse("40000 USD"), 1));
        assertThat(Capacity.ONE_PERCENT.ofFund(Weights.of(0, 0), TWO)).isEmpty();
        assertThat(Capacity.ONE_PERCENT.ofFund(Weights.of(0, 1), List.of(TWO.getFirst(), Money.parse("0 USD"))))
                .contains(new Capacity.OfFund(Money.parse("0 USD"), 1));
    }

    @Test
    void cuts_what_the_market_cannot_take() {
        assertThat(Capacity.ONE_PERCENT
                        .cut(Weights.of(0.5, -0.1), Money.parse("80000 USD"), TWO)
                        .toArray())
                .containsExactly(0.5, -0.05);
    }

    @Test
    void a_fund_within_its_capacity_is_not_cut() {
        ForAll.cases(random -> {
            int assets = random.nextInt(1, 6);
            Weights weights = Weights.of(random.doubles(assets, 0.01, 1).toArray());
            List<Money> daily = new ArrayList<>();
            for (int asset = 0; asset < assets; asset++) {
                daily.add(new Money(Decimal.of(random.nextLong(1_000, 1_000_000_000)), Currency.USD));
            }
            Money largest =
                    Capacity.ONE_PERCENT.ofFund(weights, daily).orElseThrow().value();

            double[] cut = Capacity.ONE_PERCENT.cut(weights, largest, daily).toArray();

            for (int asset = 0; asset < assets; asset++) {
                assertThat(cut[asset]).isCloseTo(weights.get(asset), within(1e-9));
            }
        });
    }

    @Test
    void refuses_by_name() {
        assertThatThrownBy(() -> new Capacity(Rate.ZERO, 1)).hasMessage("participation must be in (0, 1], was 0");
        assertThatThrownBy(() -> new Capacity(Rate.ONE, 0)).hasMessage("days must be at least 1, was 0");
        assertThatThrownBy(() -> Capacity.ONE_PERCENT.ofPosition(Money.parse("-1 USD")))
                .hasMessage("dailyValue must not be negative, was -1 USD");
        assertThatThrownBy(() -> Capacity.ONE_PERCENT.ofFund(Weights.of(1), TWO))
                .hasMessage("dailyValues must be of 1 assets, were of 2");
        assertThatThrownBy(() -> Capacity.ONE_PERCENT.cut(Weights.of(1, 1), Money.parse("1 EUR"), TWO))
                .hasMessage("dailyValues must be in EUR, was in USD");
    }
}
