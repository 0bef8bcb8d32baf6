package io.mts1b.brokers.commands;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message says; what its kind does not have is empty.
 *
 * @param says which of the messages it is, such as {@code orders}, {@code fills}, {@code news} or {@code refused}
 */
record Decoded(
        String broker,
        String message,
        String says,
        List<VenueOrder> orders,
        List<VenueFill> fills,
        List<VenueMessage> news,
        SortedMap<Currency, Decimal> balances,
        SortedMap<InstrumentId, Decimal> positions,
        List<Part> parts,
        List<String> errors,
        SortedMap<String, String> facts) {

    /** What became of one order of a command. */
    record Part(@Nullable OrderName order, @Nullable String error) {}

    /** An empty one, to be filled. */
    static Decoded of(String broker, String message, String says) {
        return new Decoded(
                broker,
                message,
                says,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeMap<>());
    }

    /** Adds a fact, unless there is none. */
    void fact(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    String text() {
        Stream<Object> rows = Stream.of(orders, fills, news, parts, errors).flatMap(List::stream);
        Stream<Object> named = Stream.concat(
                facts.entrySet().stream().map(fact -> fact.getKey() + "  " + fact.getValue()),
                Stream.concat(balances.entrySet().stream(), positions.entrySet().stream())
                        .map(row -> row.getKey() + "  " + row.getValue()));
        return Stream.of(Stream.<Object>of(says), named, rows)
                .flatMap(stream -> stream)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
