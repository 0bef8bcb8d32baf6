package io.mts1b.oms.running;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.Subscription;
import io.mts1b.platform.bus.Topic;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Halts that others request over the bus: they pass the commands that wait, and one that fails is an error. */
final class HaltDesk {

    private static final Logger LOG = LoggerFactory.getLogger(HaltDesk.class);

    private HaltDesk() {}

    /** Listens from now on. */
    static Subscription listen(Bus bus, OmsWriter writer) {
        return bus.subscribe(
                Feed.of(Topic.of(StableSubject.HALTS_REQUESTED, HaltRequest.class)),
                (Event<HaltRequest> event) -> take(writer, event.payload()).join());
    }

    /** Returns whether it is new, once it is durable. */
    static CompletableFuture<Boolean> take(OmsWriter writer, HaltRequest halt) {
        return writer.insist(oms -> take(oms, halt)).whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.error("trading may go on: {} was requested, and is not known to be in force", halt, failure);
            }
        });
    }

    /** A halt that is told twice is one. */
    private static boolean take(Oms oms, HaltRequest halt) {
        boolean stands = oms.state().halts().contains(halt);
        if (!stands) {
            oms.accept(new OmsEvent.HaltSet(halt));
        }
        return !stands;
    }
}
