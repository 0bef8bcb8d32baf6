package io.mts1b.platform.json;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes values in their form. */
final class FormWriter {

    /** Two blanks and a line feed on every machine. */
    private static final ObjectWriteContext PRETTY = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private final JsonGenerator generator;
    private final boolean whole;

    private FormWriter(JsonGenerator generator, boolean whole) {
        this.generator = generator;
        this.whole = whole;
    }

    static byte[] bytes(Object value, boolean pretty) {
        return bytes(pretty, generator -> new FormWriter(generator, false).any(value));
    }

    /** Writes every name, with null where there is nothing. */
    static byte[] wholeBytes(Object value) {
        return bytes(false, generator -> new FormWriter(generator, true).any(value));
    }

    /** Writes whatever a body writes, as UTF-8. */
    static byte[] bytes(boolean pretty, Consumer<JsonGenerator> body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObjectWriteContext context = pretty ? PRETTY : ObjectWriteContext.empty();
        try (JsonGenerator generator = JsonText.FACTORY.createGenerator(context, out, JsonEncoding.UTF8)) {
            body.accept(generator);
        } catch (JacksonException e) {
            throw JsonException.of("", "cannot be written: " + e.getOriginalMessage());
        }
        return out.toByteArray();
    }

    private void any(Object value) {
        if (value instanceof List<?> list) {
            list(new Form.ListOf(new Form.Any("")), list);
        } else {
            Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
            write(Forms.of(type), value);
        }
    }

    private void write(Form form, @Nullable Object value) {
        if (value == null) {
            if (!(form instanceof Form.Maybe)) {
                throw failure("is required, was null");
            }
            generator.writeNull();
            return;
        }
        switch (form) {
            case Form.Flag _ -> generator.writeBoolean((Boolean) value);
            case Form.Whole _ -> generator.writeNumber(((Number) value).longValue());
            case Form.Real _ -> real((Double) value);
            case Form.Text _ -> generator.writeString(wellFormed(value.toString()));
            case Form.Choice choice -> generator.writeString(choice.name().apply(value));
            case Form.ListOf list -> list(list, (List<?>) value);
            case Form.MapOf map -> map(map, (Map<?, ?>) value);
            case Form.Maybe(Form inner) -> write(inner, value);
            case Form.Any _ -> any(value);
            case Form.Adapted adapted ->
                product(adapted.form(), adapted.toRecord().apply(value));
            case Form.Product product -> product(product, value);
            case Form.Family _ -> any(value);
        }
    }

    private void real(double value) {
        if (!Double.isFinite(value)) {
            throw failure("must be finite, was " + value);
        }
        generator.writeNumber(value);
    }

    private String wellFormed(String text) {
        if (!JsonText.isWellFormed(text)) {
            throw failure("must be well-formed Unicode, was " + JsonText.quoted(text));
        }
        return text;
    }

    private void list(Form.ListOf form, List<?> values) {
        generator.writeStartArray();
        for (Object value : values) {
            write(form.element(), value);
        }
        generator.writeEndArray();
    }

    private void map(Form.MapOf form, Map<?, ?> values) {
        Map<String, @Nullable Object> byName = new TreeMap<>();
        values.forEach((key, value) -> byName.put(wellFormed(form.key().name(key)), value));
        generator.writeStartObject();
        byName.forEach((name, value) -> {
            generator.writeName(name);
            write(form.value(), value);
        });
        generator.writeEndObject();
    }

    private void product(Form.Product form, Object value) {
        generator.writeStartObject();
        if (form.tag() != null) {
            generator.writeName(Names.TYPE);
            generator.writeString(form.tag());
        }
        for (Form.Component component : form.components().get().list()) {
            Object part = component.accessor().apply(value);
            if (whole || part != null || component.isRequired()) {
                generator.writeName(component.name());
                write(component.form(), part);
            }
        }
        generator.writeEndObject();
    }

    private JsonException failure(String problem) {
        return JsonException.of(JsonText.path(generator.streamWriteContext()), problem);
    }
}
