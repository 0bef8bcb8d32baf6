package io.mts1b.oms.simulation;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.oms.EventLog;
import io.mts1b.oms.OmsPolicy;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a simulation does, but for the seed.
 *
 * @param trading for how long orders are made and things break
 * @param settling for how long the line behaves afterwards
 * @param lies how badly the line behaves before
 * @param policy how the order management system waits
 * @param maxPosition the limit it is told, as a share of the fund
 * @param faults what is done to its surroundings, to see whether the simulation notices
 */
public record SimulationPlan(
        Duration trading, Duration settling, Lies lies, OmsPolicy policy, Rate maxPosition, Faults faults) {

    /** The limit that the run itself watches over. */
    static final Rate WATCHED_POSITION = Rate.parse("0.05");

    /** Returns what one position may be worth. */
    static Money watched() {
        return SimulatedFund.CASH.times(WATCHED_POSITION.value(), RoundingMode.DOWN);
    }

    /**
     * What stands between the order management system and its surroundings; each leaves them as they are where nothing
     * is planted.
     *
     * @param log around the log
     * @param broker around the broker
     * @param listener around who hears the venue
     */
    public record Faults(
            UnaryOperator<EventLog> log, UnaryOperator<Broker> broker, UnaryOperator<VenueListener> listener) {

        /** None. */
        public static final Faults NONE =
                new Faults(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

        /** Validates. */
        public Faults {
            Objects.requireNonNull(log, "log");
            Objects.requireNonNull(broker, "broker");
            Objects.requireNonNull(listener, "listener");
        }
    }

    /** Two minutes of trading over a very bad line, and three to settle. */
    public static final SimulationPlan STANDARD = new SimulationPlan(
            Duration.ofMinutes(2),
            Duration.ofMinutes(3),
            new Lies(0.05, 0.05, 0.05, 0.1, Duration.ofMillis(5), Duration.ofMillis(800), Duration.ofDays(1)),
            OmsPolicy.STANDARD,
            WATCHED_POSITION,
            Faults.NONE);

    /** Validates. */
    public SimulationPlan {
        Require.that(trading.isPositive(), "trading must be positive, was " + trading);
        Require.that(settling.isPositive(), "settling must be positive, was " + settling);
        Objects.requireNonNull(lies, "lies");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(maxPosition, "maxPosition");
        Objects.requireNonNull(faults, "faults");
    }

    /**
     * Plants something.
     *
     * @param planted what is done to the surroundings
     * @return the plan with it
     */
    public SimulationPlan with(Faults planted) {
        return new SimulationPlan(trading, settling, lies, policy, maxPosition, planted);
    }

    /**
     * Lets the line behave otherwise.
     *
     * @param now how badly
     * @return the plan with it
     */
    public SimulationPlan with(Lies now) {
        return new SimulationPlan(trading, settling, now, policy, maxPosition, faults);
    }

    /**
     * Tells the order management system another limit.
     *
     * @param limit one position as a share of the fund
     * @return the plan with it
     */
    public SimulationPlan withMaxPosition(Rate limit) {
        return new SimulationPlan(trading, settling, lies, policy, limit, faults);
    }
}
