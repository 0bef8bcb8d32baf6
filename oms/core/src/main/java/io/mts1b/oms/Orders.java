package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.Name;
import io.mts1b.oms.archive.RecordSum;
import io.mts1b.oms.archive.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All orders: those that may still change in memory, the others in an archive. A part of the fold.
 *
 * <p>Of the orders that have ended, the last so many are kept in memory. One that is in the archive comes back when
 * something happens to it after all.
 */
final class Orders {

    static final char ORDER = 'o';
    static final char KEY = 'k';
    private static final char CLIENT = 'c';
    static final char VENUE = 'v';
    static final char FILL = 'f';

    /** What a venue calls an order. */
    private record VenueName(BrokerId broker, String name) {}

    private final Records records;
    private final int kept;
    private final OrderRecordCodec codec = new OrderRecordCodec();
    /** Of whatever thread the archive asks on, as the sum is. */
    private final OrderRecordCodec archiving = new OrderRecordCodec();

    private final SequencedMap<OrderId, OrderRecord> hot = new LinkedHashMap<>();
    private final SequencedMap<OrderId, OrderRecord> open = new LinkedHashMap<>();
    private final SequencedMap<OrderId, OrderRecord> ended = new LinkedHashMap<>();

    // Looked up in, never walked through.
    private final Map<IdempotencyKey, OrderRecord> keys = new LinkedHashMap<>();
    private final ClientNames clientNames = new ClientNames();
    private final Map<VenueName, OrderRecord> venueNames = new LinkedHashMap<>();
    private final Map<FillId, Fill> fills = new LinkedHashMap<>();

    private final RecordSum sum = new RecordSum();
    private long received;
    /** The last that was looked for in vain: most often it is received next. */
    private @Nullable OrderId absent;
    /** The last that was in memory: most often it is looked for next. */
    private @Nullable OrderRecord last;

    Orders(Archive archive, int kept) {
        this.records = new Records(archive);
        this.kept = kept;
    }

    /**
     * All of it but the orders in memory, which stand beside it in the order in which they came there.
     *
     * @param received how many orders there were
     * @param inMemory how many are in memory
     * @param open which of them may trade, in the order in which they came to be that
     * @param ended which of them have ended, in that order
     * @param sum the sum of the orders that are in the archive and not in memory
     */
    record Form(long received, int inMemory, List<OrderId> open, List<OrderId> ended, String sum) {}

    Form form() {
        records.settle();
        return new Form(received, hot.size(), List.copyOf(open.keySet()), List.copyOf(ended.keySet()), sum.digits());
    }

    /** Returns where orders are kept that ended, and whatever else does. */
    Records records() {
        return records;
    }

    /**
     * Takes over what another had; the records are as they were already.
     *
     * @param orders gives the orders in memory, one after the other
     */
    void restore(Form form, Supplier<OrderRecord> orders) {
        received = form.received();
        for (int i = 0; i < form.inMemory(); i++) {
            index(orders.get());
        }
        sum.restore(form.sum());
        for (OrderId id : form.open()) {
            OrderRecord record = Require.present(hot.get(id), () -> "order " + id + " must be in memory");
            record.isOpen = true;
            open.put(id, record);
        }
        for (OrderId id : form.ended()) {
            OrderRecord record = Require.present(hot.get(id), () -> "order " + id + " must be in memory");
            record.isEnded = true;
            ended.put(id, record);
        }
    }

    /** Says what will be looked for soon. */
    void expect(List<Name> names) {
        records.expect(names);
    }

    void receive(Order order) {
        OrderId id = order.orderId();
        Require.that(find(id) == null, () -> "order " + id + " must be received once");
        boolean ownsKey = find(order.idempotencyKey()) == null;
        OrderRecord record = new OrderRecord(ownsKey, OrderState.created(order));
        received++;
        absent = null;
        last = record;
        hot.put(id, record);
        if (ownsKey) {
            keys.put(order.idempotencyKey(), record);
        }
    }

    /** Returns an order; null if it was never received. */
    @Nullable OrderRecord find(OrderId id) {
        if (id.equals(absent)) {
            return null;
        }
        OrderRecord record = inMemory(id);
        if (record == null) {
            record = archived(ORDER, "", id.value());
            absent = record == null ? id : absent;
        }
        return record;
    }

    /** Returns an order that is in memory; null if it is not, or was never received. */
    @Nullable OrderRecord inMemory(OrderId id) {
        OrderRecord same = last;
        if (same != null && same.state.order().orderId().equals(id)) {
            return same;
        }
        OrderRecord record = hot.get(id);
        last = record == null ? same : record;
        return record;
    }

    @Nullable OrderRecord find(IdempotencyKey key) {
        OrderRecord same = last;
        if (same != null && same.ownsKey && same.state.order().idempotencyKey().equals(key)) {
            return same;
        }
        OrderRecord record = keys.get(key);
        return record == null ? archived(KEY, "", key.value()) : record;
    }

    @Nullable OrderRecord findByClientName(String name) {
        OrderRecord record = clientNames.find(name);
        if (record == null) {
            // The archive makes these names when it has time.
            records.settle();
            return archived(CLIENT, "", name);
        }
        return record;
    }

    @Nullable OrderRecord findByVenueName(BrokerId broker, String name) {
        OrderRecord record = venueNames.get(new VenueName(broker, name));
        return record == null ? archived(VENUE, broker.value(), name) : record;
    }

    /** Returns the fill that was booked under an identity, taken back since or not. */
    @Nullable Fill findFill(FillId id) {
        Fill fill = fills.get(id);
        OrderRecord record = fill == null ? archived(FILL, "", id.value()) : null;
        return record == null
                ? fill
                : Stream.concat(record.fills.stream(), record.busted.stream())
                        .filter(one -> one.fillId().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private @Nullable OrderRecord archived(char kind, String scope, String text) {
        byte[] bytes = records.find(new Name(kind, scope, text));
        return bytes == null ? null : codec.decode(bytes);
    }

    /** Holds an order in memory that changes now, also if it was in the archive. */
    void hold(OrderRecord record) {
        if (inMemory(record.state.order().orderId()) == null) {
            records.settle();
            sum.take(codec.encode(record));
            index(record);
        }
    }

    private void index(OrderRecord record) {
        Order order = record.state.order();
        hot.put(order.orderId(), record);
        if (record.ownsKey) {
            keys.put(order.idempotencyKey(), record);
        }
        clientNames.add(record);
        record.venueNames.forEach(name -> venueNames.put(new VenueName(order.broker(), name), record));
        record.fills.forEach(fill -> fills.put(fill.fillId(), fill));
        record.busted.forEach(fill -> fills.put(fill.fillId(), fill));
    }

    void submitted(OrderRecord record, Intent intent) {
        Require.that(
                intent.revision() == record.sendings,
                () -> "revision must be " + record.sendings + ", was " + intent.revision());
        record.intent = intent;
        record.sendings++;
        clientNames.add(record);
    }

    void accepted(OrderRecord record, String name) {
        BrokerId broker = record.state.order().broker();
        if (findByVenueName(broker, name) == null) {
            venueNames.put(new VenueName(broker, name), record);
            record.venueNames.add(name);
        }
    }

    void filled(OrderRecord record, Fill fill) {
        record.fills.add(fill);
        fills.put(fill.fillId(), fill);
    }

    void busted(OrderRecord record, Fill fill) {
        record.fills.remove(fill);
        record.busted.add(fill);
    }

    /**
     * Takes where an order stands now; those that ended longest ago go to the archive. One that another waits for stays in
     * memory: whoever restarts from what is there must know of both.
     */
    void put(OrderRecord record, OrderState now, Links links) {
        OrderId id = now.order().orderId();
        record.state = now;
        boolean isOpen = now.status() == OrderStatus.APPROVED || now.status().mayTrade();
        if (isOpen && !record.isOpen) {
            open.put(id, record);
        } else if (!isOpen && record.isOpen) {
            open.remove(id);
        }
        record.isOpen = isOpen;
        if (record.isEnded) {
            ended.remove(id);
        }
        record.isEnded = false;
        links.add(now.order());
        if (now.status().isFinal()) {
            // Whether somebody wanted it gone no longer matters.
            record.intent = record.intent == null ? null : record.intent.kept();
            links.settle(now, this::hasEnded).forEach(other -> end(hot.get(other)));
            if (links.of(id).isEmpty()) {
                end(record);
            }
        }
    }

    private boolean hasEnded(OrderId id) {
        OrderRecord record = find(id);
        return record == null || record.state.status().isFinal();
    }

    private void end(@Nullable OrderRecord record) {
        if (record != null && !record.isEnded) {
            record.isEnded = true;
            ended.putLast(record.state.order().orderId(), record);
            if (ended.size() > kept) {
                archive(ended.pollFirstEntry().getValue());
            }
        }
    }

    /** Binds the orders in memory again that others wait for. */
    void bind(Links links) {
        hot.values().forEach(record -> links.add(record.state.order()));
        hot.values().forEach(record -> links.settle(record.state, this::hasEnded));
    }

    /** Its bytes are made when the archive has time: nobody changes it any more. */
    private void archive(OrderRecord record) {
        Order order = record.state.order();
        List<Name> names = new ArrayList<>(6);
        names.add(new Name(ORDER, order.orderId().value()));
        hot.remove(order.orderId());
        if (record.ownsKey) {
            names.add(new Name(KEY, order.idempotencyKey().value()));
            keys.remove(order.idempotencyKey());
        }
        record.isArchived = true;
        last = last == record ? null : last;
        clientNames.remove(record);
        for (String name : record.venueNames) {
            names.add(new Name(VENUE, order.broker().value(), name));
            venueNames.remove(new VenueName(order.broker(), name));
        }
        for (Fill fill : record.fills) {
            names.add(new Name(FILL, fill.fillId().value()));
            fills.remove(fill.fillId());
        }
        for (Fill fill : record.busted) {
            names.add(new Name(FILL, fill.fillId().value()));
            fills.remove(fill.fillId());
        }
        records.put(names, () -> clientNames(record), () -> archiving.encode(record), sum);
    }

    private static List<Name> clientNames(OrderRecord record) {
        return record.clientNames().stream().map(name -> new Name(CLIENT, name)).toList();
    }

    /** Returns the orders that may trade. */
    Collection<OrderRecord> open() {
        return Collections.unmodifiableCollection(open.values());
    }

    /** Returns the orders that are in memory, in the order in which they came there. */
    Collection<OrderRecord> inMemory() {
        return Collections.unmodifiableCollection(hot.values());
    }

    /** Walks through all orders: the archive, and then those in memory. */
    void forEach(Consumer<OrderRecord> consumer) {
        records.forEach(bytes -> {
            OrderRecord record = OrderRecordCodec.isOrder(bytes) ? codec.decode(bytes) : null;
            if (record != null && !hot.containsKey(record.state.order().orderId())) {
                consumer.accept(record);
            }
        });
        hot.values().forEach(consumer);
    }

    /** Returns the hash of all orders, wherever they are. */
    String hash() {
        records.settle();
        RecordSum all = sum.copy();
        hot.values().forEach(record -> all.add(codec.encode(record)));
        return all.digits();
    }

    long received() {
        return received;
    }

    int kept() {
        return kept;
    }
}
