package io.mts1b.brokers.fix;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What requests are called, and which order a message is about. A cancel must have a name no other request ever had: a letter
 * and the microsecond it was asked in, which no name of an order can be taken for.
 */
final class FixNames {

    private static final String NONE = "NONE";
    private static final int MICROS = 1_000_000;
    private static final int BASE = 36;

    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    FixNames(InstantSource clock) {
        this.clock = clock;
    }

    /** Names a cancel. */
    String cancel() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * MICROS + now.getNano() / 1_000;
        return "x" + Long.toString(last.updateAndGet(before -> Math.max(before + 1, micros)), BASE);
    }

    /** Reads which order a message is about: by the name we gave it, however the venue repeats it, and by the venue's own. */
    static OrderName of(FixMessage message) {
        String request = message.get(FixTag.CLIENT_ORDER_ID);
        String original = message.get(FixTag.ORIGINAL_ORDER_ID);
        String ours = isOrder(request) ? request : isOrder(original) ? original : null;
        String venues = venues(message);
        // Somebody else's order goes by the venue's name; what has none goes by whatever there is.
        return new OrderName(ours == null && venues == null ? request : ours, venues);
    }

    /** The venue's name; null if it has none. */
    static @Nullable String venues(FixMessage message) {
        String venues = message.get(FixTag.ORDER_ID);
        return venues == null || venues.isBlank() || venues.equals(NONE) ? null : venues;
    }

    private static boolean isOrder(@Nullable String name) {
        if (name == null) {
            return false;
        }
        try {
            ClientOrderId.parse(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
