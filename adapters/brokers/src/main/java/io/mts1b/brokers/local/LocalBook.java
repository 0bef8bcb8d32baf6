package io.mts1b.brokers.local;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.local.LocalMarket.Level;
import io.mts1b.brokers.local.LocalMarket.Listing;
import io.mts1b.brokers.local.RefusedException.Reason;
import io.mts1b.brokers.matching.BookListener;
import io.mts1b.brokers.matching.Instruction;
import io.mts1b.brokers.matching.LadderOrderBook;
import io.mts1b.brokers.matching.OrderBook;
import io.mts1b.brokers.matching.Refusal;
import io.mts1b.brokers.matching.Removal;
import io.mts1b.brokers.matching.SelfTrade;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The book of one instrument of a {@link LocalMarket}: the crowd's orders have negative ids, the account's their numbers. */
final class LocalBook implements BookListener {

    private static final long ACCOUNT = 1;
    private static final int QUOTES = 5;
    private static final int STEP = 3;
    private static final int PLACES = 8;
    private static final int FEE_PLACES = 4;
    private static final Decimal HIGHEST = Decimal.of(1_000_000_000);

    private final LocalMarket market;
    private final Listing listing;
    private final RandomGenerator random;
    private final OrderBook book = new LadderOrderBook(SelfTrade.CANCEL_TAKER, this);
    private final Map<Long, LocalOrder> ours = new TreeMap<>();
    private final List<LocalOrder> stops = new ArrayList<>();
    private final List<Long> quotes = new ArrayList<>();
    private long price;
    private long last;
    private long crowd;

    LocalBook(LocalMarket market, Listing listing, RandomGenerator random) {
        this.market = market;
        this.listing = listing;
        this.random = random;
        this.price = listing.price().toTicks(listing.terms().tick());
        this.last = price;
        quote();
    }

    void check(Quantity quantity, OrderType type) {
        boolean whole = !quantity.isZero()
                && quantity.value().isMultipleOf(listing.terms().lot().value())
                && quantity.compareTo(quantity(OrderBook.MAX_QUANTITY)) <= 0;
        if (!whole) {
            throw new RefusedException(
                    Reason.QUANTITY,
                    "quantity must be in lots of " + listing.terms().lot() + ", was " + quantity);
        }
        type.limitPrice().ifPresent(this::check);
        type.stopPrice().ifPresent(this::check);
    }

    private void check(Price asked) {
        boolean good = asked.isPositive()
                && asked.value().isMultipleOf(listing.terms().tick().value())
                && asked.value().compareTo(HIGHEST) <= 0;
        if (!good) {
            throw new RefusedException(
                    Reason.PRICE, "price must be in ticks of " + listing.terms().tick() + ", was " + asked);
        }
    }

    void requireFunds(LocalOrder.Ticket ticket) {
        Decimal worth = worth(ticket.buys(), ticket.quantity(), ticket.type());
        Currency gives = gives(ticket);
        if (gives == null) {
            return; // Shares can be sold short.
        }
        Decimal free = market.free(gives);
        if (worth.compareTo(free) > 0) {
            throw new RefusedException(
                    Reason.FUNDS, "the order would give " + worth + " " + gives + ", free are " + free);
        }
    }

    /** The money it gives; null if it gives shares. */
    @Nullable Currency gives(LocalOrder.Ticket ticket) {
        return ticket.buys() ? listing.terms().currency() : listing.base();
    }

    /** What an order gives at most; a market order what it would at the last price. */
    Decimal worth(boolean buys, Quantity quantity, OrderType type) {
        Price at = type.limitPrice().orElseGet(() -> price(last));
        return buys ? at.value().times(quantity.value(), PLACES, RoundingMode.HALF_EVEN) : quantity.value();
    }

    private Price price(long ticks) {
        return Price.ofTicks(ticks, listing.terms().tick());
    }

    private long ticks(Price of) {
        return of.toTicks(listing.terms().tick());
    }

    private long lots(Quantity quantity) {
        return quantity.value()
                .wholeMultiples(listing.terms().lot().value(), RoundingMode.UNNECESSARY)
                .toUnscaled(0);
    }

    private Quantity quantity(long lots) {
        return new Quantity(listing.terms().lot().value().times(Decimal.of(lots)));
    }

    void work(LocalOrder order) {
        ours.put(order.number(), order);
        if (order.type().stopPrice().isPresent()) {
            stops.add(order);
        } else {
            place(order);
        }
        wake();
    }

    private void place(LocalOrder order) {
        order.isOnBook = true;
        long lots = lots(order.left());
        boolean buys = order.ticket().buys();
        if (order.type().limitPrice().isEmpty()) {
            book.market(order.number(), ACCOUNT, buys, lots);
        } else {
            long limit = ticks(order.type().limitPrice().get());
            book.place(
                    order.number(),
                    ACCOUNT,
                    buys,
                    limit,
                    lots,
                    instruction(order.ticket().time()),
                    OrderBook.NEVER);
        }
    }

    private static Instruction instruction(TimeInForce time) {
        return switch (time) {
            case IOC -> Instruction.IOC;
            case FOK -> Instruction.FOK;
            case GTC, DAY, OPG -> Instruction.GTC;
        };
    }

    /** Puts stop orders on the book that the last price has reached, one by one, for each may move it. */
    private void wake() {
        for (int i = 0; i < stops.size(); i++) {
            LocalOrder order = stops.get(i);
            long stop = ticks(order.type().stopPrice().orElseThrow());
            if (order.ticket().buys() ? last >= stop : last <= stop) {
                stops.remove(i);
                place(order);
                i = -1;
            }
        }
    }

    void cancel(LocalOrder order) {
        if (order.isOnBook) {
            book.cancel(order.number());
        } else {
            stops.remove(order);
            end(order, "User requested");
        }
        wake();
    }

    void amend(LocalOrder order, Quantity wanted, OrderType type) {
        if (wanted.compareTo(order.filled) <= 0) {
            cancel(order);
            return;
        }
        order.quantity = wanted;
        order.type = type;
        if (order.isOnBook) {
            long limit = type.limitPrice().map(this::ticks).orElse(last);
            book.replace(order.number(), limit, lots(order.left()));
        } else {
            market.listener().amended(order);
        }
        wake();
    }

    void move() {
        price = Math.max(QUOTES + 1, price + random.nextInt(-STEP, STEP + 1));
        for (long id : List.copyOf(quotes)) {
            if (book.left(id) > 0) {
                book.cancel(id);
            }
        }
        quotes.clear();
        quote();
        if (random.nextBoolean()) {
            book.market(--crowd, OrderBook.NOBODY, random.nextBoolean(), size());
        }
        wake();
    }

    private void quote() {
        for (int i = 1; i <= QUOTES; i++) {
            quote(true, price - i);
            quote(false, price + i);
        }
    }

    private void quote(boolean buys, long at) {
        quotes.add(--crowd);
        book.place(crowd, OrderBook.NOBODY, buys, at, size(), Instruction.GTC, OrderBook.NEVER);
    }

    private long size() {
        return random.nextLong(1, listing.crowdLots() + 1L);
    }

    List<Level> depth(boolean buys, int levels) {
        long[] prices = new long[levels];
        long[] lots = new long[levels];
        int written = book.depth(buys, prices, lots);
        List<Level> depth = new ArrayList<>();
        for (int i = 0; i < written; i++) {
            depth.add(new Level(price(prices[i]), quantity(lots[i])));
        }
        return depth;
    }

    @Override
    public void accepted(long id) {
        // It was told as working before it came here.
    }

    @Override
    public void traded(long taker, long maker, long at, long lots, long takerLeft, long makerLeft) {
        last = at;
        fill(taker, at, lots, Liquidity.TAKER);
        fill(maker, at, lots, Liquidity.MAKER);
    }

    private void fill(long id, long at, long lots, Liquidity liquidity) {
        LocalOrder order = ours.get(id);
        if (order == null) {
            return; // The crowd's.
        }
        Quantity quantity = quantity(lots);
        Decimal value = price(at).value().times(quantity.value(), PLACES, RoundingMode.HALF_EVEN);
        Decimal rate = liquidity == Liquidity.MAKER
                ? listing.fees().maker()
                : listing.fees().taker();
        Money fee = new Money(
                value.times(rate, FEE_PLACES, RoundingMode.HALF_UP),
                listing.terms().currency());
        LocalFill fill = new LocalFill(market.nextFill(), order, quantity, price(at), fee, liquidity, market.now());
        market.book(fill, listing.base(), value);
        if (!order.isWorking()) {
            ours.remove(id);
        }
    }

    @Override
    public void reduced(long id, long left) {
        // Nobody here reduces.
    }

    @Override
    public void replaced(long id, long at, long left) {
        LocalOrder order = ours.get(id);
        if (order != null) {
            market.listener().amended(order);
        }
    }

    @Override
    public void canceled(long id, long left, Removal why) {
        LocalOrder order = ours.get(id);
        if (order != null) {
            end(
                    order,
                    switch (why) {
                        case REQUESTED -> "User requested";
                        case UNFILLED -> "Unfilled";
                        case SELF_TRADE -> "Self trade";
                        case EXPIRED -> "Expired";
                    });
        }
    }

    @Override
    public void rejected(long id, Refusal why) {
        LocalOrder order = ours.get(id);
        if (order != null) {
            end(order, "Not " + why);
        }
    }

    private void end(LocalOrder order, String reason) {
        order.standing = Standing.CANCELED;
        ours.remove(order.number());
        market.listener().ended(order, reason);
    }
}
