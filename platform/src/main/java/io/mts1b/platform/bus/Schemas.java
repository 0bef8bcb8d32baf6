package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.json.JsonSchemas;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Compares what producers write with what consumers read, when they start and not when the first message comes. */
final class Schemas {

    private final Store store;

    Schemas(Store store) {
        this.store = store;
    }

    /** Where the schemas of the subjects are kept. */
    interface Store {

        /** Returns the schema that a subject was last written with. */
        Optional<String> find(Subject subject);

        /** Replaces the schema of a subject. */
        void put(Subject subject, String schema);

        /** Returns the schemas of all subjects. */
        SortedMap<String, String> all();
    }

    /** Lets a producer start, unless it writes something that readers of the same version could not read. */
    void requireWritable(Topic<?> topic) {
        String schema = JsonSchemas.of(topic.payload());
        Optional<String> known = store.find(topic.subject());
        if (known.isPresent()) {
            require(topic.subject().toString(), JsonSchemas.breaks(schema, known.get()));
        }
        if (!known.equals(Optional.of(schema))) {
            store.put(topic.subject(), schema);
        }
    }

    /** Lets a consumer start, unless somebody writes what it cannot read. */
    void requireReadable(Feed<?> feed) {
        String schema = JsonSchemas.of(feed.payload());
        store.all().forEach((subject, written) -> {
            boolean isWanted = feed.pattern().meets(SubjectPattern.parse(subject))
                    || feed.pattern().meets(SubjectPattern.parse(subject + ".>"));
            if (isWanted) {
                require(subject, JsonSchemas.breaks(written, schema));
            }
        });
    }

    private static void require(String subject, List<String> breaks) {
        if (!breaks.isEmpty()) {
            throw new BusException(
                    Category.SCHEMA_BREAK,
                    "producer and consumer of " + subject + " must agree, or use the next version of it, but "
                            + String.join("; ", breaks));
        }
    }
}
