package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import org.jspecify.annotations.Nullable;

/** At which price an order is worth the most of those it may trade at, as far as anybody knows. */
public final class MostPrice {

    private MostPrice() {}

    /**
     * Returns the price: a purchase costs no more than its limit; a sale, and a stop without a limit, may trade at the last
     * price however little they name.
     *
     * @param type what the order names
     * @param side whether it buys or sells
     * @param last the last price; null if there is none
     * @return of the price it names and the last the one further from zero; null if there is neither
     */
    public static @Nullable Price of(OrderType type, Side side, @Nullable Price last) {
        Price limit = Gates.limit(type);
        Price named = limit == null ? Gates.stop(type) : limit;
        if (named == null || last == null) {
            return named == null ? last : named;
        }
        boolean capped = limit != null && side.sign() > 0 && last.compareTo(limit) > 0;
        return capped || last.value().abs().compareTo(named.value().abs()) <= 0 ? named : last;
    }
}
