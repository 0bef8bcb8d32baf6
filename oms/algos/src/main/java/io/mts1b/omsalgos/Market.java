package io.mts1b.omsalgos;

import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the market has shown so far. Confined to one thread. */
final class Market {

    /** A trade, by our clock. */
    record Volume(Instant at, Decimal quantity) {}

    /** What we take of the quote of an instrument. */
    record Taken(InstrumentId instrument, Decimal quantity) {}

    /** All of it. */
    record Form(List<Quote> quotes, List<Taken> taken, List<Volume> recent, Decimal volume) {}

    private final TreeMap<InstrumentId, Quote> quotes = new TreeMap<>();

    /** What we take of each quote, or were taking when it came: it may still be shown. */
    private final TreeMap<InstrumentId, Decimal> taken = new TreeMap<>();

    private final Duration lookback;
    private final Deque<Volume> recent = new ArrayDeque<>();
    private Decimal recentVolume = Decimal.ZERO;
    private Decimal volume = Decimal.ZERO;

    Market(Duration lookback) {
        this.lookback = lookback;
    }

    Form form() {
        List<Taken> all = new ArrayList<>();
        taken.forEach((instrument, quantity) -> all.add(new Taken(instrument, quantity)));
        return new Form(List.copyOf(quotes.values()), all, List.copyOf(recent), volume);
    }

    void restore(Form form) {
        form.quotes().forEach(quote -> quotes.put(quote.instrument(), quote));
        form.taken().forEach(one -> taken.put(one.instrument(), one.quantity()));
        form.recent().forEach(trade -> {
            recent.addLast(trade);
            recentVolume = recentVolume.plus(trade.quantity());
        });
        volume = form.volume();
    }

    void quote(Quote quote, Decimal beingTaken) {
        quotes.put(quote.instrument(), quote);
        taken.put(quote.instrument(), beingTaken);
    }

    void take(InstrumentId instrument, Quantity quantity) {
        taken.merge(instrument, quantity.value(), Decimal::plus);
    }

    void trade(Quantity quantity, Instant now) {
        volume = volume.plus(quantity.value());
        if (lookback.isPositive()) {
            recent.addLast(new Volume(now, quantity.value()));
            recentVolume = recentVolume.plus(quantity.value());
        }
    }

    /** Forgets volume that is longer ago than the lookback. */
    void tick(Instant now) {
        Instant since = now.minus(lookback);
        while (!recent.isEmpty() && recent.getFirst().at().isBefore(since)) {
            recentVolume = recentVolume.minus(recent.removeFirst().quantity());
        }
    }

    @Nullable Quote quote(InstrumentId instrument) {
        return quotes.get(instrument);
    }

    Decimal taken(InstrumentId instrument) {
        return taken.getOrDefault(instrument, Decimal.ZERO);
    }

    /** Returns what was traded since the start. */
    Decimal volume() {
        return volume;
    }

    /** Returns what was traded within the lookback. */
    Decimal recentVolume() {
        return recentVolume;
    }
}
