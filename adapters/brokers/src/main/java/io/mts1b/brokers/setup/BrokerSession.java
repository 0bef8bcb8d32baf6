package io.mts1b.brokers.setup;

import io.mts1b.brokers.Broker;
import java.io.IOException;

/** A broker with all it needs. Thread-safe. */
public interface BrokerSession extends AutoCloseable {

    /**
     * Returns the broker, which does nothing until it is opened.
     *
     * @return it may be called from any thread
     */
    Broker broker();

    /**
     * Stops, and gives everything back; what the broker is told afterwards is not sent.
     *
     * @throws IOException if something could not be given back
     */
    @Override
    void close() throws IOException;
}
