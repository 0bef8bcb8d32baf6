package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.matching.Instruction;
import io.mts1b.brokers.matching.OrderBook;
import io.mts1b.brokers.matching.Refusal;
import io.mts1b.brokers.matching.Removal;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The orders of the account at a venue on paper: taken or refused, brought to their markets, and told about. */
final class PaperDesk implements PaperMarket.Ours {

    /** What an order on the book was asked to become. */
    private record Change(ClientOrderId name, Quantity quantity, OrderType type) {}

    private final Function<InstrumentId, Optional<Instrument>> instruments;
    private final PaperRules rules;
    private final InstantSource clock;
    private final PaperAccount account;
    private final Admission admission;
    private final Map<InstrumentId, PaperMarket> markets = new LinkedHashMap<>();
    private final PaperOrders orders = new PaperOrders();
    private Consumer<OrderReport> news = _ -> {};

    @Nullable private Change change;

    PaperDesk(
            Function<InstrumentId, Optional<Instrument>> instruments,
            SortedMap<Currency, Decimal> balances,
            PaperRules rules,
            InstantSource clock) {
        this.instruments = instruments;
        this.rules = rules;
        this.clock = clock;
        this.account = new PaperAccount(balances);
        this.admission = new Admission(rules, account);
    }

    /** Says who is told what happens; nobody, while the line is down. */
    void tell(Consumer<OrderReport> listener) {
        news = listener;
    }

    PaperRules rules() {
        return rules;
    }

    PaperAccount account() {
        return account;
    }

    PaperMarket market(InstrumentId instrument) {
        return markets.computeIfAbsent(
                instrument,
                id -> new PaperMarket(
                        Require.present(instruments.apply(id).orElse(null), "instrument must be known, was " + id)
                                .terms(),
                        rules.cancelsAhead(),
                        this));
    }

    /** Brings stops to the book that a trade has passed. */
    void wake(InstrumentId instrument, Price traded) {
        for (PaperOrder order : orders.live()) {
            Price stop = order.type.stopPrice().orElse(traded);
            int beyond = traded.compareTo(stop) * order.order.side().sign();
            if (order.waits && order.works() && order.order.instrument().equals(instrument) && beyond >= 0) {
                order.waits = false;
                place(order);
            }
        }
    }

    /** Expires orders for the day. */
    void endSession(Instant at) {
        for (PaperOrder order : orders.live()) {
            if (order.works() && order.order.timeInForce() == TimeInForce.DAY) {
                order.standing = Standing.EXPIRED;
                remove(order);
                news.accept(new OrderReport.Expired(order.names(), at, order.filled));
            }
        }
    }

    /** Returns what must trade at an order's price before it does; empty if the order is not on the book. */
    Optional<Quantity> ahead(ClientOrderId name) {
        PaperOrder order = orders.find(name);
        if (order == null || !order.works() || order.waits) {
            return Optional.empty();
        }
        return Optional.of(
                quantity(order, market(order.order.instrument()).book().ahead(order.id)));
    }

    private static Quantity quantity(PaperOrder order, long lots) {
        return new Quantity(order.terms.lot().value().times(Decimal.of(lots)));
    }

    /** Takes an order, or refuses it. */
    void take(Order order) {
        ClientOrderId name = ClientOrderId.of(order.orderId(), 0);
        if (orders.find(name) != null) {
            return;
        }
        Optional<Instrument> instrument = instruments.apply(order.instrument());
        if (instrument.isEmpty()) {
            news.accept(new OrderReport.Rejected(
                    OrderName.of(name), clock.instant(), "unknown instrument " + order.instrument()));
            return;
        }
        PaperOrder paper = orders.add(order, instrument.get().terms());
        Optional<String> refusal = refusal(paper, paper.ordered, paper.type);
        if (refusal.isPresent()) {
            reject(paper, refusal.get());
        } else if (paper.waits) {
            news.accept(new OrderReport.Accepted(paper.names(), clock.instant()));
        } else {
            place(paper);
        }
    }

    private Optional<String> refusal(PaperOrder order, Quantity quantity, OrderType type) {
        PaperMarket market = market(order.order.instrument());
        // What stands on the book is counted in the ticks and lots it opened with: others there would be other prices.
        return order.terms.equals(market.terms())
                ? admission.refusal(order, quantity, type, orders.live(), market.book(), clock.instant())
                : Optional.of("instrument " + order.order.instrument() + " must have the terms its market opened with, "
                        + market.terms() + ", were " + order.terms);
    }

    private void reject(PaperOrder order, String reason) {
        order.standing = Standing.REJECTED;
        news.accept(new OrderReport.Rejected(order.names(), clock.instant(), reason));
    }

    private void place(PaperOrder order) {
        PaperMarket market = market(order.order.instrument());
        long lots = market.lots(order.left());
        market.crowd().place(order.id, order.buys(), ticks(order, order.type), lots, instruction(order));
    }

    private Instruction instruction(PaperOrder order) {
        TimeInForce time = order.order.timeInForce();
        if (time == TimeInForce.FOK) {
            return Instruction.FOK;
        }
        if (time == TimeInForce.IOC || order.type.limitPrice().isEmpty()) {
            return Instruction.IOC;
        }
        return rules.postOnly().test(order.order) ? Instruction.POST_ONLY : Instruction.GTC;
    }

    private static long ticks(PaperOrder order, OrderType type) {
        return type.limitPrice()
                .map(limit -> limit.toTicks(order.terms.tick()))
                .orElse(order.buys() ? OrderBook.MAX_PRICE : 1L);
    }

    /** Takes an order off the book, or says that it cannot be. */
    void cancel(OrderName name) {
        PaperOrder order = orders.find(name);
        if (order == null) {
            news.accept(new OrderReport.CancelRejected(name, clock.instant(), "unknown order"));
        } else if (!order.works()) {
            news.accept(new OrderReport.CancelRejected(order.names(), clock.instant(), "it is " + order.standing));
        } else {
            order.standing = Standing.CANCELED;
            remove(order);
            news.accept(new OrderReport.Canceled(order.names(), clock.instant(), order.filled, "by request"));
        }
    }

    private void remove(PaperOrder order) {
        if (!order.waits) {
            market(order.order.instrument()).book().cancel(order.id);
        }
    }

    /** Changes an order, or says that it cannot be. */
    void replace(OrderName name, ClientOrderId next, Quantity quantity, OrderType type) {
        PaperOrder order = orders.find(name);
        Optional<String> refusal = order == null ? Optional.of("unknown order") : unchangeable(order, quantity, type);
        if (order == null || refusal.isPresent()) {
            OrderName refused = new OrderName(
                    next.value(), order == null ? name.venues() : order.names().venues());
            news.accept(new OrderReport.ReplaceRejected(refused, clock.instant(), refusal.orElse("unknown order")));
            return;
        }
        change = new Change(next, quantity, type);
        if (order.waits) {
            replaced(order.id);
        } else {
            PaperMarket market = market(order.order.instrument());
            market.book().replace(order.id, ticks(order, type), market.lots(quantity.minus(order.filled)));
        }
        change = null;
    }

    private Optional<String> unchangeable(PaperOrder order, Quantity quantity, OrderType type) {
        if (!order.works()) {
            return Optional.of("it is " + order.standing);
        }
        if (quantity.compareTo(order.filled) <= 0) {
            return Optional.of("quantity must be more than the " + order.filled + " filled, was " + quantity);
        }
        if (type.kind() != order.type.kind()) {
            return Optional.of("type must stay " + order.type.kind() + ", was " + type.kind());
        }
        return refusal(order, quantity, type);
    }

    @Override
    public void accepted(long id) {
        PaperOrder order = orders.get(id);
        // One that was woken was accepted when it came.
        if (order.type.stopPrice().isEmpty()) {
            news.accept(new OrderReport.Accepted(order.names(), clock.instant()));
        }
    }

    @Override
    public void traded(long id, long ticks, long lots, boolean takes) {
        PaperOrder order = orders.get(id);
        Price price = Price.ofTicks(ticks, order.terms.tick());
        Quantity quantity = quantity(order, lots);
        order.fill(quantity, price);
        VenueFill fill = new VenueFill(
                new FillId("P" + id + "-" + order.fills),
                order.names(),
                order.order.instrument(),
                order.buys(),
                quantity,
                price,
                rules.costs().charge(order.terms, quantity, price),
                takes ? Liquidity.TAKER : Liquidity.MAKER,
                clock.instant());
        account.book(fill, order.terms);
        news.accept(new OrderReport.Traded(fill));
    }

    @Override
    public void replaced(long id) {
        Change to = Require.present(change, "a replacement must have been asked for");
        PaperOrder order = orders.get(id);
        orders.rename(order, to.name);
        order.ordered = to.quantity;
        order.type = to.type;
        news.accept(new OrderReport.Replaced(order.names(), clock.instant(), to.quantity, to.type));
    }

    @Override
    public void canceled(long id, Removal why) {
        PaperOrder order = orders.get(id);
        if (order.works()) {
            order.standing = Standing.CANCELED;
            String reason =
                    why == Removal.SELF_TRADE ? "would trade with an order of this account" : "nothing more is offered";
            news.accept(new OrderReport.Canceled(order.names(), clock.instant(), order.filled, reason));
        }
    }

    @Override
    public void rejected(long id, Refusal why) {
        PaperOrder order = orders.get(id);
        String reason = switch (why) {
            case WOULD_CROSS -> "post-only would cross";
            case NOT_ENOUGH -> "not enough to trade whole";
            case PRICE -> "price out of range";
            case QUANTITY -> "quantity out of range";
            case DUPLICATE_ID, UNKNOWN_ID, TOO_LATE, FULL -> "refused by the book: " + why;
        };
        if (change != null) {
            OrderName refused = new OrderName(change.name.value(), order.names().venues());
            news.accept(new OrderReport.ReplaceRejected(refused, clock.instant(), reason));
        } else if (order.type.stopPrice().isPresent()) {
            order.standing = Standing.CANCELED;
            news.accept(new OrderReport.Canceled(order.names(), clock.instant(), order.filled, reason));
        } else {
            reject(order, reason);
        }
    }

    /** Returns where an order stands; empty if the venue never took it. */
    Optional<VenueOrder> told(OrderName name) {
        return Optional.ofNullable(orders.find(name)).map(PaperOrder::told);
    }

    /** Returns all orders that may still trade, in the order they came. */
    Collection<VenueOrder> working() {
        return orders.live().stream().map(PaperOrder::told).toList();
    }
}
