package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.VenueFill;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the account has traded lately, holds, and has of each currency: all of it a fold of its fills. */
final class PaperAccount {

    /** The last, in the order they happened. */
    private final Deque<VenueFill> fills = new ArrayDeque<>();

    private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
    private final SortedMap<Currency, Decimal> balances;

    PaperAccount(SortedMap<Currency, Decimal> balances) {
        this.balances = new TreeMap<>(balances);
    }

    void book(VenueFill fill, ContractTerms terms) {
        fills.add(fill);
        if (fills.size() > PaperOrders.KEPT) {
            fills.remove();
        }
        Decimal quantity = fill.quantity().value();
        Decimal signed = fill.buys() ? quantity : quantity.negated();
        positions.merge(fill.instrument(), signed, Decimal::plus);
        pay(terms.value(fill.price(), signed));
        pay(fill.fee());
    }

    private void pay(Money money) {
        balances.merge(money.currency(), money.amount().negated(), Decimal::plus);
    }

    Decimal position(InstrumentId instrument) {
        return positions.getOrDefault(instrument, Decimal.ZERO);
    }

    SortedMap<InstrumentId, Decimal> positions() {
        SortedMap<InstrumentId, Decimal> held = new TreeMap<>(positions);
        held.values().removeIf(Decimal::isZero);
        return held;
    }

    SortedMap<Currency, Decimal> balances() {
        return balances;
    }

    List<VenueFill> fills(Instant from) {
        return fills.stream().filter(fill -> !fill.at().isBefore(from)).toList();
    }
}
