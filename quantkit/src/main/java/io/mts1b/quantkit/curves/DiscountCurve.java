package io.mts1b.quantkit.curves;

import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.collect.array.DoubleArray;
import com.opengamma.strata.market.curve.Curves;
import com.opengamma.strata.market.curve.InterpolatedNodalCurve;
import com.opengamma.strata.market.curve.interpolator.CurveExtrapolators;
import com.opengamma.strata.market.curve.interpolator.CurveInterpolator;
import com.opengamma.strata.market.curve.interpolator.CurveInterpolators;
import com.opengamma.strata.pricer.DiscountFactors;
import com.opengamma.strata.pricer.ZeroRateDiscountFactors;
import io.mts1b.foundation.Require;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What money at later dates is worth today: {@code D(t) = exp(-z(t) t)}, with {@code t} in years of 365 days and {@code z}
 * the zero rate, compounded continuously, interpolated between the dates it is known for and flat beyond them.
 *
 * <p>Reference: OpenGamma, "Interest Rate Instruments and Market Conventions Guide", 2012; P. Hagan and G. West,
 * "Interpolation Methods for Curve Construction", Applied Mathematical Finance 13(2), 2006.
 *
 * <p>Immutable and thread-safe.
 */
public final class DiscountCurve {

    /** What is known between two dates. */
    public enum Interpolation {
        /** The zero rate on a straight line. */
        LINEAR,
        /** The logarithm of the discount factor on a straight line: a flat forward rate. */
        FLAT_FORWARD,
        /** The zero rate on a natural cubic spline. */
        CUBIC
    }

    private final DiscountFactors factors;

    private DiscountCurve(DiscountFactors factors) {
        this.factors = factors;
    }

    /**
     * Makes a curve from zero rates.
     *
     * @param valuation today
     * @param zeroRates rates per year, compounded continuously, by dates after today; at least two
     * @param interpolation what is known between them
     * @return the curve
     * @throws IllegalArgumentException if there are fewer than two rates, one is not finite, or a date is not after today
     */
    public static DiscountCurve ofZeroRates(
            LocalDate valuation, SortedMap<LocalDate, Double> zeroRates, Interpolation interpolation) {
        Objects.requireNonNull(valuation, "valuation");
        Require.that(zeroRates.size() >= 2, "zeroRates must be at least 2, were " + zeroRates.size());
        double[] years = new double[zeroRates.size()];
        double[] rates = new double[zeroRates.size()];
        int i = 0;
        for (Map.Entry<LocalDate, Double> node : zeroRates.entrySet()) {
            Require.that(
                    node.getKey().isAfter(valuation),
                    "date must be after the valuation " + valuation + ", was " + node.getKey());
            Require.that(
                    Double.isFinite(node.getValue()),
                    "zero rate of " + node.getKey() + " must be finite, was " + node.getValue());
            years[i] = DayCounts.ACT_365F.relativeYearFraction(valuation, node.getKey());
            rates[i] = node.getValue();
            i++;
        }
        InterpolatedNodalCurve curve = InterpolatedNodalCurve.of(
                Curves.zeroRates("zero rates", DayCounts.ACT_365F),
                DoubleArray.ofUnsafe(years),
                DoubleArray.ofUnsafe(rates),
                interpolator(interpolation),
                CurveExtrapolators.FLAT,
                CurveExtrapolators.FLAT);
        return new DiscountCurve(ZeroRateDiscountFactors.of(Currency.USD, valuation, curve));
    }

    private static CurveInterpolator interpolator(Interpolation interpolation) {
        return switch (interpolation) {
            case LINEAR -> CurveInterpolators.LINEAR;
            case FLAT_FORWARD -> CurveInterpolators.PRODUCT_LINEAR;
            case CUBIC -> CurveInterpolators.NATURAL_CUBIC_SPLINE;
        };
    }

    /**
     * Returns today.
     *
     * @return the date at which the discount factor is one
     */
    public LocalDate valuation() {
        return factors.getValuationDate();
    }

    /**
     * Returns what one unit at a later date is worth today.
     *
     * @param date today or later
     * @return the discount factor, one for today
     * @throws IllegalArgumentException if the date is before today
     */
    public double discountFactor(LocalDate date) {
        return factors.discountFactor(future(date));
    }

    /**
     * Returns the zero rate to a date.
     *
     * @param date after today
     * @return the rate per year, compounded continuously
     * @throws IllegalArgumentException if the date is not after today
     */
    public double zeroRate(LocalDate date) {
        Require.that(date.isAfter(valuation()), "date must be after " + valuation() + ", was " + date);
        return factors.zeroRate(date);
    }

    /**
     * Returns the simple rate that is agreed today for a later time: {@code (D(from) / D(to) - 1) / (to - from)}.
     *
     * @param from when it begins, today or later
     * @param to when it ends, after {@code from}
     * @return the rate per year of 365 days
     * @throws IllegalArgumentException if the dates are not in this order
     */
    public double forwardRate(LocalDate from, LocalDate to) {
        Require.that(to.isAfter(from), "to must be after " + from + ", was " + to);
        double years = DayCounts.ACT_365F.relativeYearFraction(from, to);
        return (discountFactor(from) / discountFactor(to) - 1) / years;
    }

    private LocalDate future(LocalDate date) {
        Require.that(!date.isBefore(valuation()), "date must not be before " + valuation() + ", was " + date);
        return date;
    }

    DiscountFactors factors() {
        return factors;
    }
}
