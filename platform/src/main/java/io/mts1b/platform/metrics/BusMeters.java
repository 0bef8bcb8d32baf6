package io.mts1b.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.SubscriptionStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The subscriptions of one bus as gauges, read when somebody looks, so that no event waits for a meter. */
final class BusMeters {

    private final Bus bus;
    private final Map<MultiGauge, ToLongFunction<SubscriptionStatus>> gauges = new LinkedHashMap<>();

    BusMeters(Bus bus, MeterRegistry registry) {
        this.bus = bus;
        add(registry, "delivered", "how many times the handler was called", SubscriptionStatus::delivered);
        add(registry, "waiting", "how many events wait for the handler", SubscriptionStatus::waiting);
        add(registry, "dropped", "how many events were lost for lack of room", SubscriptionStatus::dropped);
        add(registry, "failed", "how many times the handler threw", SubscriptionStatus::failed);
        add(registry, "redelivered", "how many times an event came again", SubscriptionStatus::redelivered);
        add(registry, "unacknowledged", "how many events are being worked on", SubscriptionStatus::unacknowledged);
    }

    private void add(
            MeterRegistry registry, String name, String description, ToLongFunction<SubscriptionStatus> value) {
        MultiGauge gauge = MultiGauge.builder("mts1b.bus." + name)
                .description(description)
                .tag("artifact", bus.artifact())
                .register(registry);
        gauges.put(gauge, value);
    }

    /** Reads the subscriptions; two of one name are told apart by their number. */
    synchronized void read() {
        List<SubscriptionStatus> all = bus.subscriptions();
        gauges.forEach((gauge, value) -> {
            Map<String, Integer> seen = new LinkedHashMap<>();
            List<Row<?>> rows = all.stream()
                    .<Row<?>>map(one -> {
                        int number = seen.merge(one.name(), 1, Integer::sum);
                        String name = number == 1 ? one.name() : one.name() + " (" + number + ")";
                        return Row.of(Tags.of("subscription", name), value.applyAsLong(one));
                    })
                    .toList();
            gauge.register(rows, true);
        });
    }
}
