package io.mts1b.quantkit.costmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Side;
import io.mts1b.quantkit.execution.SquareRootImpact;
import io.mts1b.testkit.ForAll;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlippageTest {

    private static final Price CENT = Price.parse("0.01");
    private static final Price FINE = Price.parse("0.0000001");
    private static final Impact.VolumeShare ZIPLINE = new Impact.VolumeShare(Decimal.parse("0.1"), Rate.parse("0.025"));

    private static Price worse(Slippage slippage, String reference, Side side) {
        return slippage.worsen(Price.parse(reference), side, CENT);
    }

    @Test
    void ticks_and_half_spreads_are_paid_on_both_sides() {
        assertThat(worse(new Slippage.OfTicks(2), "10", Side.BUY)).isEqualTo(Price.parse("10.02"));
        assertThat(worse(new Slippage.OfTicks(2), "10", Side.SHORT)).isEqualTo(Price.parse("9.98"));
        assertThat(worse(new Slippage.HalfSpread(Decimal.parse("0.04")), "10", Side.COVER))
                .isEqualTo(Price.parse("10.02"));
        // Half of three cents is not on the grid.
        assertThat(worse(new Slippage.HalfSpread(Decimal.parse("0.03")), "10", Side.SELL))
                .isEqualTo(Price.parse("9.98"));
    }

    @Test
    void parts_are_rounded_once() {
        Slippage cents = new Slippage.Sum(
                List.of(new Slippage.OfPrice(Rate.ofBps(2)), new Slippage.HalfSpread(Decimal.parse("0.01"))));

        // 0.2 and 0.5 of a cent are one tick together, two if each were rounded.
        assertThat(worse(cents, "10", Side.BUY)).isEqualTo(Price.parse("10.01"));
    }

    /** The test of zipline: a bar of 200 shares at 3 fills 5 of 100 at 3.0001875. */
    @Test
    void a_share_of_the_volume_moves_the_price_as_in_zipline() {
        Quantity volume = Quantity.of(200);
        Quantity filled = ZIPLINE.fills(Quantity.of(100), Quantity.ZERO, volume, Quantity.of(1));

        assertThat(filled).isEqualTo(Quantity.of(5));
        assertThat(ZIPLINE.of(filled, volume).worsen(Price.parse("3"), Side.BUY, FINE))
                .isEqualTo(Price.parse("3.0001875"));
        assertThat(ZIPLINE.of(filled, volume).worsen(Price.parse("3"), Side.SELL, FINE))
                .isEqualTo(Price.parse("2.9998125"));
        assertThat(ZIPLINE.fills(Quantity.of(100), Quantity.of(3), volume, Quantity.of(1)))
                .isEqualTo(Quantity.of(2));
        assertThat(ZIPLINE.fills(Quantity.of(100), Quantity.of(7), volume, Quantity.of(1)))
                .isEqualTo(Quantity.ZERO);
    }

    /** One percent of the volume at a volatility of 2 % moves the price by 0.2 %, and costs two thirds of it. */
    @Test
    void the_square_root_law_is_that_of_execution() {
        Impact impact = new Impact.SquareRoot(new SquareRootImpact(1), 0.02);

        assertThat(impact.of(Quantity.of(10_000), Quantity.of(1_000_000)).worsen(Price.parse("150"), Side.BUY, CENT))
                .isEqualTo(Price.parse("150.20"));
        assertThat(impact.of(Quantity.of(10_001), Quantity.of(1_000_000)).worsen(Price.parse("150"), Side.BUY, CENT))
                .isEqualTo(Price.parse("150.21"));
    }

    @Test
    void impact_is_never_a_gift_and_grows_with_the_order() {
        ForAll.cases(random -> {
            Impact impact = random.nextBoolean()
                    ? new Impact.VolumeShare(new Decimal(random.nextLong(0, 1000), 3), Rate.ONE)
                    : new Impact.SquareRoot(new SquareRootImpact(random.nextDouble(0.1, 3)), random.nextDouble(0, 0.1));
            Quantity volume = Quantity.of(random.nextLong(1_000, 1_000_000_000));
            Quantity less = new Quantity(Decimal.of(random.nextLong(1, 1_000)));
            Quantity more = less.plus(Quantity.of(random.nextLong(0, 1_000))).min(volume);
            Price reference = Price.ofTicks(random.nextLong(1_000, 1_000_000), CENT);

            Price small = impact.of(less, volume).worsen(reference, Side.BUY, CENT);
            Price large = impact.of(more, volume).worsen(reference, Side.BUY, CENT);

            assertThat(small).isGreaterThanOrEqualTo(reference);
            assertThat(large).isGreaterThanOrEqualTo(small);
            assertThat(impact.of(more, volume).worsen(reference, Side.SELL, CENT))
                    .isLessThanOrEqualTo(reference);
        });
    }

    @Test
    void gifts_and_impossible_sizes_are_refused() {
        assertThatThrownBy(() -> new Slippage.OfTicks(-1)).hasMessage("ticks must not be negative, was -1");
        assertThatThrownBy(() -> new Slippage.HalfSpread(Decimal.parse("-1")))
                .hasMessage("spread must not be negative, was -1");
        assertThatThrownBy(() -> new Impact.VolumeShare(Decimal.ONE, Rate.parse("1.1")))
                .hasMessage("limit must be in (0, 1], was 1.1");
        assertThatThrownBy(() -> new Impact.SquareRoot(new SquareRootImpact(1), Double.NaN))
                .hasMessage("volatility must not be negative, was NaN");
        assertThatThrownBy(() -> ZIPLINE.of(Quantity.of(6), Quantity.of(200)))
                .hasMessage("quantity must be at most 0.025 of the volume of 200, was 6");
        assertThatThrownBy(() -> ZIPLINE.of(Quantity.of(1), Quantity.ZERO))
                .hasMessage("volume must be positive, was 0");
    }
}
