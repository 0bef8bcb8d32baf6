package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.NumbersFillsByOrder;
import io.mts1b.brokers.VenueFill;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.oms.archive.RecordSum;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the log calls the fills of a broker: as the venue does, unless that is taken. Venues number their fills each for itself, and
 * some of them each order's for itself.
 */
final class FillNames {

    private static final int LONGEST = 128;

    private final Broker broker;
    private final OmsState state;

    FillNames(Broker broker, OmsState state) {
        this.broker = broker;
        this.state = state;
    }

    /** Returns what a fill of an order is called that a venue calls so. */
    FillId of(OrderId order, FillId told) {
        Optional<OrderId> other = state.venues().fill(told).map(Fill::orderId).filter(one -> !one.equals(order));
        if (other.isEmpty()) {
            return told;
        }
        if (broker instanceof NumbersFillsByOrder) {
            return called(ClientOrderId.of(order, 0).value(), told);
        }
        boolean another = state.order(other.get())
                .filter(one -> !one.order().broker().equals(broker.broker()))
                .isPresent();
        return another ? called(broker.broker().value(), told) : told;
    }

    private static FillId called(String whose, FillId told) {
        String name = whose + "/" + told;
        return new FillId(name.length() <= LONGEST ? name : whose + "/" + digest(told));
    }

    private static String digest(FillId told) {
        byte[] digest = RecordSum.sha256().digest(told.value().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    /** Tells whether a fill of an order that is not ours, as it seems, was booked all the same. */
    boolean isBooked(VenueFill told) {
        Optional<Fill> known = state.venues().fill(told.fillId());
        return broker instanceof NumbersFillsByOrder
                ? known.filter(fill -> fill.at().equals(told.at())).isPresent()
                : known.isPresent();
    }
}
