package io.mts1b.oms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds orders in memory by what we call them at their venues.
 *
 * <p>Names are made when somebody asks for one: each is a hash, and a replay asks for none. What is found is the same as if each
 * had been made at once.
 */
final class ClientNames {

    /** So many that a replay rarely comes there, and so few that nobody waits long who asks. */
    private static final int MOST_UNNAMED = 1 << 13;

    // Looked up in, never walked through.
    private final Map<String, OrderRecord> named = new LinkedHashMap<>();
    private final Deque<OrderRecord> unnamed = new ArrayDeque<>();

    /** Takes in an order, or another name of it. */
    void add(OrderRecord record) {
        unnamed.add(record);
        if (unnamed.size() > MOST_UNNAMED) {
            makeNames();
        }
    }

    private void makeNames() {
        while (!unnamed.isEmpty()) {
            OrderRecord record = unnamed.remove();
            if (!record.isArchived) {
                record.clientNames().forEach(name -> named.put(name, record));
            }
        }
    }

    /** Forgets an order that is archived. */
    void remove(OrderRecord record) {
        record.madeClientNames().forEach(named::remove);
        while (!unnamed.isEmpty() && unnamed.getFirst().isArchived) {
            unnamed.remove();
        }
    }

    @Nullable OrderRecord find(String name) {
        makeNames();
        return named.get(name);
    }
}
