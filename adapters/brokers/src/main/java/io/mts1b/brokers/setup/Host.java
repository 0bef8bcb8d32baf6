package io.mts1b.brokers.setup;

import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpSettings;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Tls;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What a session with a broker needs of the process.
 *
 * @param clients the process's
 * @param clock the time
 * @param seed of what chance decides, on paper and in requests
 */
public record Host(HttpClients clients, InstantSource clock, long seed) {

    /**
     * Makes what a process needs that has no clients yet.
     *
     * @param settings of its clients
     * @param clock the time, from which chance begins
     * @return with clients, which the caller closes
     */
    public static Host open(HttpSettings settings, InstantSource clock) {
        long seed = clock.instant().toEpochMilli();
        HttpClients clients = new HttpClients(
                settings,
                new HttpClients.Surroundings(
                        Tls.system(),
                        Redaction.standard(),
                        _ -> {},
                        clock,
                        Waiter.blocking(),
                        new SplittableRandom(seed)),
                Map.of());
        return new Host(clients, clock, seed);
    }
}
