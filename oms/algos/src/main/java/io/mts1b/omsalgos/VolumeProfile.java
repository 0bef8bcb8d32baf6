package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the volume of a market is spread over a time that is cut into equal parts. Immutable.
 *
 * @param weights what trades in each part, in any unit; not negative, not all zero, at most {@value Algo#MOST_SLICES}
 */
public record VolumeProfile(List<Double> weights) {

    /** Validates, and copies. */
    public VolumeProfile {
        weights = List.copyOf(weights);
        Parameters.requireSlices("weights", weights.size());
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            double weight = weights.get(i);
            Require.that(
                    weight >= 0 && Double.isFinite(weight),
                    "weights must be finite and not negative, held " + weight + " at index " + i);
            sum += weight;
        }
        Require.that(sum > 0 && Double.isFinite(sum), "weights must have a positive sum, had " + sum);
    }

    /**
     * Returns a profile without a shape.
     *
     * @param parts how many parts
     * @return the same weight for each
     */
    public static VolumeProfile uniform(int parts) {
        Parameters.requireSlices("parts", parts);
        return new VolumeProfile(Collections.nCopies(parts, 1.0));
    }

    /**
     * Estimates the profile from past days: the mean over the days of the part of its volume that each day traded in each
     * part, so that a day of great volume counts no more than another.
     *
     * @param days the volumes of each day, all cut into as many parts; a day without volume is refused
     * @return the profile, whose weights sum to one
     */
    public static VolumeProfile estimated(List<List<Double>> days) {
        Require.that(!days.isEmpty(), "days must not be empty");
        int parts = days.getFirst().size();
        double[] mean = new double[parts];
        for (List<Double> day : days) {
            Require.that(day.size() == parts, "days must have " + parts + " parts each, one had " + day.size());
            List<Double> weights = new VolumeProfile(day).weights;
            double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
            for (int i = 0; i < parts; i++) {
                mean[i] += weights.get(i) / sum / days.size();
            }
        }
        List<Double> weights = new ArrayList<>();
        for (double weight : mean) {
            weights.add(weight);
        }
        return new VolumeProfile(weights);
    }
}
