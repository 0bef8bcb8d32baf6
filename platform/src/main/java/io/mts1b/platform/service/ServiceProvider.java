package io.mts1b.platform.service;

import java.util.List;

/**
 * A service of an artifact, found by {@link java.util.ServiceLoader}: {@code mts service <name>}.
 *
 * <p>An implementation is public, has a constructor without arguments that does nothing, and stands in
 * {@code META-INF/services/io.mts1b.platform.service.ServiceProvider}.
 */
public interface ServiceProvider {

    /**
     * Returns how the service is called.
     *
     * @return letters, digits and {@code -}, such as {@code "oms"}
     */
    String name();

    /**
     * Returns what it does.
     *
     * @return a sentence for {@code mts service --list}
     */
    String description();

    /**
     * Returns which services are started before this one, and stopped after it, where they run in the same process.
     *
     * @return their names; none unless overridden
     */
    default List<String> needs() {
        return List.of();
    }

    /**
     * Starts the service; when this returns, it does its work.
     *
     * @param context what it may use
     * @return what runs
     * @throws Exception if it cannot start; nothing of it is left running then
     */
    Service start(ServiceContext context) throws Exception;
}
