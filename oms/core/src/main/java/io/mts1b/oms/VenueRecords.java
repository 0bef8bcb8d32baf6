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
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How orders are known at venues, and what was traded through whom: a part of the fold. */
final class VenueRecords {

    /**
     * What was asked of an order.
     *
     * @param submittedAt when it was sent
     * @param askedAt when the last thing was asked that the venue answers
     * @param revision how often it was asked to be replaced
     * @param confirmed the last of these that the venue took
     * @param canceling whether it was asked to be canceled, and the venue has not said no
     */
    record Intent(Instant submittedAt, Instant askedAt, int revision, int confirmed, boolean canceling) {

        Intent asked(Instant at) {
            return new Intent(submittedAt, at, revision, confirmed, canceling);
        }

        Intent canceling(Instant at) {
            return new Intent(submittedAt, at, revision, confirmed, true);
        }

        Intent kept() {
            return new Intent(submittedAt, askedAt, revision, confirmed, false);
        }

        Intent replacing(Instant at) {
            return new Intent(submittedAt, at, revision + 1, confirmed, canceling);
        }

        Intent replaced() {
            return new Intent(submittedAt, askedAt, revision, revision, canceling);
        }
    }

    /** What a venue calls an order. */
    private record VenueName(BrokerId broker, String name) {}

    /** One venue. */
    private static final class Account {

        private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
        private final SortedMap<String, Difference> differences = new TreeMap<>();
        private final SortedSet<String> disowned = new TreeSet<>();
        private Optional<LineState> line = Optional.empty();
        private @Nullable Instant firstSent;
        private @Nullable Instant lastFill;
    }

    // Looked up in, never walked through.
    private final Map<String, OrderId> names = new LinkedHashMap<>();
    private final Map<VenueName, OrderId> venueNames = new LinkedHashMap<>();
    private final Map<OrderId, Intent> intents = new LinkedHashMap<>();
    private final Map<OrderId, List<Fill>> fills = new LinkedHashMap<>();
    private final Map<FillId, Fill> seen = new LinkedHashMap<>();

    private final SortedMap<BrokerId, Account> accounts = new TreeMap<>();

    void apply(OrderState before, OrderEvent event) {
        Order order = before.order();
        OrderId id = order.orderId();
        switch (event) {
            case OrderEvent.Submitted submitted -> {
                names.put(ClientOrderId.of(id, 0).value(), id);
                intents.put(id, new Intent(submitted.at(), submitted.at(), 0, 0, false));
                Account account = account(order.broker());
                account.firstSent = account.firstSent == null ? submitted.at() : account.firstSent;
            }
            case OrderEvent.Accepted accepted ->
                venueNames.putIfAbsent(new VenueName(order.broker(), accepted.venueOrderId()), id);
            case OrderEvent.Filled(Fill fill) -> book(order, fill);
            case OrderEvent.FillBusted(Fill fill, Instant _) -> unbook(order, fill);
            case OrderEvent.ReplaceRequested asked -> {
                Intent intent = intents.computeIfPresent(id, (_, now) -> now.replacing(asked.at()));
                if (intent != null) {
                    names.put(ClientOrderId.of(id, intent.revision).value(), id);
                }
            }
            case OrderEvent.Replaced _ -> intents.computeIfPresent(id, (_, intent) -> intent.replaced());
            case OrderEvent.CancelRequested asked ->
                intents.computeIfPresent(id, (_, intent) -> intent.canceling(asked.at()));
            case OrderEvent.CancelRejected _ -> intents.computeIfPresent(id, (_, intent) -> intent.kept());
            case OrderEvent.Lost lost -> intents.computeIfPresent(id, (_, intent) -> intent.asked(lost.at()));
            case OrderEvent.RiskRequested _,
                    OrderEvent.RiskApproved _,
                    OrderEvent.RiskDenied _,
                    OrderEvent.Rejected _,
                    OrderEvent.ReplaceRejected _,
                    OrderEvent.Canceled _,
                    OrderEvent.Expired _ -> {
                // The venue's last words change nothing of how it is known.
            }
        }
    }

    private void book(Order order, Fill fill) {
        fills.computeIfAbsent(order.orderId(), _ -> new ArrayList<>()).add(fill);
        book(order.broker(), fill);
    }

    /** Takes a fill of which there may be no order. */
    void book(BrokerId broker, Fill fill) {
        seen.put(fill.fillId(), fill);
        Account account = account(broker);
        move(account, fill.instrument(), fill.signedQuantity());
        if (account.lastFill == null || fill.at().isAfter(account.lastFill)) {
            account.lastFill = fill.at();
        }
    }

    private void unbook(Order order, Fill fill) {
        fills.getOrDefault(order.orderId(), new ArrayList<>()).remove(fill);
        move(account(order.broker()), fill.instrument(), fill.signedQuantity().negated());
    }

    private static void move(Account account, InstrumentId instrument, Decimal quantity) {
        Decimal now = account.positions.getOrDefault(instrument, Decimal.ZERO).plus(quantity);
        if (now.isZero()) {
            account.positions.remove(instrument);
        } else {
            account.positions.put(instrument, now);
        }
    }

    /** Takes that something the venue tells is somebody else's. */
    void disown(OperatorWord.Disowned word) {
        Account account = account(word.broker());
        move(account, word.instrument(), word.quantity());
        if (!(account.differences.get(word.key()) instanceof Difference.PositionDiffers)) {
            account.disowned.add(word.key());
        }
    }

    /** Tells whether an operator said that it is somebody else's. */
    boolean isDisowned(BrokerId broker, String key) {
        return account(broker).disowned.contains(key);
    }

    /** Takes another name under which an order of ours stands at its venue. */
    void name(String clientOrderId, OrderId order) {
        names.putIfAbsent(clientOrderId, order);
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

    private Account account(BrokerId broker) {
        return accounts.computeIfAbsent(broker, _ -> new Account());
    }

    /** Returns the fill that was booked under an identity, busted since or not. */
    Optional<Fill> fill(FillId id) {
        return Optional.ofNullable(seen.get(id));
    }

    /** Returns the fills of an order that stand. */
    List<Fill> fills(OrderId order) {
        return Collections.unmodifiableList(fills.getOrDefault(order, List.of()));
    }

    Optional<OrderId> order(BrokerId broker, OrderName name) {
        OrderId ours = name.ours() == null ? null : names.get(name.ours());
        OrderId venues = name.venues() == null ? null : venueNames.get(new VenueName(broker, name.venues()));
        // A venue may give one of its names to another order after a restart of its own; ours it cannot.
        return Optional.ofNullable(name.ours() == null ? venues : ours);
    }

    boolean isKnown(BrokerId broker, String venueOrderId) {
        return venueNames.containsKey(new VenueName(broker, venueOrderId));
    }

    Optional<Intent> intent(OrderId order) {
        return Optional.ofNullable(intents.get(order));
    }

    SentOrder sent(OrderState state) {
        int revision = intent(state.order().orderId()).map(Intent::confirmed).orElse(0);
        return new SentOrder(state, ClientOrderId.of(state.order().orderId(), revision));
    }

    SortedMap<InstrumentId, Decimal> positions(BrokerId broker) {
        return Collections.unmodifiableSortedMap(account(broker).positions);
    }

    SortedMap<String, Difference> differences(BrokerId broker) {
        return Collections.unmodifiableSortedMap(account(broker).differences);
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
        return account(broker).line;
    }

    Optional<Instant> firstSent(BrokerId broker) {
        return Optional.ofNullable(account(broker).firstSent);
    }

    Optional<Instant> lastFill(BrokerId broker) {
        return Optional.ofNullable(account(broker).lastFill);
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
