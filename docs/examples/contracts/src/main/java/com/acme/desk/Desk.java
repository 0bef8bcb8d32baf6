package com.acme.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers when each order was last touched, in the order the orders came. */
public final class Desk {

    private final Clock clock;
    private final Map<String, Instant> touched = new LinkedHashMap<>();

    /**
     * Opens a desk.
     *
     * @param clock where the time comes from
     */
    public Desk(Clock clock) {
        this.clock = clock;
    }

    /**
     * Touches an order.
     *
     * @param order its id
     */
    public void touch(String order) {
        touched.put(order, clock.instant());
    }

    /**
     * Returns the orders, first come first.
     *
     * @return a copy
     */
    public Map<String, Instant> touched() {
        return new LinkedHashMap<>(touched);
    }
}
