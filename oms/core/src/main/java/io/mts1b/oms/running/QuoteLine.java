package io.mts1b.oms.running;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.Subscription;
import io.mts1b.platform.bus.Topic;

/** Tells stops and algos of the quotes that are published. */
final class QuoteLine {

    private QuoteLine() {}

    /** Listens from now on. A quote that the writer has no room for is lost; the next one says more. */
    static Subscription listen(Bus bus, OmsWriter writer) {
        return bus.subscribe(
                Feed.ofParts(Topic.of(StableSubject.QUOTES_UPDATED, Quote.class)), (Event<Quote> event) -> {
                    var done = writer.ask(oms -> {
                        oms.parents().quoted(event.payload());
                        return true;
                    });
                    done.exceptionally(_ -> false);
                });
    }
}
