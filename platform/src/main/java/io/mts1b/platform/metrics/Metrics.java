package io.mts1b.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.mts1b.foundation.Require;
import io.mts1b.platform.bus.Bus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/**
 * The meters of one process, which carry its name as the label {@code service}.
 *
 * <p>Thread-safe.
 */
public final class Metrics implements AutoCloseable {

    private static final int LONGEST_NAME = 64;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<BusMeters> buses = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> closed = new CopyOnWriteArrayList<>();

    private Metrics(String service) {
        registry.config().commonTags("service", service);
    }

    /**
     * Makes the meters of a process, with nothing in them.
     *
     * @param service the name of what runs
     * @return the meters
     */
    public static Metrics of(String service) {
        return new Metrics(Require.token("service", service, LONGEST_NAME));
    }

    /**
     * Adds what is known of every Java process: memory, garbage collection, threads, classes, processors, files, uptime
     * and lines of the log.
     *
     * @return these meters
     */
    public Metrics withProcess() {
        List<MeterBinder> binders = List.of(
                new ClassLoaderMetrics(),
                new JvmMemoryMetrics(),
                new JvmGcMetrics(),
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics(),
                new LogbackMetrics());
        for (MeterBinder binder : binders) {
            binder.bindTo(registry);
            if (binder instanceof AutoCloseable closeable) {
                closed.add(closeable);
            }
        }
        return this;
    }

    /**
     * Shows the subscriptions of a bus from now on: what waits, what was dropped, what failed.
     *
     * @param bus the bus, shown until it has no subscriptions
     */
    public void watch(Bus bus) {
        buses.add(new BusMeters(bus, registry));
    }

    /**
     * Makes a counter; the same one again under the same name and labels.
     *
     * @param name of the family, such as {@code mts1b.oms.orders}
     * @param description what is counted
     * @param labels names and values by turns, of which there are few
     * @return the counter
     */
    public Counter counter(String name, String description, String... labels) {
        var meter = io.micrometer.core.instrument.Counter.builder(name)
                .description(description)
                .tags(labels)
                .register(registry);
        return meter::increment;
    }

    /**
     * Makes a timer; the same one again under the same name and labels.
     *
     * @param name of the family, such as {@code mts1b.oms.submit}
     * @param description what is timed
     * @param labels names and values by turns, of which there are few
     * @return the timer
     */
    public Timer timer(String name, String description, String... labels) {
        var meter = io.micrometer.core.instrument.Timer.builder(name)
                .description(description)
                .tags(labels)
                .register(registry);
        return meter::record;
    }

    /**
     * Shows a value whenever somebody looks.
     *
     * @param name of the family, such as {@code mts1b.journal.segments}
     * @param description what the value is
     * @param value gives it; called on other threads
     * @param labels names and values by turns, of which there are few
     */
    public void gauge(String name, String description, DoubleSupplier value, String... labels) {
        Gauge.builder(name, value::getAsDouble)
                .description(description)
                .tags(labels)
                .strongReference(true)
                .register(registry);
    }

    /**
     * Reads all meters.
     *
     * @return the text of Prometheus, version 0.0.4
     */
    public String scrape() {
        buses.forEach(BusMeters::read);
        return registry.scrape();
    }

    /** Stops measuring. What was measured is gone. */
    @Override
    public void close() {
        for (AutoCloseable one : closed) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("a meter cannot be closed: " + e, e);
            }
        }
        registry.close();
    }
}
