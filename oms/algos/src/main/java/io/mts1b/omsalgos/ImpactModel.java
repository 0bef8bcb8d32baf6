package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.quantkit.execution.AlmgrenChriss;
import java.time.Duration;
import java.util.Objects;

/**
 * What trading does to the price, in the terms of {@link AlmgrenChriss}: prices in the instrument's currency per unit.
 *
 * @param timeUnit the time that the figures are for, such as a session of six and a half hours; positive
 * @param volatility the standard deviation of the price over one unit of time, not negative
 * @param spread what each unit costs however slowly it is traded, such as half the spread, not negative
 * @param permanent by how much each unit traded moves the price for good, not negative
 * @param temporary by how much a rate of one unit per unit of time moves the price meanwhile, positive
 */
public record ImpactModel(Duration timeUnit, double volatility, double spread, double permanent, double temporary) {

    private static final double NANOS = 1e9;

    /** Validates. */
    public ImpactModel {
        Parameters.requirePositive("timeUnit", timeUnit);
        Parameters.requireNotNegative("volatility", volatility);
        Parameters.requireNotNegative("spread", spread);
        Parameters.requireNotNegative("permanent", permanent);
        Parameters.requireNotNegative("temporary", temporary);
        Require.that(temporary > 0, "temporary must be positive, was " + temporary);
    }

    /**
     * Returns the model of one order.
     *
     * @param quantity how much is traded
     * @param time within which time
     * @param steps in how many steps
     * @return the model, which refuses a {@code temporary} that is too small for its steps
     */
    public AlmgrenChriss of(double quantity, Duration time, int steps) {
        Objects.requireNonNull(time, "time");
        return new AlmgrenChriss(quantity, units(time), steps, volatility, spread, permanent, temporary);
    }

    /** Returns how many units of time a time is. */
    double units(Duration time) {
        return seconds(time) / seconds(timeUnit);
    }

    private static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / NANOS;
    }
}
