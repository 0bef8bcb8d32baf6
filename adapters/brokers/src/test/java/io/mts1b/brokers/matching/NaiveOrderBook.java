package io.mts1b.brokers.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The obvious order book: lists in trees, every question answered by walking them. */
final class NaiveOrderBook implements OrderBook {

    private static final class Waiting {
        long id;
        long owner;
        boolean buys;
        long price;
        long left;
        long expires;
        boolean postOnly;
    }

    private final SelfTrade selfTrade;
    private final BookListener listener;
    private final TreeMap<Long, List<Waiting>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, List<Waiting>> asks = new TreeMap<>();
    private long now = Long.MIN_VALUE;

    NaiveOrderBook(SelfTrade selfTrade, BookListener listener) {
        this.selfTrade = selfTrade;
        this.listener = listener;
    }

    @Override
    public void place(
            long id, long owner, boolean buys, long price, long quantity, Instruction instruction, long expires) {
        Waiting order = waiting(id, owner, buys, price, quantity);
        order.expires = expires;
        order.postOnly = instruction == Instruction.POST_ONLY;
        Refusal why = rangeRefusal(price, quantity);
        if (why == null) {
            why = refusal(order, instruction);
        }
        if (why != null) {
            listener.rejected(id, why);
            return;
        }
        listener.accepted(id);
        trade(order);
        if (order.left > 0 && instruction == Instruction.IOC) {
            listener.canceled(id, order.left, Removal.UNFILLED);
        } else if (order.left > 0) {
            rest(order);
        }
    }

    private static @Nullable Refusal rangeRefusal(long price, long quantity) {
        if (price < 1 || price > MAX_PRICE) {
            return Refusal.PRICE;
        }
        return quantity < 1 || quantity > MAX_QUANTITY ? Refusal.QUANTITY : null;
    }

    private @Nullable Refusal refusal(Waiting order, Instruction instruction) {
        if (find(order.id) != null) {
            return Refusal.DUPLICATE_ID;
        }
        if (order.expires <= now) {
            return Refusal.TOO_LATE;
        }
        if (instruction == Instruction.FOK && !fills(order)) {
            return Refusal.NOT_ENOUGH;
        }
        return instruction == Instruction.POST_ONLY && !makers(order).isEmpty() ? Refusal.WOULD_CROSS : null;
    }

    @Override
    public void market(long id, long owner, boolean buys, long quantity) {
        place(id, owner, buys, buys ? MAX_PRICE : 1, quantity, Instruction.IOC, NEVER);
    }

    private static Waiting waiting(long id, long owner, boolean buys, long price, long quantity) {
        Waiting order = new Waiting();
        order.id = id;
        order.owner = owner;
        order.buys = buys;
        order.price = price;
        order.left = quantity;
        return order;
    }

    private SortedMap<Long, List<Waiting>> side(boolean buys) {
        return buys ? bids : asks;
    }

    private List<Waiting> all(boolean buys) {
        return side(buys).values().stream().flatMap(List::stream).toList();
    }

    private @Nullable Waiting find(long id) {
        List<Waiting> both = new ArrayList<>(all(true));
        both.addAll(all(false));
        return both.stream().filter(order -> order.id == id).findFirst().orElse(null);
    }

    private List<Waiting> makers(Waiting taker) {
        return all(!taker.buys).stream()
                .filter(maker -> taker.buys ? maker.price <= taker.price : maker.price >= taker.price)
                .toList();
    }

    private boolean areOne(Waiting taker, Waiting maker) {
        return selfTrade != SelfTrade.ALLOW && taker.owner == maker.owner && taker.owner != NOBODY;
    }

    private boolean fills(Waiting taker) {
        long wanted = taker.left;
        for (Waiting maker : makers(taker)) {
            if (!areOne(taker, maker)) {
                wanted -= maker.left;
            } else if (selfTrade != SelfTrade.CANCEL_MAKER) {
                return false;
            }
            if (wanted <= 0) {
                return true;
            }
        }
        return false;
    }

    private void trade(Waiting taker) {
        for (Waiting maker : makers(taker)) {
            if (taker.left == 0) {
                return;
            }
            if (areOne(taker, maker)) {
                meetOwn(taker, maker);
            } else {
                long traded = Math.min(taker.left, maker.left);
                taker.left -= traded;
                maker.left -= traded;
                if (maker.left == 0) {
                    remove(maker);
                }
                listener.traded(taker.id, maker.id, maker.price, traded, taker.left, maker.left);
            }
        }
    }

    private void meetOwn(Waiting taker, Waiting maker) {
        long lost = Math.min(taker.left, maker.left);
        switch (selfTrade) {
            case ALLOW -> throw new IllegalStateException("they trade");
            case CANCEL_TAKER -> lose(taker, taker.left);
            case CANCEL_MAKER -> lose(maker, maker.left);
            case CANCEL_BOTH -> {
                lose(maker, maker.left);
                lose(taker, taker.left);
            }
            case DECREMENT -> {
                lose(maker, lost);
                lose(taker, lost);
            }
        }
    }

    private void lose(Waiting order, long quantity) {
        order.left -= quantity;
        if (order.left > 0) {
            listener.reduced(order.id, order.left);
        } else {
            remove(order);
            listener.canceled(order.id, quantity, Removal.SELF_TRADE);
        }
    }

    private void rest(Waiting order) {
        side(order.buys).computeIfAbsent(order.price, _ -> new ArrayList<>()).add(order);
    }

    private void remove(Waiting order) {
        Predicate<Waiting> same = other -> other == order;
        side(order.buys).values().forEach(level -> level.removeIf(same));
        side(order.buys).values().removeIf(List::isEmpty);
    }

    @Override
    public void cancel(long id) {
        Waiting order = find(id);
        if (order == null) {
            listener.rejected(id, Refusal.UNKNOWN_ID);
        } else {
            remove(order);
            listener.canceled(id, order.left, Removal.REQUESTED);
        }
    }

    @Override
    public void reduce(long id, long by) {
        Waiting order = find(id);
        if (order == null) {
            listener.rejected(id, Refusal.UNKNOWN_ID);
        } else if (by < 1 || by > order.left) {
            listener.rejected(id, Refusal.QUANTITY);
        } else if (by == order.left) {
            cancel(id);
        } else {
            order.left -= by;
            listener.reduced(id, order.left);
        }
    }

    @Override
    public void replace(long id, long price, long quantity) {
        Waiting order = find(id);
        Refusal why = rangeRefusal(price, quantity);
        if (order == null) {
            listener.rejected(id, Refusal.UNKNOWN_ID);
        } else if (why != null) {
            listener.rejected(id, why);
        } else if (order.postOnly
                && !makers(waiting(id, order.owner, order.buys, price, quantity))
                        .isEmpty()) {
            listener.rejected(id, Refusal.WOULD_CROSS);
        } else if (price == order.price && quantity <= order.left) {
            order.left = quantity;
            listener.replaced(id, price, quantity);
        } else {
            remove(order);
            order.price = price;
            order.left = quantity;
            listener.replaced(id, price, quantity);
            trade(order);
            if (order.left > 0) {
                rest(order);
            }
        }
    }

    @Override
    public void advance(long time) {
        if (time < now) {
            throw new IllegalArgumentException("time must not be before " + now + ", was " + time);
        }
        now = time;
        List<Waiting> ended = new ArrayList<>(all(true));
        ended.addAll(all(false));
        ended.removeIf(order -> order.expires == NEVER || order.expires > time);
        ended.sort(Comparator.<Waiting>comparingLong(order -> order.expires).thenComparingLong(order -> order.id));
        for (Waiting order : ended) {
            remove(order);
            listener.canceled(order.id, order.left, Removal.EXPIRED);
        }
    }

    @Override
    public int size() {
        return all(true).size() + all(false).size();
    }

    @Override
    public long best(boolean buys) {
        return side(buys).isEmpty() ? 0 : side(buys).firstKey();
    }

    @Override
    public int depth(boolean buys, long[] prices, long[] quantities) {
        int count = 0;
        for (Map.Entry<Long, List<Waiting>> level : side(buys).entrySet()) {
            if (count < prices.length) {
                prices[count] = level.getKey();
                quantities[count] = sum(level.getValue().stream());
                count++;
            }
        }
        return count;
    }

    private static long sum(Stream<Waiting> orders) {
        return orders.mapToLong(order -> order.left).sum();
    }

    @Override
    public long left(long id) {
        Waiting order = find(id);
        return order == null ? 0 : order.left;
    }

    @Override
    public long ahead(long id) {
        Waiting order = find(id);
        return order == null
                ? -1
                : sum(all(order.buys).stream()
                        .filter(other -> other.price == order.price)
                        .takeWhile(other -> other != order));
    }

    @Override
    public void visit(boolean buys, Visitor visitor) {
        for (Waiting order : all(buys)) {
            visitor.order(order.id, order.owner, order.price, order.left, order.expires, order.postOnly);
        }
    }
}
