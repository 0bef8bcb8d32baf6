package io.mts1b.brokers.local;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.symbology.InstrumentId;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A protocol that a broker of ours and a local venue of ours speak, so that what holds of all of them is tested of each.
 *
 * @param <B> the broker
 */
public interface Protocol<
        B extends
                SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                        & ReportsBalances & VenueLink.User> {

    /** Something it trades, around 100, in ticks of a cent and in whole lots. */
    InstrumentId instrument();

    /** A market for that and nothing else. */
    LocalMarket market(InstantSource clock, SplittableRandom random);

    /** The venue, and an account whose key may trade and no more. */
    LocalVenue venue(LocalMarket market, InstantSource clock);

    /** Where its stream is. */
    String stream();

    /** The broker of that account. */
    B broker(URI api, InstantSource clock, VenueLink link, VenueListener listener);

    /** Hands calls over to the broker's thread. */
    default ConfinedBroker<B> confined(Consumer<Consumer<B>> thread) {
        return new ConfinedBroker<>(Orders.BROKER, thread);
    }

    /** What the venue calls an order: all names, the last at the end. */
    List<String> names(LocalOrder order);

    /** What the venue calls a fill. */
    String name(LocalFill fill);
}
