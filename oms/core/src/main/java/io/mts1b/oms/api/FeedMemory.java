package io.mts1b.oms.api;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.oms.api.ApiReply.FillView;
import io.mts1b.oms.api.LogFeed.Booked;
import io.mts1b.oms.codec.ByteSink;
import io.mts1b.oms.codec.ByteSource;
import io.mts1b.oms.codec.OrderCodec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a feed remembers, as bytes. */
final class FeedMemory {

    private FeedMemory() {}

    static byte[] write(LogFeed feed) {
        OrderCodec codec = new OrderCodec();
        ByteSink out = new ByteSink();
        Recent<OrderId> orders = feed.orders();
        out.count(orders.first() - 1);
        out.count(orders.last());
        for (long number = orders.first(); number <= orders.last(); number++) {
            codec.write(orders.get(number).orElseThrow(), out);
        }
        Recent<Booked> fills = feed.fills();
        out.count(fills.first() - 1);
        out.count(fills.last());
        for (long number = fills.first(); number <= fills.last(); number++) {
            Booked booked = fills.get(number).orElseThrow();
            codec.write(booked.view().fill(), out);
            Instant bustedAt = booked.view().bustedAt();
            out.code(bustedAt == null ? 0 : 1);
            if (bustedAt != null) {
                out.instant(bustedAt);
            }
            FundId fund = booked.fund();
            out.text(fund == null ? "" : fund.value());
        }
        out.count(feed.reasons().size());
        feed.reasons().forEach((order, reason) -> {
            codec.write(order, out);
            out.text(reason);
        });
        return out.toBytes();
    }

    static void read(byte[] bytes, LogFeed feed) {
        OrderCodec codec = new OrderCodec();
        ByteSource in = new ByteSource(bytes);
        Recent<OrderId> orders = feed.orders();
        orders.after(in.count());
        for (long last = in.count(); orders.last() < last; ) {
            OrderId order = codec.readOrderId(in);
            orders.add(_ -> order);
        }
        Recent<Booked> fills = feed.fills();
        fills.after(in.count());
        for (long last = in.count(); fills.last() < last; ) {
            Fill fill = codec.readFill(in);
            @Nullable Instant bustedAt = in.code("whether it was taken back") == 0 ? null : in.instant();
            String fund = in.text();
            feed.take(new Booked(
                    new FillView(fills.last() + 1, fill, bustedAt), fund.isEmpty() ? null : new FundId(fund)));
        }
        for (int left = in.length(); left > 0; left--) {
            feed.told(codec.readOrderId(in), in.text());
        }
    }
}
