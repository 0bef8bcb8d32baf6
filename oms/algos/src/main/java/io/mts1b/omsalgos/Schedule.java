package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which part of an order shall be out when. Immutable.
 *
 * @param starts when each slice starts, after the start of the order, ascending
 * @param parts which part is out from then on, ascending to exactly one
 */
record Schedule(List<Duration> starts, List<Decimal> parts) {

    private static final int PLACES = 12;
    private static final long NANOS = 1_000_000_000;

    Schedule {
        starts = List.copyOf(starts);
        parts = List.copyOf(parts);
    }

    /** The same part in each slice. A slice that starts late by jitter still starts before the next. */
    static Schedule twap(Algo.Twap twap, RandomGenerator random) {
        List<Duration> starts = evenStarts(twap.horizon(), twap.slices());
        Duration length = twap.horizon().dividedBy(twap.slices());
        if (!twap.jitter().value().isZero()) {
            starts = starts.stream()
                    .map(start -> start.plus(scaled(length, twap.jitter(), random.nextDouble())))
                    .toList();
        }
        return of(starts, Collections.nCopies(twap.slices(), 1.0));
    }

    private static Duration scaled(Duration length, Rate jitter, double drawn) {
        double nanos = (double) length.getSeconds() * NANOS + length.getNano();
        return Duration.ofNanos((long) (drawn * jitter.value().toReal() * nanos));
    }

    /** Parts in the proportion of weights, one for each equal part of the horizon. */
    static Schedule of(Duration horizon, List<Double> weights) {
        return of(evenStarts(horizon, weights.size()), weights);
    }

    private static Schedule of(List<Duration> starts, List<Double> weights) {
        BigDecimal sum = weights.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal out = BigDecimal.ZERO;
        List<Decimal> parts = new ArrayList<>();
        for (double weight : weights) {
            out = out.add(new BigDecimal(weight));
            parts.add(Decimal.of(out.divide(sum, PLACES, RoundingMode.HALF_EVEN)));
        }
        return new Schedule(starts, parts);
    }

    static List<Duration> evenStarts(Duration horizon, int slices) {
        List<Duration> starts = new ArrayList<>();
        for (int k = 0; k < slices; k++) {
            starts.add(horizon.multipliedBy(k).dividedBy(slices));
        }
        return starts;
    }
}
