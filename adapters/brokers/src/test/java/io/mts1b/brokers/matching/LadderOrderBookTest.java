package io.mts1b.brokers.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mts1b.testkit.ForAll;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LadderOrderBookTest extends OrderBookTck {

    @Override
    OrderBook book(SelfTrade selfTrade, BookListener listener) {
        return new LadderOrderBook(selfTrade, listener);
    }

    /** Prices within a page, over some pages, and anywhere: whatever the ladder does, the twin agrees. */
    @Test
    void agrees_with_the_naive_twin_in_every_event_and_in_the_state_hash() {
        ForAll.cases(1_000, random -> {
            SelfTrade selfTrade = ForAll.oneOf(random, SelfTrade.values());
            long spread = ForAll.oneOf(random, 4L, 60L, 500L, OrderBook.MAX_PRICE / 2);
            Told ours = new Told();
            Told twins = new Told();
            OrderBook book = new LadderOrderBook(selfTrade, ours);
            OrderBook twin = new NaiveOrderBook(selfTrade, twins);
            for (int i = 0; i < 2_000; i++) {
                long seed = random.nextLong();
                RandomCommands.one(new SplittableRandom(seed), spread, i, book);
                RandomCommands.one(new SplittableRandom(seed), spread, i, twin);
                assertThat(ours.next()).isEqualTo(twins.next());
                if (i % 100 == 0) {
                    same(book, twin, random);
                }
            }
            same(book, twin, random);
        });
    }

    @Test
    void agrees_with_the_naive_twin_on_hundreds_of_live_orders() {
        ForAll.cases(3, random -> {
            Told ours = new Told();
            Told twins = new Told();
            OrderBook book = new LadderOrderBook(SelfTrade.CANCEL_MAKER, ours);
            OrderBook twin = new NaiveOrderBook(SelfTrade.CANCEL_MAKER, twins);
            for (int i = 0; i < 10_000; i++) {
                long seed = random.nextLong();
                RandomCommands.plain(new SplittableRandom(seed), i, book);
                RandomCommands.plain(new SplittableRandom(seed), i, twin);
                assertThat(ours.next()).isEqualTo(twins.next());
            }
            assertThat(book.size()).isGreaterThan(200);
            assertThat(book.stateHash()).isEqualTo(twin.stateHash());
        });
    }

    private static void same(OrderBook book, OrderBook twin, RandomGenerator random) {
        assertThat(book.stateHash()).isEqualTo(twin.stateHash());
        assertThat(book.size()).isEqualTo(twin.size());
        for (boolean buys : new boolean[] {true, false}) {
            assertThat(book.best(buys)).isEqualTo(twin.best(buys));
            int levels = random.nextInt(1, 20);
            long[][] depths = new long[4][levels];
            assertThat(book.depth(buys, depths[0], depths[1])).isEqualTo(twin.depth(buys, depths[2], depths[3]));
            assertThat(depths[0]).isEqualTo(depths[2]);
            assertThat(depths[1]).isEqualTo(depths[3]);
        }
        for (long id = 0; id < RandomCommands.IDS; id++) {
            assertThat(book.ahead(id)).isEqualTo(twin.ahead(id));
            assertThat(book.left(id)).isEqualTo(twin.left(id));
        }
    }

    @Test
    void nothing_is_allocated_once_the_pools_are_full() {
        OrderBook book = new LadderOrderBook(SelfTrade.DECREMENT, new Nobody());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        churn(book, 0);
        long before = threads.getCurrentThreadAllocatedBytes();
        churn(book, 1);

        // 50,000 commands; what is left is what the compiler of the JVM makes of the way to this line.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);
    }

    private static void churn(OrderBook book, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50_000; i++) {
            RandomCommands.plain(random, i + seed * 50_000, book);
        }
    }

    /** Hears nothing. */
    private static final class Nobody implements BookListener {
        @Override
        public void accepted(long id) {}

        @Override
        public void traded(long taker, long maker, long price, long quantity, long takerLeft, long makerLeft) {}

        @Override
        public void reduced(long id, long left) {}

        @Override
        public void replaced(long id, long price, long left) {}

        @Override
        public void canceled(long id, long left, Removal why) {}

        @Override
        public void rejected(long id, Refusal why) {}
    }

    @Test
    void an_engine_keeps_its_books_apart_and_their_clocks_together() {
        Told first = new Told();
        Told second = new Told();
        MatchingEngine engine = new MatchingEngine(2, SelfTrade.ALLOW, i -> i == 0 ? first : second);
        long empty = engine.stateHash();
        engine.book(0).place(1, 0, true, 5, 5, Instruction.GTC, 3);
        engine.book(1).place(1, 0, false, 5, 5, Instruction.GTC, 3);
        assertThat(engine.stateHash()).isNotEqualTo(empty);
        engine.advance(3);

        assertThat(first.events).containsExactly("1 accepted", "1 canceled with 5: EXPIRED");
        assertThat(second.events).containsExactly("1 accepted", "1 canceled with 5: EXPIRED");
        assertThat(engine.stateHash()).isEqualTo(empty);
    }
}
