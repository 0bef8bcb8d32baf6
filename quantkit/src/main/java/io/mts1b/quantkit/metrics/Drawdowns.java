package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.returns.Returns;
import io.mts1b.quantkit.statistics.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Every fall of a level curve below its own high. Immutable and thread-safe.
 *
 * <p>Point 0 is the start of the curve. Made of returns, it is the wealth of one before the first of them, so a
 * loss in the first period counts, and point {@code t + 1} is the wealth after return {@code t}.
 */
public final class Drawdowns {

    private final double[] underwater;
    private final List<Drawdown> episodes;

    private Drawdowns(double[] underwater, List<Drawdown> episodes) {
        this.underwater = underwater;
        this.episodes = episodes;
    }

    /**
     * Finds the falls of the wealth that returns build.
     *
     * @param returns simple returns per period, each at least -1
     * @return the falls
     * @throws IllegalArgumentException if a return is not finite, or below -1
     */
    public static Drawdowns ofReturns(double[] returns) {
        return ofLevels(Returns.wealth(returns));
    }

    /**
     * Finds the falls of a level curve, such as prices or the value of a fund.
     *
     * @param levels finite levels, the first positive and none negative; at least one
     * @return the falls
     * @throws IllegalArgumentException if there is no level, or one is out of range
     */
    public static Drawdowns ofLevels(double[] levels) {
        Samples.requireFinite("levels", levels, 1);
        double[] underwater = new double[levels.length];
        List<Drawdown> episodes = new ArrayList<>();
        int peak = 0;
        int valley = 0;
        double high = levels[0];
        double lowest = high;
        for (int t = 0; t < levels.length; t++) {
            double level = levels[t];
            if (level < 0 || high == 0) {
                throw new IllegalArgumentException(
                        "levels must start above 0 and not fall below it, was " + level + " at index " + t);
            }
            if (level >= high) {
                if (valley > peak) {
                    episodes.add(new Drawdown(peak, valley, t, true, underwater[valley]));
                }
                peak = t;
                high = level;
                lowest = level;
            } else {
                underwater[t] = level / high - 1;
                if (level < lowest) {
                    valley = t;
                    lowest = level;
                }
            }
        }
        if (valley > peak) {
            episodes.add(new Drawdown(peak, valley, levels.length - 1, false, underwater[valley]));
        }
        return new Drawdowns(underwater, List.copyOf(episodes));
    }

    /**
     * Returns all falls.
     *
     * @return the falls by time; only the last may be without recovery
     */
    public List<Drawdown> episodes() {
        return episodes;
    }

    /**
     * Returns the worst falls.
     *
     * @param count how many at most, not negative
     * @return the deepest falls, deepest first, of equal ones the earlier first
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public List<Drawdown> deepest(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative, was " + count);
        }
        return episodes.stream()
                .sorted(Comparator.comparingDouble(Drawdown::depth))
                .limit(count)
                .toList();
    }

    /**
     * Returns the maximum drawdown.
     *
     * @return the depth of the deepest fall, in [-1, 0); zero if the curve never fell
     */
    public double maximum() {
        return episodes.stream().mapToDouble(Drawdown::depth).min().orElse(0);
    }

    /**
     * Returns the average drawdown.
     *
     * @return the mean depth over all falls, or empty if the curve never fell
     */
    public OptionalDouble average() {
        return episodes.stream().mapToDouble(Drawdown::depth).average();
    }

    /**
     * Returns how far below its high the curve stood at each point.
     *
     * @return a new array of one value per point, in [-1, 0], zero at a high
     */
    public double[] underwater() {
        return underwater.clone();
    }

    /**
     * Returns the ulcer index, {@code sqrt(sum of u[t]^2 / (n - ddof))}, over the {@code n} points after the
     * start. Reference: P. G. Martin and B. B. McCann, "The Investor's Guide to Fidelity Funds", Wiley, 1989,
     * who divide by {@code n}.
     *
     * @param ddof what to take off the divisor: 0 as published, 1 as quantstats has it
     * @return the root mean square fall as a fraction, or empty if the divisor is not positive
     */
    public OptionalDouble ulcerIndex(int ddof) {
        int divisor = underwater.length - 1 - ddof;
        double squares = 0;
        for (double fall : underwater) {
            squares += fall * fall;
        }
        return divisor > 0 ? OptionalDouble.of(Math.sqrt(squares / divisor)) : OptionalDouble.empty();
    }
}
