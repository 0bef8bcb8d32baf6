package io.mts1b.riskengine.margin;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.portfoliorisk.RiskPosition;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What positions ask for by what they may lose together: FINRA Rule 4210(g), after the theoretical intermarket margin system
 * of the Options Clearing Corporation.
 *
 * <p>Positions with one underlying are valued anew at ten prices of it, five equal steps down its range and five up. They ask
 * for their worst loss, and at least for 0.375 of the currency for each unit in an option, 37.50 for a contract of a hundred, but of an
 * option that is held for no more than its value.
 * Losses of one underlying are not set off against gains of another.
 */
public final class PortfolioMargin {

    private static final int STEPS = 5;
    private static final double LEAST_PER_UNIT = 0.375;
    private static final int NOISE_PLACES = 6;

    /**
     * How far an underlying may move in a day.
     *
     * @param down how far down, a share of its price in (0, 1)
     * @param up how far up, a positive share
     */
    public record Range(double down, double up) {

        /** Shares and narrow indices: fifteen percent either way. */
        public static final Range SHARE = new Range(0.15, 0.15);

        /** Broad indices of large companies: eight percent down and six up. */
        public static final Range BROAD_INDEX = new Range(0.08, 0.06);

        /** Validates. */
        public Range {
            Require.that(down > 0 && down < 1, "down must be in (0, 1), was " + down);
            Require.that(up > 0 && Double.isFinite(up), "up must be positive, was " + up);
        }
    }

    private PortfolioMargin() {}

    /**
     * Returns what positions ask for, to open and to keep.
     *
     * @param currency what their values are in
     * @param positions the positions
     * @param ranges how far underlyings may move; {@link Range#SHARE} for those that are not named
     * @return the sum over underlyings, rounded up to minor units
     */
    public static MarginRequirement of(
            Currency currency, List<RiskPosition> positions, Map<InstrumentId, Range> ranges) {
        SortedMap<InstrumentId, List<RiskPosition>> groups = new TreeMap<>();
        for (RiskPosition position : positions) {
            groups.computeIfAbsent(position.underlying(), _ -> new ArrayList<>())
                    .add(position);
        }
        double sum = 0;
        for (Map.Entry<InstrumentId, List<RiskPosition>> group : groups.entrySet()) {
            sum += ofGroup(group.getValue(), ranges.getOrDefault(group.getKey(), Range.SHARE));
        }
        // What is below a millionth is noise of the reals, and is not rounded up.
        Decimal exact = Decimal.ofReal(sum, NOISE_PLACES, RoundingMode.HALF_EVEN);
        Money asked = new Money(exact, currency).rounded(RoundingMode.CEILING);
        return new MarginRequirement(asked, asked);
    }

    private static double ofGroup(List<RiskPosition> group, Range range) {
        double worst = 0;
        double least = 0;
        for (int step = 1; step <= STEPS; step++) {
            worst = Math.max(worst, -gain(group, -range.down() * step / STEPS));
            worst = Math.max(worst, -gain(group, range.up() * step / STEPS));
        }
        for (RiskPosition position : group) {
            least += least(position);
        }
        return Math.max(worst, least);
    }

    /** Whoever holds an option loses no more than what it is worth. */
    private static double least(RiskPosition position) {
        if (position.option() == null) {
            return 0;
        }
        double least = LEAST_PER_UNIT * Math.abs(position.units());
        return position.units() > 0 ? Math.min(least, position.value()) : least;
    }

    private static double gain(List<RiskPosition> group, double move) {
        double gain = 0;
        for (RiskPosition position : group) {
            gain += position.gain(move, 0);
        }
        return gain;
    }
}
