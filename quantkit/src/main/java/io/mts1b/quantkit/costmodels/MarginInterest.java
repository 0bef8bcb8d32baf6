package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import java.util.List;
import java.util.Objects;

/**
 * What borrowed cash costs: a benchmark and a spread that falls with the amount, each part at the spread of its tier.
 *
 * @param tiers the spreads, from zero up
 * @param dayCount the days of a year
 */
public record MarginInterest(List<Tier> tiers, DayCount dayCount) {

    /**
     * A spread.
     *
     * @param from the debit from which it holds, in the currency of the debit
     * @param spread what is added to the benchmark
     */
    public record Tier(Decimal from, Rate spread) {

        /** Validates. */
        public Tier {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(spread, "spread");
        }
    }

    /** Validates, and copies. */
    public MarginInterest {
        tiers = List.copyOf(tiers);
        Objects.requireNonNull(dayCount, "dayCount");
        Require.that(!tiers.isEmpty() && tiers.getFirst().from().isZero(), "tiers must begin at 0, were " + tiers);
        for (int i = 1; i < tiers.size(); i++) {
            Require.that(
                    tiers.get(i).from().compareTo(tiers.get(i - 1).from()) > 0, "tiers must ascend, were " + tiers);
        }
    }

    /**
     * Returns the interest on a debit.
     *
     * @param debit what is owed, zero or more
     * @param benchmark the benchmark for a year; below zero it counts as zero
     * @param days for how many calendar days
     * @return the charge in the decimals a ledger keeps
     */
    public Money charge(Money debit, Rate benchmark, int days) {
        Require.that(debit.signum() >= 0, "debit must not be negative, was " + debit);
        Decimal floored = benchmark.value().max(Decimal.ZERO);
        Money sum = Money.zero(debit.currency());
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            Decimal to = i + 1 < tiers.size() ? tiers.get(i + 1).from().min(debit.amount()) : debit.amount();
            Decimal part = to.minus(tier.from());
            if (part.signum() > 0) {
                Rate rate = new Rate(floored.plus(tier.spread().value()));
                sum = sum.plus(dayCount.interest(new Money(part, debit.currency()), rate, days));
            }
        }
        return sum;
    }
}
