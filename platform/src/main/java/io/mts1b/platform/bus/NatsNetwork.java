package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import io.mts1b.platform.bus.BusException.Category;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Artifacts of many processes, on machines anywhere, around NATS servers with JetStream.
 *
 * <p>Every bus has a connection for live events, questions and what it consumes, and one for what it publishes
 * into streams. The first is mended when it breaks. The second is thrown away and begun anew, so that nothing
 * that waited in it can overtake what was lost: the events that no receipt was given for are sent again in
 * their order, and the server drops those it has.
 *
 * <p>A receipt is given when the server has the event, not when its disk has: how much the loss of power of the
 * server's machine may cost is a setting of the server, and of how many replicas there are.
 */
public final class NatsNetwork implements BusNetwork {

    /** How many messages may wait for the socket, and how long one may wait to be among them. */
    private static final int MAX_OUTGOING = 8_192;

    private static final Duration QUEUE_WAIT = Duration.ofMillis(1);
    private static final int MAX_ARTIFACT = 64;
    private static final Duration RECONNECT_WAIT = Duration.ofMillis(100);
    private static final Duration PING = Duration.ofSeconds(5);

    private final NatsOptions options;
    private final List<NatsBus> buses = new CopyOnWriteArrayList<>();
    private volatile boolean isClosed;

    private NatsNetwork(NatsOptions options) {
        this.options = options;
    }

    /**
     * Opens a network; nothing is connected yet.
     *
     * @param options how to reach the servers
     * @return the network
     */
    public static NatsNetwork open(NatsOptions options) {
        return new NatsNetwork(options);
    }

    @Override
    public Bus connect(String artifact) {
        Require.token("artifact", artifact, MAX_ARTIFACT);
        if (isClosed) {
            throw BusException.closed(artifact);
        }
        NatsBus bus = new NatsBus(artifact, this);
        buses.add(bus);
        return bus;
    }

    Duration patience() {
        return options.patience();
    }

    /** Connects, and goes on connecting whenever the connection breaks. */
    Connection connectForGood(String name) {
        return connect(builder(name).maxReconnects(-1).reconnectWait(RECONNECT_WAIT));
    }

    /** Connects once: when the connection breaks, all that is in it is gone. */
    Connection connectOnce(String name) {
        return connect(builder(name).noReconnect());
    }

    private Options.Builder builder(String name) {
        Options.Builder builder = new Options.Builder()
                .servers(options.servers().toArray(String[]::new))
                .connectionName(name)
                .connectionTimeout(options.patience())
                .pingInterval(PING)
                .maxMessagesInOutgoingQueue(MAX_OUTGOING)
                .writeQueuePushTimeout(QUEUE_WAIT)
                .reportNoResponders()
                // Silent: what goes wrong is told by exceptions and by the status of subscriptions.
                .errorListener(new ErrorListener() {});
        options.tls().ifPresent(builder::sslContext);
        return switch (options.login()) {
            case NatsOptions.Login.Anonymous _ -> builder;
            case NatsOptions.Login.Password(String user, String password) ->
                builder.userInfo(user.toCharArray(), password.toCharArray());
            case NatsOptions.Login.Credentials(var file) -> builder.authHandler(Nats.credentials(file.toString()));
        };
    }

    private Connection connect(Options.Builder builder) {
        try {
            return Nats.connect(builder.build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        } catch (IOException | IllegalStateException e) {
            throw unreachable(e);
        }
    }

    private BusException unreachable(Exception cause) {
        return new BusException(
                Category.UNREACHABLE, "cannot connect to NATS at " + options.servers() + ": " + cause, cause);
    }

    void remove(NatsBus bus) {
        buses.remove(bus);
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            buses.forEach(NatsBus::close);
        }
    }
}
