package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a broker or a venue charges, as it publishes it, for the days on which that is known.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name what it is asked for by
 * @param title what it is, in words
 * @param sources where it was published, and when
 * @param first the first day it is known for
 * @param last the last day it is known for
 * @param currency what is paid in
 * @param volume which volume picks the tiers, in words; empty if none does
 * @param charges the items, in the order of the bill
 */
public record FeeSchedule(
        String name,
        String title,
        List<String> sources,
        LocalDate first,
        LocalDate last,
        FeeCurrency currency,
        String volume,
        List<Charge> charges) {

    /** Validates, and copies. */
    public FeeSchedule {
        Require.token("name", name, 64);
        Require.note("title", title, 200);
        sources = List.copyOf(sources);
        Require.that(!sources.isEmpty(), "schedule must name its source, named none");
        Require.that(!last.isBefore(first), "known must go forward, was " + first + " to " + last);
        Objects.requireNonNull(currency, "currency");
        charges = List.copyOf(charges);
        List<String> labels = new ArrayList<>();
        for (Charge charge : charges) {
            requireWhole(charge, labels, first, volume);
            labels.add(charge.label());
        }
    }

    private static void requireWhole(Charge charge, List<String> before, LocalDate first, String volume) {
        Require.that(!before.contains(charge.label()), "charge must come once, was " + charge.label() + " again");
        if (charge.basis() instanceof FeeBasis.OfCharge(String label)) {
            Require.that(
                    before.contains(label),
                    "charge must be of one that stands before it, " + before + ", was of " + label);
        }
        LocalDate since = charge.rates().getFirst().since();
        Require.that(
                first.equals(LocalDate.MIN) || !since.isAfter(first),
                charge.label() + " must have a rate on the first known day, " + first + ", had one since " + since);
        boolean isTiered = charge.rates().stream()
                .flatMap(table -> table.value().rows().stream())
                .anyMatch(row -> !row.from().isZero());
        Require.that(
                !isTiered || !volume.isEmpty(),
                "schedule must say by which volume " + charge.label() + " goes, did not");
    }

    /**
     * Returns the same schedule for any day: after the last known day what was last in force, before the first what was
     * first. For who would rather be about right than refused.
     *
     * @return the schedule
     */
    public FeeSchedule extended() {
        return new FeeSchedule(name, title, sources, LocalDate.MIN, LocalDate.MAX, currency, volume, charges);
    }

    /**
     * Starts an order.
     *
     * @param before the volume before it, as {@link #volume} says: over the last days, or since the month began
     * @return an order without fills
     * @throws IllegalArgumentException if the volume is negative
     */
    public OrderFees order(Decimal before) {
        return OrderFees.start(this, before);
    }

    /**
     * Returns the bill of an order that trades at once.
     *
     * @param execution the trade
     * @param before the volume before it
     * @return the lines that apply, in the order of the schedule
     * @throws IllegalArgumentException if the schedule is not known for the day, or not meant for the instrument
     * @throws ArithmeticException if an amount does not fit
     */
    public List<FeeLine> bill(Execution execution, Decimal before) {
        return order(before).fill(execution).lines();
    }

    void requireKnown(LocalDate date) {
        Require.that(
                !date.isBefore(first) && !date.isAfter(last),
                "date must be in " + first + " to " + last + ", for which " + name + " is known, was " + date);
    }
}
