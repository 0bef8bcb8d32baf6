package io.mts1b.quantkit.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.curves.DiscountCurve.Interpolation;
import io.mts1b.testkit.ForAll;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CurvesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static SortedMap<LocalDate, Double> rates(double... values) {
        SortedMap<LocalDate, Double> rates = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            rates.put(TODAY.plusDays(365L * (i + 1)), values[i]);
        }
        return rates;
    }

    @Test
    void discounts_by_the_zero_rate_on_a_line_or_by_a_flat_forward() {
        DiscountCurve linear = DiscountCurve.ofZeroRates(TODAY, rates(0.02, 0.03), Interpolation.LINEAR);
        DiscountCurve flat = DiscountCurve.ofZeroRates(TODAY, rates(0.02, 0.03), Interpolation.FLAT_FORWARD);
        LocalDate middle = TODAY.plusDays(365 + 73);

        assertThat(linear.discountFactor(TODAY)).isEqualTo(1);
        assertThat(linear.discountFactor(TODAY.plusDays(365))).isCloseTo(Math.exp(-0.02), within(1e-15));
        assertThat(linear.zeroRate(middle)).isCloseTo(0.022, within(1e-15));
        // z t goes from 0.02 to 0.06 on a line.
        assertThat(flat.zeroRate(middle)).isCloseTo((0.02 + 0.04 * 0.2) / 1.2, within(1e-15));
        // Beyond the last date the rate stays.
        assertThat(linear.zeroRate(TODAY.plusDays(3_650))).isCloseTo(0.03, within(1e-15));
        assertThat(linear.forwardRate(TODAY.plusDays(365), TODAY.plusDays(730)))
                .isCloseTo(Math.exp(0.06 - 0.02) - 1, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource
    void meets_every_rate_it_was_made_of(Interpolation interpolation) {
        ForAll.cases(100, random -> {
            SortedMap<LocalDate, Double> rates = new TreeMap<>();
            for (int i = 0; i < 6; i++) {
                rates.put(TODAY.plusDays(1 + random.nextLong(10_000)), random.nextDouble(-0.02, 0.2));
            }
            if (rates.size() >= 2) {
                DiscountCurve curve = DiscountCurve.ofZeroRates(TODAY, rates, interpolation);
                rates.forEach((date, rate) -> assertThat(curve.zeroRate(date)).isCloseTo(rate, within(1e-12)));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        // Fabozzi, Fixed Income Mathematics, chapter 6: 10 % for 20 years at 11 % of 1,000 is 919.77, at 6.8 %
        // 1,347.04.
        "0.10, 20, 0.11, 0.91977",
        "0.10, 20, 0.068, 1.34704",
        "0.10, 20, 0.10, 1.000000"
    })
    void prices_what_textbooks_print(double coupon, int years, double yield, double price) {
        FixedCouponBond bond = FixedCouponBond.of(TODAY, TODAY.plusYears(years), coupon, 2);

        assertThat(bond.cleanPrice(TODAY, yield)).isCloseTo(price, within(5e-6));
        assertThat(bond.yieldAt(TODAY, bond.cleanPrice(TODAY, yield))).isCloseTo(yield, within(1e-12));
    }

    @Test
    void agrees_with_the_sum_of_what_is_paid_and_its_slopes() {
        ForAll.cases(200, random -> {
            int years = 1 + random.nextInt(30);
            double coupon = random.nextDouble(0, 0.12);
            double yield = random.nextDouble(-0.005, 0.15);
            FixedCouponBond bond = FixedCouponBond.of(TODAY, TODAY.plusYears(years), coupon, 2);

            assertThat(bond.dirtyPrice(TODAY, yield)).isCloseTo(naive(coupon, years, yield), within(1e-12));
            double step = 1e-4;
            double up = naive(coupon, years, yield + step);
            double down = naive(coupon, years, yield - step);
            double price = naive(coupon, years, yield);
            assertThat(bond.modifiedDuration(TODAY, yield)).isCloseTo((down - up) / (2 * step * price), within(1e-3));
            assertThat(bond.convexity(TODAY, yield))
                    .isCloseTo((up - 2 * price + down) / (step * step * price), within(0.05));
        });
    }

    private static double naive(double coupon, int years, double yield) {
        double sum = 0;
        for (int half = 1; half <= 2 * years; half++) {
            sum += coupon / 2 / Math.pow(1 + yield / 2, half);
        }
        return sum + Math.pow(1 + yield / 2, -2 * years);
    }

    @Test
    void accrues_by_days_of_the_coupon_period_and_is_worth_the_curve() {
        FixedCouponBond bond = FixedCouponBond.of(TODAY, TODAY.plusYears(2), 0.04, 2);
        // 90 of the 181 days from January to July.
        assertThat(bond.accruedInterest(TODAY.plusDays(90))).isCloseTo(0.02 * 90 / 181, within(1e-15));

        DiscountCurve curve = DiscountCurve.ofZeroRates(TODAY, rates(0.02, 0.03), Interpolation.LINEAR);
        double worth = 0.02 * curve.discountFactor(LocalDate.of(2026, 7, 1))
                + 0.02 * curve.discountFactor(LocalDate.of(2027, 1, 1))
                + 0.02 * curve.discountFactor(LocalDate.of(2027, 7, 1))
                + 1.02 * curve.discountFactor(LocalDate.of(2028, 1, 1));
        assertThat(bond.dirtyPrice(curve)).isCloseTo(worth, within(1e-14));
    }

    @Test
    void refuse_what_has_no_answer() {
        FixedCouponBond bond = FixedCouponBond.of(TODAY, TODAY.plusYears(2), 0.04, 2);
        DiscountCurve curve = DiscountCurve.ofZeroRates(TODAY, rates(0.02, 0.03), Interpolation.LINEAR);

        assertThatThrownBy(() -> DiscountCurve.ofZeroRates(TODAY, rates(0.02), Interpolation.LINEAR))
                .hasMessage("zeroRates must be at least 2, were 1");
        assertThatThrownBy(() -> DiscountCurve.ofZeroRates(TODAY, rates(0.02, Double.NaN), Interpolation.LINEAR))
                .hasMessage("zero rate of 2028-01-01 must be finite, was NaN");
        assertThatThrownBy(() -> DiscountCurve.ofZeroRates(TODAY.plusYears(1), rates(0.02, 0.03), Interpolation.LINEAR))
                .hasMessageStartingWith("date must be after the valuation 2027-01-01");
        assertThatThrownBy(() -> curve.discountFactor(TODAY.minusDays(1)))
                .hasMessage("date must not be before 2026-01-01, was 2025-12-31");
        assertThatThrownBy(() -> curve.zeroRate(TODAY)).hasMessage("date must be after 2026-01-01, was 2026-01-01");
        assertThatThrownBy(() -> curve.forwardRate(TODAY, TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FixedCouponBond.of(TODAY, TODAY, 0.04, 2))
                .hasMessage("maturity must be after 2026-01-01, was 2026-01-01");
        assertThatThrownBy(() -> FixedCouponBond.of(TODAY, TODAY.plusYears(1), -0.1, 2))
                .hasMessage("coupon must be finite and not negative, was -0.1");
        assertThatThrownBy(() -> FixedCouponBond.of(TODAY, TODAY.plusYears(1), 0.1, 3))
                .hasMessage("couponsPerYear must be 1, 2, 4 or 12, was 3");
        assertThatThrownBy(() -> bond.yieldAt(TODAY, 0)).hasMessage("cleanPrice must be positive, was 0.0");
        assertThatThrownBy(() -> bond.dirtyPrice(TODAY.plusYears(2), 0.04))
                .hasMessage("settlement must be from 2026-01-01 and before 2028-01-01, was 2028-01-01");
    }
}
