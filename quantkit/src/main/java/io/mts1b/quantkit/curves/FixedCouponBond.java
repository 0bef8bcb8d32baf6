package io.mts1b.quantkit.curves;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.date.DaysAdjustment;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.StubConvention;
import com.opengamma.strata.pricer.bond.DiscountingFixedCouponBondProductPricer;
import com.opengamma.strata.product.LegalEntityId;
import com.opengamma.strata.product.SecurityId;
import com.opengamma.strata.product.bond.FixedCouponBondYieldConvention;
import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import io.mts1b.foundation.Require;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A bond that pays a fixed coupon and its face value in the end, quoted as the US Treasury's notes are: accrual by
 * actual days of the coupon period, yields compounded as often as coupons are paid. Prices are shares of the face value.
 *
 * <p>Reference: Standard Securities Calculation Methods, Securities Industry Association, 1993, volume 1; the price at a
 * yield {@code y} with {@code m} coupons {@code c/m} a year is {@code sum(c/m (1 + y/m)^-(w+k)) + (1 + y/m)^-(w+n-1)}, where
 * {@code w} is the part of the running coupon period that is left.
 *
 * <p>Immutable and thread-safe.
 */
public final class FixedCouponBond {

    private static final DiscountingFixedCouponBondProductPricer PRICER =
            DiscountingFixedCouponBondProductPricer.DEFAULT;

    private final ResolvedFixedCouponBond bond;

    private FixedCouponBond(ResolvedFixedCouponBond bond) {
        this.bond = bond;
    }

    /**
     * Makes a bond.
     *
     * @param start when interest begins
     * @param maturity when the face value is paid, after {@code start}
     * @param coupon the coupon per year as a share of the face value, not negative
     * @param couponsPerYear 1, 2, 4 or 12
     * @return the bond
     * @throws IllegalArgumentException if a term is out of its range
     */
    public static FixedCouponBond of(LocalDate start, LocalDate maturity, double coupon, int couponsPerYear) {
        Require.that(maturity.isAfter(start), "maturity must be after " + start + ", was " + maturity);
        Require.that(coupon >= 0 && Double.isFinite(coupon), "coupon must be finite and not negative, was " + coupon);
        Require.that(
                couponsPerYear == 1 || couponsPerYear == 2 || couponsPerYear == 4 || couponsPerYear == 12,
                "couponsPerYear must be 1, 2, 4 or 12, was " + couponsPerYear);
        return new FixedCouponBond(com.opengamma.strata.product.bond.FixedCouponBond.builder()
                .securityId(SecurityId.of("mts1b", "bond"))
                .legalEntityId(LegalEntityId.of("mts1b", "issuer"))
                .currency(Currency.USD)
                .notional(1)
                .fixedRate(coupon)
                .dayCount(DayCounts.ACT_ACT_ICMA)
                .yieldConvention(FixedCouponBondYieldConvention.US_STREET)
                .settlementDateOffset(DaysAdjustment.NONE)
                .accrualSchedule(PeriodicSchedule.of(
                        start,
                        maturity,
                        Frequency.ofMonths(12 / couponsPerYear),
                        BusinessDayAdjustment.NONE,
                        StubConvention.SMART_INITIAL,
                        false))
                .build()
                .resolve(ReferenceData.standard()));
    }

    /**
     * Returns the interest that has accrued since the last coupon.
     *
     * @param settlement when the bond changes hands
     * @return a share of the face value
     */
    public double accruedInterest(LocalDate settlement) {
        return PRICER.accruedInterest(bond, within(settlement));
    }

    /**
     * Returns what is paid at a yield, the accrued interest included.
     *
     * @param settlement when the bond changes hands
     * @param yield per year, compounded with the coupons
     * @return the dirty price, a share of the face value
     */
    public double dirtyPrice(LocalDate settlement, double yield) {
        return PRICER.dirtyPriceFromYield(bond, within(settlement), finite("yield", yield));
    }

    /**
     * Returns what is quoted at a yield, without the accrued interest.
     *
     * @param settlement when the bond changes hands
     * @param yield per year, compounded with the coupons
     * @return the clean price, a share of the face value
     */
    public double cleanPrice(LocalDate settlement, double yield) {
        return dirtyPrice(settlement, yield) - accruedInterest(settlement);
    }

    /**
     * Returns the yield at a quoted price.
     *
     * @param settlement when the bond changes hands
     * @param cleanPrice a share of the face value, positive
     * @return per year, compounded with the coupons
     */
    public double yieldAt(LocalDate settlement, double cleanPrice) {
        Require.that(cleanPrice > 0 && Double.isFinite(cleanPrice), "cleanPrice must be positive, was " + cleanPrice);
        return PRICER.yieldFromDirtyPrice(bond, within(settlement), cleanPrice + accruedInterest(settlement));
    }

    /**
     * Returns by how much the dirty price falls for a rise of the yield, as a share of it: {@code -dP/dy / P}.
     *
     * @param settlement when the bond changes hands
     * @param yield per year, compounded with the coupons
     * @return the modified duration in years
     */
    public double modifiedDuration(LocalDate settlement, double yield) {
        return PRICER.modifiedDurationFromYield(bond, within(settlement), finite("yield", yield));
    }

    /**
     * Returns how that changes with the yield: {@code d2P/dy2 / P}.
     *
     * @param settlement when the bond changes hands
     * @param yield per year, compounded with the coupons
     * @return the convexity in years squared
     */
    public double convexity(LocalDate settlement, double yield) {
        return PRICER.convexityFromYield(bond, within(settlement), finite("yield", yield));
    }

    /**
     * Returns what the bond is worth on a curve at the curve's date: the sum of what it still pays, discounted.
     *
     * @param curve the curve
     * @return the dirty price, a share of the face value
     */
    public double dirtyPrice(DiscountCurve curve) {
        LocalDate today = within(curve.valuation());
        double value = bond.getNominalPayment().getDate().isAfter(today)
                ? curve.discountFactor(bond.getNominalPayment().getDate())
                : 0;
        for (var coupon : bond.getPeriodicPayments()) {
            if (coupon.getPaymentDate().isAfter(today)) {
                value += coupon.getFixedRate()
                        * coupon.getYearFraction()
                        * curve.discountFactor(coupon.getPaymentDate());
            }
        }
        return value;
    }

    private LocalDate within(LocalDate settlement) {
        Objects.requireNonNull(settlement, "settlement");
        Require.that(
                !settlement.isBefore(bond.getUnadjustedStartDate()) && settlement.isBefore(bond.getUnadjustedEndDate()),
                "settlement must be from " + bond.getUnadjustedStartDate() + " and before "
                        + bond.getUnadjustedEndDate() + ", was " + settlement);
        return settlement;
    }

    private static double finite(String name, double value) {
        Require.that(Double.isFinite(value), name + " must be finite, was " + value);
        return value;
    }
}
