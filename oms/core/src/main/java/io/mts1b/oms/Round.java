package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.VenueAnswer;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One comparison with a venue: what was asked, and what has been answered. */
final class Round {

    private final Instant startedAt;
    private final long touches;
    private final long ordersRequest;
    private final long fillsRequest;
    private final long positionsRequest;
    private VenueAnswer.@Nullable OpenOrders orders;
    private VenueAnswer.@Nullable Fills fills;
    private VenueAnswer.@Nullable Positions positions;

    private Round(Instant startedAt, long touches, long ordersRequest, long fillsRequest, long positionsRequest) {
        this.startedAt = startedAt;
        this.touches = touches;
        this.ordersRequest = ordersRequest;
        this.fillsRequest = fillsRequest;
        this.positionsRequest = positionsRequest;
    }

    /** Asks the venue everything it can be asked. */
    static Round start(Broker broker, Recorder recorder, long touches, LongSupplier numbers, Instant fillsFrom) {
        Round round = new Round(
                recorder.now(),
                touches,
                broker instanceof ListsOpenOrders ? numbers.getAsLong() : 0,
                broker instanceof ListsFills ? numbers.getAsLong() : 0,
                broker instanceof ReportsPositions ? numbers.getAsLong() : 0);
        recorder.send(broker, to -> {
            if (to instanceof ListsFills lists) {
                lists.listFills(round.fillsRequest, fillsFrom);
            }
            if (to instanceof ListsOpenOrders lists) {
                lists.listOpenOrders(round.ordersRequest);
            }
            if (to instanceof ReportsPositions reports) {
                reports.listPositions(round.positionsRequest);
            }
        });
        return round;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** What was known when it was asked. */
    long touches() {
        return touches;
    }

    boolean asked(long request) {
        return request == ordersRequest || request == fillsRequest || request == positionsRequest;
    }

    void take(VenueAnswer answer) {
        switch (answer) {
            case VenueAnswer.OpenOrders told when told.request() == ordersRequest -> orders = told;
            case VenueAnswer.Fills told when told.request() == fillsRequest -> fills = told;
            case VenueAnswer.Positions told when told.request() == positionsRequest -> positions = told;
            default -> {
                // No answer, or one of another kind than was asked for: the round stays open until its time is over.
            }
        }
    }

    boolean isComplete() {
        return (ordersRequest == 0 || orders != null)
                && (fillsRequest == 0 || fills != null)
                && (positionsRequest == 0 || positions != null);
    }

    VenueAnswer.@Nullable OpenOrders orders() {
        return orders;
    }

    VenueAnswer.@Nullable Fills fills() {
        return fills;
    }

    VenueAnswer.@Nullable Positions positions() {
        return positions;
    }
}
