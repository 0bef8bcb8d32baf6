package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** What a broker charges for executing an order. */
public sealed interface Commission {

    /** Nothing. */
    record Free() implements Commission {

        @Override
        public Money charge(ContractTerms terms, Quantity quantity, Price price) {
            return Money.zero(terms.currency());
        }
    }

    /**
     * So much per unit, within bounds.
     *
     * @param perUnit the charge per unit traded
     * @param minimum the least that is charged
     * @param maximum the most that is charged, as a share of the trade's value; the minimum yields to it
     */
    record PerUnit(Money perUnit, Money minimum, Rate maximum) implements Commission {

        /** Validates. */
        public PerUnit {
            Require.that(perUnit.signum() >= 0, "perUnit must not be negative, was " + perUnit);
            requireMinimum(minimum);
            Require.that(
                    perUnit.currency().equals(minimum.currency()),
                    "minimum must be in " + perUnit.currency() + ", was " + minimum);
            Require.that(maximum.value().signum() > 0, "maximum must be positive, was " + maximum);
        }

        @Override
        public Money charge(ContractTerms terms, Quantity quantity, Price price) {
            Money cap = maximum.of(terms.value(price, quantity.value()).abs(), RoundingMode.HALF_UP);
            Money charge = perUnit.times(quantity.value(), RoundingMode.HALF_UP);
            return paid(least(most(charge, minimum), cap));
        }
    }

    /**
     * A share of the trade's value, with a minimum.
     *
     * @param rate the share
     * @param minimum the least that is charged
     */
    record OfValue(Rate rate, Money minimum) implements Commission {

        /** Validates. */
        public OfValue {
            Require.that(rate.value().signum() >= 0, "rate must not be negative, was " + rate);
            requireMinimum(minimum);
        }

        @Override
        public Money charge(ContractTerms terms, Quantity quantity, Price price) {
            Money value = terms.value(price, quantity.value()).abs();
            return paid(most(rate.of(value, RoundingMode.HALF_UP), minimum));
        }
    }

    /**
     * What a fee schedule says, where neither the side nor the other fills of the order are known: each execution pays as
     * an order of its own, on the dearer side. Who knows more asks {@link FeeSchedule#order}.
     *
     * @param schedule the schedule
     * @param volume the volume before each order
     * @param liquidity what orders do to the book
     * @param date the trade date
     */
    record OfSchedule(FeeSchedule schedule, Decimal volume, Liquidity liquidity, LocalDate date) implements Commission {

        /** Validates. */
        public OfSchedule {
            Objects.requireNonNull(liquidity, "liquidity");
            schedule.requireKnown(date);
            Require.that(volume.signum() >= 0, "volume must not be negative, was " + volume);
        }

        @Override
        public Money charge(ContractTerms terms, Quantity quantity, Price price) {
            return most(charge(terms, quantity, price, Side.BUY), charge(terms, quantity, price, Side.SELL));
        }

        private Money charge(ContractTerms terms, Quantity quantity, Price price, Side side) {
            Execution whole = new Execution(terms, Optional.empty(), side, quantity, price, liquidity, date);
            return schedule.order(volume).fill(whole).total().orElse(Money.zero(terms.currency()));
        }
    }

    /**
     * Returns the charge for one execution.
     *
     * @param terms how the instrument is counted
     * @param quantity how much was traded
     * @param price at what price
     * @return the charge in the instrument's currency: in whole minor units, rounded half up, or as a schedule rounds
     * @throws IllegalArgumentException if this model charges in another currency
     */
    Money charge(ContractTerms terms, Quantity quantity, Price price);

    private static void requireMinimum(Money minimum) {
        Require.that(minimum.signum() >= 0, "minimum must not be negative, was " + minimum);
    }

    private static Money most(Money a, Money b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Money least(Money a, Money b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Money paid(Money charge) {
        return charge.rounded(RoundingMode.HALF_UP);
    }
}
