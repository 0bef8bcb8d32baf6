package io.mts1b.platform.json;

import java.util.Locale;
import java.util.regex.Pattern;

/** How Java names are written in JSON. */
final class Names {

    /** The property that tells the members of a sealed family apart. */
    static final String TYPE = "type";

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final String HOUSE = "io.mts1b.";

    private Names() {}

    /** Turns {@code maxShortFee} and {@code MaxShortFee} into {@code max_short_fee}. */
    static String snake(String camel) {
        return WORD_START.matcher(camel).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The stable name of a type in schemas, such as {@code foundation.orders.order_event.filled}. */
    static String of(Class<?> type) {
        String place = type.getPackageName() + ".";
        return (place.startsWith(HOUSE) ? place.substring(HOUSE.length()) : place) + nested(type);
    }

    private static String nested(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        String name = snake(type.getSimpleName());
        return outer == null ? name : nested(outer) + '.' + name;
    }
}
