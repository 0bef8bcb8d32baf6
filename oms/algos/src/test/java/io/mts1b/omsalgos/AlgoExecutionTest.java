package io.mts1b.omsalgos;

import static io.mts1b.omsalgos.Orders.ACME;
import static io.mts1b.omsalgos.Orders.after;
import static io.mts1b.omsalgos.Orders.buy;
import static io.mts1b.omsalgos.Orders.filled;
import static io.mts1b.omsalgos.Orders.quote;
import static io.mts1b.omsalgos.Orders.start;
import static io.mts1b.omsalgos.Orders.tick;
import static io.mts1b.omsalgos.Orders.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each algo answers to what, and what holds for all of them. */
class AlgoExecutionTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final InstrumentId NYSE = InstrumentId.parse("ACME.XNYS");

    private static Algo twap(int slices, ChildType type) {
        return new Algo.Twap(Duration.ofSeconds(100), slices, Rate.parse("0"), type);
    }

    private static Progress progress(long ordered, long filled, long working, long inDoubt, long left, long excess) {
        return new Progress(
                Quantity.of(ordered),
                Quantity.of(filled),
                Quantity.of(working),
                Quantity.of(inDoubt),
                Quantity.of(left),
                Quantity.of(excess));
    }

    @Test
    void limits_wait_at_the_near_side_and_marketable_limits_take_the_far_one() {
        assertThat(new Desk(buy(100, null, twap(1, ChildType.LIMIT))).say(quote("9.98", "10.02")))
                .containsExactly("100@9.98");
        assertThat(new Desk(buy(100, null, twap(1, ChildType.MARKETABLE_LIMIT))).say(quote("9.98", "10.02")))
                .containsExactly("100@10.02");
        Order sale = Orders.order(Side.SHORT, 100, null);
        assertThat(new Desk(start(sale, twap(1, ChildType.LIMIT), ExecutionLimits.NONE)).say(quote("9.98", "10.02")))
                .containsExactly("100@10.02");
        assertThat(new Desk(start(sale, twap(1, ChildType.MARKETABLE_LIMIT), ExecutionLimits.NONE))
                        .say(quote("9.98", "10.02")))
                .containsExactly("100@9.98");
    }

    @Test
    void the_limit_of_the_parent_is_waited_at_and_never_crossed() {
        assertThat(new Desk(buy(100, "9.95", twap(1, ChildType.LIMIT))).say(quote("9.98", "10.02")))
                .containsExactly("100@9.95");
        Desk taker = new Desk(buy(100, "10.00", twap(1, ChildType.MARKETABLE_LIMIT)));
        assertThat(taker.say(quote("9.98", "10.02"), tick(99))).isEmpty();
        assertThat(taker.say(tick(100))).containsExactly("HORIZON_OVER 0/100");
        // Off the tick, a buyer waits below and takes above.
        assertThat(new Desk(buy(100, null, twap(1, ChildType.LIMIT))).say(quote("9.985", "10.015")))
                .containsExactly("100@9.98");
        assertThat(new Desk(buy(100, null, twap(1, ChildType.MARKETABLE_LIMIT))).say(quote("9.985", "10.015")))
                .containsExactly("100@10.02");
    }

    @Test
    void a_child_of_an_earlier_slice_that_the_price_has_left_makes_way() {
        Desk desk = new Desk(buy(100, null, twap(2, ChildType.LIMIT)));
        assertThat(desk.say(quote("10.00", "10.02"))).containsExactly("50@10");
        assertThat(desk.say(quote("10.01", "10.03"))).as("not within its slice").isEmpty();
        assertThat(desk.say(filled(1, 20), tick(50))).containsExactly("-1", "50@10.01");
        assertThat(desk.say(new AlgoInput.ChildCanceled(1))).containsExactly("30@10.01");
        // Where the price stayed, its place in the queue is worth keeping.
        Desk patient = new Desk(buy(100, null, twap(2, ChildType.LIMIT)));
        assertThat(patient.say(quote("10.00", "10.02"), tick(50))).containsExactly("50@10", "50@10");
    }

    @Test
    void everything_is_somewhere() {
        Desk desk = new Desk(buy(100, null, twap(2, ChildType.LIMIT)));
        assertThat(desk.execution.progress()).isEqualTo(progress(100, 0, 0, 0, 100, 0));
        desk.give(quote("10.00", "10.02"), new AlgoInput.ChildAccepted(1), filled(1, 20));
        assertThat(desk.execution.progress()).isEqualTo(progress(100, 20, 30, 0, 50, 0));
        desk.give(new AlgoInput.ChildLost(1));
        assertThat(desk.execution.progress()).isEqualTo(progress(100, 20, 0, 30, 50, 0));
        // In doubt it counts as if it could trade, so the second slice places no more than its own.
        assertThat(desk.say(tick(50))).containsExactly("50@10");
        desk.give(new AlgoInput.ChildAccepted(1));
        assertThat(desk.execution.progress()).isEqualTo(progress(100, 20, 80, 0, 0, 0));
        desk.give(new AlgoInput.ChildBusted(1, Quantity.of(5)));
        assertThat(desk.execution.progress()).isEqualTo(progress(100, 15, 85, 0, 0, 0));
        assertThat(desk.say(filled(1, 35), filled(2, 50))).containsExactly("FILLED 100/0");
        assertThat(desk.execution.finished()).isPresent();
        assertThat(desk.execution.wakeAt()).isEmpty();
    }

    @Test
    void the_end_waits_for_the_word_of_the_venue() {
        Desk desk = new Desk(buy(100, null, twap(1, ChildType.LIMIT)));
        desk.give(quote("10.00", "10.02"), filled(1, 40));
        assertThat(desk.execution.wakeAt()).contains(after(100));
        assertThat(desk.say(tick(100))).containsExactly("-1");
        assertThat(desk.say(new AlgoInput.ChildCancelRejected(1)))
                .as("not at once")
                .isEmpty();
        assertThat(desk.say(tick(101))).containsExactly("-1");
        assertThat(desk.say(new AlgoInput.ChildLost(1), tick(102))).isEmpty();
        assertThat(desk.say(filled(1, 10))).isEmpty();
        assertThat(desk.say(new AlgoInput.ChildAccepted(1))).as("it is alive").containsExactly("-1");
        assertThat(desk.say(new AlgoInput.ChildCanceled(1))).containsExactly("HORIZON_OVER 50/50");
        // A fill that comes after the end is counted, and nothing else.
        assertThat(desk.say(filled(1, 7), new AlgoInput.Amended(Quantity.of(10), null, after(103)), tick(104)))
                .isEmpty();
        assertThat(desk.execution.progress().filled()).isEqualTo(Quantity.of(57));
    }

    @Test
    void a_refusal_is_answered_by_the_next_tick_and_many_end_it() {
        ExecutionLimits limits = new ExecutionLimits(null, Quantity.ZERO, 2);
        Desk desk = new Desk(start(Orders.order(Side.BUY, 100, null), twap(1, ChildType.LIMIT), limits));
        desk.give(quote("10.00", "10.02"));
        assertThat(desk.say(new AlgoInput.ChildRejected(1))).isEmpty();
        assertThat(desk.say(tick(1))).containsExactly("100@10");
        assertThat(desk.say(filled(2, 10), new AlgoInput.ChildCanceled(2)))
                .as("nobody asked")
                .isEmpty();
        assertThat(desk.say(tick(2))).containsExactly("90@10");
        assertThat(desk.say(new AlgoInput.ChildRejected(3), tick(3))).containsExactly("90@10");
        assertThat(desk.say(new AlgoInput.ChildRejected(4))).containsExactly("REJECTED 10/90");
    }

    @Test
    void a_child_that_trades_after_its_refusal_is_in_doubt() {
        Desk desk = new Desk(buy(100, null, twap(2, ChildType.LIMIT)));
        desk.give(quote("10.00", "10.02"), new AlgoInput.ChildRejected(1), filled(1, 10));
        assertThat(desk.execution.progress()).isEqualTo(progress(100, 10, 0, 40, 50, 0));
    }

    @Test
    void a_late_fill_takes_its_room_from_what_is_open() {
        Desk desk = new Desk(buy(100, null, twap(1, ChildType.LIMIT)));
        desk.give(quote("10.00", "10.02"), new AlgoInput.ChildCanceled(1), tick(1));
        assertThat(desk.execution.progress()).isEqualTo(progress(100, 0, 100, 0, 0, 0));
        // The first had traded 30 of its 100 before it was canceled.
        assertThat(desk.say(filled(1, 30))).containsExactly("-2");
        assertThat(desk.execution.progress()).isEqualTo(progress(100, 30, 100, 0, 0, 30));
        assertThat(desk.say(new AlgoInput.ChildCanceled(2))).containsExactly("70@10");
        assertThat(desk.say(filled(3, 70))).containsExactly("FILLED 100/0");
    }

    @Test
    void less_than_a_lot_cannot_be_ordered() {
        Desk desk = new Desk(buy(100, null, twap(1, ChildType.LIMIT)));
        desk.give(quote("10.00", "10.02"));
        desk.give(new AlgoInput.ChildFilled(1, Quantity.parse("99.5")));
        assertThat(desk.say(new AlgoInput.ChildCanceled(1))).containsExactly("LESS_THAN_A_LOT 99.5/0.5");
    }

    @Test
    void a_pause_takes_everything_back_and_a_cancel_ends_it() {
        Desk desk = new Desk(buy(100, null, twap(2, ChildType.LIMIT)));
        desk.give(quote("10.00", "10.02"));
        assertThat(desk.say(new AlgoInput.Paused(after(1)))).containsExactly("-1");
        assertThat(desk.say(new AlgoInput.ChildCanceled(1), quote("9.99", "10.01"), tick(10)))
                .isEmpty();
        assertThat(desk.say(new AlgoInput.Resumed(after(20)))).isEmpty();
        assertThat(desk.say(tick(50))).containsExactly("100@9.99");
        assertThat(desk.say(new AlgoInput.CancelRequested(after(60)))).containsExactly("-2");
        assertThat(desk.say(filled(2, 30), new AlgoInput.ChildCanceled(2))).containsExactly("CANCELED 30/70");
    }

    @Test
    void an_amendment_changes_quantity_and_limit_at_once() {
        Desk desk = new Desk(buy(100, "10.00", twap(1, ChildType.LIMIT)));
        desk.give(quote("10.00", "10.02"), filled(1, 40));
        // Its limit is lower now: what waits above must go.
        assertThat(desk.say(new AlgoInput.Amended(Quantity.of(100), Price.parse("9.99"), after(1))))
                .containsExactly("-1");
        assertThat(desk.say(new AlgoInput.ChildCanceled(1))).containsExactly("60@9.99");
        assertThat(desk.say(new AlgoInput.Amended(Quantity.of(70), Price.parse("9.99"), after(2))))
                .as("less than is out")
                .containsExactly("-2");
        assertThat(desk.say(new AlgoInput.ChildCanceled(2))).containsExactly("30@9.99");
        assertThat(desk.say(new AlgoInput.Amended(Quantity.of(90), Price.parse("9.99"), after(3))))
                .containsExactly("20@9.99");
        assertThat(desk.say(new AlgoInput.Amended(Quantity.of(40), null, after(4))))
                .containsExactly("-4", "-3");
        assertThat(desk.say(new AlgoInput.ChildCanceled(3), new AlgoInput.ChildCanceled(4)))
                .containsExactly("FILLED 40/0");
    }

    @Test
    void participation_holds_back_any_algo() {
        ExecutionLimits limits = ExecutionLimits.NONE.withParticipation(Rate.parse("0.1"));
        Desk desk = new Desk(start(Orders.order(Side.BUY, 100, null), twap(1, ChildType.LIMIT), limits));
        assertThat(desk.say(quote("10.00", "10.02"))).isEmpty();
        assertThat(desk.say(trade(345))).containsExactly("34@10");
        assertThat(desk.say(trade(5), trade(10))).containsExactly("1@10", "1@10");
    }

    @Test
    void pov_does_not_catch_up_with_what_is_longer_ago_than_its_lookback() {
        assertThat(afterAPause(Duration.ofSeconds(30))).containsExactly("20@10.02");
        assertThat(afterAPause(Duration.ofSeconds(60))).containsExactly("120@10.02");
        Desk twice = new Desk(buy(10_000, null, pov("0.2", MINUTE)));
        assertThat(twice.say(quote("10.00", "10.02"), trade(100))).containsExactly("20@10.02");
        // What the quote has left follows it.
        assertThat(twice.say(quote("10.01", "10.03"))).containsExactly("-1");
        assertThat(twice.say(new AlgoInput.ChildCanceled(1))).containsExactly("20@10.03");
    }

    private static Algo pov(String participation, Duration lookback) {
        return new Algo.Pov(Rate.parse(participation), lookback, Duration.ofMinutes(10), ChildType.MARKETABLE_LIMIT);
    }

    private static List<String> afterAPause(Duration lookback) {
        Desk desk = new Desk(buy(10_000, null, pov("0.1", lookback)));
        desk.give(quote("10.00", "10.02"), new AlgoInput.Paused(after(0)), trade(1_000), tick(40), trade(200));
        return desk.say(new AlgoInput.Resumed(after(50)));
    }

    private static Algo iceberg(long display, long refill) {
        return new Algo.Iceberg(Quantity.of(display), Quantity.of(refill), MINUTE);
    }

    @Test
    void an_iceberg_shows_a_little_at_its_limit() {
        Desk desk = new Desk(buy(250, "9.90", iceberg(100, 0)));
        assertThat(desk.say(quote("10.00", "10.02"))).containsExactly("100@9.9");
        assertThat(desk.say(filled(1, 60))).isEmpty();
        assertThat(desk.say(filled(1, 40))).containsExactly("100@9.9");
        Desk earlier = new Desk(buy(250, "9.90", iceberg(100, 50)));
        earlier.give(quote("10.00", "10.02"));
        assertThat(earlier.say(filled(1, 49))).isEmpty();
        assertThat(earlier.say(filled(1, 1))).as("50 are left, so 50 are added").containsExactly("50@9.9");
        assertThat(earlier.say(filled(1, 50), filled(2, 50))).containsExactly("50@9.9", "50@9.9");
        // With its limit its price moves.
        assertThat(earlier.say(new AlgoInput.Amended(Quantity.of(250), Price.parse("9.95"), after(1))))
                .containsExactly("-4", "-3");
    }

    private static Algo sniper(long least, String share) {
        return new Algo.Sniper(Quantity.of(least), Rate.parse(share), MINUTE);
    }

    @Test
    void a_sniper_hides_until_enough_is_shown_within_its_limit() {
        Desk desk = new Desk(buy(1_000, "10.00", sniper(300, "0.5")));
        assertThat(desk.say(quote(ACME, "9.99", "10.01", 900)))
                .as("beyond its limit")
                .isEmpty();
        assertThat(desk.say(quote(ACME, "9.98", "10.00", 299))).as("too little").isEmpty();
        List<AlgoCommand> shot = desk.give(quote(ACME, "9.98", "10.00", 400));
        assertThat(Desk.text(shot)).containsExactly("200@10");
        assertThat(((AlgoCommand.Place) shot.getFirst()).timeInForce()).isEqualTo(TimeInForce.IOC);
        // The rest of the shot comes back; what was shown may be gone, so it waits for another quote.
        assertThat(desk.say(filled(1, 150), new AlgoInput.ChildCanceled(1), tick(1)))
                .isEmpty();
        assertThat(desk.say(quote(ACME, "9.97", "9.99", 300))).containsExactly("150@9.99");
        assertThat(new Desk(buy(1_000, "10.00", sniper(300, "1"))).say(quote(ACME, "9.98", "10.00", 400)))
                .containsExactly("400@10");
        assertThat(desk.say(tick(60), new AlgoInput.ChildCanceled(2))).containsExactly("-2", "HORIZON_OVER 150/850");
    }

    private static Algo router(String feeHere, String feeThere) {
        return new Algo.Router(
                List.of(new Route(ACME, Price.parse(feeHere)), new Route(NYSE, Price.parse(feeThere))), MINUTE);
    }

    @Test
    void a_router_takes_the_best_net_price_first_and_the_rest_elsewhere() {
        Desk desk = new Desk(buy(500, "10.01", router("0.003", "-0.002")));
        assertThat(desk.say(quote(ACME, "9.99", "10.00", 300))).containsExactly("300@10");
        assertThat(desk.say(quote(NYSE, "9.99", "10.01", 300))).containsExactly("200@10.01 XNYS");
        // What the first venue did not fill goes to the second, of which 100 are left.
        assertThat(desk.say(filled(1, 150), new AlgoInput.ChildCanceled(1))).containsExactly("100@10.01 XNYS");
        assertThat(desk.say(quote(ACME, "9.99", "10.02", 300)))
                .as("beyond the limit")
                .isEmpty();
        assertThat(desk.say(quote(ACME, "9.98", "10.01", 300))).containsExactly("50@10.01");
    }

    @Test
    void fees_decide_between_equal_prices() {
        assertThat(routed("0.003", "-0.002")).containsExactly("300@10 XNYS", "200@10");
        assertThat(routed("-0.003", "0.002")).containsExactly("300@10", "200@10 XNYS");
        assertThat(routed("0.003", "0.003")).as("by name").containsExactly("300@10", "200@10 XNYS");
    }

    private static List<String> routed(String feeHere, String feeThere) {
        Desk desk = new Desk(buy(500, "9.99", router(feeHere, feeThere)));
        desk.give(quote(ACME, "9.99", "10.00", 300), quote(NYSE, "9.99", "10.00", 300));
        return desk.say(new AlgoInput.Amended(Quantity.of(500), Price.parse("10.00"), after(1)));
    }

    @Test
    void every_horizon_ends() {
        ImpactModel impact = new ImpactModel(MINUTE, 1, 0, 0, 1);
        List<Algo> algos = List.of(
                new Algo.Twap(MINUTE, 3, Rate.parse("0"), ChildType.LIMIT),
                new Algo.Vwap(MINUTE, VolumeProfile.uniform(3), ChildType.LIMIT),
                new Algo.Pov(Rate.parse("0.1"), MINUTE, MINUTE, ChildType.LIMIT),
                iceberg(10, 0),
                new Algo.AlmgrenChriss(MINUTE, 3, impact, 1, ChildType.LIMIT),
                new Algo.ImplementationShortfall(MINUTE, 3, impact, 1, 0, null, ChildType.LIMIT),
                sniper(1, "1"),
                router("0", "0"));
        for (Algo algo : algos) {
            Desk desk = new Desk(buy(100, "10.00", algo));
            desk.give(quote("10.00", "10.02"), trade(100), tick(59));
            assertThat(desk.execution.finished()).as(algo.toString()).isEmpty();
            int open = desk.execution.progress().working().isZero() ? 0 : desk.said.size();
            desk.give(tick(60));
            for (int child = 1; child <= open; child++) {
                desk.give(new AlgoInput.ChildCanceled(child));
            }
            assertThat(Desk.text(desk.said).getLast()).as(algo.toString()).isEqualTo("HORIZON_OVER 0/100");
        }
    }

    @Test
    void pov_waits_or_takes() {
        Algo patient = new Algo.Pov(Rate.parse("0.1"), MINUTE, MINUTE, ChildType.LIMIT);
        assertThat(new Desk(buy(100, null, patient)).say(quote("10.00", "10.02"), trade(100)))
                .containsExactly("10@10");
    }

    @Test
    void a_child_is_an_order_that_names_its_parent() {
        AlgoInput.Started start = buy(100, null, twap(1, ChildType.LIMIT));
        AlgoCommand.Place place = (AlgoCommand.Place)
                new Desk(start).give(quote("10.00", "10.02")).getFirst();
        Order child = place.order(start.parent(), after(3));
        assertThat(child.orderId()).isEqualTo(new OrderId("parent-1"));
        assertThat(child.links()).containsExactly(new OrderLink.ChildOf(new OrderId("parent")));
        assertThat(child.side()).isEqualTo(Side.BUY);
        assertThat(child.quantity()).isEqualTo(Quantity.of(100));
        assertThat(child.timeInForce()).isEqualTo(TimeInForce.DAY);
        assertThat(child.createdAt()).isEqualTo(after(3));
    }

    @Test
    void what_does_not_belong_is_refused_and_changes_nothing() {
        Desk desk = new Desk(buy(100, "10.00", iceberg(10, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.give(quote(NYSE, "9", "10", 1)))
                .withMessage("instrument must be one of [ACME.XNAS], was ACME.XNYS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.give(filled(1, 1)))
                .withMessage("child must be 1 to 0, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.give(new AlgoInput.Amended(Quantity.of(5), null, after(1))))
                .withMessageContaining("limit must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.give(new AlgoInput.Amended(Quantity.of(5), Price.parse("1.001"), after(1))))
                .withMessageContaining("limit must be a multiple of the tick 0.01, was 1.001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.give(new AlgoInput.Amended(Quantity.parse("0.5"), Price.parse("1"), after(1))))
                .withMessageContaining("quantity must be a multiple of the lot 1, was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.give(buy(1, null, twap(1, ChildType.LIMIT))))
                .withMessageContaining("another start");
        assertThat(desk.execution.progress()).isEqualTo(progress(100, 0, 0, 0, 100, 0));
        desk.give(quote("10.00", "10.02"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.give(new AlgoInput.ChildBusted(1, Quantity.of(1))))
                .withMessageContaining("busted must be at most what was filled, 0, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlgoExecution.replay(List.of(tick(1)), Desk.RANDOM))
                .withMessage("inputs must begin with a start");
    }

    @Test
    void a_clock_that_goes_back_is_not_believed() {
        Desk desk = new Desk(buy(100, null, twap(2, ChildType.MARKETABLE_LIMIT)));
        assertThat(desk.fill(tick(50), quote("10.00", "10.02"), tick(10))).containsExactly("100");
    }
}
