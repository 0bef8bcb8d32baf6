package io.mts1b.oms;

import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Replacement;
import io.mts1b.oms.codec.ByteSink;
import io.mts1b.oms.codec.ByteSource;
import io.mts1b.oms.codec.OrderCodec;
import java.util.List;

/** All that is known of an order, as bytes. */
final class OrderRecordCodec {

    private static final List<OrderStatus> STATUSES = List.of(OrderStatus.values());

    private final OrderCodec orders = new OrderCodec();
    private final ByteSink sink = new ByteSink();

    /** Tells whether a record is of an order: its first byte is no letter. */
    static boolean isOrder(byte[] record) {
        return record[0] <= 1;
    }

    byte[] encode(OrderRecord order) {
        sink.clear();
        write(order, sink);
        return sink.toBytes();
    }

    void write(OrderRecord order, ByteSink out) {
        OrderState state = order.state;
        out.code(order.ownsKey ? 1 : 0);
        orders.write(state.order(), out);
        out.code(STATUSES.indexOf(state.status()));
        out.decimal(state.ordered().value());
        out.code(state.requested() == null ? 0 : 1);
        if (state.requested() != null) {
            out.decimal(state.requested().quantity().value());
            orders.write(state.requested().type(), out);
        }
        orders.write(state.type(), out);
        out.decimal(state.filled().value());
        out.decimal(state.turnover());
        out.text(state.venueOrderId() == null ? "" : state.venueOrderId());
        Intent intent = order.intent;
        out.code(intent == null ? 0 : 1);
        if (intent != null) {
            out.instant(intent.submittedAt());
            out.instant(intent.askedAt());
            out.count(intent.revision());
            out.count(intent.confirmed());
            out.code(intent.canceling() ? 1 : 0);
        }
        write(order.fills, out);
        write(order.busted, out);
        List<String> clientNames = order.clientNames();
        out.count(clientNames.size());
        clientNames.forEach(out::text);
        out.count(order.venueNames.size());
        order.venueNames.forEach(out::text);
    }

    private void write(List<Fill> fills, ByteSink out) {
        out.count(fills.size());
        fills.forEach(fill -> orders.write(fill, out));
    }

    OrderRecord decode(byte[] bytes) {
        return read(new ByteSource(bytes));
    }

    OrderRecord read(ByteSource in) {
        boolean ownsKey = in.code("whether it owns its key") == 1;
        Order order = orders.readOrder(in);
        OrderStatus status = STATUSES.get(in.code("a status"));
        Quantity ordered = new Quantity(in.decimal());
        Replacement requested = in.code("whether a replacement is asked for") == 0
                ? null
                : new Replacement(new Quantity(in.decimal()), orders.readType(in));
        var type = orders.readType(in);
        Quantity filled = new Quantity(in.decimal());
        var turnover = in.decimal();
        String venueOrderId = in.text();
        OrderRecord record = new OrderRecord(
                ownsKey,
                new OrderState(
                        order,
                        status,
                        ordered,
                        requested,
                        type,
                        filled,
                        turnover,
                        venueOrderId.isEmpty() ? null : venueOrderId));
        if (in.code("whether it was sent") == 1) {
            record.intent = new Intent(
                    in.instant(),
                    in.instant(),
                    (int) in.count(),
                    (int) in.count(),
                    in.code("whether it is canceled") == 1);
        }
        read(record.fills, in);
        read(record.busted, in);
        record.sendings = in.length();
        for (int left = record.sendings; left > 0; left--) {
            in.text();
        }
        for (int left = in.length(); left > 0; left--) {
            record.venueNames.add(in.text());
        }
        return record;
    }

    private void read(List<Fill> fills, ByteSource in) {
        for (int left = in.length(); left > 0; left--) {
            fills.add(orders.readFill(in));
        }
    }
}
