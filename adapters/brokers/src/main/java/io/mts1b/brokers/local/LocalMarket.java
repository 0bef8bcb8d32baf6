package io.mts1b.brokers.local;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.local.RefusedException.Reason;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A market of pairs and shares with one account: real books with price-time priority, on which a crowd quotes and trades at random around
 * a price that walks. Orders, fills and balances are the truth that a {@link LocalVenue} tells in its protocol.
 *
 * <p>An order is taken in two steps, {@link #admit} and {@link #work}, so that a protocol can answer before it tells what
 * traded. Confined to one thread; everything follows from the random numbers and the order of calls.
 */
public final class LocalMarket {

    private final InstantSource clock;
    private final SortedMap<InstrumentId, LocalBook> books = new TreeMap<>();
    private final SortedMap<Currency, Decimal> balances;
    private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
    private final Map<Long, LocalOrder> orders = new LinkedHashMap<>();
    private final List<LocalFill> fills = new ArrayList<>();
    private Listener listener = new Listener() {};

    /** Hears what happens to orders of the account. It must not call the market back. */
    public interface Listener {

        /**
         * An order is on the book, or waits for its stop.
         *
         * @param order the order
         */
        default void working(LocalOrder order) {}

        /**
         * An order has traded.
         *
         * @param fill the execution
         */
        default void traded(LocalFill fill) {}

        /**
         * An order was changed.
         *
         * @param order the order as it is now
         */
        default void amended(LocalOrder order) {}

        /**
         * An order is gone and has not traded in full.
         *
         * @param order the order
         * @param reason why, in plain words
         */
        default void ended(LocalOrder order, String reason) {}
    }

    /**
     * What trading costs, as a part of the value.
     *
     * @param maker who has quoted
     * @param taker who has come to a quote
     */
    public record Fees(Decimal maker, Decimal taker) {

        /** Nothing. */
        public static final Fees NONE = new Fees(Decimal.ZERO, Decimal.ZERO);

        /** What small accounts pay where crypto assets are traded. */
        public static final Fees CRYPTO = new Fees(Decimal.parse("0.0025"), Decimal.parse("0.0040"));
    }

    /**
     * What can be traded.
     *
     * @param base what is traded; null of shares, which are no money, and can be sold short
     * @param terms how it is priced and counted; the multiplier is one
     * @param price around which the crowd quotes at first
     * @param crowdLots the largest order of the crowd, in lots
     * @param fees what trading costs
     */
    public record Listing(@Nullable Currency base, ContractTerms terms, Price price, int crowdLots, Fees fees) {

        /**
         * What is traded as a pair, for fees as exchanges of crypto assets take them.
         *
         * @param base what is traded
         * @param terms how it is priced and counted; the multiplier is one
         * @param price around which the crowd quotes at first
         * @param crowdLots the largest order of the crowd, in lots
         */
        public Listing(Currency base, ContractTerms terms, Price price, int crowdLots) {
            this(base, terms, price, crowdLots, Fees.CRYPTO);
        }

        /** Validates. */
        public Listing {
            Require.that(
                    terms.multiplier().equals(Decimal.ONE), "multiplier must be 1 at spot, was " + terms.multiplier());
            Require.that(crowdLots > 0, "crowdLots must be positive, was " + crowdLots);
        }
    }

    /**
     * One level of a book.
     *
     * @param price its price
     * @param quantity what all its orders want together
     */
    public record Level(Price price, Quantity quantity) {}

    /**
     * Opens a market, on which the crowd quotes and the account has no orders.
     *
     * @param clock the time of what happens
     * @param random what chance decides
     * @param listings what can be traded
     * @param balances what the account has
     */
    public LocalMarket(
            InstantSource clock,
            RandomGenerator random,
            SortedMap<InstrumentId, Listing> listings,
            SortedMap<Currency, Decimal> balances) {
        this.clock = clock;
        this.balances = new TreeMap<>(balances);
        listings.forEach((instrument, listing) -> {
            books.put(instrument, new LocalBook(this, listing, random));
            if (listing.base() != null) {
                positions.put(instrument, balances.getOrDefault(listing.base(), Decimal.ZERO));
            }
        });
    }

    /**
     * Says who hears what happens.
     *
     * @param hears one at a time
     */
    public void tell(Listener hears) {
        listener = hears;
    }

    Listener listener() {
        return listener;
    }

    /**
     * Takes an order, which does nothing until it is worked.
     *
     * @param ticket what is wanted
     * @return the order
     * @throws RefusedException if it is not taken
     */
    public LocalOrder admit(LocalOrder.Ticket ticket) {
        LocalBook book = book(ticket.instrument());
        if (!ticket.name().isEmpty() && working(ticket.name()).isPresent()) {
            throw new RefusedException(Reason.NAME, "a working order has the name " + ticket.name());
        }
        book.check(ticket.quantity(), ticket.type());
        book.requireFunds(ticket);
        LocalOrder order = new LocalOrder(orders.size() + 1L, ticket, now());
        orders.put(order.number(), order);
        return order;
    }

    private LocalBook book(InstrumentId instrument) {
        LocalBook book = books.get(instrument);
        if (book == null) {
            throw new RefusedException(Reason.INSTRUMENT, instrument + " is not traded here");
        }
        return book;
    }

    /**
     * Lets an order that was admitted trade, rest, or wait for its stop.
     *
     * @param order the order
     */
    public void work(LocalOrder order) {
        listener.working(order);
        book(order.ticket().instrument()).work(order);
    }

    /**
     * Takes an order off the book.
     *
     * @param order a working order
     */
    public void cancel(LocalOrder order) {
        Require.that(order.isWorking(), "order must be working, was " + order.standing());
        book(order.ticket().instrument()).cancel(order);
    }

    /**
     * Checks a change of an order, and does nothing.
     *
     * @param order a working order
     * @param quantity what is wanted in all
     * @param type at which prices, of the same kind
     * @throws RefusedException if it cannot be changed so
     */
    public void check(LocalOrder order, Quantity quantity, OrderType type) {
        Require.that(order.isWorking(), "order must be working, was " + order.standing());
        Require.that(
                type.kind() == order.type().kind(),
                "type must stay " + order.type().kind());
        book(order.ticket().instrument()).check(quantity, type);
    }

    /**
     * Changes an order; one that is to want no more than it has traded is canceled.
     *
     * @param order a working order
     * @param quantity what is wanted in all
     * @param type at which prices, of the same kind
     * @throws RefusedException if it cannot be; it stays as it was
     */
    public void amend(LocalOrder order, Quantity quantity, OrderType type) {
        check(order, quantity, type);
        book(order.ticket().instrument()).amend(order, quantity, type);
    }

    /** Lets the price walk a little and the crowd quote anew and trade. */
    public void move() {
        books.values().forEach(LocalBook::move);
    }

    /**
     * Returns all orders of the account.
     *
     * @return in the order they came
     */
    public List<LocalOrder> orders() {
        return List.copyOf(orders.values());
    }

    /**
     * Returns an order.
     *
     * @param number its number
     * @return the order; empty if there is none
     */
    public Optional<LocalOrder> order(long number) {
        return Optional.ofNullable(orders.get(number));
    }

    /**
     * Returns the working order of a name.
     *
     * @param name the account's name for it
     * @return the order; empty if none that is working has that name
     */
    public Optional<LocalOrder> working(String name) {
        return orders.values().stream()
                .filter(order -> order.isWorking() && order.ticket().name().equals(name))
                .findFirst();
    }

    /**
     * Returns what has traded.
     *
     * @return in the order it happened
     */
    public List<LocalFill> fills() {
        return Collections.unmodifiableList(fills);
    }

    /**
     * Returns what the account has, what is reserved for orders included.
     *
     * @return by currency
     */
    public SortedMap<Currency, Decimal> balances() {
        return Collections.unmodifiableSortedMap(balances);
    }

    /**
     * Returns what the account has bought, less what it has sold, and what of a pair it had at first.
     *
     * @return by instrument, without those that are zero
     */
    public SortedMap<InstrumentId, Decimal> positions() {
        SortedMap<InstrumentId, Decimal> held = new TreeMap<>(positions);
        held.values().removeIf(Decimal::isZero);
        return held;
    }

    /**
     * Returns what can be traded.
     *
     * @return in a fixed order
     */
    public List<InstrumentId> instruments() {
        return List.copyOf(books.keySet());
    }

    /**
     * Returns the best levels of a side of a book.
     *
     * @param instrument whose
     * @param buys which side
     * @param levels how many at most
     * @return best first
     * @throws RefusedException if it is not traded here
     */
    public List<Level> depth(InstrumentId instrument, boolean buys, int levels) {
        return book(instrument).depth(buys, levels);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns what the account may still give: what it has, less what its working orders would give.
     *
     * @param currency of what
     * @return how much
     */
    public Decimal free(Currency currency) {
        Decimal free = balances.getOrDefault(currency, Decimal.ZERO);
        for (LocalOrder order : orders.values()) {
            if (order.isWorking()) {
                LocalBook book = book(order.ticket().instrument());
                if (currency.equals(book.gives(order.ticket()))) {
                    free = free.minus(book.worth(order.ticket().buys(), order.left(), order.type()));
                }
            }
        }
        return free;
    }

    long nextFill() {
        return fills.size() + 1L;
    }

    void book(LocalFill fill, @Nullable Currency base, Decimal value) {
        fills.add(fill);
        LocalOrder order = fill.order();
        boolean buys = order.ticket().buys();
        Decimal quantity = fill.quantity().value();
        Decimal fee = fill.fee().amount();
        order.filled = order.filled.plus(fill.quantity());
        order.turnover = order.turnover.plus(value);
        order.fees = order.fees.plus(fee);
        if (order.left().isZero()) {
            order.standing = Standing.FILLED;
        }
        positions.merge(order.ticket().instrument(), buys ? quantity : quantity.negated(), Decimal::plus);
        if (base != null) {
            balances.merge(base, buys ? quantity : quantity.negated(), Decimal::plus);
        }
        balances.merge(fill.fee().currency(), (buys ? value.negated() : value).minus(fee), Decimal::plus);
        listener.traded(fill);
    }
}
