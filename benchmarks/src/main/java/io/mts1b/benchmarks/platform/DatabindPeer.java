package io.mts1b.benchmarks.platform;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.mts1b.benchmarks.platform.Ticks.Tick;
import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The same JSON by Jackson's databind, into the types of the JDK, as somebody without us would write it. */
final class DatabindPeer {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    private static final ObjectWriter WRITER = MAPPER.writerFor(Wire.class);
    private static final ObjectReader READER = MAPPER.readerFor(Wire.class);

    private DatabindPeer() {}

    /** An event. */
    record Wire(String eventId, String subject, Instant at, WireTick payload) {}

    /** A payload. */
    record WireTick(long number, BigDecimal bid, BigDecimal ask, BigDecimal size) {}

    static List<Wire> wires(int from, int count) {
        return Ticks.events(Ticks.TOPIC, from, count).stream()
                .map(DatabindPeer::wire)
                .toList();
    }

    static Wire wire(Event<Tick> event) {
        Tick tick = event.payload();
        return new Wire(
                event.eventId().value(),
                event.subject().toString(),
                event.at(),
                new WireTick(tick.number(), big(tick.bid()), big(tick.ask()), big(tick.size())));
    }

    private static BigDecimal big(Object value) {
        return new BigDecimal(value.toString());
    }

    static byte[] write(Wire wire) {
        return WRITER.writeValueAsBytes(wire);
    }

    static Wire read(byte[] bytes) {
        return READER.readValue(bytes);
    }

    /** Turns what was read into an event of ours, to compare. */
    static Event<Tick> event(Wire wire) {
        WireTick tick = wire.payload();
        return new Event<>(
                new EventId(wire.eventId()),
                Subject.parse(wire.subject()),
                wire.at(),
                new Tick(
                        tick.number(),
                        new Price(Decimal.of(tick.bid())),
                        new Price(Decimal.of(tick.ask())),
                        new Quantity(Decimal.of(tick.size()))));
    }
}
