package io.mts1b.oms.running;

import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.alpaca.session.AlpacaSession;
import io.mts1b.brokers.coinbase.session.CoinbaseSession;
import io.mts1b.brokers.fix.session.FixBrokerSession;
import io.mts1b.brokers.ibkr.session.IbkrSession;
import io.mts1b.brokers.kraken.session.KrakenSession;
import io.mts1b.brokers.setup.BrokerSession;
import io.mts1b.brokers.setup.BrokersSettings;
import io.mts1b.brokers.setup.Confirmation;
import io.mts1b.brokers.setup.FixBrokerSettings;
import io.mts1b.brokers.setup.Host;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.oms.Oms;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.http.HttpSettings;
import io.mts1b.platform.service.ServiceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of a running service with brokers over a network. They reconnect by themselves; what they hear reaches the
 * writer through its queue.
 */
final class VenueSessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VenueSessions.class);

    private final Configuration configuration;
    private final Host host;
    private final Confirmation confirmation;
    private final List<BrokerSession> sessions = new ArrayList<>();

    VenueSessions(ServiceContext context) {
        this.configuration = context.configuration();
        this.host = Host.open(configuration.section(HttpSettings.class), context.clock());
        this.confirmation = context.prompt()::ask;
    }

    /**
     * Connects a broker.
     *
     * @param broker which, not a paper broker
     * @param oms where it is taken into use
     * @param tell takes what it hears, on any thread
     * @throws IllegalArgumentException if its settings do not fit together, or going live was not confirmed
     */
    void connect(OmsSettings.BrokerSettings broker, Oms oms, BiConsumer<BrokerId, VenueMessage> tell) {
        try {
            BrokerSession session = open(broker, message -> tell.accept(broker.name(), message));
            sessions.add(session);
            oms.connect(session.broker());
        } catch (IOException e) {
            throw new UncheckedIOException("broker " + broker.name() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** The one table of brokers over a network. */
    private BrokerSession open(OmsSettings.BrokerSettings broker, VenueListener listener) throws IOException {
        BrokerId name = broker.name();
        BrokersSettings all = configuration.section(BrokersSettings.class);
        return switch (broker.kind()) {
            case PAPER -> throw new IllegalArgumentException("broker " + name + " must be over a network");
            case KRAKEN -> KrakenSession.open(name, all.kraken(), host, confirmation, listener);
            case COINBASE -> CoinbaseSession.open(name, all.coinbase(), host, confirmation, listener);
            case ALPACA -> AlpacaSession.open(name, all.alpaca(), host, confirmation, listener);
            case IBKR -> IbkrSession.open(name, all.ibkr(), host, confirmation, listener);
            case FIX -> {
                @Nullable FixBrokerSettings settings = all.fix().get(name.value());
                yield FixBrokerSession.open(
                        name,
                        Require.present(
                                settings,
                                () -> "brokers.fix must have " + name + ", has "
                                        + all.fix().keySet()),
                        host.clock(),
                        confirmation,
                        listener);
            }
        };
    }

    /** Closes all of them; after the writer, which calls them. */
    @Override
    public void close() {
        for (BrokerSession session : sessions.reversed()) {
            try {
                session.close();
            } catch (IOException e) {
                LOG.warn("the session of {} did not close: {}", session.broker().broker(), e.getMessage());
            }
        }
        sessions.clear();
        host.clients().close();
    }
}
