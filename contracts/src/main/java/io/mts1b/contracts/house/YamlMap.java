package io.mts1b.contracts.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** One mapping of a YAML file, read strictly: every key once, none unknown, every error with file, line and path. */
final class YamlMap {

    private final String file;
    private final String path;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> read = new LinkedHashSet<>();

    private YamlMap(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw error("", "must be a mapping");
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.putIfAbsent(key, entry.getValueNode()) != null) {
                throw error(key, "stands twice");
            }
        }
    }

    static YamlMap parse(String file, String text) {
        Optional<Node> node;
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            StreamReader reader = new StreamReader(settings, text);
            node = new Composer(settings, new ParserImpl(settings, reader)).getSingleNode();
        } catch (YamlEngineException e) {
            throw new HouseException(file + ": " + e.getMessage(), e);
        }
        return new YamlMap(file, "", node.orElseThrow(() -> new HouseException(file + ": must not be empty")));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> error(key, "is missing"));
    }

    Optional<String> optionalText(String key) {
        return child(key).map(value -> scalar(key, value));
    }

    <T> T text(String key, Function<String, T> parser) {
        return parsed(key, text(key), parser);
    }

    boolean flag(String key) {
        return optionalText(key)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw error(key, "must be true or false, was " + text);
                })
                .orElse(false);
    }

    /** Returns the texts of a list, none for a key that is not there. */
    List<String> texts(String key) {
        return texts(key, Function.identity());
    }

    <T> List<T> texts(String key, Function<String, T> parser) {
        List<T> list = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            String at = key + "[" + i + "]";
            T value = parsed(at, scalar(at, items.get(i)), parser);
            if (list.contains(value)) {
                throw error(at, "stands twice, was " + value);
            }
            list.add(value);
        }
        return List.copyOf(list);
    }

    /** Returns what a reader makes of each mapping of a list, and checks that it read every key. */
    <T> List<T> maps(String key, Function<YamlMap, T> reader) {
        List<T> list = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            list.add(read(key + "[" + i + "]", items.get(i), reader));
        }
        return List.copyOf(list);
    }

    <T> Optional<T> map(String key, Function<YamlMap, T> reader) {
        return child(key).map(value -> read(key, value, reader));
    }

    /** Checks that every key was asked for. */
    void done() {
        for (String key : values.keySet()) {
            if (!read.contains(key)) {
                throw error(key, "is not a key here; known are " + String.join(", ", read));
            }
        }
    }

    HouseException error(String key, String what) {
        Node at = values.getOrDefault(key, node);
        String line = at.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
        String where = path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
        return new HouseException(file + line + ": " + (where.isEmpty() ? "the file" : where) + " " + what);
    }

    private <T> T read(String key, Node value, Function<YamlMap, T> reader) {
        YamlMap map = new YamlMap(file, path.isEmpty() ? key : path + "." + key, value);
        T result = reader.apply(map);
        map.done();
        return result;
    }

    private <T> T parsed(String key, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw error(key, "cannot be read: " + e.getMessage());
        }
    }

    private Optional<Node> child(String key) {
        read.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private List<Node> items(String key) {
        Optional<Node> value = child(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw error(key, "must be a list");
    }

    private String scalar(String key, Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw error(key, "must be a text");
    }
}
