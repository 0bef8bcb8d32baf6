package io.mts1b.riskengine.portfoliorisk;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.quantkit.metrics.ExpectedShortfall;
import io.mts1b.quantkit.metrics.ValueAtRisk;
import io.mts1b.quantkit.options.BlackScholes;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The risk of positions in one currency. Immutable and thread-safe.
 *
 * <p>Value at risk and expected shortfall are those of {@link ValueAtRisk} and {@link ExpectedShortfall}, of the portfolio's
 * gains per period of the history.
 */
public final class FundRisk {

    private static final int NOISE_PLACES = 6;

    /** The worst return that leaves a price to value options at. */
    private static final double LOWEST = -1 + 1e-9;

    private final Currency currency;
    private final List<RiskPosition> positions;

    /**
     * Takes a portfolio.
     *
     * @param currency what values are counted in
     * @param positions what is held; several may be of one instrument
     */
    public FundRisk(Currency currency, List<RiskPosition> positions) {
        this.currency = Objects.requireNonNull(currency, "currency");
        this.positions = List.copyOf(positions);
    }

    /**
     * Returns the portfolio with a position more, such as an order that has traded.
     *
     * @param position what is added; its units may be negative
     * @return the larger portfolio
     */
    public FundRisk with(RiskPosition position) {
        List<RiskPosition> more = new ArrayList<>(positions);
        more.add(position);
        return new FundRisk(currency, more);
    }

    /**
     * Returns what may be lost in one period.
     *
     * @param history the returns of every underlying
     * @param model how the periods to come are imagined
     * @param tail which fraction of the periods is worse, in (0, 1), such as 0.05
     * @return the losses, rounded up to minor units
     * @throws IllegalArgumentException if the history lacks an underlying, or the tail is out of range
     */
    public TailRisk tail(ReturnHistory history, TailModel model, double tail) {
        Require.that(tail > 0 && tail < 1, "tail must be in (0, 1), was " + tail);
        return switch (model) {
            case TailModel.Historical _ -> empirical(gains(history), tail);
            case TailModel.MonteCarlo drawn -> empirical(drawn(history, drawn), tail);
            case TailModel.Parametric _ -> {
                double[] gains = linearGains(history);
                yield new TailRisk(
                        lost(ValueAtRisk.gaussian(gains, tail)), lost(ExpectedShortfall.gaussian(gains, tail)));
            }
        };
    }

    /**
     * Returns how much more may be lost in one period if something is added, before it is.
     *
     * @param order what would be added
     * @param history the returns of every underlying
     * @param model how the periods to come are imagined; drawn alike with and without
     * @param tail which fraction of the periods is worse, in (0, 1)
     * @return the risk with it less the risk without; negative if it hedges
     */
    public TailRisk incremental(RiskPosition order, ReturnHistory history, TailModel model, double tail) {
        return with(order).tail(history, model, tail).minus(tail(history, model, tail));
    }

    /**
     * Returns what a scenario gains.
     *
     * @param scenario what happens
     * @return the gain, negative for a loss; losses are rounded up to minor units
     */
    public Money stress(StressScenario scenario) {
        double gain = 0;
        for (RiskPosition position : positions) {
            gain += position.gain(scenario.move(position.underlying()), scenario.volatilityMove());
        }
        return lost(gain).negated();
    }

    /**
     * Returns how the portfolio moves with each underlying.
     *
     * @return the sums over positions, by underlying
     */
    public SortedMap<InstrumentId, Greeks> greeks() {
        SortedMap<InstrumentId, Greeks> greeks = new TreeMap<>();
        for (RiskPosition position : positions) {
            greeks.merge(position.underlying(), greeks(position), Greeks::plus);
        }
        return greeks;
    }

    private static Greeks greeks(RiskPosition position) {
        BlackScholes option = position.option();
        double units = position.units();
        return option == null
                ? new Greeks(units, 0, 0, 0, 0)
                : new Greeks(
                        units * option.delta(),
                        units * option.gamma(),
                        units * option.vega(),
                        units * option.theta(),
                        units * option.rho());
    }

    private TailRisk empirical(double[] gains, double tail) {
        return new TailRisk(lost(ValueAtRisk.historical(gains, tail)), lost(ExpectedShortfall.coherent(gains, tail)));
    }

    private Money lost(double gain) {
        // What is below a millionth is noise of the reals, and is not rounded up.
        Decimal exact = Decimal.ofReal(-gain, NOISE_PLACES, RoundingMode.HALF_EVEN);
        return new Money(exact, currency).rounded(RoundingMode.CEILING);
    }

    private double[] gains(ReturnHistory history) {
        int[] columns = columns(history);
        double[] gains = new double[history.periods()];
        Arrays.setAll(gains, period -> gain(columns, history.row(period)));
        return gains;
    }

    private double gain(int[] columns, double[] moves) {
        double gain = 0;
        for (int i = 0; i < columns.length; i++) {
            gain += positions.get(i).gain(moves[columns[i]], 0);
        }
        return gain;
    }

    private double[] linearGains(ReturnHistory history) {
        int[] columns = columns(history);
        double[] gains = new double[history.periods()];
        for (int period = 0; period < gains.length; period++) {
            double[] moves = history.row(period);
            for (int i = 0; i < columns.length; i++) {
                gains[period] += positions.get(i).deltaValue() * moves[columns[i]];
            }
        }
        return gains;
    }

    /**
     * Draws returns. A sum of the history's deviations from its means, each times a normal number of its own and over the
     * root of one less than their count, has the history's covariances; nothing needs to be factored.
     */
    private double[] drawn(ReturnHistory history, TailModel.MonteCarlo model) {
        RandomGenerator random = model.random();
        int[] columns = columns(history);
        double[] means = history.means();
        double scale = 1 / Math.sqrt(history.periods() - 1.0);
        double[] gains = new double[model.draws()];
        double[] moves = new double[means.length];
        for (int draw = 0; draw < gains.length; draw++) {
            System.arraycopy(means, 0, moves, 0, means.length);
            for (int period = 0; period < history.periods(); period++) {
                double weight = random.nextGaussian() * scale;
                double[] row = history.row(period);
                for (int column = 0; column < moves.length; column++) {
                    moves[column] += weight * (row[column] - means[column]);
                }
            }
            Arrays.setAll(moves, column -> Math.max(moves[column], LOWEST));
            gains[draw] = gain(columns, moves);
        }
        return gains;
    }

    private int[] columns(ReturnHistory history) {
        return positions.stream()
                .mapToInt(position -> history.column(position.underlying()))
                .toArray();
    }
}
