package io.mts1b.brokers.setup;

import io.mts1b.platform.http.HttpClients;
import java.time.InstantSource;

/**
 * What a session with a broker needs of the process.
 *
 * @param clients the process's
 * @param clock the time
 * @param seed of what chance decides, on paper and in requests
 */
public record Host(HttpClients clients, InstantSource clock, long seed) {}
