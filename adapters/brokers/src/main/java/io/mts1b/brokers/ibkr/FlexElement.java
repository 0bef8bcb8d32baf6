package io.mts1b.brokers.ibkr;

import io.mts1b.foundation.numbers.Decimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** An element of a Flex statement, which is its attributes; an empty one is none. */
final class FlexElement {

    private static final Pattern TIME =
            Pattern.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})[;, T]([0-9]{2}):?([0-9]{2}):?([0-9]{2})");

    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    FlexElement(XMLStreamReader reader) {
        this.name = reader.getLocalName();
        this.line = reader.getLocation().getLineNumber();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    String name() {
        return name;
    }

    String where() {
        return name + " in line " + line;
    }

    Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).filter(text -> !text.isBlank());
    }

    String text(String attribute) {
        return find(attribute)
                .orElseThrow(() -> new IllegalArgumentException(where() + ": " + attribute + " is required"));
    }

    <T> T read(String attribute, Function<String, T> parser) {
        String text = text(attribute);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException(where() + ": " + attribute + " is refused: " + e.getMessage(), e);
        }
    }

    Decimal decimal(String attribute) {
        return read(attribute, Decimal::parse);
    }

    long whole(String attribute) {
        return read(attribute, Long::parseLong);
    }

    String word(String attribute, List<String> words) {
        String text = text(attribute);
        if (!words.contains(text)) {
            throw new IllegalArgumentException(
                    where() + ": " + attribute + " must be one of " + words + ", was '" + text + "'");
        }
        return text;
    }

    /** Whatever of the ways to write a time is set for the statement, if it is to the second. */
    LocalDateTime time(String attribute) {
        return read(attribute, text -> {
            Matcher parts = TIME.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("must be a date and a time to the second, was '" + text + "'");
            }
            int[] numbers = new int[6];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Integer.parseInt(parts.group(i + 1));
            }
            return LocalDateTime.of(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        });
    }
}
