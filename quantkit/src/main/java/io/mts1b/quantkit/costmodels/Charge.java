package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Liquidity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One item of a fee schedule, such as a commission or a tax.
 *
 * <p>Over the fills of an order it comes to {@code round(min(max(sum of rate times basis, least), most))}: the minimum
 * yields to the maximum, and both are the order's, not the fill's.
 *
 * @param label what it is called; unlike any other of the schedule
 * @param basis what the rates are applied to
 * @param sides who pays
 * @param tiers whether the volume before the order picks one rate, or each part has the rate it falls in
 * @param rates the rates in force
 * @param bounds what it comes to at least and at most
 * @param rounding how the sum is rounded
 */
public record Charge(
        String label,
        FeeBasis basis,
        Sides sides,
        Tiers tiers,
        List<Dated<RateTable>> rates,
        Bounds bounds,
        Rounding rounding) {

    /** Who pays. */
    public enum Sides {
        /** Buyers and sellers. */
        BOTH,
        /** Who buys, to open or to close. */
        BUYS,
        /** Who sells, what he has or short. */
        SALES
    }

    /** How volume picks rates. */
    public enum Tiers {
        /** The volume before the order picks the rate of the whole order. */
        WHOLE,
        /** Each unit has the rate of the volume it falls in; the order itself counts. */
        MARGINAL
    }

    /**
     * A bound: an amount, or a share of the value of the order.
     *
     * @param value the amount in the currency of the fee, or the share
     * @param ofValue whether it is a share
     */
    public record Bound(Decimal value, boolean ofValue) {

        /** Validates. */
        public Bound {
            Require.that(value.signum() >= 0, "bound must not be negative, was " + value);
        }

        private BigDecimal amount(BigDecimal orderValue) {
            return ofValue ? value.toBigDecimal().multiply(orderValue) : value.toBigDecimal();
        }
    }

    /**
     * What a charge comes to at least and at most.
     *
     * @param least the minima in force; empty for none
     * @param most the maxima in force; empty for none
     */
    public record Bounds(List<Dated<Bound>> least, List<Dated<Bound>> most) {

        /** Validates, and copies. */
        public Bounds {
            least = Dated.inOrder("least", least);
            most = Dated.inOrder("most", most);
        }
    }

    /**
     * How an amount is made payable.
     *
     * @param mode how decimals are dropped
     * @param places how many are kept; empty for those of the currency's smallest unit
     * @param perFill whether each fill is bounded and rounded by itself, rather than the order
     */
    public record Rounding(RoundingMode mode, OptionalInt places, boolean perFill) {

        /** Validates. */
        public Rounding {
            Objects.requireNonNull(mode, "mode");
            Require.that(
                    places.isEmpty() || (places.getAsInt() >= 0 && places.getAsInt() <= Decimal.MAX_SCALE),
                    "places must be in [0, " + Decimal.MAX_SCALE + "], was " + places);
        }
    }

    /** Validates, and copies. */
    public Charge {
        Require.note("label", label, 64);
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(sides, "sides");
        Objects.requireNonNull(bounds, "bounds");
        Objects.requireNonNull(rounding, "rounding");
        Require.that(!rates.isEmpty(), "charge must have a rate, had none");
        rates = Dated.inOrder("rates", rates);
        Require.that(
                tiers == Tiers.WHOLE || basis instanceof FeeBasis.Units || basis instanceof FeeBasis.Value,
                "marginal tiers must be of units or of value, were of " + basis);
    }

    Charge withRounding(Rounding other) {
        return new Charge(label, basis, sides, tiers, rates, bounds, other);
    }

    boolean applies(Execution execution) {
        return switch (sides) {
            case BOTH -> true;
            case BUYS -> execution.isBuy();
            case SALES -> !execution.isBuy();
        };
    }

    /** Returns what an amount of the basis adds to the sum, before bounds and rounding. */
    BigDecimal raw(BigDecimal amount, Decimal volume, BigDecimal soFar, Execution execution) {
        RateTable table = Dated.at(rates, execution.date());
        Price price = execution.price();
        Liquidity liquidity = execution.liquidity();
        return tiers == Tiers.MARGINAL
                ? table.slices(volume.toBigDecimal().add(soFar), amount, price, liquidity)
                : table.rate(volume, price, liquidity).toBigDecimal().multiply(amount);
    }

    /** Returns what a sum comes to. */
    Decimal payable(BigDecimal sum, BigDecimal orderValue, LocalDate date, Currency currency) {
        BigDecimal bounded = sum;
        if (!bounds.least.isEmpty()) {
            bounded = bounded.max(Dated.at(bounds.least, date).amount(orderValue));
        }
        if (!bounds.most().isEmpty()) {
            bounded = bounded.min(Dated.at(bounds.most(), date).amount(orderValue));
        }
        return Decimal.of(bounded.setScale(rounding.places.orElse(currency.minorUnits()), rounding.mode));
    }
}
