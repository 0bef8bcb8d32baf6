package io.mts1b.brokers.wire;

import io.mts1b.brokers.OrderName;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of the port out of JSON. */
public final class Wire {

    private static final int LONGEST_ID = 64;

    /** So many digits fit in 64 bits, whichever they are. */
    private static final int DIGITS = 18;

    /** What a division gave: it may have more digits than fit. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{1,18}\\.[0-9]{1,50}");

    private Wire() {}

    /**
     * Finds a kind of message by its name.
     *
     * @param name what it says of itself
     * @param kinds all there are
     * @param <K> what they are
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name
     */
    public static <K extends Enum<K>> K kind(String name, K[] kinds) {
        return Arrays.stream(kinds)
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "message must be one of " + Arrays.toString(kinds) + ", was '" + name + "'"));
    }

    /**
     * Makes a value, and a refusal of the message out of what its constructors refuse.
     *
     * @param where the part of the message that it is made of
     * @param made makes it
     * @param <T> what it is
     * @return the value
     */
    public static <T> T guard(JsonNode where, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw where.refuse("is refused: " + e.getMessage());
        }
    }

    /**
     * Reads a quantity.
     *
     * @param number zero or more
     * @return the quantity
     */
    public static Quantity quantity(JsonNode number) {
        Decimal value = number.decimal();
        if (value.signum() < 0) {
            throw number.refuse("must not be negative");
        }
        return new Quantity(value);
    }

    /**
     * Reads a price.
     *
     * @param number any number
     * @return the price
     */
    public static Price price(JsonNode number) {
        return new Price(number.decimal());
    }

    /**
     * Reads a price, where zero stands for none.
     *
     * @param number perhaps a number
     * @return the price; empty if there is none
     */
    public static Optional<Price> priceUnlessZero(Optional<JsonNode> number) {
        return number.map(Wire::price).filter(price -> !price.value().isZero());
    }

    /**
     * Reads the average price of what has traded. It is the quotient of sums and may have more digits than fit: then it is
     * rounded to as many as do.
     *
     * @param filled how much has traded
     * @param number perhaps a number, where zero stands for none
     * @return the price; null if nothing has traded, or the venue does not tell
     */
    public static @Nullable Price average(Quantity filled, Optional<JsonNode> number) {
        return filled.isZero()
                ? null
                : number.map(one -> new Price(fitting(one, RoundingMode.HALF_EVEN)))
                        .filter(price -> !price.value().isZero())
                        .orElse(null);
    }

    /**
     * Reads a fee: venues charge parts of a cent that may have more digits than fit.
     *
     * @param number what it cost, negative for a rebate
     * @param currency in which
     * @return the fee, rounded up to as many digits as fit, as a fill rounds it up to those that a ledger keeps
     */
    public static Money fee(JsonNode number, Currency currency) {
        return new Money(fitting(number, RoundingMode.CEILING), currency);
    }

    /** The exact number, or as much of it as fits. */
    private static Decimal fitting(JsonNode number, RoundingMode rounding) {
        try {
            return number.decimal();
        } catch (JsonException e) {
            return number.text(digits -> {
                String size = digits.startsWith("-") ? digits.substring(1) : digits;
                Require.that(LONG_NUMBER.matcher(size).matches(), "must be a number of 64 bits");
                BigDecimal exact = new BigDecimal(digits);
                int fits = DIGITS - (exact.precision() - exact.scale());
                return Decimal.of(exact.setScale(Math.min(Decimal.MAX_SCALE, fits), rounding));
            });
        }
    }

    /**
     * Reads a time.
     *
     * @param text as ISO 8601 writes it
     * @return the time
     */
    public static Instant time(JsonNode text) {
        return text.text(Instant::parse);
    }

    /**
     * Reads what a venue calls something that we name to it again, as a part of an address too.
     *
     * @param text 1 to 64 letters, digits, _ and -, so that it is one step of a path and leads nowhere else
     * @return the name
     */
    public static String id(JsonNode text) {
        return text.text(id -> Require.token("id", id, LONGEST_ID));
    }

    /**
     * Reads the names of an order, where an empty text is none.
     *
     * @param ours perhaps our name
     * @param venues the venue's name; null if it does not say
     * @return both
     */
    public static OrderName name(Optional<JsonNode> ours, @Nullable String venues) {
        return new OrderName(
                ours.map(JsonNode::text).filter(text -> !text.isEmpty()).orElse(null), venues);
    }
}
