package io.mts1b.riskengine.margin;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What linear perpetuals and futures on crypto ask for, and at which price a venue closes them.
 *
 * <p>A position is closed when what backs it and its gain together no longer exceed its maintenance margin. Isolated, what
 * backs it is the margin put aside for it. Crossed, it is the account's balance, less what the other positions lack and
 * need.
 */
public final class CryptoMargin {

    private static final int PRICE_PLACES = 8;

    /**
     * One position.
     *
     * @param quantity how many units of the base, negative while short, not zero
     * @param entry the average price it was opened at
     * @param mark the price it is valued at
     * @param tiers what its venue asks
     */
    public record Position(Decimal quantity, Price entry, Price mark, MaintenanceTiers tiers) {

        /** Validates. */
        public Position {
            Require.that(!quantity.isZero(), "quantity must not be zero");
            Require.that(entry.isPositive(), "entry must be positive, was " + entry);
            Require.that(mark.isPositive(), "mark must be positive, was " + mark);
        }

        Money gain(Money unit) {
            return Money.ofTrade(mark.minus(entry), quantity, unit.currency());
        }

        Money notional(Money unit) {
            return Money.ofTrade(mark, quantity.abs(), unit.currency());
        }
    }

    private CryptoMargin() {}

    /**
     * Returns what positions ask for.
     *
     * @param positions the positions, in the balance's currency
     * @param balance any amount of the currency margin is counted in
     * @param leverage how many times its initial margin a position may be worth, at least 1
     * @return the sums of notional over leverage, and of the tiers' margins
     */
    public static MarginRequirement of(List<Position> positions, Money balance, Decimal leverage) {
        Require.that(leverage.compareTo(Decimal.ONE) >= 0, "leverage must be at least 1, was " + leverage);
        Money initial = Money.zero(balance.currency());
        Money maintenance = initial;
        int places = balance.currency().ledgerScale();
        for (Position position : positions) {
            Money notional = position.notional(balance);
            initial = initial.plus(
                    new Money(notional.amount().dividedBy(leverage, places, RoundingMode.UP), balance.currency()));
            maintenance = maintenance.plus(position.tiers().of(notional));
        }
        return new MarginRequirement(initial, maintenance);
    }

    /**
     * Returns what a crossed account is worth.
     *
     * @param positions its positions
     * @param balance its balance, gains of open positions aside
     * @return the balance and the gains
     */
    public static Money equity(List<Position> positions, Money balance) {
        Money equity = balance;
        for (Position position : positions) {
            equity = equity.plus(position.gain(balance));
        }
        return equity;
    }

    /**
     * Returns at which price a crossed position is closed while the others stay at their marks.
     *
     * @param position the position
     * @param others the other positions of the account
     * @param balance the account's balance, gains of open positions aside
     * @return the price; empty if it is closed at no positive price
     */
    public static Optional<Price> crossedLiquidation(Position position, List<Position> others, Money balance) {
        Money backing =
                equity(others, balance).minus(of(others, balance, Decimal.ONE).maintenance());
        return isolatedLiquidation(position, backing);
    }

    /**
     * Returns at which price an isolated position is closed.
     *
     * <p>Of backing {@code B}, quantity {@code q}, entry {@code e}, and in a tier with rate {@code r} and deduction
     * {@code d}, it is the {@code p} of {@code B + q (p - e) = r |q| p - d}.
     *
     * @param position the position
     * @param backing the margin put aside for it
     * @return the price, rounded towards the entry; empty if it is closed at no positive price
     */
    public static Optional<Price> isolatedLiquidation(Position position, Money backing) {
        Decimal quantity = position.quantity();
        boolean isLong = quantity.signum() > 0;
        Decimal cost =
                Money.ofTrade(position.entry(), quantity, backing.currency()).amount();
        for (MaintenanceTiers.Step step : position.tiers().steps()) {
            Rate rate = step.tier().maintenance();
            // B + d - q e = p (r |q| - q)
            Decimal left = backing.amount().plus(step.deduction().amount()).minus(cost);
            Decimal right = rate.value().times(quantity.abs()).minus(quantity);
            Decimal price = left.dividedBy(right, PRICE_PLACES, isLong ? RoundingMode.CEILING : RoundingMode.FLOOR);
            if (price.signum() <= 0) {
                // A long position whose backing covers all of it; a short one that is closed already.
                return Optional.empty();
            }
            Money notional = Money.ofTrade(new Price(price), quantity.abs(), backing.currency());
            // What backs it less what it asks rises or falls all the way, so the first tier that reaches as far has it.
            if (step.to() == null || notional.compareTo(step.to()) <= 0) {
                return Optional.of(new Price(price));
            }
        }
        return Optional.empty();
    }
}
