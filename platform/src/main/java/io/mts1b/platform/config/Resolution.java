package io.mts1b.platform.config;

import io.mts1b.foundation.Quoted;
import io.mts1b.platform.config.ConfigurationException.Problem;
import io.mts1b.platform.config.Entry.Origin;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.SecretReferences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Holds what is set against what may be set: fills in defaults, finds unknown keys, and notes who set what. */
final class Resolution {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String UNSET = "not set";

    private final SecretReferences secrets;
    private final List<Problem> problems;
    private final List<Setting> settings = new ArrayList<>();
    private final Map<String, Origin> origins = new TreeMap<>();

    Resolution(SecretReferences secrets, List<Problem> problems) {
        this.secrets = secrets;
        this.problems = problems;
    }

    List<Setting> settings() {
        return settings;
    }

    /** Returns where the value at a path of keys is from, by the nearest enclosing one that is known. */
    Origin origin(String path) {
        String at = path;
        while (!origins.containsKey(at) && at.indexOf('.') >= 0) {
            at = at.substring(0, at.lastIndexOf('.'));
        }
        return origins.getOrDefault(at, Origin.DEFAULT);
    }

    JsonNode group(Shape.Group shape, Entry entry, String path) {
        if (!(entry instanceof Entry.Mapping mapping)) {
            return refuse(entry, path, "must be keys and values");
        }
        mapping.items().forEach((key, value) -> checkKnown(shape, key, value.origin(), path));
        ObjectNode node = NODES.objectNode();
        for (Shape.Member member : shape.members()) {
            Entry value = mapping.items().get(member.key());
            String key = path + "." + member.key();
            JsonNode resolved = value == null
                    ? absent(member, mapping.origin(), key)
                    : value instanceof Entry.Nothing nothing
                            ? nothing(member, nothing, key)
                            : any(member.shape(), value, key);
            node.set(member.key(), resolved);
        }
        return node;
    }

    private void checkKnown(Shape.Group shape, String key, Origin origin, String path) {
        if (shape.keys().contains(key)) {
            return;
        }
        String instead = shape.removed().get(key);
        problems.add(new Problem(
                origin.where(),
                path + "." + Redaction.standard().redact(key),
                instead == null ? "must be a known key" + Nearest.hint(key, shape.keys()) : "was removed: " + instead));
    }

    private JsonNode absent(Shape.Member member, Origin parent, String path) {
        if (member.standard().isPresent()) {
            return any(member.shape(), new Entry.Scalar(member.standard().get(), Origin.DEFAULT), path);
        }
        return member.nullable() ? unset(path, UNSET) : empty(member.shape(), parent, path, "must be set");
    }

    private JsonNode nothing(Shape.Member member, Entry.Nothing nothing, String path) {
        return member.nullable()
                ? unset(path, nothing.origin().where())
                : empty(member.shape(), nothing.origin(), path, "must have a value");
    }

    private JsonNode unset(String path, String source) {
        settings.add(new Setting(path, "", source));
        return NODES.nullNode();
    }

    private JsonNode empty(Shape shape, Origin origin, String path, String message) {
        return switch (shape) {
            case Shape.Value _ -> refuse(new Entry.Nothing(origin), path, message);
            case Shape.Group group -> group(group, Entry.Mapping.empty(origin), path);
            case Shape.Row row -> row(row, new Entry.Listing(List.of(), Origin.DEFAULT), path);
            case Shape.Table table -> table(table, Entry.Mapping.empty(Origin.DEFAULT), path);
        };
    }

    private JsonNode any(Shape shape, Entry entry, String path) {
        origins.put(path, entry.origin());
        return switch (shape) {
            case Shape.Value value -> value(value, entry, path);
            case Shape.Group group -> group(group, entry, path);
            case Shape.Row row -> row(row, entry, path);
            case Shape.Table table -> table(table, entry, path);
        };
    }

    private JsonNode value(Shape.Value shape, Entry entry, String path) {
        if (!(entry instanceof Entry.Scalar scalar)) {
            return refuse(entry, path, entry instanceof Entry.Nothing ? "must have a value" : "must be one value");
        }
        String text = scalar.text();
        boolean secret = shape.type() == Secret.class;
        boolean reference = secrets.isReference(text);
        if (secret && !reference && scalar.origin().kind() != Origin.Kind.ENVIRONMENT) {
            return refuse(
                    entry,
                    path,
                    "must be a reference to a secret, such as env:NAME or file:/run/secrets/name, not the secret");
        }
        // A reference to a secret is none, whatever the name of its key; a text of a secret has no name but this.
        String shown = secret && reference ? text : Redaction.standard().redact(secret ? "secret" : path, text);
        settings.add(new Setting(path, shown, scalar.origin().where()));
        return NODES.stringNode(text);
    }

    private JsonNode row(Shape.Row shape, Entry entry, String path) {
        if (entry instanceof Entry.Scalar scalar
                && shape.item() instanceof Shape.Value
                && scalar.origin().kind() != Origin.Kind.FILE) {
            List<Entry> items = Arrays.stream(scalar.text().split(",", -1))
                    .<Entry>map(text -> new Entry.Scalar(text.strip(), scalar.origin()))
                    .toList();
            return row(shape, new Entry.Listing(scalar.text().isBlank() ? List.of() : items, scalar.origin()), path);
        }
        if (!(entry instanceof Entry.Listing listing)) {
            return refuse(entry, path, "must be a list");
        }
        ArrayNode node = NODES.arrayNode();
        if (listing.items().isEmpty()) {
            settings.add(new Setting(path, "", listing.origin().where()));
        }
        for (Entry item : listing.items()) {
            node.add(any(shape.item(), item, path + "." + node.size()));
        }
        return node;
    }

    private JsonNode table(Shape.Table shape, Entry entry, String path) {
        if (!(entry instanceof Entry.Mapping mapping)) {
            return refuse(entry, path, "must be keys and values");
        }
        ObjectNode node = NODES.objectNode();
        if (mapping.items().isEmpty()) {
            settings.add(new Setting(path, "", mapping.origin().where()));
        }
        mapping.items().forEach((key, item) -> {
            if (key.isEmpty() || key.indexOf('.') >= 0) {
                refuse(item, path, "must have keys without a point, has " + Quoted.of(key));
            }
            node.set(key, any(shape.item(), item, path + "." + key));
        });
        return node;
    }

    private JsonNode refuse(Entry entry, String path, String message) {
        String where = entry.origin().equals(Origin.DEFAULT)
                ? "configuration"
                : entry.origin().where();
        problems.add(new Problem(where, path, message));
        return NODES.nullNode();
    }
}
