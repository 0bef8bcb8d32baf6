package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Artifacts of one process: live events are handed over as they are, through preallocated rings; streams are
 * journals on the disk.
 *
 * <p>A ring takes no locks and makes no garbage. A subscriber whose type is not the producer's gets the event
 * by way of its JSON, as it would over a server. Under a power cut a stream loses nothing that a receipt was
 * given for.
 */
public final class InProcessNetwork implements BusNetwork {

    private static final int MAX_ARTIFACT = 64;

    private final Routing routing = new Routing();
    private final Answers answers = new Answers();
    private final Schemas schemas;
    private final LocalStreams streams;
    private final List<LocalBus> buses = new CopyOnWriteArrayList<>();
    private volatile boolean isClosed;

    private InProcessNetwork(Path directory, InstantSource clock) {
        schemas = new Schemas(new SchemaFiles(directory.resolve("schemas")));
        streams = new LocalStreams(directory, clock, routing);
    }

    /**
     * Opens a network, with the streams it had when it was closed.
     *
     * @param directory where streams are kept; one network at a time
     * @param clock what streams stamp events with
     * @return the network
     * @throws BusException if the directory cannot be used
     */
    public static InProcessNetwork open(Path directory, InstantSource clock) {
        return new InProcessNetwork(directory, clock);
    }

    @Override
    public Bus connect(String artifact) {
        Require.token("artifact", artifact, MAX_ARTIFACT);
        if (isClosed) {
            throw BusException.closed(artifact);
        }
        LocalBus bus = new LocalBus(artifact, this);
        buses.add(bus);
        return bus;
    }

    Routing routing() {
        return routing;
    }

    Answers answers() {
        return answers;
    }

    Schemas schemas() {
        return schemas;
    }

    LocalStreams streams() {
        return streams;
    }

    void remove(LocalBus bus) {
        buses.remove(bus);
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            buses.forEach(LocalBus::close);
            streams.close();
        }
    }
}
