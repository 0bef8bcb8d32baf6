package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.OrderType;
import java.util.List;

/** Follows the volume. */
final class PovTactic implements Tactic {

    private final Algo.Pov algo;

    /** Our part of volume that is too long ago to catch up with. */
    private Decimal missed = Decimal.ZERO;

    /** What was owed last and too little for a child: it waits for more, however long that takes. */
    private Decimal carried = Decimal.ZERO;

    PovTactic(Algo.Pov algo) {
        this.algo = algo;
    }

    @Override
    public Form form() {
        return new Form(missed, carried, -1, null);
    }

    @Override
    public void restore(Form form) {
        missed = form.first();
        carried = form.second();
    }

    @Override
    public List<Wish> wishes(Situation situation) {
        Decimal owed = Parameters.share(situation.market().volume(), algo.participation())
                .minus(missed)
                .minus(situation.children().committed().value());
        Decimal most = Parameters.share(situation.market().recentVolume(), algo.participation())
                .plus(carried);
        if (owed.compareTo(most) > 0) {
            missed = missed.plus(owed.minus(most));
            owed = most;
        }
        carried = owed.compareTo(situation.least()) < 0 ? owed.max(Decimal.ZERO) : Decimal.ZERO;
        OrderType price = owed.signum() > 0 ? situation.priced(algo.childType()) : null;
        return price == null
                ? List.of()
                : List.of(new Wish(situation.parent().instrument(), owed, price, situation.resting()));
    }

    @Override
    public boolean isOutdated(Child child, Situation situation) {
        OrderType price = situation.priced(algo.childType());
        return price != null && !child.orderType().equals(price);
    }
}
