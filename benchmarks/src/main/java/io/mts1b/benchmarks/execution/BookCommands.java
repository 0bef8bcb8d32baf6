package io.mts1b.benchmarks.execution;

import io.mts1b.brokers.matching.Instruction;
import io.mts1b.brokers.matching.LadderOrderBook;
import io.mts1b.brokers.matching.OrderBook;
import io.mts1b.brokers.matching.SelfTrade;
import java.util.SplittableRandom;

/**
 * What a book of about a thousand orders is told in a day: of a hundred commands near 46 place, 42 cancel or make
 * smaller, 6 move and 6 take. Prices lie near a middle that walks, most within some ticks of it.
 */
final class BookCommands {

    static final byte PLACE = 0;
    static final byte TAKE = 1;
    static final byte CANCEL = 2;
    static final byte REDUCE = 3;
    static final byte MOVE = 4;

    private static final int LIVE = 1_000;

    final byte[] kinds;
    final long[] ids;
    final boolean[] buys;
    final long[] prices;
    final long[] quantities;

    private final SplittableRandom random = new SplittableRandom(1);
    private final OrderBook book = new LadderOrderBook(SelfTrade.ALLOW, new Trades());

    /** The last command that gave a price to the orders that rest, and to some that have gone since. */
    private final int[] placed = new int[16 * LIVE];

    private int placedSize;
    private long middle = 100_000;

    BookCommands(int count) {
        kinds = new byte[count];
        ids = new long[count];
        buys = new boolean[count];
        prices = new long[count];
        quantities = new long[count];
        for (int i = 0; i < count; i++) {
            middle += random.nextInt(50) == 0 ? random.nextInt(-1, 2) : 0;
            choose(i);
        }
    }

    private void choose(int i) {
        int what = random.nextInt(100);
        buys[i] = random.nextBoolean();
        ids[i] = i + 1L;
        quantities[i] = random.nextLong(1, 100);
        if (what < 6) {
            kinds[i] = TAKE;
            prices[i] = buys[i] ? middle + 40 : middle - 40;
            book.place(ids[i], 1, buys[i], prices[i], quantities[i], Instruction.IOC, OrderBook.NEVER);
        } else if (book.size() < LIVE ? what < 60 : what < 40) {
            kinds[i] = PLACE;
            prices[i] = price(buys[i]);
            book.place(ids[i], 1, buys[i], prices[i], quantities[i], Instruction.GTC, OrderBook.NEVER);
            placed[placedSize++] = i;
        } else {
            change(i);
        }
    }

    private void change(int i) {
        int at = live();
        int order = placed[at];
        ids[i] = ids[order];
        buys[i] = buys[order];
        long left = book.left(ids[i]);
        int what = random.nextInt(48);
        if (what < 6) {
            kinds[i] = MOVE;
            // The peer lets an order that is moved to its own price lose its place.
            do {
                prices[i] = price(buys[i]);
            } while (prices[i] == prices[order]);
            placed[at] = i;
            quantities[i] = left;
            book.replace(ids[i], prices[i], left);
        } else if (what < 10 && left > 1) {
            kinds[i] = REDUCE;
            quantities[i] = random.nextLong(1, left);
            book.reduce(ids[i], quantities[i]);
        } else {
            kinds[i] = CANCEL;
            book.cancel(ids[i]);
        }
    }

    /** Where any order that rests was placed, or moved to. */
    private int live() {
        while (true) {
            int at = random.nextInt(placedSize);
            if (book.left(ids[placed[at]]) > 0) {
                return at;
            }
            placed[at] = placed[--placedSize];
        }
    }

    /** Near the middle, and from there geometrically distributed. */
    private long price(boolean buy) {
        long behind = random.nextInt(-1, 3) + (long) (-25 * Math.log(1 - random.nextDouble()));
        return buy ? middle - behind : middle + behind;
    }

    int size() {
        return kinds.length;
    }
}
