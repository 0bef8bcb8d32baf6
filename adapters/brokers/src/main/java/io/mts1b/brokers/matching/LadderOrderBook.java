package io.mts1b.brokers.matching;

import org.jspecify.annotations.Nullable;

/**
 * The order book that is fast: levels on a {@link Ladder}, orders linked at their levels and found by id in a table of
 * primitives, all of it from pools.
 */
public final class LadderOrderBook implements OrderBook {

    private final BookListener listener;
    private final SelfTrade selfTrade;
    private final Ladder bids = new Ladder(true);
    private final Ladder asks = new Ladder(false);
    private final Ids ids = new Ids();
    private final Endings endings = new Endings();
    private final Pool pool = new Pool();
    private long now = Long.MIN_VALUE;

    /**
     * Makes an empty book.
     *
     * @param selfTrade what happens when orders of one owner meet
     * @param listener who is told what happens
     */
    public LadderOrderBook(SelfTrade selfTrade, BookListener listener) {
        this.selfTrade = selfTrade;
        this.listener = listener;
    }

    @Override
    public void place(
            long id, long owner, boolean buys, long price, long quantity, Instruction instruction, long expires) {
        Refusal why = refusal(id, price, quantity);
        if (why == null && expires <= now) {
            why = Refusal.TOO_LATE;
        }
        if (why == null) {
            why = switch (instruction) {
                case GTC, IOC -> null;
                case FOK -> fills(owner, buys, price, quantity) ? null : Refusal.NOT_ENOUGH;
                case POST_ONLY -> crosses(buys, price) ? Refusal.WOULD_CROSS : null;
            };
        }
        if (why != null) {
            listener.rejected(id, why);
            return;
        }
        listener.accepted(id);
        long left = match(id, owner, buys, price, quantity);
        if (left == 0) {
            return;
        }
        if (instruction == Instruction.IOC) {
            listener.canceled(id, left, Removal.UNFILLED);
            return;
        }
        Resting order = pool.take();
        order.id = id;
        order.owner = owner;
        order.buys = buys;
        order.expires = expires;
        order.postOnly = instruction == Instruction.POST_ONLY;
        rest(order, price, left);
    }

    @Override
    public void market(long id, long owner, boolean buys, long quantity) {
        Refusal why = refusal(id, 1, quantity);
        if (why != null) {
            listener.rejected(id, why);
            return;
        }
        listener.accepted(id);
        long left = match(id, owner, buys, buys ? MAX_PRICE : 1, quantity);
        if (left > 0) {
            listener.canceled(id, left, Removal.UNFILLED);
        }
    }

    @Nullable private Refusal refusal(long id, long price, long quantity) {
        if (isOutside(price, MAX_PRICE)) {
            return Refusal.PRICE;
        }
        if (isOutside(quantity, MAX_QUANTITY)) {
            return Refusal.QUANTITY;
        }
        if (ids.get(id) != null) {
            return Refusal.DUPLICATE_ID;
        }
        return ids.size() == MAX_ORDERS ? Refusal.FULL : null;
    }

    private static boolean isOutside(long value, long largest) {
        return value <= 0 || value > largest;
    }

    private void rest(Resting order, long price, long left) {
        order.price = price;
        order.left = left;
        side(order.buys).append(order);
        ids.add(order);
        if (order.expires != NEVER) {
            endings.add(order);
        }
    }

    private void take(Resting order) {
        side(order.buys).unlink(order);
        ids.remove(order.id);
        if (order.ending != Resting.NOT_ENDING) {
            endings.remove(order);
        }
    }

    /** Takes an order off the book for good, and tells it. */
    private void drop(Resting order, Removal why) {
        take(order);
        listener.canceled(order.id, order.left, why);
        pool.give(order);
    }

    private Ladder side(boolean buys) {
        return buys ? bids : asks;
    }

    private boolean crosses(boolean buys, long price) {
        Level best = side(!buys).best();
        return best != null && meets(buys, price, best);
    }

    private static boolean meets(boolean buys, long price, Level level) {
        return buys ? price >= level.price : price <= level.price;
    }

    /** Whether an order would trade whole, all rules about meeting its owner kept. */
    private boolean fills(long owner, boolean buys, long price, long quantity) {
        Ladder other = side(!buys);
        boolean all = owner == NOBODY || selfTrade == SelfTrade.ALLOW;
        long left = quantity;
        for (Level level = other.best(); level != null && meets(buys, price, level); level = other.next(level)) {
            if (all) {
                left -= level.total;
            }
            for (Resting maker = all ? null : level.first; maker != null && left > 0; maker = maker.after) {
                if (maker.owner != owner) {
                    left -= maker.left;
                } else if (selfTrade != SelfTrade.CANCEL_MAKER) {
                    return false;
                }
            }
            if (left <= 0) {
                return true;
            }
        }
        return false;
    }

    /** Trades an order that came with what rests, and returns what it still wants: 0 too if meeting its owner ended it. */
    private long match(long id, long owner, boolean buys, long price, long quantity) {
        Ladder other = side(!buys);
        long left = quantity;
        for (Level level = other.best(); level != null && meets(buys, price, level); level = other.best()) {
            Resting maker = level.first;
            if (maker == null) {
                throw new IllegalStateException("best level must have orders, was empty at " + level.price);
            }
            left = maker.owner == owner && owner != NOBODY && selfTrade != SelfTrade.ALLOW
                    ? meetOwn(id, left, maker)
                    : trade(id, left, maker, level);
            if (left == 0) {
                return 0;
            }
        }
        return left;
    }

    private long trade(long id, long left, Resting maker, Level level) {
        long traded = Math.min(left, maker.left);
        long makerId = maker.id;
        long makerLeft = maker.left - traded;
        if (makerLeft == 0) {
            take(maker);
            pool.give(maker);
        } else {
            maker.left = makerLeft;
            level.total -= traded;
        }
        listener.traded(id, makerId, level.price, traded, left - traded, makerLeft);
        return left - traded;
    }

    private long meetOwn(long id, long left, Resting maker) {
        if (selfTrade == SelfTrade.DECREMENT) {
            return decrement(id, left, maker);
        }
        if (selfTrade != SelfTrade.CANCEL_TAKER) {
            drop(maker, Removal.SELF_TRADE);
        }
        if (selfTrade == SelfTrade.CANCEL_MAKER) {
            return left;
        }
        listener.canceled(id, left, Removal.SELF_TRADE);
        return 0;
    }

    private long decrement(long id, long left, Resting maker) {
        long lost = Math.min(left, maker.left);
        if (maker.left == lost) {
            drop(maker, Removal.SELF_TRADE);
        } else {
            shrink(maker, lost);
        }
        if (left == lost) {
            listener.canceled(id, left, Removal.SELF_TRADE);
        } else {
            listener.reduced(id, left - lost);
        }
        return left - lost;
    }

    private void shrink(Resting order, long by) {
        level(order).total -= by;
        order.left -= by;
        listener.reduced(order.id, order.left);
    }

    private static Level level(Resting order) {
        Level level = order.level;
        if (level == null) {
            throw new IllegalStateException("order must rest, was " + order.id);
        }
        return level;
    }

    @Override
    public void cancel(long id) {
        Resting order = ids.get(id);
        if (order == null) {
            listener.rejected(id, Refusal.UNKNOWN_ID);
        } else {
            drop(order, Removal.REQUESTED);
        }
    }

    @Override
    public void reduce(long id, long by) {
        Resting order = ids.get(id);
        if (order == null) {
            listener.rejected(id, Refusal.UNKNOWN_ID);
        } else if (isOutside(by, order.left)) {
            listener.rejected(id, Refusal.QUANTITY);
        } else if (by == order.left) {
            drop(order, Removal.REQUESTED);
        } else {
            shrink(order, by);
        }
    }

    @Override
    public void replace(long id, long price, long quantity) {
        Resting order = ids.get(id);
        Refusal why = order == null ? Refusal.UNKNOWN_ID : refusal(order, price, quantity);
        if (order == null || why != null) {
            listener.rejected(id, why == null ? Refusal.UNKNOWN_ID : why);
            return;
        }
        if (price == order.price && quantity <= order.left) {
            level(order).total -= order.left - quantity;
            order.left = quantity;
            listener.replaced(id, price, quantity);
            return;
        }
        take(order);
        listener.replaced(id, price, quantity);
        long left = match(id, order.owner, order.buys, price, quantity);
        if (left > 0) {
            rest(order, price, left);
        } else {
            pool.give(order);
        }
    }

    @Nullable private Refusal refusal(Resting order, long price, long quantity) {
        if (isOutside(price, MAX_PRICE)) {
            return Refusal.PRICE;
        }
        if (isOutside(quantity, MAX_QUANTITY)) {
            return Refusal.QUANTITY;
        }
        return order.postOnly && crosses(order.buys, price) ? Refusal.WOULD_CROSS : null;
    }

    @Override
    public void advance(long time) {
        if (time < now) {
            throw new IllegalArgumentException("time must not be before " + now + ", was " + time);
        }
        now = time;
        for (Resting order = endings.first(); order != null && order.expires <= time; order = endings.first()) {
            drop(order, Removal.EXPIRED);
        }
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public long best(boolean buys) {
        Level best = side(buys).best();
        return best == null ? 0 : best.price;
    }

    @Override
    public int depth(boolean buys, long[] prices, long[] quantities) {
        Ladder side = side(buys);
        int count = 0;
        for (Level level = side.best(); level != null && count < prices.length; level = side.next(level)) {
            prices[count] = level.price;
            quantities[count] = level.total;
            count++;
        }
        return count;
    }

    @Override
    public long left(long id) {
        Resting order = ids.get(id);
        return order == null ? 0 : order.left;
    }

    @Override
    public long ahead(long id) {
        Resting order = ids.get(id);
        if (order == null) {
            return -1;
        }
        long ahead = 0;
        for (Resting before = order.before; before != null; before = before.before) {
            ahead += before.left;
        }
        return ahead;
    }

    @Override
    public void visit(boolean buys, Visitor visitor) {
        Ladder side = side(buys);
        for (Level level = side.best(); level != null; level = side.next(level)) {
            for (Resting order = level.first; order != null; order = order.after) {
                visitor.order(order.id, order.owner, order.price, order.left, order.expires, order.postOnly);
            }
        }
    }
}
