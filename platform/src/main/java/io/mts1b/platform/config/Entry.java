package io.mts1b.platform.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands at a key, before anything is known of its type. */
sealed interface Entry {

    /** Says where it is from. */
    Origin origin();

    /** Where something is from; {@code kind} orders what goes before what. */
    record Origin(Kind kind, String where) {

        static final Origin DEFAULT = new Origin(Kind.DEFAULT, "default");

        enum Kind {
            DEFAULT,
            FILE,
            ENVIRONMENT,
            ARGUMENT
        }
    }

    /** Nothing, on purpose. */
    record Nothing(Origin origin) implements Entry {}

    /** A value, as text. */
    record Scalar(String text, Origin origin) implements Entry {}

    /** Entries in a row. */
    record Listing(List<Entry> items, Origin origin) implements Entry {}

    /** Entries by key; put together from several sources. */
    record Mapping(Map<String, Entry> items, Origin origin) implements Entry {

        static Mapping empty(Origin origin) {
            return new Mapping(new LinkedHashMap<>(), origin);
        }

        /** Puts a value at a path, over what is there; returns whether the way is free of values. */
        boolean put(List<String> path, Entry entry) {
            String key = path.getFirst();
            if (path.size() == 1) {
                items.put(key, entry);
                return true;
            }
            Entry next = items.get(key);
            if (next == null || next instanceof Nothing) {
                next = empty(entry.origin());
                items.put(key, next);
            }
            return next instanceof Mapping mapping && mapping.put(path.subList(1, path.size()), entry);
        }
    }
}
