package io.mts1b.oms.running;

import io.mts1b.brokers.paper.PaperBroker;
import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.Subscription;
import io.mts1b.platform.bus.Topic;
import io.mts1b.quantkit.costmodels.CostModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The paper brokers of a running service: they cost what US shares do, and fill against the bars that are published.
 *
 * <p>The last bar of an instrument marks its price, in the session of the day it ends on by universal time, or the one that has
 * begun since. One that comes late, or is of the future, marks nothing.
 */
final class PaperDesk {

    private final InstantSource clock;
    private final PriceMarks marks;
    private final List<PaperBroker> brokers = new ArrayList<>();

    PaperDesk(InstantSource clock, PriceMarks marks) {
        this.clock = clock;
        this.marks = marks;
    }

    /** Connects a broker. On the writer's thread, as all that follows. */
    void connect(Oms oms, BrokerId name) {
        PaperBroker broker = new PaperBroker(
                name, oms.state()::instrument, CostModel.usShares(), clock, told -> oms.onVenue(name, told));
        brokers.add(broker);
        oms.connect(broker);
    }

    /** Listens to bars from now on. A bar that the writer has no room for is lost, as one that was never published. */
    Subscription listen(Bus bus, OmsWriter writer) {
        return bus.subscribe(Feed.ofParts(Topic.of(StableSubject.BARS_CLOSED, Bar.class)), (Event<Bar> event) -> {
            var done = writer.ask(oms -> take(oms, event.payload()));
            done.exceptionally(_ -> false);
        });
    }

    private boolean take(Oms oms, Bar bar) {
        InstrumentId id = bar.instrument();
        if (oms.state().instrument(id).isEmpty()) {
            return false;
        }
        Instant opened = bar.at().minus(bar.interval().duration());
        // First, for the books of the session before are to be valued before the bar fills orders.
        Optional<OmsEvent.MarketMarked> mark = marks.next(oms, id, bar.close(), bar.at());
        brokers.forEach(broker -> broker.onBar(bar, opened));
        mark.ifPresent(oms::accept);
        return true;
    }
}
