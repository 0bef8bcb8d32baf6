package io.mts1b.brokers.fix;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of order entry: its type, and those of its fields that are looked at. Reading a field that is missing, or is not
 * what it must be, throws an {@link IllegalArgumentException} that names it. Written by one
 * thread, and not changed once it is sent.
 */
public final class FixMessage {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss.SSS");
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMdd-HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .toFormatter();

    private final String type;
    private final Map<FixTag, String> fields = new EnumMap<>(FixTag.class);
    private volatile long number;

    /**
     * Makes a message without fields.
     *
     * @param type tag 35, such as {@code D}
     */
    public FixMessage(String type) {
        this.type = Objects.requireNonNull(type, "type");
    }

    /**
     * Returns the type.
     *
     * @return tag 35
     */
    public String type() {
        return type;
    }

    /** Says under which number it goes out, tag 34. */
    void numbered(long sequence) {
        number = sequence;
    }

    /** The number it went out under; 0 before that. */
    long number() {
        return number;
    }

    /**
     * Sets a field.
     *
     * @param tag which
     * @param value its value, which is written as it prints; an instant as a time of UTC, to the millisecond
     * @return this message
     */
    public FixMessage set(FixTag tag, Object value) {
        fields.put(tag, value instanceof Instant at ? WRITTEN.format(at.atOffset(ZoneOffset.UTC)) : value.toString());
        return this;
    }

    /**
     * Returns a field.
     *
     * @param tag which
     * @return its text, or null if the message does not have it
     */
    public @Nullable String get(FixTag tag) {
        return fields.get(tag);
    }

    /**
     * Returns a field.
     *
     * @param tag which
     * @return its text
     */
    public String text(FixTag tag) {
        return Require.present(fields.get(tag), "tag " + tag + " of message " + type + " is required");
    }

    /**
     * Returns a field of one character.
     *
     * @param tag which
     * @return the character
     */
    public char code(FixTag tag) {
        String text = text(tag);
        if (text.length() != 1) {
            throw wrong(tag, "one character", text);
        }
        return text.charAt(0);
    }

    /**
     * Returns an exact number.
     *
     * @param tag which
     * @return the number
     */
    public Decimal decimal(FixTag tag) {
        String text = text(tag);
        try {
            // FIX knows neither exponents nor a plus, and our own reader does.
            Require.that(text.chars().noneMatch(c -> c == 'e' || c == 'E' || c == '+'), "plain");
            return Decimal.parse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(tag, "a number", text);
        }
    }

    /**
     * Returns a quantity.
     *
     * @param tag which
     * @return the quantity, not negative
     */
    public Quantity quantity(FixTag tag) {
        Decimal value = decimal(tag);
        if (value.signum() < 0) {
            throw wrong(tag, "not negative", text(tag));
        }
        return new Quantity(value);
    }

    /**
     * Returns a price.
     *
     * @param tag which
     * @return the price
     */
    public Price price(FixTag tag) {
        return new Price(decimal(tag));
    }

    /**
     * Returns a time.
     *
     * @param tag which
     * @return the time, which FIX writes in UTC
     */
    public Instant time(FixTag tag) {
        String text = text(tag);
        try {
            return LocalDateTime.parse(text, READ).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw wrong(tag, "a time such as 20240506-13:30:00.000", text);
        }
    }

    /**
     * Returns a whole number.
     *
     * @param tag which
     * @return the number, not negative
     */
    public long count(FixTag tag) {
        String text = text(tag);
        if (!text.matches("[0-9]{1,18}")) {
            throw wrong(tag, "a whole number", text);
        }
        return Long.parseLong(text);
    }

    /**
     * Returns whether a flag is set.
     *
     * @param tag which
     * @return true if it is Y; false if it is N or missing
     */
    public boolean flag(FixTag tag) {
        String text = get(tag);
        if (text == null || text.equals("N")) {
            return false;
        }
        if (!text.equals("Y")) {
            throw wrong(tag, "Y or N", text);
        }
        return true;
    }

    /** Says that a field is not what it must be. */
    static IllegalArgumentException wrong(FixTag tag, String rule, String was) {
        return new IllegalArgumentException("tag " + tag + " must be " + rule + ", was " + Quoted.of(was));
    }

    /** Returns type and fields. */
    @Override
    public String toString() {
        return type + fields;
    }
}
