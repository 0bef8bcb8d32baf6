package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The algos and their parameters. The price limit is the parent's; what all must keep is {@link ExecutionLimits}. */
public sealed interface Algo {

    /** The most slices of a schedule. */
    int MOST_SLICES = 10_000;

    /**
     * Returns how long it may trade.
     *
     * @return the time from the start to the end, pauses included
     */
    Duration horizon();

    /**
     * As much in each of {@code slices} equal parts of the horizon. Each slice starts at the beginning of its part, or
     * later by at most {@code jitter} times its length, drawn evenly; {@code jitter} is in [0, 1].
     */
    record Twap(Duration horizon, int slices, Rate jitter, ChildType childType) implements Algo {

        /** Validates. */
        public Twap {
            Parameters.requirePositive("horizon", horizon);
            Parameters.requireSlices("slices", slices);
            Require.that(
                    jitter.value().signum() >= 0 && jitter.value().compareTo(Decimal.ONE) <= 0,
                    "jitter must be in [0, 1], was " + jitter);
            Objects.requireNonNull(childType, "childType");
        }
    }

    /** In each part of the profile as much as the market trades in it; the profile covers the horizon. */
    record Vwap(Duration horizon, VolumeProfile profile, ChildType childType) implements Algo {

        /** Validates. */
        public Vwap {
            Parameters.requirePositive("horizon", horizon);
            Objects.requireNonNull(profile, "profile");
            Objects.requireNonNull(childType, "childType");
        }
    }

    /**
     * A part of what the market trades, ours included. Volume longer ago than {@code lookback} that it missed, as in a
     * pause, it does not catch up with. Children that the quote has left follow it.
     */
    record Pov(Rate participation, Duration lookback, Duration horizon, ChildType childType) implements Algo {

        /** Validates. */
        public Pov {
            Parameters.requirePart("participation", participation);
            Parameters.requirePositive("lookback", lookback);
            Parameters.requirePositive("horizon", horizon);
            Objects.requireNonNull(childType, "childType");
        }
    }

    /**
     * Rests at the parent's limit and shows {@code display}; shows it anew when no more than {@code refillThreshold} of it
     * is left.
     */
    record Iceberg(Quantity display, Quantity refillThreshold, Duration horizon) implements Algo {

        /** Validates. */
        public Iceberg {
            Require.that(!display.isZero(), "display must be positive, was " + display);
            Require.that(
                    refillThreshold.compareTo(display) < 0,
                    "refillThreshold must be below display " + display + ", was " + refillThreshold);
            Parameters.requirePositive("horizon", horizon);
        }
    }

    /** The schedule with the least cost and risk, of {@link io.mts1b.quantkit.execution.AlmgrenChriss}. */
    record AlmgrenChriss(Duration horizon, int slices, ImpactModel impact, double riskAversion, ChildType childType)
            implements Algo {

        /** Validates. */
        public AlmgrenChriss {
            Parameters.requirePositive("horizon", horizon);
            Parameters.requireSlices("slices", slices);
            Objects.requireNonNull(impact, "impact");
            Parameters.requireNotNegative("riskAversion", riskAversion);
            Objects.requireNonNull(childType, "childType");
        }
    }

    /**
     * Minimises the shortfall to {@code arrival}, by default the middle of the first quote: at the start of each slice, the
     * first trade of the best schedule for what is left. The risk aversion is multiplied by
     * {@code exp(adaptation m)}, where {@code m} is how far the price has moved in our favour since the arrival, in standard
     * deviations over the horizon: with a positive adaptation gains are taken quickly, with a negative one losses are.
     * Reference: R. Almgren and J. Lorenz, "Adaptive Arrival Price", Trading 2007(1), 59-66.
     */
    record ImplementationShortfall(
            Duration horizon,
            int slices,
            ImpactModel impact,
            double riskAversion,
            double adaptation,
            @Nullable Price arrival,
            ChildType childType)
            implements Algo {

        /** Validates. */
        public ImplementationShortfall {
            Parameters.requirePositive("horizon", horizon);
            Parameters.requireSlices("slices", slices);
            Objects.requireNonNull(impact, "impact");
            Parameters.requireNotNegative("riskAversion", riskAversion);
            Require.that(Double.isFinite(adaptation), "adaptation must be finite, was " + adaptation);
            Objects.requireNonNull(childType, "childType");
        }
    }

    /**
     * Hides, and takes {@code share} of what is shown on the other side, at once or not at all, when at least
     * {@code leastDisplayed} is shown within the parent's limit.
     */
    record Sniper(Quantity leastDisplayed, Rate share, Duration horizon) implements Algo {

        /** Validates. */
        public Sniper {
            Objects.requireNonNull(leastDisplayed, "leastDisplayed");
            Parameters.requirePart("share", share);
            Parameters.requirePositive("horizon", horizon);
        }
    }

    /**
     * Takes what the venues show within the parent's limit, the best price after fees first, and sends what a venue did not
     * fill to the next. What no venue shows stays hidden until one does.
     */
    record Router(List<Route> routes, Duration horizon) implements Algo {

        /** Validates, and copies. */
        public Router {
            routes = List.copyOf(routes);
            Require.that(!routes.isEmpty(), "routes must not be empty");
            Require.that(
                    routes.stream().map(Route::instrument).distinct().count() == routes.size(),
                    "routes must name each venue once, named " + routes);
            Parameters.requirePositive("horizon", horizon);
        }
    }
}
