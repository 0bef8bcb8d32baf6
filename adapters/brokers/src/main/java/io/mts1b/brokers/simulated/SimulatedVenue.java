package io.mts1b.brokers.simulated;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The truth: what is on the book, what has traded, and what the account holds.
 *
 * <p>Prices walk at random. A limit order trades while the price is at least as good, a market order at the price, both
 * in as many pieces as chance wants. A client order id is taken once, for ever; another order under it is refused.
 * Confined to one thread.
 */
public final class SimulatedVenue {

    /** One order at the venue. */
    private static final class Resting {

        private final Order order;
        private final String venueName;
        private ClientOrderId name;
        private Quantity ordered;
        private OrderType type;
        private Quantity filled = Quantity.ZERO;
        private Decimal turnover = Decimal.ZERO;
        private Standing standing = Standing.WORKING;

        Resting(Order order, ClientOrderId name, String venueName) {
            this.order = order;
            this.name = name;
            this.venueName = venueName;
            this.ordered = order.quantity();
            this.type = order.type();
        }

        OrderName names() {
            return OrderName.of(name).at(venueName);
        }

        boolean buys() {
            return order.side().sign() > 0;
        }
    }

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<InstrumentId, ContractTerms> terms;
    private final SortedMap<InstrumentId, Long> ticks = new TreeMap<>();
    private final Map<String, Resting> byVenueName = new LinkedHashMap<>();
    private final Map<ClientOrderId, Resting> byName = new LinkedHashMap<>();
    private final Consumer<Order> arrivals;
    private final List<VenueFill> fills = new ArrayList<>();
    private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
    private Consumer<OrderReport> news = _ -> {};

    /**
     * Makes a venue with an empty book.
     *
     * @param clock the time of what happens
     * @param random what chance decides
     * @param terms what can be traded, and how it is counted
     * @param price where all prices begin, in ticks
     * @param arrivals who sees every order that reaches the venue, before it is looked at
     */
    public SimulatedVenue(
            InstantSource clock,
            RandomGenerator random,
            SortedMap<InstrumentId, ContractTerms> terms,
            long price,
            Consumer<Order> arrivals) {
        this.clock = clock;
        this.random = random;
        this.terms = new TreeMap<>(terms);
        this.arrivals = arrivals;
        terms.keySet().forEach(instrument -> ticks.put(instrument, price));
    }

    /**
     * Says who is told what happens; nobody, while the line is down.
     *
     * @param listener who is told, in place of whoever was before
     */
    public void tell(Consumer<OrderReport> listener) {
        news = listener;
    }

    /** Takes an order under the name it follows from, or refuses it. */
    void take(Order order) {
        take(order, ClientOrderId.of(order.orderId(), 0));
    }

    /**
     * Takes an order, or refuses it.
     *
     * @param order what is wanted
     * @param name what it is called
     */
    public void take(Order order, ClientOrderId name) {
        arrivals.accept(order);
        if (byName.containsKey(name)) {
            // Not told under the name alone: the first order of that name is well.
            return;
        }
        Resting resting = new Resting(order, name, "V" + (byVenueName.size() + 1));
        byVenueName.put(resting.venueName, resting);
        byName.put(name, resting);
        if (!terms.containsKey(order.instrument())) {
            resting.standing = Standing.REJECTED;
            news.accept(new OrderReport.Rejected(resting.names(), clock.instant(), "unknown instrument"));
            return;
        }
        news.accept(new OrderReport.Accepted(resting.names(), clock.instant()));
        if (random.nextInt(4) == 0) {
            trade(resting);
        }
    }

    /**
     * Takes an order off the book, or says that it cannot be.
     *
     * @param name what it is called
     */
    public void cancel(OrderName name) {
        Resting resting = find(name);
        if (resting == null) {
            news.accept(new OrderReport.CancelRejected(name, clock.instant(), "unknown order"));
        } else if (resting.standing == Standing.WORKING) {
            resting.standing = Standing.CANCELED;
            news.accept(new OrderReport.Canceled(resting.names(), clock.instant(), resting.filled, "by request"));
        } else {
            news.accept(new OrderReport.CancelRejected(resting.names(), clock.instant(), "it is " + resting.standing));
        }
    }

    /**
     * Changes an order, or says that it cannot be.
     *
     * @param name what it is called
     * @param next what it is called from then on
     * @param quantity how much is wanted in all
     * @param type at which prices
     */
    public void replace(OrderName name, ClientOrderId next, Quantity quantity, OrderType type) {
        Resting resting = find(name);
        if (resting == null || resting.standing != Standing.WORKING || quantity.compareTo(resting.filled) <= 0) {
            OrderName refused = new OrderName(next.value(), resting == null ? null : resting.venueName);
            news.accept(new OrderReport.ReplaceRejected(refused, clock.instant(), "too late"));
            return;
        }
        resting.ordered = quantity;
        resting.type = type;
        resting.name = next;
        byName.put(next, resting);
        news.accept(new OrderReport.Replaced(resting.names(), clock.instant(), quantity, type));
    }

    private @Nullable Resting find(OrderName name) {
        String venues = name.venues();
        String ours = name.ours();
        Resting found = venues == null ? null : byVenueName.get(venues);
        return found != null || ours == null ? found : byName.get(ClientOrderId.parse(ours));
    }

    /** Lets prices move a little, and some of what is on the book trade or expire. */
    public void move() {
        for (Map.Entry<InstrumentId, Long> price : ticks.entrySet()) {
            price.setValue(Math.max(1, price.getValue() + random.nextInt(-3, 4)));
        }
        for (Resting resting : List.copyOf(byVenueName.values())) {
            if (resting.standing == Standing.WORKING) {
                int what = random.nextInt(20);
                if (what == 0 && !(resting.type instanceof OrderType.Market)) {
                    resting.standing = Standing.EXPIRED;
                    news.accept(new OrderReport.Expired(resting.names(), clock.instant(), resting.filled));
                } else if (what < 8) {
                    trade(resting);
                }
            }
        }
    }

    /**
     * Does to what is held of an instrument what its issuer does; what a split unit costs changes with it. Who pays whom is not
     * counted here.
     *
     * @param action what, of an instrument with no order on the book
     */
    public void apply(CorporateAction action) {
        Decimal held = positions.getOrDefault(action.instrument(), Decimal.ZERO);
        switch (action) {
            case CorporateAction.Split split -> {
                positions.put(split.instrument(), split.ratio().times(held));
                restate(split);
            }
            case CorporateAction.Conversion conversion -> {
                positions.remove(conversion.instrument());
                positions.merge(conversion.into(), conversion.ratio().times(held), Decimal::plus);
            }
            case CorporateAction.SpinOff spinOff ->
                positions.merge(spinOff.spun(), spinOff.ratio().times(held), Decimal::plus);
            case CorporateAction.Redemption redemption -> positions.remove(redemption.instrument());
            case CorporateAction.CashDividend _ -> {
                // Units stay what they are.
            }
        }
    }

    private void restate(CorporateAction.Split split) {
        ContractTerms count = Require.present(terms.get(split.instrument()), "instrument must be known");
        ticks.computeIfPresent(
                split.instrument(),
                (_, price) -> split.ratio()
                        .over(Price.ofTicks(price, count.tick()))
                        .value()
                        .dividedBy(count.tick().value(), 0, RoundingMode.DOWN)
                        .toUnscaled(0));
    }

    private void trade(Resting resting) {
        ContractTerms count = Require.present(terms.get(resting.order.instrument()), "instrument must be known");
        Price price = Price.ofTicks(ticks.getOrDefault(resting.order.instrument(), 1L), count.tick());
        boolean trades = switch (resting.type) {
            case OrderType.Market _ -> true;
            case OrderType.Limit limit -> isWithin(resting, price, limit.limit());
            case OrderType.MarketableLimit limit -> isWithin(resting, price, limit.limit());
            case OrderType.Stop _, OrderType.StopLimit _ -> false;
        };
        if (!trades) {
            return;
        }
        long left = resting.ordered.minus(resting.filled).value().toUnscaled(0);
        Quantity quantity = Quantity.of(random.nextInt(3) == 0 ? left : random.nextLong(1, left + 1));
        VenueFill fill = new VenueFill(
                new FillId("F" + (fills.size() + 1)),
                resting.names(),
                resting.order.instrument(),
                resting.buys(),
                quantity,
                price,
                new Money(new Decimal(random.nextInt(0, 200), 2), count.currency()),
                random.nextBoolean() ? Liquidity.MAKER : Liquidity.TAKER,
                clock.instant());
        fills.add(fill);
        resting.filled = resting.filled.plus(quantity);
        resting.turnover = resting.turnover.plus(price.value().times(quantity.value(), 8, RoundingMode.HALF_EVEN));
        Decimal signed = resting.buys() ? quantity.value() : quantity.value().negated();
        positions.merge(resting.order.instrument(), signed, Decimal::plus);
        if (resting.filled.equals(resting.ordered)) {
            resting.standing = Standing.FILLED;
        }
        news.accept(new OrderReport.Traded(fill));
    }

    private static boolean isWithin(Resting resting, Price price, Price limit) {
        return resting.buys() ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0;
    }

    private static VenueOrder told(Resting resting) {
        return new VenueOrder(
                resting.names(),
                resting.order.instrument(),
                resting.buys(),
                resting.ordered,
                resting.type,
                resting.standing,
                resting.filled,
                resting.filled.isZero()
                        ? null
                        : new Price(resting.turnover.dividedBy(resting.filled.value(), 8, RoundingMode.HALF_EVEN)));
    }

    /**
     * Returns where an order stands.
     *
     * @param name what it is called
     * @return the order; empty if the venue never took it
     */
    public Optional<VenueOrder> order(OrderName name) {
        return Optional.ofNullable(find(name)).map(SimulatedVenue::told);
    }

    /**
     * Returns all orders that may still trade.
     *
     * @return the orders, in the order they came
     */
    public List<VenueOrder> working() {
        return byVenueName.values().stream()
                .filter(resting -> resting.standing == Standing.WORKING)
                .map(SimulatedVenue::told)
                .toList();
    }

    /**
     * Returns what has traded.
     *
     * @param from since when
     * @return the fills, in the order they happened
     */
    public List<VenueFill> fills(Instant from) {
        return fills.stream().filter(fill -> !fill.at().isBefore(from)).toList();
    }

    /**
     * Returns what the account holds.
     *
     * @return the signed quantities, without those that are zero
     */
    public SortedMap<InstrumentId, Decimal> positions() {
        SortedMap<InstrumentId, Decimal> held = new TreeMap<>(positions);
        held.values().removeIf(Decimal::isZero);
        return Collections.unmodifiableSortedMap(held);
    }
}
