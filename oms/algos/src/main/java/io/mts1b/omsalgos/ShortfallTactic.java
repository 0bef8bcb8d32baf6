package io.mts1b.omsalgos;

import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.quantkit.execution.AlmgrenChriss;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Plans anew at the start of each slice, with an urgency that follows the price. */
final class ShortfallTactic extends SlicedTactic {

    private static final int PLACES = 12;

    /** Beyond this a schedule is all at once, or even, anyhow. */
    private static final double MOST_EXPONENT = 50;

    private final Algo.ImplementationShortfall algo;
    private @Nullable Price arrival;
    private Decimal target = Decimal.ZERO;
    private int planned = -1;

    ShortfallTactic(Algo.ImplementationShortfall algo) {
        super(Schedule.evenStarts(algo.horizon(), algo.slices()), algo.childType());
        this.algo = algo;
        arrival = algo.arrival();
    }

    @Override
    public Form form() {
        return new Form(target, Decimal.ZERO, planned, arrival);
    }

    @Override
    public void restore(Form form) {
        target = form.first();
        planned = form.slice();
        arrival = form.price();
    }

    /** Returns the model of what is left when some slices are. */
    static AlmgrenChriss model(Algo.ImplementationShortfall algo, double quantity, int slices) {
        Duration time = algo.horizon().multipliedBy(slices).dividedBy(algo.slices());
        return algo.impact().of(quantity, time, slices);
    }

    @Override
    Decimal target(Situation situation) {
        int slice = slice(situation);
        Quote quote = situation.market().quote(situation.parent().instrument());
        Decimal ordered = situation.children().ordered().value();
        if (slice == algo.slices() - 1) {
            return ordered;
        }
        // A plan is made at the first quote of its slice: without one nothing could be placed.
        if (slice > planned && quote != null) {
            planned = slice;
            target = next(situation, algo.slices() - slice, favour(situation, quote.mid()));
        }
        return target.min(ordered);
    }

    private Decimal next(Situation situation, int slices, double favour) {
        Decimal filled = situation.children().filled().value();
        Decimal left = situation.children().ordered().value().minus(filled);
        if (left.signum() <= 0) {
            return filled;
        }
        double exponent = Math.clamp(algo.adaptation() * favour, -MOST_EXPONENT, MOST_EXPONENT);
        double aversion = Math.min(algo.riskAversion() * StrictMath.exp(exponent), Double.MAX_VALUE);
        double quantity = left.toReal();
        AlmgrenChriss model = model(algo, quantity, slices);
        double part = Double.isFinite(model.kappa(aversion))
                ? model.schedule(aversion).trades().getFirst() / quantity
                : 1;
        Decimal exact = Decimal.ofReal(Math.clamp(part, 0, 1), PLACES, RoundingMode.HALF_EVEN);
        return onLots(filled.plus(left.times(exact, PLACES, RoundingMode.HALF_EVEN)), situation);
    }

    /** Returns how far the price is better than on arrival, in its standard deviations over the horizon. */
    private double favour(Situation situation, Price mid) {
        if (arrival == null) {
            arrival = mid;
        }
        double deviation = algo.impact().volatility() * Math.sqrt(algo.impact().units(algo.horizon()));
        double better =
                arrival.minus(mid).value().toReal() * situation.parent().side().sign();
        return deviation == 0 ? 0 : better / deviation;
    }
}
