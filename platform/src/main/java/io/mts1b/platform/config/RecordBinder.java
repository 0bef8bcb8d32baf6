package io.mts1b.platform.config;

import io.mts1b.platform.config.ConfigurationException.Problem;
import io.mts1b.platform.security.Redaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Has Jackson make the records. Jackson stops at the first thing that is wrong; here every value and constructor that
 * refuses is noted, something is put in its place, and it goes on, so that all is told at once.
 */
final class RecordBinder {

    /** What stands for a primitive that could not be read; the record around it is not used. */
    private static final Map<Class<?>, Object> ZEROS =
            Map.of(int.class, 0, long.class, 0L, double.class, 0.0, boolean.class, false);

    private final ValueTexts texts;
    private final Resolution resolution;
    private final List<Problem> problems;
    private final JsonMapper mapper;

    RecordBinder(Collection<Shape> shapes, ValueTexts texts, Resolution resolution, List<Problem> problems) {
        this.texts = texts;
        this.resolution = resolution;
        this.problems = problems;
        SimpleModule module = new SimpleModule();
        shapes.forEach(shape -> register(shape, module));
        // One for all sections: making it costs more than binding by it.
        this.mapper = JsonMapper.builder()
                .propertyNamingStrategy(new KeyNames())
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addHandler(new Constructors())
                .addModule(module)
                .build();
    }

    /** Makes the record of a section; null if something in it is wrong. */
    @Nullable Object bind(String section, Shape.Group shape, JsonNode node) {
        return mapper.readerFor(shape.type())
                .withAttribute(RecordBinder.class, section)
                .readValue(node);
    }

    private void register(Shape shape, SimpleModule module) {
        switch (shape) {
            case Shape.Value value -> register(value.type(), module);
            case Shape.Row row -> register(row.item(), module);
            case Shape.Table table -> register(table.item(), module);
            case Shape.Group group -> group.members().forEach(member -> register(member.shape(), module));
        }
    }

    private <T> void register(Class<T> type, SimpleModule module) {
        Function<String, Object> form = texts.of(type);
        if (form != null) {
            module.addDeserializer(type, new FromText<>(type, form));
        }
    }

    /** The full key of what is being read. */
    private static String path(DeserializationContext context) {
        return context.getAttribute(RecordBinder.class)
                + context.getParser()
                        .streamReadContext()
                        .pathAsPointer()
                        .toString()
                        .replace('/', '.');
    }

    private void refuse(String path, @Nullable String message) {
        String text = Redaction.standard().redact(String.valueOf(message));
        Entry.Origin origin = resolution.origin(path);
        problems.add(new Problem(origin.where(), path, text));
    }

    /** Reads one value. */
    private final class FromText<T> extends ValueDeserializer<T> {

        private final Class<T> type;
        private final Function<String, Object> form;

        FromText(Class<T> type, Function<String, Object> form) {
            this.type = type;
            this.form = form;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // The form of a type gives that type; null where it is refused.
        public T deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return (T) form.apply(parser.getString());
            } catch (RuntimeException e) {
                refuse(path(context), e.getMessage());
                return (T) ZEROS.get(type);
            }
        }
    }

    /** Hears of records whose constructors refuse. */
    private final class Constructors extends DeserializationProblemHandler {

        @Override
        @SuppressWarnings("NullAway") // Null is what Jackson takes for "go on without".
        public Object handleInstantiationProblem(
                DeserializationContext context, Class<?> type, Object argument, Throwable thrown) {
            String path = path(context);
            boolean known = problems.stream()
                    .anyMatch(problem -> problem.key().startsWith(path + ".")
                            || problem.key().equals(path));
            if (!known) {
                Throwable cause = thrown;
                while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
                    cause = cause.getCause();
                }
                refuse(path, "is refused: " + cause.getMessage());
            }
            return null;
        }
    }
}
