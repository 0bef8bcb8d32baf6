package io.mts1b.portfolio.capacity;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.quantkit.allocation.Weights;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How large positions may be beside what the market trades: a part of the average daily value traded, for as many
 * days as getting out may take.
 *
 * <p>A position of value {@code v} in an asset that trades {@code a} a day takes {@code v / (participation * a)} days
 * to sell without being more than {@code participation} of the market. Reference: R. C. Grinold and R. N. Kahn,
 * "Active Portfolio Management", 2nd edition, McGraw-Hill, 2000, chapter 16.
 *
 * <p>Immutable and thread-safe.
 *
 * @param participation the part of a day's trading that may be ours, in (0, 1]
 * @param days how many days getting out may take, at least 1
 */
public record Capacity(Rate participation, int days) {

    /** A percent of a day's trading, in one day. */
    public static final Capacity ONE_PERCENT = new Capacity(Rate.parse("0.01"), 1);

    private static final int SHARE_PLACES = 12;

    /** Validates. */
    public Capacity {
        Require.that(
                participation.value().signum() > 0 && participation.compareTo(Rate.ONE) <= 0,
                "participation must be in (0, 1], was " + participation);
        Require.that(days >= 1, "days must be at least 1, was " + days);
    }

    /**
     * Returns how large a position may be.
     *
     * @param dailyValue the average value traded a day, zero or more
     * @return the largest value of a position, long or short
     * @throws IllegalArgumentException if {@code dailyValue} is negative
     */
    public Money ofPosition(Money dailyValue) {
        Require.that(dailyValue.signum() >= 0, "dailyValue must not be negative, was " + dailyValue);
        return dailyValue.times(participation.value().times(Decimal.of(days)), RoundingMode.DOWN);
    }

    /**
     * How large a fund may be.
     *
     * @param value the largest net asset value with which no position is too large
     * @param asset which asset sets the limit, the first of equals
     */
    public record OfFund(Money value, int asset) {}

    /**
     * Returns how large a fund with given weights may be.
     *
     * @param weights one per asset
     * @param dailyValues the average value traded a day of each asset, in the same order and one currency
     * @return the limit; empty if no asset has a weight, so that none sets one
     * @throws IllegalArgumentException if the sizes or currencies differ, or a value is negative
     */
    public Optional<OfFund> ofFund(Weights weights, List<Money> dailyValues) {
        requireSameSize(weights, dailyValues);
        Optional<OfFund> least = Optional.empty();
        for (int asset = 0; asset < weights.size(); asset++) {
            Decimal share = Decimal.ofReal(Math.abs(weights.get(asset)), SHARE_PLACES, RoundingMode.HALF_EVEN);
            if (share.isZero()) {
                continue;
            }
            Money most = ofPosition(dailyValues.get(asset));
            Money fund = new Money(
                    most.amount().dividedBy(share, most.currency().ledgerScale(), RoundingMode.DOWN), most.currency());
            if (least.isEmpty() || fund.compareTo(least.get().value()) < 0) {
                least = Optional.of(new OfFund(fund, asset));
            }
        }
        return least;
    }

    /**
     * Cuts weights to what the market can take; what is cut stays cash.
     *
     * @param weights one per asset
     * @param nav the net asset value of the fund, positive
     * @param dailyValues the average value traded a day of each asset, in the same order and the fund's currency
     * @return the weights, none larger than its capacity
     * @throws IllegalArgumentException if the sizes or currencies differ, or {@code nav} is not positive
     */
    public Weights cut(Weights weights, Money nav, List<Money> dailyValues) {
        requireSameSize(weights, dailyValues);
        Require.that(nav.signum() > 0, "nav must be positive, was " + nav);
        double[] cut = weights.toArray();
        for (int asset = 0; asset < cut.length; asset++) {
            Money most = ofPosition(dailyValues.get(asset));
            Require.that(
                    most.currency().equals(nav.currency()),
                    "dailyValues must be in " + nav.currency() + ", was in " + most.currency());
            double share = most.amount().toReal() / nav.amount().toReal();
            cut[asset] = Math.clamp(cut[asset], -share, share);
        }
        return Weights.of(cut);
    }

    private static void requireSameSize(Weights weights, List<Money> dailyValues) {
        Require.that(
                weights.size() == dailyValues.size(),
                "dailyValues must be of " + weights.size() + " assets, were of " + dailyValues.size());
    }
}
