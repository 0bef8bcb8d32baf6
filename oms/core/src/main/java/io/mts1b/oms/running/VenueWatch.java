package io.mts1b.oms.running;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.oms.LineState;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.platform.health.Health;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people how it stands with venues: what is found and ended in the log file, once it is durable, and lines that are not
 * up in the health of the process. What stands in between is for {@code mts cmd look}. Told on the writer's thread.
 */
final class VenueWatch {

    private static final Logger LOG = LoggerFactory.getLogger(VenueWatch.class);

    private final SortedSet<BrokerId> expected = new TreeSet<>();
    private final SortedMap<BrokerId, String> away = new TreeMap<>();
    private volatile Health health = Health.up();

    /** Begins where the log ended. */
    void begin(OmsState state) {
        state.differences()
                .forEach((broker, found) ->
                        found.forEach(one -> LOG.warn("{} still tells something else: {}", broker, one)));
    }

    /** Expects a line to come up. Of others it does not matter whether they are: they are no longer configured. */
    void expect(BrokerId broker) {
        expected.add(broker);
        away.put(broker, "not connected yet");
        tellHealth();
    }

    void take(OmsEvent event) {
        switch (event) {
            case OmsEvent.DifferenceFound(var broker, var found, var _) -> {
                if (found.raisesDoubt()) {
                    LOG.warn("{} tells something else: {}", broker, found);
                } else {
                    LOG.info("{} tells something else: {}", broker, found);
                }
            }
            case OmsEvent.DifferenceEnded(var broker, var key, var remedy, var _) ->
                LOG.info("{} agrees again, {}: {}", broker, key, remedy);
            case OmsEvent.LineChanged(var broker, var line, var reason, var _) -> {
                LOG.info("the line to {} is {}: {}", broker, line, reason);
                if (line == LineState.UP) {
                    away.remove(broker);
                } else if (expected.contains(broker)) {
                    away.put(broker, "the line is " + line + ": " + reason);
                }
                tellHealth();
            }
            default -> {
                // Orders are told elsewhere.
            }
        }
    }

    private void tellHealth() {
        health = away.isEmpty() ? Health.up() : Health.down(away.toString());
    }

    Health health() {
        return health;
    }
}
