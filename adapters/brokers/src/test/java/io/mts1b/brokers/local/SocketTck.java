package io.mts1b.brokers.local;

import io.mts1b.brokers.BrokerTck;
import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.Venue;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.symbology.InstrumentId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * The whole conformance suite over real HTTP and a real WebSocket, against a venue of ours that looks at everything.
 *
 * @param <B> the broker
 */
public abstract class SocketTck<
                B extends
                        SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                                & ReportsBalances & VenueLink.User>
        extends BrokerTck {

    private final Protocol<B> protocol;
    private final InstrumentId unknown;
    private @Nullable SocketVenue<B> venue;

    /** Tests a protocol; it does not trade {@code unknown}. */
    protected SocketTck(Protocol<B> protocol, String unknown) {
        this.protocol = protocol;
        this.unknown = InstrumentId.parse(unknown);
    }

    @Override
    protected Venue venue(VenueListener listener) {
        SocketVenue<B> made = new SocketVenue<>(protocol, unknown, listener);
        venue = made;
        return made;
    }

    @AfterEach
    void close() throws IOException {
        if (venue != null) {
            venue.close();
        }
    }
}
