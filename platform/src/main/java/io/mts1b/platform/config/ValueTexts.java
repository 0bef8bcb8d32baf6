package io.mts1b.platform.config;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.TextValue;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.SecretReferences;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How each type of value is read from its text. A text that cannot be read is refused with what was expected. */
final class ValueTexts {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE]-?[0-9]{1,3})?");

    private final Map<Class<?>, Function<String, Object>> forms = new LinkedHashMap<>();

    ValueTexts(SecretReferences secrets) {
        forms.put(String.class, text -> text);
        forms.put(
                int.class,
                text -> whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue());
        forms.put(long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        forms.put(double.class, ValueTexts::real);
        forms.put(boolean.class, ValueTexts::truth);
        forms.put(Duration.class, Durations::parse);
        forms.put(ZoneId.class, text -> timed(ZoneId::of, text, "a time zone such as America/New_York"));
        forms.put(LocalDate.class, text -> timed(LocalDate::parse, text, "a date such as 2026-11-20"));
        forms.put(LocalTime.class, text -> timed(LocalTime::parse, text, "a time of day such as 09:30"));
        forms.put(Path.class, Path::of);
        forms.put(URI.class, ValueTexts::uri);
        forms.put(Secret.class, text -> secrets.isReference(text) ? secrets.resolve(text) : Secret.of(text));
        forms.put(Integer.class, forms.get(int.class));
        forms.put(Long.class, forms.get(long.class));
        forms.put(Double.class, forms.get(double.class));
        forms.put(Boolean.class, forms.get(boolean.class));
    }

    /** Returns how a type is read, or null if it is no type of a value. */
    @Nullable Function<String, Object> of(Class<?> type) {
        if (type.isEnum()) {
            return text -> constant(type, text);
        }
        return TextValue.class.isAssignableFrom(type) ? text -> parsed(type, text) : forms.get(type);
    }

    private static Long whole(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most && text.charAt(0) != '+') {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw new IllegalArgumentException(
                "must be a whole number from " + least + " to " + most + ", was " + Quoted.of(text));
    }

    private static Double real(String text) {
        if (DECIMAL.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw new IllegalArgumentException("must be a number, was " + Quoted.of(text));
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, was " + Quoted.of(text));
        };
    }

    private static Object timed(Function<String, Object> form, String text, String what) {
        try {
            return form.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be " + what + ", was " + Quoted.of(text), e);
        }
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a URI, was " + Quoted.of(text), e);
        }
    }

    private static Object constant(Class<?> type, String text) {
        StringBuilder names = new StringBuilder();
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return constant;
            }
            names.append(names.isEmpty() ? "" : ", ").append(name);
        }
        throw new IllegalArgumentException("must be one of " + names + ", was " + Quoted.of(text));
    }

    private static Object parsed(Class<?> type, String text) {
        try {
            Method parse = type.getMethod("parse", String.class);
            return parse.invoke(null, text);
        } catch (InvocationTargetException e) {
            String reason = String.valueOf(e.getTargetException().getMessage());
            throw new IllegalArgumentException("must be a " + type.getSimpleName() + ": " + reason, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " must have a public static parse(String)", e);
        }
    }
}
