package io.mts1b.oms;

import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.codec.ByteSink;
import io.mts1b.oms.codec.ByteSource;
import io.mts1b.oms.codec.CodecException;
import io.mts1b.oms.codec.OrderCodec;
import io.mts1b.oms.codec.OrderEventCodec;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.json.JsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Events as bytes: a code, and what the code says follows. What is rare is JSON within.
 *
 * <p>Confined to one thread.
 */
final class EventCodec {

    private static final int JSON = 0;
    private static final int RECEIVED = 1;
    private static final int APPROVED = 2;
    private static final int MARKED = 3;
    /** Codes from here on are those of {@link OrderEventCodec}. */
    private static final int ORDER_EVENTS = 32;

    private final OrderCodec orders = new OrderCodec();
    private final OrderEventCodec changes = new OrderEventCodec(orders);

    /**
     * Writes an event; all of it, or nothing if it throws.
     *
     * @param event what happened
     * @param out gets the bytes
     */
    void write(OmsEvent event, ByteSink out) {
        int start = out.size();
        try {
            switch (event) {
                case OmsEvent.OrderReceived received -> {
                    out.code(RECEIVED);
                    orders.write(received.order(), out);
                }
                case OmsEvent.OrderDecided(RiskDecision.Approved approved) -> {
                    out.code(APPROVED);
                    orders.write(approved.orderId(), out);
                    out.instant(approved.at());
                    out.number(approved.envelopeVersion());
                }
                case OmsEvent.OrderChanged(OrderEvent change) -> {
                    out.code(ORDER_EVENTS + OrderEventCodec.code(change));
                    changes.write(change, out);
                }
                case OmsEvent.MarketMarked marked -> write(marked, out);
                default -> {
                    out.code(JSON);
                    out.bytes(Json.bytes(event));
                }
            }
        } catch (RuntimeException e) {
            out.cut(start);
            throw e;
        }
    }

    /**
     * Reads the next event.
     *
     * @param in stands before an event, and after it then
     * @return the event
     * @throws CodecException if the bytes are no event
     */
    OmsEvent read(ByteSource in) {
        int start = in.position();
        int code = in.code("an event");
        try {
            return switch (code) {
                case JSON -> Json.read(in.bytes(), OmsEvent.class);
                case RECEIVED -> new OmsEvent.OrderReceived(orders.readOrder(in));
                case APPROVED ->
                    new OmsEvent.OrderDecided(new RiskDecision.Approved(
                            orders.readOrderId(in), in.instant(), Math.toIntExact(in.number())));
                case MARKED -> readMarked(in);
                default -> {
                    if (code < ORDER_EVENTS) {
                        throw new CodecException(start, "an event", "code " + code);
                    }
                    yield new OmsEvent.OrderChanged(changes.read(code - ORDER_EVENTS, start, in));
                }
            };
        } catch (IllegalArgumentException
                | NullPointerException
                | ArithmeticException
                | DateTimeException
                | JsonException e) {
            throw new CodecException(in.position(), e);
        }
    }

    private void write(OmsEvent.MarketMarked marked, ByteSink out) {
        out.code(MARKED);
        out.number(marked.session().toEpochDay());
        out.instant(marked.market().at());
        out.count(marked.market().prices().size());
        marked.market().prices().forEach((id, price) -> {
            orders.write(id, out);
            out.decimal(price.value());
        });
    }

    private OmsEvent.MarketMarked readMarked(ByteSource in) {
        LocalDate session = LocalDate.ofEpochDay(in.number());
        Instant at = in.instant();
        int count = in.length();
        SortedMap<InstrumentId, Price> prices = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int start = in.position();
            InstrumentId id = orders.readInstrument(in);
            if (prices.put(id, orders.readPrice(in)) != null) {
                throw new CodecException(start, "another instrument", id);
            }
        }
        return new OmsEvent.MarketMarked(session, new MarketSnapshot(at, prices));
    }
}
