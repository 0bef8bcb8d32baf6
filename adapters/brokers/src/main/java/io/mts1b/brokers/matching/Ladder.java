package io.mts1b.brokers.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one side, by pages of {@value Page#LEVELS} neighbouring prices, the best page last: near the touch,
 * where most happens, a level is found by one comparison, and a page that comes or goes there moves nothing.
 *
 * <p>Prices are ranked so that better is more on both sides: a price for bids, its complement for asks.
 */
final class Ladder {

    private final boolean buys;
    private Page[] pages = new Page[8];
    private int size;
    private Page[] spare = new Page[8];
    private int spares;

    /** The best level, null if there is none. */
    @Nullable private Level best;

    Ladder(boolean buys) {
        this.buys = buys;
    }

    @Nullable Level best() {
        return best;
    }

    private long rank(long price) {
        return buys ? price : ~price;
    }

    /** Puts an order behind those of its price. */
    void append(Resting order) {
        long rank = rank(order.price);
        Page page = page(rank >> Page.BITS);
        int at = (int) rank & (Page.LEVELS - 1);
        Level level = page.levels[at];
        if (level.first == null) {
            page.used |= 1L << at;
            level.price = order.price;
            Level top = best;
            if (top == null || rank > rank(top.price)) {
                best = level;
            }
        }
        level.append(order);
    }

    /** Takes an order out. */
    void unlink(Resting order) {
        Level level = order.level;
        if (level == null) {
            throw new IllegalStateException("order must rest, was " + order.id);
        }
        level.unlink(order);
        if (level.first == null) {
            empty(level);
        }
    }

    private void empty(Level level) {
        long rank = rank(level.price);
        Page page = level.page;
        page.used &= ~(1L << rank);
        if (page.used == 0) {
            release(find(page.key));
        }
        if (level == best) {
            best = size == 0 ? null : pages[size - 1].best();
        }
    }

    /** The next worse level, null if there is none. */
    @Nullable Level next(Level level) {
        long worse = level.page.used & ((1L << rank(level.price)) - 1);
        if (worse != 0) {
            return level.page.levels[63 - Long.numberOfLeadingZeros(worse)];
        }
        int at = find(level.page.key);
        return at == 0 ? null : pages[at - 1].best();
    }

    private Page page(long key) {
        int at = find(key);
        return at >= 0 ? pages[at] : insert(-at - 1, key);
    }

    /** The index of a page, or as {@link Arrays#binarySearch} tells where it belongs. */
    private int find(long key) {
        // Most of what happens, happens at one of the best pages.
        for (int at = size - 1, end = Math.max(0, size - 3); at >= end; at--) {
            long found = pages[at].key;
            if (found <= key) {
                return found == key ? at : -at - 2;
            }
        }
        int low = 0;
        int high = size - 4;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = pages[middle].key;
            if (found < key) {
                low = middle + 1;
            } else if (found > key) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -low - 1;
    }

    private Page insert(int at, long key) {
        if (size == pages.length) {
            pages = Arrays.copyOf(pages, size * 2);
        }
        System.arraycopy(pages, at, pages, at + 1, size - at);
        Page page = spares == 0 ? new Page() : spare[--spares];
        page.key = key;
        pages[at] = page;
        size++;
        return page;
    }

    private void release(int at) {
        if (spares == spare.length) {
            spare = Arrays.copyOf(spare, spares * 2);
        }
        spare[spares++] = pages[at];
        size--;
        System.arraycopy(pages, at + 1, pages, at, size - at);
    }
}
