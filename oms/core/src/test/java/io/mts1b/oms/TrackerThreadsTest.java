package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users of other systems lost money by, from their public trackers, in our words. Each test says what a naive
 * implementation does at that point; ours must not.
 */
class TrackerThreadsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration ROUND = OmsPolicy.STANDARD.compareEvery();
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();

    @TempDir
    private Path folder;

    /**
     * NautilusTrader #4736: after a warm restart the fills of the look-back window were taken for all there were, and an
     * order was made up that brought the cached position to what they add up to: a position that was right became flat.
     *
     * <p>Naive: position = sum of the fills the venue lists = 0, so "sell 100" is booked.
     */
    @Test
    void nautilus_4736_a_restart_does_not_flatten_a_position_whose_fills_are_old() {
        try (Counter venue = Counter.up(folder)) {
            hold100(venue);
            venue.forgetFills();
            venue.pass(DAY.multipliedBy(30));
            venue.restart();
            venue.lineUp();

            assertThat(venue.position()).isEqualTo(Decimal.of(100));
            assertThat(venue.differences()).isEmpty();
            assertThat(venue.submitted()).containsExactly(BUY.orderId());
        }
    }

    /**
     * NautilusTrader #5000: at a start the fills did not add up to the venue's position, and with the instrument's fills
     * its working order was dropped too, though an order that has not traded cannot be the cause.
     *
     * <p>Naive: the instrument is skipped; the order is alive at the venue and nobody knows.
     */
    @Test
    void nautilus_5000_a_working_order_is_kept_where_the_position_does_not_fit() {
        try (Counter venue = Counter.up(folder)) {
            venue.submit(BUY);
            venue.restart();
            venue.put(BUY, Standing.WORKING, 0, null);
            venue.hold(37);
            venue.lineUp();

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(venue.order(BUY).remaining()).isEqualTo(Quantity.of(100));
            assertThat(venue.differences()).containsExactly("position AAPL.XNAS");
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);
        }
    }

    /**
     * NautilusTrader #3046: at a restart the venue told fills that the cache had already; they were applied to their
     * positions once more, and a second fill of the same name was an error that ended the start.
     *
     * <p>Naive: a fill is booked whenever it is told: 140 at the first restart.
     */
    @Test
    void nautilus_3046_fills_that_are_known_are_told_again_at_every_start() {
        Order more = Desk.order("o-2", Side.BUY, 50).build();
        try (Counter venue = Counter.up(folder)) {
            hold100(venue);
            venue.work(more);
            VenueFill part = venue.execute(more, "f-2", 20, "100");
            venue.tell(new OrderReport.Traded(part));
            venue.put(more, Standing.WORKING, 20, "100");
            venue.hold(120);
            for (int i = 0; i < 3; i++) {
                venue.restart();
                // The list has both, and the stream begins with what it told last.
                venue.tell(new OrderReport.Traded(part));
                assertThat(venue.position()).isEqualTo(Decimal.of(120));
                venue.lineUp();
                venue.tell(new OrderReport.Traded(part));
                venue.pass(ROUND);
            }

            assertThat(venue.position()).isEqualTo(Decimal.of(120));
            assertThat(venue.fills(BUY)).containsExactly("f-1");
            assertThat(venue.fills(more)).containsExactly("f-2");
            assertThat(venue.order(more).remaining()).isEqualTo(Quantity.of(30));
            assertThat(venue.differences()).isEmpty();
        }
    }

    /**
     * NautilusTrader #3104: a short held for longer than the venue tells fills came back from a restart as a long of
     * another size, and the system did not start.
     *
     * <p>Naive: the part of the history that is told, 25 bought back, is taken for the whole: +25 instead of -75.
     */
    @Test
    void nautilus_3104_a_short_older_than_the_venues_memory_is_what_the_log_says() {
        Order sell = Desk.order("o-1", Side.SHORT, 100).build();
        Order cover = Desk.order("o-2", Side.COVER, 25).build();
        try (Counter venue = Counter.up(folder)) {
            venue.work(sell);
            venue.tell(new OrderReport.Traded(venue.execute(sell, "f-1", 100, "100")));
            venue.clearBook();
            venue.hold(-100);
            venue.pass(DAY.multipliedBy(11));
            venue.work(cover);
            venue.forgetFills();
            venue.tell(new OrderReport.Traded(venue.execute(cover, "f-2", 25, "99")));
            venue.clearBook();
            venue.hold(-75);
            venue.restart();
            venue.lineUp();

            assertThat(venue.position()).isEqualTo(Decimal.of(-75));
            assertThat(venue.doubt()).isEmpty();
        }
    }

    /**
     * NautilusTrader #3176: with a cache that outlived the process, every restart made new orders, under new random
     * names, for orders that were in it.
     *
     * <p>Naive: an order of the venue's list that is not in the memory of this process is a new, foreign one.
     */
    @Test
    void nautilus_3176_restarts_make_no_second_order_of_one() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            for (int i = 0; i < 5; i++) {
                venue.restart();
                venue.lineUp();
            }

            assertThat(venue.oms().state().lastOrders()).hasSize(1);
            assertThat(venue.submitted()).containsExactly(BUY.orderId());
            assertThat(venue.differences()).isEmpty();
        }
    }

    /**
     * NautilusTrader #3878: what was inferred had a random identity and the time of the run, so that each run inferred
     * it again, beside the last.
     *
     * <p>Naive: the same missing 60 are booked at every start: 160, then 220.
     */
    @Test
    void nautilus_3878_what_is_inferred_is_the_same_in_every_run() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            venue.forgetFills();
            venue.clearBook();
            venue.hold(100);
            List<String> hashes = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                venue.restart();
                venue.lineUp();
                if (!venue.asked().isEmpty()) {
                    venue.answer(BUY, Standing.FILLED, 100, "100.6");
                }
                venue.pass(ROUND);
                hashes.add(venue.oms().state().hash());
            }

            assertThat(venue.position()).isEqualTo(Decimal.of(100));
            assertThat(hashes).containsOnly(hashes.getFirst());
        }
    }

    /**
     * Hummingbot #8457: during an outage every failed poll counted as "the venue does not know the order"; after three
     * the order was given up, and then filled.
     *
     * <p>Naive: three errors, then FAILED; the fill finds no order and the position is in no book.
     */
    @Test
    void hummingbot_8457_an_outage_does_not_end_an_order() {
        try (Counter venue = Counter.up(folder)) {
            venue.submit(BUY);
            venue.tell(new OrderReport.Unanswered(
                    OrderName.of(ClientOrderId.of(BUY.orderId(), 0)), venue.now(), "name not resolved"));
            for (int i = 0; i < 50; i++) {
                venue.answerNothing(BUY);
                venue.pass(OmsPolicy.STANDARD.askEvery());
            }
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);
            assertThat(venue.order(BUY).remaining()).isEqualTo(Quantity.of(100));

            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 100, "100")));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.FILLED);
            assertThat(venue.position()).isEqualTo(Decimal.of(100));
        }
    }

    /**
     * LEAN, Interactive Brokers #186: at one deployment the account's holdings were told twice and added up, so that an
     * algorithm began with double of what it held; a second deployment had them right.
     *
     * <p>Naive: what a start hears of holdings is what is held: 200, and whoever leaves the position sells 200.
     */
    @Test
    void lean_ib_186_holdings_that_are_told_doubled_are_not_taken_over() {
        Order exit = Desk.order("o-2", Side.SELL, 200).build();
        try (Counter venue = Counter.up(folder)) {
            hold100(venue);
            venue.hold(200);
            venue.restart();
            venue.lineUp();
            assertThat(venue.position()).isEqualTo(Decimal.of(100));
            assertThat(venue.differences()).containsExactly("position AAPL.XNAS");
            venue.submit(exit);
            assertThat(venue.order(exit).status()).isEqualTo(OrderStatus.DENIED);

            venue.hold(100);
            venue.pass(ROUND);
            assertThat(venue.position()).isEqualTo(Decimal.of(100));
            assertThat(venue.differences()).isEmpty();
        }
    }

    /**
     * LEAN, Interactive Brokers #249: fills that were told while the line was being lost were dropped because "not
     * connected", and nobody asked for them afterwards.
     *
     * <p>Naive: a message is ignored while the line is down; the position stays without 40, for good.
     */
    @Test
    void lean_ib_249_fills_around_a_disconnect_are_all_there() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new VenueMessage.LineDown(venue.now(), "1100"));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            assertThat(venue.position()).isEqualTo(Decimal.of(40));

            venue.execute(BUY, "f-2", 60, "100");
            venue.clearBook();
            venue.hold(100);
            venue.lineUp();
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.FILLED);
            assertThat(venue.position()).isEqualTo(Decimal.of(100));
            assertThat(venue.differences()).isEmpty();
        }
    }

    /**
     * NautilusTrader #5057: orders that a session before had left working came back as somebody else's after a restart:
     * what the venue told of them reached nobody, and they could not be canceled.
     *
     * <p>Naive: names of the venue are kept in memory; after a restart a cancel finds no order.
     */
    @Test
    void nautilus_5057_an_order_of_the_session_before_is_managed_on() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.restart();
            venue.lineUp();
            assertThat(venue.differences()).isEmpty();
            venue.tell(new OrderReport.Traded(venue.executeByNumber(BUY, "f-1", 30, "100")));
            assertThat(venue.order(BUY).remaining()).isEqualTo(Quantity.of(70));

            venue.oms().cancel(BUY.orderId(), "enough");
            assertThat(venue.canceled()).containsExactly(BUY.orderId());
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.of(30), "by request"));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(venue.position()).isEqualTo(Decimal.of(30));
        }
    }

    /**
     * LEAN, Interactive Brokers #189: an order was sent around the nightly reset and its number not learned; when it was
     * filled, the fill was of a number nobody could locate, and dropped.
     *
     * <p>Naive: a fill of an unknown number is logged; the order stays submitted and the position without it, for good.
     */
    @Test
    void lean_ib_189_a_fill_of_a_number_that_nobody_knows_is_booked_once_the_number_is_learned() {
        try (Counter venue = Counter.up(folder)) {
            venue.submit(BUY);
            venue.tell(new OrderReport.Traded(venue.executeByNumber(BUY, "f-1", 100, "100")));
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);
            assertThat(venue.doubt()).isPresent();

            venue.hold(100);
            venue.restart();
            venue.lineUp();
            venue.answer(BUY, Standing.FILLED, 100, "100");
            venue.pass(ROUND);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.FILLED);
            // Positions that were asked for before the fill came are compared the next time.
            venue.pass(ROUND);
            assertThat(venue.position()).isEqualTo(Decimal.of(100));
            assertThat(venue.differences()).isEmpty();
        }
    }

    /**
     * Freqtrade #3647: a buy that was not filled in time was canceled, and counted as gone although the exchange filled it;
     * the coins were in no trade, and nothing ever sold them.
     *
     * <p>Naive: a cancel that was sent is a cancel that was done.
     */
    @Test
    void freqtrade_3647_a_cancel_that_comes_too_late_leaves_a_position_that_is_known() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.oms().cancel(BUY.orderId(), "not filled in time");
            venue.pass(OmsPolicy.STANDARD.askEvery());
            assertThat(venue.order(BUY).status().isFinal()).isFalse();

            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 100, "100")));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.FILLED);
            assertThat(venue.position()).isEqualTo(Decimal.of(100));
        }
    }

    /**
     * LEAN, Interactive Brokers #242: the gateway went back to older numbers after its restart, and gave those of lost
     * orders to new ones; everything told of one happened to both.
     *
     * <p>Naive: orders are found by the venue's number, and the first order is canceled with the second.
     */
    @Test
    void lean_ib_242_a_number_that_is_given_twice_belongs_to_the_order_of_our_name() {
        Order second = Desk.order("o-2", Side.BUY, 10).build();
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.submit(second);
            OrderName reused =
                    OrderName.of(ClientOrderId.of(second.orderId(), 0)).at("V-o-1");
            venue.tell(new OrderReport.Accepted(reused, venue.now()));
            venue.tell(new OrderReport.Canceled(reused, venue.now(), Quantity.ZERO, "by request"));

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(venue.order(second).status()).isEqualTo(OrderStatus.CANCELED);
        }
    }

    /**
     * Freqtrade #13332: an exit that had traded in part still counted whole; the next exit was made of the full size
     * beside it, and the position was sold twice.
     *
     * <p>Naive: the size of an exit is that of the entry, whatever is working: 100 held, 60 + 100 to be sold.
     */
    @Test
    void freqtrade_13332_what_is_being_sold_cannot_be_sold_again() {
        Order exit = Desk.order("o-2", Side.SELL, 100).build();
        Order again = Desk.order("o-3", Side.SELL, 100).build();
        try (Counter venue = Counter.up(folder)) {
            hold100(venue);
            venue.work(exit);
            venue.tell(new OrderReport.Traded(venue.execute(exit, "f-2", 40, "100")));
            venue.submit(again);

            assertThat(venue.order(again).status()).isEqualTo(OrderStatus.DENIED);
            assertThat(venue.order(exit).remaining()).isEqualTo(Quantity.of(60));
        }
    }

    /**
     * Freqtrade #13399: a position was stopped out and turned at once; looking for orders it had lost, the recovery took
     * the stop's fill, some seconds older than the new trade, for one of the new trade's, and failed at every start.
     *
     * <p>Naive: a fill of the look-back window is of the trade that is open: 100 sold short and 100 sold again.
     */
    @Test
    void freqtrade_13399_a_fill_of_the_trade_before_stays_with_its_order() {
        Order stop = Desk.order("o-2", Side.SELL, 100).build();
        Order turn = Desk.order("o-3", Side.SHORT, 100).build();
        try (Counter venue = Counter.up(folder)) {
            hold100(venue);
            venue.work(stop);
            venue.tell(new OrderReport.Traded(venue.execute(stop, "f-2", 100, "99")));
            venue.clearBook();
            venue.work(turn);
            venue.execute(turn, "f-3", 100, "99");
            venue.clearBook();
            venue.hold(-100);
            for (int i = 0; i < 3; i++) {
                venue.restart();
                venue.lineUp();
            }

            assertThat(venue.fills(stop)).containsExactly("f-2");
            assertThat(venue.fills(turn)).containsExactly("f-3");
            assertThat(venue.position()).isEqualTo(Decimal.of(-100));
            assertThat(venue.differences()).isEmpty();
        }
    }

    private static void hold100(Counter venue) {
        venue.work(BUY);
        venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 100, "100")));
        venue.clearBook();
        venue.hold(100);
    }
}
