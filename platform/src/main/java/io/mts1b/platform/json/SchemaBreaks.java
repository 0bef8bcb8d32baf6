package io.mts1b.platform.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Compares the schema of a writer with that of a reader, both as {@link SchemaWriter} writes them. */
final class SchemaBreaks {

    private static final String REF = "#/$defs/";

    private final Map<?, ?> written;
    private final Map<?, ?> read;
    private final List<String> reasons = new ArrayList<>();

    /** Pairs of definitions that were compared, or are being compared: a type may contain itself. */
    private final Set<String> met = new LinkedHashSet<>();

    SchemaBreaks(String written, String read) {
        this.written = tree(written);
        this.read = tree(read);
    }

    List<String> find() {
        compare("payload", written, read);
        return List.copyOf(reasons);
    }

    private void compare(String path, Map<?, ?> writtenUse, Map<?, ?> readUse) {
        if (writtenUse.get("$ref") instanceof String w && readUse.get("$ref") instanceof String r && !met.add(w + r)) {
            return;
        }
        Map<?, ?> w = resolve(written, writtenUse);
        Map<?, ?> r = resolve(read, readUse);
        if (r.get("oneOf") instanceof List<?> variants) {
            family(path, w, variants);
        } else if (w.containsKey("oneOf")) {
            reasons.add(path + " is one of several records, and must be one record");
        } else if (r.get("type") != null) {
            kind(path, w, r);
        }
    }

    private void family(String path, Map<?, ?> w, List<?> variants) {
        Map<String, Map<?, ?>> known = new LinkedHashMap<>();
        variants.forEach(variant -> known.put(tag(resolve(read, map(variant))), map(variant)));
        List<?> members = w.get("oneOf") instanceof List<?> list ? list : List.of(w);
        for (Object member : members) {
            String tag = tag(resolve(written, map(member)));
            Map<?, ?> reader = known.get(tag);
            if (reader == null) {
                reasons.add(path + " may be '" + tag + "', and must be one of " + known.keySet());
            } else {
                compare(path + "(" + tag + ")", map(member), reader);
            }
        }
    }

    private void kind(String path, Map<?, ?> w, Map<?, ?> r) {
        Object type = w.get("type");
        boolean widened = "integer".equals(type) && "number".equals(r.get("type"));
        if (!Objects.equals(type, r.get("type")) && !widened) {
            reasons.add(path + " is of type " + type + ", and must be " + r.get("type"));
            return;
        }
        same(path, "const", w, r);
        same(path, "pattern", w, r);
        same(path, "format", w, r);
        if (r.get("enum") instanceof List<?> choices
                && !(w.get("enum") instanceof List<?> offered && choices.containsAll(offered))) {
            reasons.add(path + " is one of " + w.get("enum") + ", and must be one of " + choices);
        }
        if ("integer".equals(r.get("type")) && !Objects.equals(w.get("maximum"), r.get("maximum"))) {
            reasons.add(path + " is at most " + w.get("maximum") + ", and must be at most " + r.get("maximum"));
        }
        if (r.containsKey("items")) {
            part(path + "[]", w, r, "items");
        } else if (r.containsKey("propertyNames")) {
            part(path + "{}", w, r, "propertyNames");
            part(path + "{}", w, r, "additionalProperties");
        } else if (r.containsKey("properties")) {
            product(path, w, r);
        }
    }

    private void same(String path, String keyword, Map<?, ?> w, Map<?, ?> r) {
        if (r.containsKey(keyword) && !Objects.equals(w.get(keyword), r.get(keyword))) {
            reasons.add(path + " has " + keyword + " " + w.get(keyword) + ", and must have " + r.get(keyword));
        }
    }

    private void part(String path, Map<?, ?> w, Map<?, ?> r, String keyword) {
        if (!(w.get(keyword) instanceof Map<?, ?> element)) {
            reasons.add(path + " has no " + keyword);
            return;
        }
        Map<?, ?> expected = map(r.get(keyword));
        if (element.containsKey("anyOf") && !expected.containsKey("anyOf")) {
            reasons.add(path + " may be null, and must not");
        }
        compare(path, present(element), present(expected));
    }

    private void product(String path, Map<?, ?> w, Map<?, ?> r) {
        Map<?, ?> properties = map(w.get("properties"));
        List<?> always = list(w.get("required"));
        for (Object name : list(r.get("required"))) {
            if (!always.contains(name)) {
                reasons.add(path + "." + name + (properties.containsKey(name) ? " may be missing" : " is gone")
                        + ", and is required");
            }
        }
        map(r.get("properties")).forEach((name, expected) -> {
            if (properties.containsKey(name)) {
                compare(path + "." + name, present(map(properties.get(name))), present(map(expected)));
            }
        });
    }

    /** Returns what a use says of a value that is there: whether it may be missing was asked before. */
    private static Map<?, ?> present(Map<?, ?> use) {
        return use.get("anyOf") instanceof List<?> alternatives ? map(alternatives.getFirst()) : use;
    }

    private static Map<?, ?> resolve(Map<?, ?> document, Map<?, ?> use) {
        if (use.get("$ref") instanceof String ref) {
            return map(map(document.get("$defs")).get(ref.substring(REF.length())));
        }
        return use;
    }

    private static String tag(Map<?, ?> product) {
        return map(product.get("properties")).get(Names.TYPE) instanceof Map<?, ?> type
                ? String.valueOf(type.get("const"))
                : "";
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> tree(String schema) {
        JsonText text = new JsonText(null, schema);
        try (JsonParser parser = text.parser()) {
            try {
                parser.nextToken();
                return map(value(parser));
            } catch (JacksonException e) {
                throw text.syntax(parser, e);
            }
        }
    }

    /** Reads the current value; numbers stay text, because they are only compared. */
    private static Object value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                members.put(name, value(parser));
            }
            return members;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser));
            }
            return elements;
        }
        return String.valueOf(parser.getString());
    }
}
