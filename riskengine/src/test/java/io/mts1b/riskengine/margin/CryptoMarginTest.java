package io.mts1b.riskengine.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.riskengine.margin.CryptoMargin.Position;
import io.mts1b.riskengine.margin.MaintenanceTiers.Tier;
import io.mts1b.testkit.ForAll;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CryptoMarginTest {

    private static final MaintenanceTiers TIERS = new MaintenanceTiers(
            List.of(tier("0", "0.004"), tier("50000", "0.005"), tier("250000", "0.01"), tier("1000000", "0.025")));

    /** Published with such a table: 0.4 %, 0.5 % less 50, 1 % less 1,300, 2.5 % less 16,300. */
    @Test
    void a_tier_asks_its_rate_of_the_part_that_is_within_it() {
        assertThat(TIERS.of(usdt("50000"))).isEqualTo(usdt("200"));
        assertThat(TIERS.of(usdt("250000"))).isEqualTo(usdt("1200"));
        assertThat(TIERS.of(usdt("1000000"))).isEqualTo(usdt("8700"));
        assertThat(TIERS.of(usdt("2000000"))).isEqualTo(usdt("33700"));
    }

    @Test
    void an_isolated_position_is_closed_where_its_margin_is_used_up() {
        // One coin at 20,000 with a tenth put aside: 2,000 + (p - 20,000) = 0.004 p at 18,000 / 0.996.
        assertThat(CryptoMargin.isolatedLiquidation(position("1", "20000"), usdt("2000")))
                .contains(Price.parse("18072.28915663"));
        // Short: 2,000 - (p - 20,000) = 0.004 p at 22,000 / 1.004.
        assertThat(CryptoMargin.isolatedLiquidation(position("-1", "20000"), usdt("2000")))
                .contains(Price.parse("21912.35059760"));
        // Ten coins, 200,000: the third tier's part counts only above 250,000; (180,000 - 50) / 9.95.
        assertThat(CryptoMargin.isolatedLiquidation(position("10", "20000"), usdt("20000")))
                .contains(Price.parse("18085.42713568"));
        assertThat(CryptoMargin.isolatedLiquidation(position("1", "20000"), usdt("20001")))
                .isEmpty();
    }

    @Test
    void a_crossed_position_is_backed_by_the_account() {
        // The other position has gained 500 and needs 0.4 % of 10,500.
        Position other = new Position(Decimal.of(10), Price.parse("1000"), Price.parse("1050"), TIERS);
        Position mine = position("1", "20000");

        assertThat(CryptoMargin.equity(List.of(other, mine), usdt("1542"))).isEqualTo(usdt("2042"));
        assertThat(CryptoMargin.crossedLiquidation(mine, List.of(other), usdt("1542")))
                .isEqualTo(CryptoMargin.isolatedLiquidation(mine, usdt("2000")));
        assertThat(CryptoMargin.of(List.of(other, mine), usdt("0"), Decimal.of(10)))
                .isEqualTo(new MarginRequirement(usdt("3050"), usdt("122")));
    }

    @Test
    void at_the_price_of_liquidation_equity_is_the_maintenance_margin() {
        ForAll.cases(2_000, random -> {
            Decimal quantity = new Decimal(random.nextLong(1_000_000, 100_000_000), 6);
            Position position = new Position(
                    random.nextBoolean() ? quantity : quantity.negated(),
                    Price.parse(random.nextLong(100, 60_000) + ".5"),
                    Price.parse("1"),
                    TIERS);
            Money backing = new Money(
                    position.entry()
                            .value()
                            .times(quantity, 2, RoundingMode.UP)
                            .times(new Decimal(random.nextLong(5, 90), 2), 2, RoundingMode.UP),
                    usdt("0").currency());
            Optional<Price> closed = CryptoMargin.isolatedLiquidation(position, backing);
            Position there = new Position(position.quantity(), position.entry(), closed.orElseThrow(), TIERS);

            Money equity = CryptoMargin.equity(List.of(there), backing);
            Money asked = CryptoMargin.of(List.of(there), backing, Decimal.ONE).maintenance();

            assertThat(equity.minus(asked).abs().compareTo(usdt("0.00001"))).isNegative();
        });
    }

    @Test
    void refuses_a_table_that_does_not_rise() {
        assertThatThrownBy(() -> new MaintenanceTiers(List.of())).hasMessage("tiers must not be empty");
        assertThatThrownBy(() -> new MaintenanceTiers(List.of(tier("1", "0.01"))))
                .hasMessage("the first tier must begin at zero, was 1 USDT");
        assertThatThrownBy(() -> new MaintenanceTiers(List.of(tier("0", "0.01"), tier("5", "0.01"))))
                .hasMessageStartingWith("tiers must rise");
        assertThatThrownBy(() -> CryptoMargin.of(List.of(), usdt("0"), Decimal.parse("0.5")))
                .hasMessage("leverage must be at least 1, was 0.5");
    }

    private static Position position(String quantity, String entry) {
        return new Position(Decimal.parse(quantity), Price.parse(entry), Price.parse(entry), TIERS);
    }

    private static Tier tier(String from, String rate) {
        return new Tier(usdt(from), Rate.parse(rate));
    }

    private static Money usdt(String amount) {
        return Money.parse(amount + " USDT");
    }
}
