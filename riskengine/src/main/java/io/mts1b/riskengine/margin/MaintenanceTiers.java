package io.mts1b.riskengine.margin;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The maintenance margin of a perpetual or a future on crypto, rising with the size of the position.
 *
 * <p>Each tier asks its rate of the part of the notional that is within it, so that the margin has no jumps: what venues
 * publish as a rate of the whole less a fixed amount.
 */
public final class MaintenanceTiers {

    /**
     * One tier.
     *
     * @param from the notional it begins at; zero for the first
     * @param maintenance what it asks of each unit of notional in it, above 0 and below 1
     */
    public record Tier(Money from, Rate maintenance) {

        /** Validates. */
        public Tier {
            Require.that(from.signum() >= 0, "from must not be negative, was " + from);
            Require.that(
                    maintenance.compareTo(Rate.ZERO) > 0 && maintenance.compareTo(Rate.ONE) < 0,
                    "maintenance must be in (0, 1), was " + maintenance);
        }
    }

    /** A tier with what its rate of the whole asks too much. */
    record Step(Tier tier, Money deduction, @Nullable Money to) {}

    private final List<Step> steps = new ArrayList<>();

    /**
     * Takes a venue's table.
     *
     * @param tiers the tiers from the smallest, at least one, the first from zero, with rising rates
     */
    public MaintenanceTiers(List<Tier> tiers) {
        Require.that(!tiers.isEmpty(), "tiers must not be empty");
        Require.that(
                tiers.getFirst().from().signum() == 0,
                "the first tier must begin at zero, was " + tiers.getFirst().from());
        Money deduction = tiers.getFirst().from();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            if (i > 0) {
                Tier before = tiers.get(i - 1);
                Require.that(
                        tier.from().compareTo(before.from()) > 0
                                && tier.maintenance().compareTo(before.maintenance()) > 0,
                        "tiers must rise, was " + tier + " after " + before);
                Decimal more =
                        tier.maintenance().value().minus(before.maintenance().value());
                deduction = deduction.plus(tier.from().times(more, RoundingMode.DOWN));
            }
            steps.add(new Step(
                    tier, deduction, i + 1 < tiers.size() ? tiers.get(i + 1).from() : null));
        }
    }

    /**
     * Returns the maintenance margin of a position.
     *
     * @param notional what the position is worth, without its sign
     * @return its margin, rounded up
     */
    public Money of(Money notional) {
        Require.that(notional.signum() >= 0, "notional must not be negative, was " + notional);
        for (Step step : steps) {
            if (step.to() == null || notional.compareTo(step.to()) <= 0) {
                return step.tier().maintenance().of(notional, RoundingMode.UP).minus(step.deduction());
            }
        }
        throw new IllegalStateException("the last tier must be open");
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
