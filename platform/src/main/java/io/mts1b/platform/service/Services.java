package io.mts1b.platform.service;

import io.mts1b.platform.health.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of one process: all of them run, or none.
 *
 * <p>Thread-safe; starting and stopping happen one at a time.
 */
public final class Services implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);
    private static final String CHECK = "services";

    private final Map<String, Service> running = new LinkedHashMap<>();
    private final AtomicBoolean isReady = new AtomicBoolean();

    private Services() {}

    /**
     * Finds the services of all artifacts of this process.
     *
     * @return the services, in the order in which they start
     * @throws ServiceException if they cannot be ordered
     */
    public static List<ServiceProvider> installed() {
        return StartOrder.of(
                StreamSupport.stream(ServiceLoader.load(ServiceProvider.class).spliterator(), false)
                        .toList());
    }

    /**
     * Starts services, each after those it needs. If one does not start, the others that do not need it are tried
     * nevertheless, so that every reason is known at once; then all are stopped.
     *
     * @param services the services, and all that they need
     * @param context what they may use
     * @return the services; close them to stop
     * @throws ServiceException with every reason, if one does not start
     */
    public static Services start(List<ServiceProvider> services, ServiceContext context) {
        List<ServiceProvider> ordered = StartOrder.of(services);
        Services started = new Services();
        context.health().ready(CHECK, () -> started.isReady.get() ? Health.up() : Health.down("starting or stopping"));
        Set<String> missing = new TreeSet<>();
        List<String> reasons = new ArrayList<>();
        List<Exception> causes = new ArrayList<>();
        for (ServiceProvider provider : ordered) {
            String name = provider.name();
            List<String> lacks =
                    provider.needs().stream().filter(missing::contains).toList();
            try {
                if (lacks.isEmpty()) {
                    started.running.put(name, provider.start(context));
                    LOG.info("service {} has started", name);
                } else {
                    missing.add(name);
                    reasons.add(name + " needs " + String.join(", ", lacks));
                }
            } catch (Exception e) {
                missing.add(name);
                reasons.add(name + " does not start: " + reason(e));
                causes.add(e);
            }
        }
        if (!missing.isEmpty()) {
            ServiceException failure = new ServiceException("nothing was started", reasons, causes);
            started.stop(Duration.ZERO).forEach(failure::addSuppressed);
            throw failure;
        }
        started.isReady.set(true);
        return started;
    }

    /**
     * Returns what runs.
     *
     * @return the names of the services, in the order they were started
     */
    public synchronized List<String> names() {
        return List.copyOf(running.keySet());
    }

    /**
     * Ends all work, and stops all services, each before those it needs. From the first moment the process is not
     * ready.
     *
     * @param patience how long each service may take to end its work; zero to leave it where it is
     * @throws ServiceException with every reason, if one did not stop as it should; none runs afterwards
     */
    public void drain(Duration patience) {
        List<Exception> failures = stop(patience);
        if (!failures.isEmpty()) {
            throw new ServiceException(
                    "not everything stopped",
                    failures.stream().map(Services::reason).toList(),
                    failures);
        }
    }

    /** Stops all services without ending their work. Closing again does nothing. */
    @Override
    public void close() {
        drain(Duration.ZERO);
    }

    private synchronized List<Exception> stop(Duration patience) {
        isReady.set(false);
        List<Exception> failures = new ArrayList<>();
        List<String> names = new ArrayList<>(running.keySet());
        for (String name : names.reversed()) {
            Service service = running.remove(name);
            if (service != null) {
                if (patience.isPositive()) {
                    attempt(name + " does not end its work", failures, () -> service.drain(patience));
                }
                attempt(name + " does not stop", failures, service::close);
                LOG.info("service {} has stopped", name);
            }
        }
        return failures;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static void attempt(String what, List<Exception> failures, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            failures.add(new IllegalStateException(what + ": " + reason(e), e));
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
