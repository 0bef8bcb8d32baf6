package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderType;
import java.util.List;
import java.util.Optional;

/** Shows a little of a large order at its limit. */
final class IcebergTactic implements Tactic {

    private final Algo.Iceberg algo;

    IcebergTactic(Algo.Iceberg algo) {
        this.algo = algo;
    }

    @Override
    public List<Wish> wishes(Situation situation) {
        Price limit = situation.limit();
        Decimal shown = situation
                .children()
                .committed()
                .minus(situation.children().filled())
                .value();
        return limit == null || shown.compareTo(algo.refillThreshold().value()) > 0
                ? List.of()
                : List.of(new Wish(
                        situation.parent().instrument(),
                        algo.display().value().minus(shown),
                        new OrderType.Limit(limit),
                        situation.resting()));
    }

    @Override
    public boolean isOutdated(Child child, Situation situation) {
        return !child.orderType().limitPrice().equals(Optional.ofNullable(situation.limit()));
    }
}
