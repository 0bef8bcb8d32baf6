package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.NumbersFillsByOrder;
import io.mts1b.brokers.VenueFill;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.oms.archive.RecordSum;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What the log calls the fills of a broker: as its venue does, unless another broker's is called so; where a venue numbers the fills
 * of each order for itself, by the order too.
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
        return broker instanceof NumbersFillsByOrder
                ? called(ClientOrderId.of(order, 0).value(), told)
                : free(told, broker.broker(), state);
    }

    /** Returns a fill of somebody else's order under the name it has if that is taken into a fund. */
    VenueFill foreign(VenueFill told) {
        return told.called(of(WordsDesk.orderId(broker.broker(), told.order()), told.fillId()));
    }

    /** Returns a name that no other broker's fill has: most often the one that was told. */
    static FillId free(FillId told, BrokerId broker, OmsState state) {
        boolean taken = state.venues()
                .teller(told)
                .filter(teller -> !teller.equals(broker))
                .isPresent();
        return taken ? called(broker.value(), told) : told;
    }

    private static FillId called(String whose, FillId told) {
        String name = whose + "/" + told;
        return new FillId(name.length() <= LONGEST ? name : whose + "/" + digest(told.value()));
    }

    /** Returns 64 digits that stand for a longer name. */
    static String digest(String name) {
        byte[] digest = RecordSum.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
