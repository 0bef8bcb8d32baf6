package io.mts1b.brokers.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every order book must do. The scenarios are worked by hand. */
abstract class OrderBookTck {

    private static final boolean BUY = true;
    private static final boolean SELL = false;

    private final Told told = new Told();
    private OrderBook book = book(SelfTrade.ALLOW, told);

    abstract OrderBook book(SelfTrade selfTrade, BookListener listener);

    private void limit(long id, boolean buys, long price, long quantity, Instruction instruction) {
        book.place(id, OrderBook.NOBODY, buys, price, quantity, instruction, OrderBook.NEVER);
    }

    private void rest(long id, boolean buys, long price, long quantity) {
        limit(id, buys, price, quantity, Instruction.GTC);
        assertThat(told.next()).containsExactly(id + " accepted");
    }

    private List<Long> depth(boolean buys) {
        long[] prices = new long[3];
        long[] quantities = new long[3];
        int count = book.depth(buys, prices, quantities);
        List<Long> levels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            levels.add(prices[i]);
            levels.add(quantities[i]);
        }
        return levels;
    }

    @Test
    void better_prices_trade_first_and_at_one_price_who_came_first() {
        rest(1, SELL, 101, 5);
        rest(2, SELL, 100, 5);
        rest(3, SELL, 100, 7);
        rest(4, SELL, 99, 1);
        limit(5, BUY, 100, 10, Instruction.GTC);

        assertThat(told.next())
                .containsExactly(
                        "5 accepted",
                        "5 took 1 at 99 of 4, left 9 0",
                        "5 took 5 at 100 of 2, left 4 0",
                        "5 took 4 at 100 of 3, left 0 3");
        assertThat(depth(SELL)).containsExactly(100L, 3L, 101L, 5L);
        assertThat(book.best(BUY)).isZero();
        assertThat(book.size()).isEqualTo(2);
    }

    @Test
    void what_does_not_trade_of_a_limit_order_rests_at_its_price() {
        rest(1, SELL, 100, 5);
        limit(2, BUY, 100, 8, Instruction.GTC);

        assertThat(told.next()).containsExactly("2 accepted", "2 took 5 at 100 of 1, left 3 0");
        assertThat(depth(BUY)).containsExactly(100L, 3L);
        assertThat(book.best(SELL)).isZero();
    }

    @Test
    void an_ioc_order_takes_what_it_can_and_leaves() {
        rest(1, BUY, 100, 5);
        limit(2, SELL, 100, 8, Instruction.IOC);

        assertThat(told.next())
                .containsExactly("2 accepted", "2 took 5 at 100 of 1, left 3 0", "2 canceled with 3: UNFILLED");
        assertThat(book.size()).isZero();
    }

    @Test
    void a_fok_order_trades_whole_or_is_refused() {
        rest(1, SELL, 100, 5);
        rest(2, SELL, 102, 5);
        limit(3, BUY, 101, 6, Instruction.FOK);
        limit(4, BUY, 102, 11, Instruction.FOK);
        limit(5, BUY, 102, 6, Instruction.FOK);

        assertThat(told.next())
                .containsExactly(
                        "3 rejected: NOT_ENOUGH",
                        "4 rejected: NOT_ENOUGH",
                        "5 accepted",
                        "5 took 5 at 100 of 1, left 1 0",
                        "5 took 1 at 102 of 2, left 0 4");
    }

    @Test
    void a_post_only_order_that_would_take_is_refused() {
        rest(1, SELL, 100, 5);
        limit(2, BUY, 100, 1, Instruction.POST_ONLY);
        limit(3, BUY, 99, 1, Instruction.POST_ONLY);
        book.replace(3, 100, 1);
        book.replace(3, 98, 1);

        assertThat(told.next())
                .containsExactly(
                        "2 rejected: WOULD_CROSS", "3 accepted", "3 rejected: WOULD_CROSS", "3 replaced: 1 at 98");
        assertThat(depth(BUY)).containsExactly(98L, 1L);
    }

    @Test
    void a_market_order_takes_at_any_price_and_never_rests() {
        rest(1, BUY, 100, 5);
        rest(2, BUY, 1, 5);
        book.market(3, OrderBook.NOBODY, SELL, 11);
        book.market(4, OrderBook.NOBODY, BUY, 2);

        assertThat(told.next())
                .containsExactly(
                        "3 accepted",
                        "3 took 5 at 100 of 1, left 6 0",
                        "3 took 5 at 1 of 2, left 1 0",
                        "3 canceled with 1: UNFILLED",
                        "4 accepted",
                        "4 canceled with 2: UNFILLED");
    }

    @Test
    void a_smaller_order_keeps_its_place_and_a_larger_or_moved_one_loses_it() {
        rest(1, BUY, 100, 5);
        rest(2, BUY, 100, 6);
        rest(3, BUY, 100, 7);
        assertThat(book.ahead(3)).isEqualTo(11);

        book.reduce(1, 2);
        book.replace(1, 100, 2);
        assertThat(List.of(book.ahead(1), book.ahead(2), book.ahead(3))).containsExactly(0L, 2L, 8L);
        book.replace(1, 100, 3);
        assertThat(List.of(book.ahead(2), book.ahead(3), book.ahead(1))).containsExactly(0L, 6L, 13L);
        book.replace(2, 99, 6);
        book.replace(2, 100, 6);
        assertThat(List.of(book.ahead(3), book.ahead(1), book.ahead(2))).containsExactly(0L, 7L, 10L);

        assertThat(told.next())
                .containsExactly(
                        "1 reduced to 3",
                        "1 replaced: 2 at 100",
                        "1 replaced: 3 at 100",
                        "2 replaced: 6 at 99",
                        "2 replaced: 6 at 100");
        assertThat(depth(BUY)).containsExactly(100L, 16L);
    }

    @Test
    void an_order_that_is_moved_across_trades_and_rests_with_what_is_left() {
        rest(1, SELL, 100, 5);
        rest(2, BUY, 99, 8);
        book.replace(2, 100, 8);

        assertThat(told.next()).containsExactly("2 replaced: 8 at 100", "2 took 5 at 100 of 1, left 3 0");
        assertThat(depth(BUY)).containsExactly(100L, 3L);
        book.cancel(2);
        assertThat(told.next()).containsExactly("2 canceled with 3: REQUESTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALLOW | 9 took 5 at 100 of 1, left 5 0; 9 took 5 at 100 of 2, left 0 2",
                "CANCEL_TAKER | 9 canceled with 10: SELF_TRADE",
                "CANCEL_MAKER | 1 canceled with 5: SELF_TRADE; 9 took 7 at 100 of 2, left 3 0",
                "CANCEL_BOTH | 1 canceled with 5: SELF_TRADE; 9 canceled with 10: SELF_TRADE",
                "DECREMENT | 1 canceled with 5: SELF_TRADE; 9 reduced to 5; 9 took 5 at 100 of 2, left 0 2"
            })
    void orders_of_one_owner_meet_as_was_chosen(SelfTrade selfTrade, String expected) {
        book = book(selfTrade, told);
        book.place(1, 7, SELL, 100, 5, Instruction.GTC, OrderBook.NEVER);
        book.place(2, 8, SELL, 100, 7, Instruction.GTC, OrderBook.NEVER);
        told.next();
        book.place(9, 7, BUY, 100, 10, Instruction.GTC, OrderBook.NEVER);

        assertThat(String.join("; ", told.next())).isEqualTo("9 accepted; " + expected);
    }

    @Test
    void a_larger_maker_of_the_same_owner_is_only_decremented() {
        book = book(SelfTrade.DECREMENT, told);
        book.place(1, 7, SELL, 100, 5, Instruction.GTC, OrderBook.NEVER);
        book.place(2, 7, BUY, 100, 2, Instruction.GTC, OrderBook.NEVER);

        assertThat(told.next())
                .containsExactly("1 accepted", "2 accepted", "1 reduced to 3", "2 canceled with 2: SELF_TRADE");
        assertThat(depth(SELL)).containsExactly(100L, 3L);
    }

    @Test
    void a_fok_order_does_not_count_on_its_owner() {
        book = book(SelfTrade.CANCEL_MAKER, told);
        book.place(1, 7, SELL, 100, 5, Instruction.GTC, OrderBook.NEVER);
        book.place(2, 8, SELL, 100, 5, Instruction.GTC, OrderBook.NEVER);
        told.next();
        book.place(3, 7, BUY, 100, 6, Instruction.FOK, OrderBook.NEVER);
        book.place(4, 7, BUY, 100, 5, Instruction.FOK, OrderBook.NEVER);

        assertThat(told.next())
                .containsExactly(
                        "3 rejected: NOT_ENOUGH",
                        "4 accepted",
                        "1 canceled with 5: SELF_TRADE",
                        "4 took 5 at 100 of 2, left 0 0");
    }

    @Test
    void orders_end_when_their_time_is_up() {
        book.advance(10);
        book.place(3, 0, BUY, 99, 1, Instruction.GTC, 12);
        book.place(2, 0, BUY, 98, 2, Instruction.GTC, 12);
        book.place(1, 0, BUY, 97, 3, Instruction.GTC, 13);
        book.place(4, 0, BUY, 97, 3, Instruction.GTC, 10);
        told.next();
        book.advance(11);
        assertThat(told.next()).isEmpty();
        book.advance(12);
        assertThat(told.next()).containsExactly("2 canceled with 2: EXPIRED", "3 canceled with 1: EXPIRED");
        book.cancel(1);
        book.advance(13);
        assertThat(told.next()).containsExactly("1 canceled with 3: REQUESTED");
        assertThatThrownBy(() -> book.advance(12)).hasMessage("time must not be before 13, was 12");
    }

    @Test
    void an_order_that_ends_before_it_came_is_refused() {
        book.advance(10);
        book.place(1, 0, BUY, 97, 3, Instruction.GTC, 10);

        assertThat(told.next()).containsExactly("1 rejected: TOO_LATE");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, PRICE",
        "-1, 1, PRICE",
        "1152921504606846977, 1, PRICE",
        "9223372036854775807, 1, PRICE",
        "1, 0, QUANTITY",
        "1, -1, QUANTITY",
        "1, 4398046511105, QUANTITY",
        "1, -9223372036854775808, QUANTITY"
    })
    void prices_and_quantities_out_of_range_are_refused(long price, long quantity, Refusal why) {
        rest(1, BUY, 5, 5);
        limit(2, BUY, price, quantity, Instruction.GTC);
        book.replace(1, price, quantity);
        if (why == Refusal.QUANTITY) {
            book.market(3, 0, SELL, quantity);
            book.reduce(1, quantity);
            assertThat(told.next())
                    .containsExactly(
                            "2 rejected: QUANTITY",
                            "1 rejected: QUANTITY",
                            "3 rejected: QUANTITY",
                            "1 rejected: QUANTITY");
        } else {
            assertThat(told.next()).containsExactly("2 rejected: " + why, "1 rejected: " + why);
        }
        assertThat(depth(BUY)).containsExactly(5L, 5L);
    }

    @Test
    void the_largest_and_smallest_prices_and_quantities_trade() {
        rest(1, SELL, OrderBook.MAX_PRICE, OrderBook.MAX_QUANTITY);
        rest(2, SELL, OrderBook.MAX_PRICE, OrderBook.MAX_QUANTITY);
        rest(3, BUY, 1, 1);
        assertThat(book.ahead(2)).isEqualTo(OrderBook.MAX_QUANTITY);
        limit(4, BUY, OrderBook.MAX_PRICE, OrderBook.MAX_QUANTITY, Instruction.FOK);
        assertThat(depth(SELL)).containsExactly(OrderBook.MAX_PRICE, OrderBook.MAX_QUANTITY);
        book.market(5, 0, SELL, 1);
        assertThat(book.best(BUY)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Instruction.class)
    void an_id_is_one_orders_until_it_is_gone(Instruction instruction) {
        rest(1, BUY, 5, 5);
        limit(1, BUY, 5, 5, instruction);
        book.market(1, 0, SELL, 1);
        assertThat(told.next()).containsExactly("1 rejected: DUPLICATE_ID", "1 rejected: DUPLICATE_ID");
        book.cancel(1);
        book.cancel(1);
        book.reduce(1, 1);
        book.replace(1, 5, 5);
        assertThat(told.next())
                .containsExactly(
                        "1 canceled with 5: REQUESTED",
                        "1 rejected: UNKNOWN_ID",
                        "1 rejected: UNKNOWN_ID",
                        "1 rejected: UNKNOWN_ID");
        rest(1, SELL, 6, 5);
        assertThat(book.ahead(1)).isZero();
        assertThat(book.ahead(2)).isEqualTo(-1);
    }

    @Test
    void an_order_may_not_be_reduced_by_more_than_it_wants() {
        rest(1, BUY, 5, 5);
        book.reduce(1, 6);
        book.reduce(1, 5);
        assertThat(told.next()).containsExactly("1 rejected: QUANTITY", "1 canceled with 5: REQUESTED");
    }

    @Test
    void the_hash_tells_priority_price_quantity_owner_end_and_side() {
        Set<Long> hashes = new HashSet<>();
        hashes.add(hash(1, 2, BUY, 10, 5, 0, OrderBook.NEVER));
        hashes.add(hash(2, 1, BUY, 10, 5, 0, OrderBook.NEVER));
        hashes.add(hash(1, 2, SELL, 10, 5, 0, OrderBook.NEVER));
        hashes.add(hash(1, 2, BUY, 11, 5, 0, OrderBook.NEVER));
        hashes.add(hash(1, 2, BUY, 10, 6, 0, OrderBook.NEVER));
        hashes.add(hash(1, 2, BUY, 10, 5, 1, OrderBook.NEVER));
        hashes.add(hash(1, 2, BUY, 10, 5, 0, 99));
        assertThat(hashes).hasSize(7);
        assertThat(hash(1, 2, BUY, 10, 5, 0, 99)).isEqualTo(hash(1, 2, BUY, 10, 5, 0, 99));
    }

    private long hash(long first, long second, boolean buys, long price, long quantity, long owner, long expires) {
        OrderBook fresh = book(SelfTrade.ALLOW, told);
        fresh.place(first, owner, buys, price, quantity, Instruction.GTC, expires);
        fresh.place(second, owner, buys, price, quantity, Instruction.GTC, expires);
        return fresh.stateHash();
    }
}
