package io.mts1b.platform.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many calls run at once, in all and to each host. First come, first served. Thread-safe. */
final class Slots {

    private final Semaphore all;
    private final int perHost;
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    Slots(int all, int perHost) {
        this.all = new Semaphore(all, true);
        this.perHost = perHost;
    }

    /** Takes a slot, to be given back; returns false if none became free in time. */
    boolean take(String host, Duration longest) throws InterruptedException {
        Semaphore own = hosts.computeIfAbsent(host, _ -> new Semaphore(perHost, true));
        if (!own.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        boolean taken = false;
        try {
            taken = all.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
            return taken;
        } finally {
            if (!taken) {
                own.release();
            }
        }
    }

    void give(String host) {
        all.release();
        Semaphore own = hosts.get(host);
        if (own != null) {
            own.release();
        }
    }
}
