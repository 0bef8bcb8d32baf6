package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.ContractTerms;
import org.jspecify.annotations.Nullable;

/** Which parents an algo can work, and in which terms. */
final class Admission {

    /** Leaves room for the number of the child in its identity. */
    private static final int LONGEST_ID = 54;

    private Admission() {}

    static void check(Order parent, ContractTerms terms, Algo algo, ExecutionLimits limits) {
        Require.that(
                parent.orderId().value().length() <= LONGEST_ID,
                "orderId must be at most " + LONGEST_ID + " characters to name children by, was " + parent.orderId());
        Require.that(
                switch (parent.type()) {
                    case OrderType.Market _, OrderType.Limit _, OrderType.MarketableLimit _ -> true;
                    case OrderType.Stop _, OrderType.StopLimit _ -> false;
                },
                "type must be market, limit or marketable limit, was "
                        + parent.type().kind());
        Require.that(
                parent.timeInForce() == TimeInForce.DAY || parent.timeInForce() == TimeInForce.GTC,
                "timeInForce must be DAY or GTC, was " + parent.timeInForce());
        terms(algo, terms, parent.quantity(), parent.type().limitPrice().orElse(null));
        onLots("leastChild", limits.leastChild(), terms);
        switch (algo) {
            case Algo.Iceberg iceberg -> {
                onLots("display", iceberg.display(), terms);
                onLots("refillThreshold", iceberg.refillThreshold(), terms);
                Require.that(
                        limits.leastChild().compareTo(iceberg.display()) <= 0,
                        "leastChild must be at most display " + iceberg.display() + ", was " + limits.leastChild());
            }
            case Algo.Router router -> {
                for (Route route : router.routes()) {
                    Require.that(
                            route.instrument()
                                    .symbol()
                                    .equals(parent.instrument().symbol()),
                            "routes must be of " + parent.instrument().symbol() + ", was " + route.instrument());
                }
            }
            case Algo.AlmgrenChriss best -> {
                double quantity = parent.quantity().value().toReal();
                double kappa = best.impact()
                        .of(quantity, best.horizon(), best.slices())
                        .kappa(best.riskAversion());
                Require.that(
                        Double.isFinite(kappa),
                        "riskAversion must be small enough for a finite urgency, was " + best.riskAversion());
            }
            case Algo.ImplementationShortfall best -> {
                for (int slices = best.slices(); slices > 0; slices--) {
                    ShortfallTactic.model(best, parent.quantity().value().toReal(), slices);
                }
            }
            case Algo.Twap _, Algo.Vwap _, Algo.Pov _, Algo.Sniper _ -> {}
        }
    }

    /** Checks what an amendment can change. */
    static void terms(Algo algo, ContractTerms terms, Quantity quantity, @Nullable Price limit) {
        onLots("quantity", quantity, terms);
        Require.that(
                limit == null || limit.value().isMultipleOf(terms.tick().value()),
                "limit must be a multiple of the tick " + terms.tick() + ", was " + limit);
        switch (algo) {
            case Algo.Iceberg _, Algo.Sniper _ ->
                Require.that(limit != null, "limit must be given for an iceberg and a sniper, was not");
            case Algo.Twap _,
                    Algo.Vwap _,
                    Algo.Pov _,
                    Algo.AlmgrenChriss _,
                    Algo.ImplementationShortfall _,
                    Algo.Router _ -> {}
        }
    }

    private static void onLots(String name, Quantity quantity, ContractTerms terms) {
        Require.that(
                quantity.value().isMultipleOf(terms.lot().value()),
                name + " must be a multiple of the lot " + terms.lot() + ", was " + quantity);
    }
}
