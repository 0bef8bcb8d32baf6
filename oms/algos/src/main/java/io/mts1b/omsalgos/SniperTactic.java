package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.List;

/** Hides until there is something to take. */
final class SniperTactic implements Tactic {

    private final Algo.Sniper algo;

    SniperTactic(Algo.Sniper algo) {
        this.algo = algo;
    }

    @Override
    public List<Wish> wishes(Situation situation) {
        InstrumentId instrument = situation.parent().instrument();
        Decimal displayed = situation.displayed(instrument);
        OrderType price = situation.taking(instrument);
        boolean isTarget = price != null
                && situation.market().taken(instrument).isZero()
                && displayed.compareTo(algo.leastDisplayed().value()) >= 0;
        return price == null || !isTarget
                ? List.of()
                : List.of(new Wish(instrument, Parameters.share(displayed, algo.share()), price, TimeInForce.IOC));
    }
}
