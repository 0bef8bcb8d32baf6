package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes from each venue what it shows, the best first. */
final class RouterTactic implements Tactic {

    /** What a venue offers; {@code net} grows as it gets worse for us. */
    private record Offer(Wish wish, Decimal net) {}

    private static final Comparator<Offer> BEST_FIRST =
            Comparator.comparing(Offer::net).thenComparing(offer -> offer.wish().instrument());

    private final Algo.Router algo;

    RouterTactic(Algo.Router algo) {
        this.algo = algo;
    }

    @Override
    public List<Wish> wishes(Situation situation) {
        List<Offer> offers = new ArrayList<>();
        for (Route route : algo.routes()) {
            Price far = situation.far(route.instrument());
            OrderType price = situation.taking(route.instrument());
            Decimal displayed = situation.displayed(route.instrument());
            if (far != null && price != null && displayed.signum() > 0) {
                Decimal cost = situation.isBuying() ? far.value() : far.value().negated();
                offers.add(new Offer(
                        new Wish(route.instrument(), displayed, price, TimeInForce.IOC),
                        cost.plus(route.takerFee().value())));
            }
        }
        offers.sort(BEST_FIRST);
        return offers.stream().map(Offer::wish).toList();
    }
}
