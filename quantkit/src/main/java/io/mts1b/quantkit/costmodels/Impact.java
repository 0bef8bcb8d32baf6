package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.quantkit.execution.SquareRootImpact;
import java.math.RoundingMode;
import java.util.Objects;

/** How much an order moves a market that trades so much. Volumes are in the units of the order. */
public sealed interface Impact {

    /** How exactly a share of the price is known. */
    int PLACES = 12;

    /**
     * In proportion to the square of the share of the bar's volume that was taken, and no more than a share of it: the
     * model of zipline's {@code VolumeShareSlippage}, whose defaults are 0.1 and 0.025.
     *
     * @param coefficient by which share of the price one moves it who trades as much as all others, zero or more
     * @param limit the largest share of the volume of a bar, above zero and at most one
     */
    record VolumeShare(Decimal coefficient, Rate limit) implements Impact {

        /** Validates. */
        public VolumeShare {
            Require.that(coefficient.signum() >= 0, "coefficient must not be negative, was " + coefficient);
            Require.that(
                    limit.value().signum() > 0 && limit.compareTo(Rate.ONE) <= 0,
                    "limit must be in (0, 1], was " + limit);
        }

        /**
         * Returns how much of an order a bar fills.
         *
         * @param wanted what is left of the order
         * @param before what was filled in this bar already
         * @param volume the volume of the bar
         * @param lot the smallest quantity step
         * @return whole lots, perhaps none
         */
        public Quantity fills(Quantity wanted, Quantity before, Quantity volume, Quantity lot) {
            Decimal most = volume.value().times(limit.value(), Decimal.MAX_SCALE / 2, RoundingMode.DOWN);
            Decimal left = most.minus(before.value()).max(Decimal.ZERO);
            return new Quantity(left.min(wanted.value()).truncatedTo(lot.value()));
        }

        /** The quantity counts what was filled in this bar before. */
        @Override
        public Slippage.OfPrice of(Quantity quantity, Quantity volume) {
            requireVolume(volume);
            Decimal share = quantity.value().dividedBy(volume.value(), PLACES, RoundingMode.HALF_EVEN);
            Require.that(
                    quantity.value()
                                    .compareTo(
                                            volume.value().times(limit.value(), Decimal.MAX_SCALE / 2, RoundingMode.UP))
                            <= 0,
                    "quantity must be at most " + limit + " of the volume of " + volume + ", was " + quantity);
            Decimal squared = share.times(share, PLACES, RoundingMode.HALF_EVEN);
            return new Slippage.OfPrice(new Rate(squared.times(coefficient, PLACES, RoundingMode.HALF_EVEN)));
        }
    }

    /**
     * By the square-root law; the average fill of the order.
     *
     * @param law the law, with its coefficient
     * @param volatility the standard deviation of returns over the time in which the volume trades, not negative
     */
    record SquareRoot(SquareRootImpact law, double volatility) implements Impact {

        /** Validates. */
        public SquareRoot {
            Objects.requireNonNull(law, "law");
            Require.that(
                    volatility >= 0 && Double.isFinite(volatility),
                    "volatility must not be negative, was " + volatility);
        }

        @Override
        public Slippage.OfPrice of(Quantity quantity, Quantity volume) {
            requireVolume(volume);
            double cost = law.averageCost(
                    volatility, quantity.value().toReal(), volume.value().toReal());
            return new Slippage.OfPrice(new Rate(Decimal.ofReal(cost, PLACES, RoundingMode.HALF_EVEN)));
        }
    }

    /**
     * Returns what an order costs on average.
     *
     * @param quantity the size of the order
     * @param volume what the whole market trades meanwhile, positive
     * @return the slippage of the order
     * @throws IllegalArgumentException if there is no volume, or the order is larger than the model allows
     */
    Slippage.OfPrice of(Quantity quantity, Quantity volume);

    private static void requireVolume(Quantity volume) {
        Require.that(!volume.isZero(), "volume must be positive, was 0");
    }
}
