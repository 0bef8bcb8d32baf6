package io.mts1b.frontends.demo;

import java.net.URI;
import java.util.Objects;

/** Where the services of a run are. */
public sealed interface Placement {

    /** In this process. */
    record OneProcess() implements Placement {}

    /**
     * In a process each, around a server.
     *
     * @param nats the address of a NATS server
     */
    record Processes(URI nats) implements Placement {

        /** Validates. */
        public Processes {
            Objects.requireNonNull(nats, "nats");
        }
    }
}
