package io.mts1b.platform.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes the JSON Schema of a form, with every named form it leads to under {@code $defs}. */
final class SchemaWriter {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final JsonGenerator out;

    private SchemaWriter(JsonGenerator out) {
        this.out = out;
    }

    static byte[] schema(Class<?> type) {
        return FormWriter.bytes(true, generator -> new SchemaWriter(generator).document(type));
    }

    private void document(Class<?> type) {
        Form root = Forms.of(type);
        object(() -> {
            out.writeStringProperty("$schema", DIALECT);
            out.writeStringProperty("$id", "urn:mts1b:" + Names.of(type));
            use(root);
            property(
                    "$defs",
                    () -> NamedForms.reachable(List.of(root))
                            .forEach((name, form) -> property(name, () -> keywords(form))));
        });
    }

    /** Writes the keywords of a form where it is used. */
    private void use(Form form) {
        Optional<String> name = NamedForms.type(form).map(Names::of);
        if (name.isPresent()) {
            out.writeStringProperty("$ref", "#/$defs/" + name.get());
        } else {
            keywords(form);
        }
    }

    private void keywords(Form form) {
        switch (form) {
            case Form.Flag _ -> type("boolean");
            case Form.Real _ -> type("number");
            case Form.Whole(boolean isLong) -> {
                type("integer");
                out.writeName("minimum");
                out.writeNumber(isLong ? Long.MIN_VALUE : Integer.MIN_VALUE);
                out.writeName("maximum");
                out.writeNumber(isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
            }
            case Form.Text text -> text(text);
            case Form.Choice choice -> {
                type("string");
                array("enum", () -> choice.byName().keySet().forEach(out::writeString));
            }
            case Form.ListOf list -> {
                type("array");
                property("items", () -> use(list.element()));
            }
            case Form.MapOf map -> {
                type("object");
                property("propertyNames", () -> use(map.key().form()));
                property("additionalProperties", () -> use(map.value()));
            }
            case Form.Maybe maybe ->
                array("anyOf", () -> {
                    object(() -> use(maybe.form()));
                    object(() -> type("null"));
                });
            case Form.Adapted adapted -> product(adapted.form());
            case Form.Product product -> product(product);
            case Form.Family family ->
                array("oneOf", () -> family.members().get().values().forEach(member -> object(() -> use(member))));
            // Nothing is known of it, and a schema without keywords allows everything.
            case Form.Any _ -> {}
        }
    }

    private void text(Form.Text text) {
        type("string");
        if (text.type() == Instant.class) {
            out.writeStringProperty("format", "date-time");
        } else if (text.type() == LocalDate.class) {
            out.writeStringProperty("format", "date");
        } else {
            TextPatterns.of(text.type()).ifPresent(pattern -> out.writeStringProperty("pattern", pattern));
        }
    }

    private void product(Form.Product product) {
        Form.Components components = product.components().get();
        type("object");
        property("properties", () -> {
            if (product.tag() != null) {
                property(Names.TYPE, () -> out.writeStringProperty("const", product.tag()));
            }
            components.list().forEach(component -> property(component.name(), () -> use(component.form())));
        });
        array("required", () -> {
            if (product.tag() != null) {
                out.writeString(Names.TYPE);
            }
            components.list().stream()
                    .filter(Form.Component::isRequired)
                    .map(Form.Component::name)
                    .forEach(out::writeString);
        });
        out.writeName("additionalProperties");
        out.writeBoolean(false);
    }

    private void type(String name) {
        out.writeStringProperty("type", name);
    }

    private void property(String name, Runnable members) {
        out.writeName(name);
        object(members);
    }

    private void array(String name, Runnable elements) {
        out.writeName(name);
        out.writeStartArray();
        elements.run();
        out.writeEndArray();
    }

    private void object(Runnable members) {
        out.writeStartObject();
        members.run();
        out.writeEndObject();
    }
}
