package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Subject;
import org.jspecify.annotations.Nullable;

/** Holds events to their topic, and remembers the subject it saw last: most often that of the next. Thread-safe. */
final class Parts {

    private final Topic<?> topic;

    /** Any thread may see any one; all are whole. */
    private @Nullable Part last;

    private record Part(Subject subject, String text) {}

    Parts(Topic<?> topic) {
        this.topic = topic;
    }

    /** Refuses a subject that is not a part of the topic; returns the text of one that is. */
    String require(Subject subject) {
        Part part = last;
        if (part == null || !part.subject.equals(subject)) {
            topic.requirePart(subject);
            part = new Part(subject, subject.toString());
            last = part;
        }
        return part.text;
    }
}
