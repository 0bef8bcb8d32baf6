package io.mts1b.platform.config;

import io.mts1b.foundation.Quoted;
import io.mts1b.platform.config.ConfigurationException.Problem;
import io.mts1b.platform.config.Entry.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML file into entries that know their lines. Every scalar is its text: no is no, and 1.10 is 1.10. */
final class YamlFile {

    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 32;

    private final Path file;
    private final List<Problem> problems;
    private Iterator<Event> events = List.<Event>of().iterator();

    private YamlFile(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a file; what is wrong with it is added to the problems. */
    static Entry.Mapping read(Path file, List<Problem> problems) {
        YamlFile reader = new YamlFile(file, problems);
        try {
            return reader.document(text(file));
        } catch (NoSuchFileException e) {
            return reader.refuse("", "must exist, does not");
        } catch (CharacterCodingException e) {
            return reader.refuse("", "must be UTF-8, is not");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return reader.refuse(":" + line, "must be YAML: " + e.getProblem());
        } catch (IOException | YamlEngineException e) {
            return reader.refuse("", "must be readable YAML: " + e.getMessage());
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it must be at most " + LARGEST + " bytes, has " + Files.size(file));
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
    }

    private Entry.Mapping refuse(String line, String message) {
        problems.add(new Problem(file + line, "", message));
        return Entry.Mapping.empty(new Origin(Origin.Kind.FILE, file + line));
    }

    private Entry.Mapping document(String text) {
        events = new Parse(LoadSettings.builder().setCodePointLimit(LARGEST).build())
                .parseString(text)
                .iterator();
        events.next(); // the start of the stream
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return Entry.Mapping.empty(new Origin(Origin.Kind.FILE, file + ":1"));
        }
        Event first = events.next();
        Entry entry = entry(first, 0);
        events.next(); // the end of the document
        Event last = events.next();
        if (last.getEventId() != Event.ID.StreamEnd) {
            return refuse(":" + line(last), "must be one document, has a second");
        }
        return switch (entry) {
            case Entry.Mapping mapping -> mapping;
            case Entry.Nothing nothing -> Entry.Mapping.empty(nothing.origin());
            case Entry.Scalar _, Entry.Listing _ -> refuse(":" + line(first), "must be keys and values");
        };
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private Origin origin(Event event) {
        return new Origin(Origin.Kind.FILE, file + ":" + line(event));
    }

    private Entry entry(Event event, int depth) {
        if (depth > DEEPEST) {
            // Nothing deeper is read, so that reading needs no more stack.
            throw new YamlEngineException(
                    "it must be at most " + DEEPEST + " levels deep, is deeper at line " + line(event));
        }
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            problems.add(new Problem(origin(event).where(), "", "must have no anchors and aliases"));
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> listing(start, depth);
            case MappingStartEvent start -> mapping(start, depth);
            default -> new Entry.Nothing(origin(event));
        };
    }

    private Entry scalar(ScalarEvent scalar) {
        checkTag(scalar, scalar.getTag().isPresent());
        String text = scalar.getValue();
        boolean nothing = scalar.isPlain() && (text.isEmpty() || text.equals("null") || text.equals("~"));
        return nothing ? new Entry.Nothing(origin(scalar)) : new Entry.Scalar(text, origin(scalar));
    }

    private Entry listing(SequenceStartEvent start, int depth) {
        checkTag(start, start.getTag().isPresent());
        List<Entry> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(entry(event, depth + 1));
        }
        return new Entry.Listing(items, origin(start));
    }

    private Entry mapping(MappingStartEvent start, int depth) {
        checkTag(start, start.getTag().isPresent());
        Entry.Mapping mapping = Entry.Mapping.empty(origin(start));
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            Entry name = entry(key, depth + 1);
            Entry value = entry(events.next(), depth + 1);
            if (name instanceof Entry.Scalar scalar) {
                // A key without a value is told by the line of the key.
                if (mapping.items().putIfAbsent(scalar.text(), value) != null) {
                    problems.add(new Problem(
                            name.origin().where(),
                            "",
                            "must have each key once, has " + Quoted.of(scalar.text()) + " twice"));
                }
            } else {
                problems.add(new Problem(origin(key).where(), "", "must have texts for keys"));
            }
        }
        return mapping;
    }

    private void checkTag(Event event, boolean tagged) {
        if (tagged) {
            problems.add(new Problem(origin(event).where(), "", "must have no tags (!...)"));
        }
    }
}
