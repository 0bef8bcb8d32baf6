package io.mts1b.benchmarks.platform;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.platform.bus.Topic;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What is sent over a network: events whose payload takes 64 bytes as JSON. */
final class Ticks {

    static final int PAYLOAD_BYTES = 64;

    /** As many events are enough, where they need not all be different. */
    static final int DISTINCT = 8_192;

    static final Topic<Tick> TOPIC = new Topic<>(Subject.parse("mts.v1.marketdata.ticks.seen"), Tick.class);

    /** Makes all numbers ten digits long. */
    private static final long FIRST = 1_000_000_000;

    private static final Instant START = Instant.parse("2026-11-20T14:30:00Z");
    private static final Quantity SIZE = Quantity.of(100);

    private Ticks() {}

    /** A payload. */
    record Tick(long number, Price bid, Price ask, Quantity size) {}

    /** Makes one of many events, whose numbers, times and prices differ. */
    static Event<Tick> event(Topic<Tick> topic, int index) {
        long cents = 10_000L + index % 5_000;
        return topic.event(
                new EventId("tick-" + number(index)),
                START.plusNanos(1_000L * index),
                new Tick(number(index), price(cents), price(cents + 2), SIZE));
    }

    static List<Event<Tick>> events(Topic<Tick> topic, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(index -> event(topic, index))
                .toList();
    }

    static long number(int index) {
        return FIRST + index;
    }

    private static Price price(long cents) {
        // Never a whole ten cents, so that all have two decimals.
        return new Price(new Decimal(cents % 10 == 0 ? cents + 1 : cents, 2));
    }
}
