package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a venue tells, does not tell, and tells otherwise, and what follows from each. */
class ReconciliationTest {

    private static final OmsPolicy POLICY = OmsPolicy.STANDARD;
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();

    @TempDir
    private Path folder;

    @Test
    void nothing_opens_before_the_line_is_up_and_everything_compared() {
        try (Counter venue = Counter.open(folder)) {
            venue.submit(BUY);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.DENIED);
            assertThat(venue.doubt()).contains("the line to notes is down");

            venue.lineUp();
            Order again = Desk.order("o-2", Side.BUY, 100).build();
            venue.submit(again);
            assertThat(venue.submitted()).containsExactly(again.orderId());

            venue.tell(new VenueMessage.LineDown(venue.now(), "reset"));
            Order third = Desk.order("o-3", Side.BUY, 100).build();
            venue.submit(third);
            assertThat(venue.order(third).status()).isEqualTo(OrderStatus.DENIED);
        }
    }

    @Test
    void fills_that_were_missed_are_booked_once() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new VenueMessage.LineDown(venue.now(), "reset"));
            VenueFill missed = venue.execute(BUY, "f-1", 40, "100");
            venue.put(BUY, Standing.WORKING, 40, "100");
            venue.hold(40);

            venue.lineUp();
            venue.tell(new OrderReport.Traded(missed));
            venue.lineUp();

            assertThat(venue.position()).isEqualTo(Decimal.of(40));
            assertThat(venue.order(BUY).filled()).isEqualTo(Quantity.of(40));
            assertThat(venue.differences()).isEmpty();
        }
    }

    @Test
    void an_order_that_is_not_in_the_list_is_asked_for_and_ends_by_the_answer() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.clearBook();

            venue.lineUp();
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(venue.doubt()).contains("what happened at notes meanwhile is not caught up with");

            venue.answer(BUY, Standing.CANCELED, 0, null);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(venue.doubt()).isEmpty();
        }
    }

    @Test
    void no_answer_is_no_word_of_the_venue() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.clearBook();
            venue.lineUp();
            for (int i = 0; i < 20; i++) {
                venue.answerNothing(BUY);
                venue.pass(POLICY.compareEvery());
            }

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(venue.asked()).hasSize(1);
        }
    }

    @Test
    void the_line_is_not_up_while_an_order_is_not_answered_for() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.clearBook();
            venue.lineUp();
            // Question after question is lost.
            for (int i = 0; i < 5; i++) {
                // Each is waited for twice as long as the one before.
                venue.pass(POLICY.answerWithin().multipliedBy(1L << i));
                assertThat(venue.doubt()).isPresent();
            }
            assertThat(venue.asked()).hasSizeGreaterThan(4);
            venue.answer(BUY, Standing.CANCELED, 0, null);
            assertThat(venue.doubt()).isEmpty();
        }
    }

    @Test
    void what_the_venue_never_knew_ends_only_when_it_must_have_arrived() {
        try (Counter venue = Counter.up(folder)) {
            venue.submit(BUY);
            venue.pass(POLICY.answerWithin());
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);

            venue.answerNotFound(BUY);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);

            venue.pass(POLICY.settleAfter().minus(POLICY.answerWithin()));
            venue.answerNotFound(BUY);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.REJECTED);

            // And if it was alive all the same, it counts.
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);
            assertThat(venue.position()).isEqualTo(Decimal.of(40));
        }
    }

    @Test
    void what_the_venue_took_and_forgot_stays_unknown() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.clearBook();
            venue.lineUp();
            venue.answerNotFound(BUY);

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);
            assertThat(venue.differences()).containsExactly("forgotten o-1");
            assertThat(venue.doubt()).contains("forgotten o-1");

            venue.pass(POLICY.askEvery());
            venue.answer(BUY, Standing.WORKING, 0, null);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(venue.differences()).isEmpty();
        }
    }

    @Test
    void an_order_in_doubt_is_asked_about_as_often_as_the_policy_says() {
        try (Counter venue = Counter.up(folder)) {
            venue.submit(BUY);
            venue.tell(
                    new OrderReport.Unanswered(OrderName.of(ClientOrderId.of(BUY.orderId(), 0)), venue.now(), "504"));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);
            venue.answerNothing(BUY);

            venue.pass(POLICY.askEvery().minusNanos(1));
            assertThat(venue.asked()).isEmpty();
            venue.pass(Duration.ofNanos(1));
            assertThat(venue.asked()).hasSize(1);
            // The question itself may be lost.
            venue.pass(POLICY.answerWithin());
            assertThat(venue.asked()).hasSize(2);
        }
    }

    @Test
    void a_restart_asks_about_what_was_in_flight_and_sends_nothing_twice() {
        try (Counter venue = Counter.up(folder)) {
            venue.submit(BUY);
            venue.restart();
            venue.lineUp();
            assertThat(venue.asked()).hasSize(1);

            venue.answer(BUY, Standing.WORKING, 0, null);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            venue.submit(BUY);
            assertThat(venue.submitted()).containsExactly(BUY.orderId());
        }
    }

    @Test
    void a_position_that_differs_is_left_as_it_is_and_kept_in_doubt_until_both_agree() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 100, "100")));
            venue.clearBook();
            venue.hold(60);
            int asked = venue.fillsSince().size();

            venue.pass(POLICY.compareEvery());
            assertThat(venue.position()).isEqualTo(Decimal.of(100));
            assertThat(venue.doubt()).contains("position AAPL.XNAS");
            // Older fills are asked for at once: since the first order, not since the last fill.
            assertThat(venue.fillsSince().subList(asked, venue.fillsSince().size()))
                    .hasSize(2)
                    .allMatch(since -> !since.isAfter(Desk.NOW.minus(POLICY.overlap())));

            Order more = Desk.order("o-2", Side.BUY, 1).build();
            Order less = Desk.order("o-3", Side.SELL, 1).build();
            venue.submit(more);
            venue.submit(less);
            assertThat(venue.order(more).status()).isEqualTo(OrderStatus.DENIED);
            assertThat(venue.order(less).status()).isEqualTo(OrderStatus.SUBMITTED);

            venue.hold(100);
            venue.pass(POLICY.compareEvery());
            assertThat(venue.doubt()).isEmpty();
        }
    }

    @Test
    void orders_and_fills_of_others_are_left_alone_and_raise_doubt() {
        Order theirs = Desk.order("theirs", Side.BUY, 7).build();
        try (Counter venue = Counter.up(folder)) {
            venue.list(Counter.told(theirs, Standing.WORKING, 0, null));
            venue.pass(POLICY.compareEvery());

            assertThat(venue.differences()).hasSize(1).allMatch(key -> key.startsWith("foreign order"));
            assertThat(venue.canceled()).isEmpty();

            venue.clearBook();
            venue.tell(new OrderReport.Traded(venue.execute(theirs, "x-1", 7, "100")));
            venue.pass(POLICY.compareEvery());
            assertThat(venue.differences()).containsExactly("foreign fill x-1");
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);
        }
    }

    @Test
    void an_order_that_ended_here_and_works_there_is_canceled() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.ZERO, "by request"));

            venue.pass(POLICY.compareEvery());
            assertThat(venue.canceled()).containsExactly(BUY.orderId());
            assertThat(venue.differences()).containsExactly("still working o-1");

            venue.clearBook();
            venue.pass(POLICY.compareEvery());
            assertThat(venue.differences()).isEmpty();
        }
    }

    @Test
    void an_end_tells_how_much_had_traded_or_is_asked_for_it() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.of(30), "by request"));
            assertThat(venue.differences()).containsExactly("fills missing o-1");
            assertThat(venue.doubt()).isPresent();

            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 30, "100")));
            assertThat(venue.differences()).isEmpty();

            Order second = Desk.order("o-2", Side.BUY, 10).build();
            venue.clearBook();
            venue.work(second);
            venue.tell(new OrderReport.Expired(Desk.name(second), venue.now(), null));
            assertThat(venue.differences()).containsExactly("end unconfirmed o-2");
            venue.answer(second, Standing.EXPIRED, 0, null);
            assertThat(venue.differences()).isEmpty();
        }
    }

    @Test
    void a_fill_the_venue_counts_and_no_longer_tells_is_inferred_and_taken_back_when_it_comes() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            VenueFill forgotten = venue.execute(BUY, "f-2", 60, "101");
            venue.forgetFills();
            venue.put(BUY, Standing.FILLED, 100, null);
            venue.lineUp();
            // 40 at 100 and 60 at 101 are 100 at 100.6.
            venue.answer(BUY, Standing.FILLED, 100, "100.6");

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.FILLED);
            assertThat(venue.order(BUY).averagePrice()).contains(Price.parse("100.6"));
            venue.hold(100);
            venue.pass(POLICY.compareEvery());
            assertThat(venue.differences()).containsExactly("inferred inferred-o-1-100");
            assertThat(venue.doubt()).isEmpty();

            venue.tell(new OrderReport.Traded(forgotten));
            assertThat(venue.order(BUY).filled()).isEqualTo(Quantity.of(100));
            assertThat(venue.oms().state().venues().fills(BUY.orderId()))
                    .extracting(fill -> fill.fillId().value())
                    .containsExactly("f-1", "f-2");
            assertThat(venue.differences()).isEmpty();
        }
    }

    @Test
    void what_is_still_missing_when_a_part_of_it_comes_is_inferred_again() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            VenueFill second = venue.execute(BUY, "f-2", 30, "101");
            venue.forgetFills();
            venue.put(BUY, Standing.FILLED, 100, null);
            venue.lineUp();
            venue.answer(BUY, Standing.FILLED, 100, "100.6");
            assertThat(venue.fills(BUY)).containsExactly("f-1", "inferred-o-1-100");

            venue.tell(new OrderReport.Traded(second));
            assertThat(venue.fills(BUY)).containsExactly("f-1", "f-2");
            venue.pass(POLICY.answerWithin());
            venue.answer(BUY, Standing.FILLED, 100, "100.6");

            assertThat(venue.fills(BUY)).containsExactly("f-1", "f-2", "inferred-o-1-100-2");
            assertThat(venue.differences())
                    .contains("inferred inferred-o-1-100-2")
                    .doesNotContain("fills missing o-1", "inferred inferred-o-1-100");
            assertThat(venue.position()).isEqualTo(Decimal.of(100));
        }
    }

    @Test
    void a_fill_is_not_booked_beside_the_inferred_one_that_cannot_be_taken_back() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            VenueFill late = venue.execute(BUY, "f-1", 100, "100");
            venue.forgetFills();
            venue.put(BUY, Standing.FILLED, 100, null);
            venue.lineUp();
            venue.answer(BUY, Standing.FILLED, 100, "100");
            venue.hold(100);
            // The dividend was paid for what the inferred fill bought.
            venue.oms()
                    .accept(new OmsEvent.CorporateActionApplied(
                            new CorporateAction.CashDividend("div", Desk.AAPL, venue.now(), Money.parse("0.25 USD")),
                            new ActorId("ops"),
                            venue.now()));

            venue.tell(new OrderReport.Traded(late));

            assertThat(venue.position()).isEqualTo(Decimal.of(100));
            assertThat(venue.fills(BUY)).containsExactly("inferred-o-1-100");
            assertThat(venue.differences()).contains("contradiction o-1", "inferred inferred-o-1-100");
        }
    }

    @Test
    void a_bust_before_its_fill_keeps_the_fill_out() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Busted(Desk.name(BUY), new FillId("f-1"), venue.now()));
            assertThat(venue.differences()).containsExactly("busted unseen f-1");
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);

            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-2", 40, "100")));
            venue.tell(new OrderReport.Busted(Desk.name(BUY), new FillId("f-2"), venue.now()));
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);
            // It is told once more, as venues do, and stays out.
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-2", 40, "100")));
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);
        }
    }

    @Test
    void what_cannot_be_is_a_difference_and_never_a_crash() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 41, "100")));

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);
            assertThat(venue.differences()).containsExactly("contradiction o-1");
            assertThat(venue.order(BUY).filled()).isEqualTo(Quantity.of(40));

            venue.answer(BUY, Standing.WORKING, 40, "100");
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(venue.differences()).isEmpty();

            VenueFill fill = venue.execute(BUY, "f-9", 1, "100");
            venue.tell(new OrderReport.Traded(new VenueFill(
                    fill.fillId(),
                    fill.order(),
                    Desk.FUTURE,
                    true,
                    fill.quantity(),
                    fill.price(),
                    fill.fee(),
                    fill.liquidity(),
                    fill.at())));
            assertThat(venue.differences()).containsExactly("contradiction o-1");
        }
    }

    @Test
    void the_venues_names_do_not_matter_where_ours_is_told() {
        Order second = Desk.order("o-2", Side.BUY, 10).build();
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.submit(second);
            // After a restart of its own the venue gives the number of the first order to the second.
            OrderName reused =
                    OrderName.of(ClientOrderId.of(second.orderId(), 0)).at("V-o-1");
            venue.tell(new OrderReport.Accepted(reused, venue.now()));
            venue.tell(new OrderReport.Canceled(reused, venue.now(), Quantity.ZERO, "by request"));

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(venue.order(second).status()).isEqualTo(OrderStatus.CANCELED);
        }
    }

    @Test
    void a_round_that_is_compared_again_changes_nothing() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            venue.put(BUY, Standing.WORKING, 40, "100");
            venue.hold(30);
            venue.pass(POLICY.compareEvery());
            String hash = venue.oms().state().hash();
            List<String> differences = venue.differences();
            for (int i = 0; i < 5; i++) {
                venue.pass(POLICY.compareEvery());
            }

            assertThat(venue.differences()).isEqualTo(differences);
            assertThat(venue.oms().state().hash()).isEqualTo(hash);
        }
    }

    @Test
    void something_unreadable_has_everything_compared() {
        try (Counter venue = Counter.up(folder)) {
            int before = venue.fillsSince().size();
            venue.tell(new VenueMessage.Unreadable(venue.now(), "truncated at byte 12"));

            assertThat(venue.fillsSince()).hasSize(before + 1);
        }
    }
}
