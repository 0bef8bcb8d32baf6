package io.mts1b.oms.running;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.Topic;
import io.mts1b.platform.metrics.Counter;
import io.mts1b.platform.metrics.Metrics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Quotes and trades that are published: the middle of a quote marks the price of its instrument, and algos are told of both.
 *
 * <p>What is stale, ahead of its time, older than what came before or crossed beyond belief is refused, and counted. Of the
 * quotes of an instrument that wait for the writer, only the last is taken; a trade for which the writer has no room is lost,
 * as one that was never published.
 */
final class MarketDesk {

    /** Where trades of the market are told, by symbol. */
    static final Topic<Trade> TRADES = new Topic<>(Subject.parse("mts.v1.marketdata.trades.printed"), Trade.class);

    private final OmsWriter writer;
    private final MarketSettings settings;
    private final InstantSource clock;
    private final PriceMarks marks;
    private final Counter refused;
    private final ConcurrentMap<InstrumentId, Quote> waiting = new ConcurrentSkipListMap<>();

    // Of the writer's thread.
    private final Map<InstrumentId, Instant> quotedAt = new TreeMap<>();
    private final Map<InstrumentId, Instant> tradedAt = new TreeMap<>();
    private final Map<InstrumentId, Instant> markedAt = new TreeMap<>();

    MarketDesk(OmsWriter writer, MarketSettings settings, InstantSource clock, Metrics metrics) {
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
        this.marks = new PriceMarks(clock, settings.aheadBy());
        this.refused = metrics.counter(
                "mts1b.oms.market.refused", "Quotes and trades that were stale, ahead, out of order or not sane");
    }

    /** Listens from now on. */
    void listen(Bus bus) {
        bus.subscribe(
                Feed.ofParts(Topic.of(StableSubject.QUOTES_UPDATED, Quote.class)),
                (Event<Quote> event) -> quoted(event.payload()));
        bus.subscribe(Feed.ofParts(TRADES), (Event<Trade> event) -> {
            var done = writer.ask(oms -> take(oms, event.payload()));
            done.exceptionally(_ -> false);
        });
    }

    private void quoted(Quote quote) {
        InstrumentId id = quote.instrument();
        if (waiting.put(id, quote) == null) {
            var done = writer.ask(oms -> {
                Quote last = waiting.remove(id);
                return last != null && take(oms, last);
            });
            done.exceptionally(_ -> {
                // There was no room; the next quote is tried again.
                waiting.remove(id);
                return false;
            });
        }
    }

    private boolean take(Oms oms, Quote quote) {
        InstrumentId id = quote.instrument();
        if (oms.state().instrument(id).isEmpty()) {
            return false;
        }
        if (!quote.isSane() || !isCurrent(quotedAt, id, quote.at())) {
            refused.add(1);
            return false;
        }
        Instant marked = markedAt.get(id);
        if (marked == null || !quote.at().isBefore(marked.plus(settings.markEvery()))) {
            marks.next(oms, id, quote.mid(), quote.at()).ifPresent(mark -> {
                markedAt.put(id, quote.at());
                oms.accept(mark);
            });
        }
        oms.parents().quoted(quote);
        return true;
    }

    private boolean take(Oms oms, Trade trade) {
        if (oms.state().instrument(trade.instrument()).isEmpty()) {
            return false;
        }
        if (!isCurrent(tradedAt, trade.instrument(), trade.at())) {
            refused.add(1);
            return false;
        }
        oms.parents().traded(trade);
        return true;
    }

    /** Tells whether something may be believed now, and remembers it if so. */
    private boolean isCurrent(Map<InstrumentId, Instant> last, InstrumentId id, Instant at) {
        Instant now = clock.instant();
        Instant before = last.get(id);
        boolean current = !at.isBefore(now.minus(settings.staleAfter()))
                && !marks.isAhead(at)
                && (before == null || !at.isBefore(before));
        if (current) {
            last.put(id, at);
        }
        return current;
    }
}
