package io.mts1b.platform.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which keys were sent within the window, oldest first, and how often again. Confined to who holds its lock. */
final class Repeats {

    /** A storm of different keys must not fill the memory; the oldest are forgotten early. */
    private static final int MOST = 10_000;

    private static final int SHOWN = 500;

    private final Duration window;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** A key that was sent. */
    private static final class Seen {
        private final Message first;
        private final Instant at;
        private int more;

        private Seen(Message first, Instant at) {
            this.first = first;
            this.at = at;
        }
    }

    Repeats(Duration window) {
        this.window = window;
    }

    /** Counts a message whose key was sent within the window. */
    boolean isRepeated(Message message, Instant now) {
        Seen before = seen.get(message.key());
        // What is more severe than what was sent is not the same again.
        if (before == null
                || !now.isBefore(before.at.plus(window))
                || message.severity().compareTo(before.first.severity()) > 0) {
            return false;
        }
        before.more++;
        return true;
    }

    /** Remembers a message that was sent; returns what is to be said of one that is forgotten for it. */
    List<Message> remember(Message message, Instant now) {
        List<Message> said = new ArrayList<>();
        Seen replaced = seen.remove(message.key());
        if (replaced != null && replaced.more > 0) {
            said.add(summary(replaced));
        }
        if (!window.isZero()) {
            seen.put(message.key(), new Seen(message, now));
        }
        if (seen.size() > MOST) {
            Iterator<Seen> oldest = seen.values().iterator();
            Seen forgotten = oldest.next();
            oldest.remove();
            if (forgotten.more > 0) {
                said.add(summary(forgotten));
            }
        }
        return said;
    }

    /** Forgets what is past the window, and returns what is to be said of it. */
    List<Message> expire(Instant now) {
        List<Message> said = new ArrayList<>();
        Iterator<Seen> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            Seen next = oldest.next();
            if (now.isBefore(next.at.plus(window))) {
                break;
            }
            oldest.remove();
            if (next.more > 0) {
                said.add(summary(next));
            }
        }
        return said;
    }

    /** Returns when the next key is past the window. */
    Optional<Instant> nextExpiry() {
        return seen.values().stream().findFirst().map(next -> next.at.plus(window));
    }

    private Message summary(Seen repeated) {
        Message first = repeated.first;
        List<Span> body = new ArrayList<>();
        body.add(Span.plain(
                repeated.more + (repeated.more == 1 ? " more time" : " more times") + " since " + repeated.at + ": "));
        String text = first.text();
        body.add(Span.plain(text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…"));
        return new Message(first.severity(), first.key(), body);
    }
}
