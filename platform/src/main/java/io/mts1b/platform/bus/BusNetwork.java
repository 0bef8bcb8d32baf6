package io.mts1b.platform.bus;

/**
 * What connects artifacts: the launcher opens one, and hands each service its {@link Bus}. Thread-safe.
 */
public interface BusNetwork extends AutoCloseable {

    /**
     * Connects an artifact.
     *
     * @param artifact its name, letters, digits and {@code -}, as in the subjects it publishes
     * @return its bus; the caller closes it
     * @throws BusException if the network cannot be reached, or refuses
     */
    Bus connect(String artifact);

    /** Closes the network and every bus on it. Closing again does nothing. */
    @Override
    void close();
}
