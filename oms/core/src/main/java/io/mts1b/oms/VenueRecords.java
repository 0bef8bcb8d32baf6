package io.mts1b.oms;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.SentOrder;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How orders are known at venues, and what was traded through whom: a part of the fold. */
final class VenueRecords {

    /** One venue. */
    private static final class Account {

        // Looked up in; what leaves is sorted.
        private final Map<InstrumentId, Decimal> positions = new LinkedHashMap<>();
        private final SortedMap<String, Difference> differences = new TreeMap<>();
        private final SortedSet<String> disowned = new TreeSet<>();
        private Optional<LineState> line = Optional.empty();
        private @Nullable Instant firstSent;
        private @Nullable Instant lastFill;
    }

    /** Read, and never written. */
    private static final Account NOTHING = new Account();

    private final Orders orders;
    private final SortedMap<BrokerId, Account> accounts = new TreeMap<>();
    /** What operators booked that is of no order of ours, and what others call the orders that operators took over. */
    private final SortedMap<FillId, Booking> booked = new TreeMap<>();

    private final SortedMap<String, OrderId> adopted = new TreeMap<>();

    /** A fill that is of no order of ours, and whose venue told it. */
    record Booking(BrokerId broker, Fill fill) {}

    /** A position in canonical form. */
    record PositionForm(InstrumentId instrument, Decimal quantity) {}

    /** One venue in canonical form. */
    record Form(
            BrokerId broker,
            @Nullable LineState line,
            @Nullable Instant firstSent,
            @Nullable Instant lastFill,
            List<PositionForm> positions,
            List<Difference> differences,
            List<String> disowned) {}

    /** What somebody else calls an order of ours, in canonical form. */
    record AdoptedForm(String clientOrderId, OrderId order) {}

    /** What operators ruled beyond single venues, in canonical form. */
    record RuledForm(List<Booking> booked, List<AdoptedForm> adopted) {}

    RuledForm ruled() {
        List<AdoptedForm> orders = new ArrayList<>();
        adopted.forEach((name, order) -> orders.add(new AdoptedForm(name, order)));
        return new RuledForm(List.copyOf(booked.values()), orders);
    }

    List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        accounts.forEach((broker, account) -> {
            List<PositionForm> positions = new ArrayList<>();
            new TreeMap<>(account.positions).forEach((id, quantity) -> positions.add(new PositionForm(id, quantity)));
            forms.add(new Form(
                    broker,
                    account.line.orElse(null),
                    account.firstSent,
                    account.lastFill,
                    positions,
                    List.copyOf(account.differences.values()),
                    List.copyOf(account.disowned)));
        });
        return forms;
    }

    void restore(List<Form> venues, RuledForm ruled) {
        for (Form form : venues) {
            Account account = account(form.broker());
            account.line = Optional.ofNullable(form.line());
            account.firstSent = form.firstSent();
            account.lastFill = form.lastFill();
            form.positions().forEach(held -> account.positions.put(held.instrument(), held.quantity()));
            form.differences().forEach(difference -> account.differences.put(difference.key(), difference));
            account.disowned.addAll(form.disowned());
        }
        ruled.booked().forEach(one -> booked.put(one.fill().fillId(), one));
        ruled.adopted().forEach(one -> adopted.put(one.clientOrderId(), one.order()));
    }

    VenueRecords(Orders orders) {
        this.orders = orders;
    }

    void apply(OrderRecord record, OrderEvent event) {
        Order order = record.state.order();
        Intent intent = record.intent;
        switch (event) {
            case OrderEvent.Submitted submitted -> {
                orders.submitted(record, Intent.submitted(submitted.at()));
                Account account = account(order.broker());
                account.firstSent = account.firstSent == null ? submitted.at() : account.firstSent;
            }
            case OrderEvent.Accepted accepted -> orders.accepted(record, accepted.venueOrderId());
            case OrderEvent.Filled(Fill fill) -> {
                orders.filled(record, fill);
                heard(account(order.broker()), fill);
            }
            case OrderEvent.FillBusted(Fill fill, Instant _) -> orders.busted(record, fill);
            case OrderEvent.RiskRequested _,
                    OrderEvent.RiskApproved _,
                    OrderEvent.RiskDenied _,
                    OrderEvent.Rejected _,
                    OrderEvent.ReplaceRejected _,
                    OrderEvent.Canceled _,
                    OrderEvent.Expired _,
                    OrderEvent.ReplaceRequested _,
                    OrderEvent.Replaced _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.CancelRejected _,
                    OrderEvent.Lost _ -> {
                if (intent != null) {
                    intend(record, intent, event);
                }
            }
        }
    }

    private void intend(OrderRecord record, Intent intent, OrderEvent event) {
        if (event instanceof OrderEvent.ReplaceRequested) {
            orders.submitted(record, intent.replacing(event.at()));
        } else if (event instanceof OrderEvent.Replaced) {
            record.intent = intent.replaced();
        } else if (event instanceof OrderEvent.CancelRequested) {
            record.intent = intent.canceling(event.at());
        } else if (event instanceof OrderEvent.CancelRejected) {
            record.intent = intent.kept();
        } else if (event instanceof OrderEvent.Lost) {
            record.intent = intent.asked(event.at());
        }
    }

    private static void heard(Account account, Fill fill) {
        if (account.lastFill == null || fill.at().isAfter(account.lastFill)) {
            account.lastFill = fill.at();
        }
    }

    /** Takes a fill of which there is no order of ours. */
    void book(BrokerId broker, Fill fill) {
        booked.put(fill.fillId(), new Booking(broker, fill));
        heard(account(broker), fill);
    }

    /** Returns all brokers anything is known of. */
    SortedSet<BrokerId> brokers() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(accounts.keySet()));
    }

    /** Adds to what is held at a broker. */
    void move(BrokerId broker, InstrumentId instrument, Decimal quantity) {
        hold(broker, instrument, held(broker, instrument).plus(quantity));
    }

    /** Takes what is held at a broker from now on. */
    void hold(BrokerId broker, InstrumentId instrument, Decimal quantity) {
        Account account = account(broker);
        if (quantity.isZero()) {
            account.positions.remove(instrument);
        } else {
            account.positions.put(instrument, quantity);
        }
    }

    /** Takes that something the venue tells is somebody else's. */
    void disown(OperatorWord.Disowned word) {
        Account account = account(word.broker());
        move(word.broker(), word.instrument(), word.quantity());
        if (!(account.differences.get(word.key()) instanceof Difference.PositionDiffers)) {
            account.disowned.add(word.key());
        }
    }

    /** Tells whether an operator said that it is somebody else's. */
    boolean isDisowned(BrokerId broker, String key) {
        return known(broker).disowned.contains(key);
    }

    /** Takes what its venue calls an order that somebody else sent. */
    void adopt(String clientOrderId, OrderId order) {
        adopted.put(clientOrderId, order);
    }

    void line(BrokerId broker, LineState state) {
        account(broker).line = Optional.of(state);
    }

    void found(BrokerId broker, Difference difference) {
        account(broker).differences.put(difference.key(), difference);
    }

    void ended(BrokerId broker, String key) {
        account(broker).differences.remove(key);
    }

    /** To ask about a broker that nothing happened at changes nothing. */
    private Account known(BrokerId broker) {
        Account known = accounts.get(broker);
        return known == null ? NOTHING : known;
    }

    private Account account(BrokerId broker) {
        return accounts.computeIfAbsent(broker, _ -> new Account());
    }

    /** Returns the fill that was booked under an identity, busted since or not. */
    Optional<Fill> fill(FillId id) {
        Booking known = booked.isEmpty() ? null : booked.get(id);
        return Optional.ofNullable(known == null ? orders.findFill(id) : known.fill());
    }

    /** Returns whose venue told the fill that was booked under an identity, busted since or not. */
    Optional<BrokerId> teller(FillId id) {
        Booking known = booked.get(id);
        return known != null
                ? Optional.of(known.broker())
                : fill(id).map(fill -> Objects.requireNonNull(orders.find(fill.orderId()))
                        .state
                        .order()
                        .broker());
    }

    /** Returns a fill that was booked. */
    Fill booked(FillId id) {
        return fill(id).orElseThrow();
    }

    /** Returns the fills of an order that stand. */
    List<Fill> fills(OrderId order) {
        OrderRecord record = orders.find(order);
        return record == null ? List.of() : Collections.unmodifiableList(record.fills);
    }

    Optional<OrderId> order(BrokerId broker, OrderName name) {
        if (!adopted.isEmpty() && name.ours() != null && adopted.containsKey(name.ours())) {
            return Optional.ofNullable(adopted.get(name.ours()));
        }
        OrderRecord record = null;
        // A venue may give one of its names to another order after a restart of its own; ours it cannot.
        if (name.ours() != null) {
            record = orders.findByClientName(name.ours());
        } else if (name.venues() != null) {
            record = orders.findByVenueName(broker, name.venues());
        }
        return Optional.ofNullable(record).map(found -> found.state.order().orderId());
    }

    boolean isKnown(BrokerId broker, String venueOrderId) {
        return orders.findByVenueName(broker, venueOrderId) != null;
    }

    Optional<Intent> intent(OrderId order) {
        return Optional.ofNullable(orders.find(order)).map(record -> record.intent);
    }

    /** Tells whether a cancel of an order is waited for; of one that was in doubt and is accepted again it is not. */
    boolean isCanceling(OrderState state) {
        return state.status() != OrderStatus.ACCEPTED
                && intent(state.order().orderId()).filter(Intent::canceling).isPresent();
    }

    SentOrder sent(OrderState state) {
        int revision = intent(state.order().orderId()).map(Intent::confirmed).orElse(0);
        return new SentOrder(state, ClientOrderId.of(state.order().orderId(), revision));
    }

    /** Returns the signed quantity held at a broker. */
    Decimal held(BrokerId broker, InstrumentId instrument) {
        return known(broker).positions.getOrDefault(instrument, Decimal.ZERO);
    }

    SortedMap<InstrumentId, Decimal> positions(BrokerId broker) {
        return new TreeMap<>(known(broker).positions);
    }

    SortedMap<String, Difference> differences(BrokerId broker) {
        return Collections.unmodifiableSortedMap(known(broker).differences);
    }

    /** Returns a difference that makes what is known of a position doubtful. */
    Optional<String> doubt(BrokerId broker, InstrumentId instrument) {
        Account account = accounts.get(broker);
        if (account == null || account.differences.isEmpty()) {
            return Optional.empty();
        }
        return account.differences.values().stream()
                .filter(difference ->
                        difference.raisesDoubt() && difference.instrument().equals(instrument))
                .map(Difference::key)
                .findFirst();
    }

    Optional<LineState> line(BrokerId broker) {
        return known(broker).line;
    }

    Optional<Instant> firstSent(BrokerId broker) {
        return Optional.ofNullable(known(broker).firstSent);
    }

    Optional<Instant> lastFill(BrokerId broker) {
        return Optional.ofNullable(known(broker).lastFill);
    }

    /** Returns all differences there are, by broker. */
    SortedMap<BrokerId, List<Difference>> differences() {
        SortedMap<BrokerId, List<Difference>> all = new TreeMap<>();
        accounts.forEach((broker, account) -> {
            if (!account.differences.isEmpty()) {
                all.put(broker, List.copyOf(account.differences.values()));
            }
        });
        return all;
    }
}
