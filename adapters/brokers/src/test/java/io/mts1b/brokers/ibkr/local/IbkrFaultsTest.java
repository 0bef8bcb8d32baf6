package io.mts1b.brokers.ibkr.local;

import static io.mts1b.brokers.ibkr.local.IbkrShares.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.ibkr.IbkrBroker;
import io.mts1b.brokers.ibkr.QuestionPolicy;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.FaultsTck;
import io.mts1b.brokers.local.FaultyStage;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.Processes;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What holds of the line, and what stands only between Interactive Brokers and us. */
class IbkrFaultsTest extends FaultsTck<IbkrBroker> {

    private static final Faults BAD = new Faults(
            new Lies(0.05, 0.05, 0.05, 0.1, Duration.ofMillis(1), Duration.ofMillis(200), Duration.ofDays(7)),
            0.01,
            0.02);
    private static final OrderType FAR = new OrderType.Limit(Price.parse("50"));

    IbkrFaultsTest() {
        super(IbkrShares.trading(), 25);
    }

    private static Gateway gateway() {
        return Gateway.up(IbkrShares.trading());
    }

    /** An order in doubt: taken, and the answer lost. The way out is to ask. */
    @Test
    void an_order_whose_answer_is_lost_is_in_doubt_until_it_is_found() {
        Gateway gateway = gateway();
        gateway.tampered.afterwards.put("reply/", new LocalVenue.Reply(503, "text/html", "Service Unavailable"));
        ApprovedOrder order = gateway.submit("o-1", FAR);
        assertThat(gateway.heard(OrderReport.Unanswered.class)).hasSize(1);
        assertThat(gateway.heard(OrderReport.Rejected.class)).isEmpty();
        assertThat(gateway.answer(VenueAnswer.Found.class, () -> gateway.broker.find(1, Orders.sent(order)))
                        .order()
                        .standing())
                .isEqualTo(Standing.WORKING);
    }

    /** What never arrived is not said to be unknown while it may still arrive. */
    @Test
    void an_order_that_may_still_be_taken_is_not_unknown() {
        Gateway gateway = Gateway.up(new IbkrShares(
                IbkrShares.ACCOUNT,
                true,
                Set.of(),
                QuestionPolicy.NONE,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                _ -> {}));
        gateway.tampered.instead.put("/orders", new LocalVenue.Reply(502, "text/html", "Bad Gateway"));
        ApprovedOrder order = Orders.order("o-1", SHARE, Side.BUY, 10, FAR, TimeInForce.GTC);
        gateway.broker.submit(order);
        gateway.pass(Duration.ofMillis(50));
        gateway.tampered.instead.clear();
        gateway.told.clear();
        gateway.broker.find(1, Orders.sent(order));
        gateway.pass(Duration.ofMillis(100));
        assertThat(gateway.told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueAnswer.NoAnswer.class,
                        none -> assertThat(none.reason()).isEqualTo("what was sent may still be taken"));
        gateway.pass(Duration.ofMinutes(1));
        assertThat(gateway.answer(VenueAnswer.NotFound.class, () -> gateway.broker.find(2, Orders.sent(order))))
                .isNotNull();
    }

    @Test
    void questions_for_orders_that_wait_together_are_answered_by_one_list() {
        Gateway gateway = gateway();
        gateway.submit("o-1", FAR);
        gateway.told.clear();
        gateway.broker.listOpenOrders(1);
        gateway.broker.listOpenOrders(2);
        gateway.broker.listOpenOrders(3);
        gateway.pass(Duration.ofSeconds(5));
        assertThat(gateway.heard(VenueAnswer.OpenOrders.class))
                .extracting(VenueAnswer::request)
                .containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void an_order_of_an_earlier_session_is_found_by_what_it_has_traded() {
        Gateway gateway = gateway();
        ApprovedOrder whole = gateway.submit("o-1", new OrderType.Market());
        ApprovedOrder canceled = gateway.submit("o-2", FAR);
        gateway.broker.cancel(Orders.sent(canceled));
        gateway.pass(Duration.ofSeconds(1));
        gateway.venue.endSession();
        gateway.pass(Duration.ofMinutes(1));
        assertThat(gateway.answer(VenueAnswer.Found.class, () -> gateway.broker.find(1, Orders.sent(whole)))
                        .order()
                        .standing())
                .isEqualTo(Standing.FILLED);
        // It was taken and is told no more, and how it ended is nothing to guess.
        assertThat(gateway.answer(VenueAnswer.NoAnswer.class, () -> gateway.broker.find(2, Orders.sent(canceled)))
                        .reason())
                .isEqualTo(
                        "the venue tells no orders that ended in an earlier session; 0 of 10 has traded within a week, "
                                + "the account's statement says the rest");
        ApprovedOrder never = Orders.order("o-3", SHARE, Side.BUY, 10, FAR, TimeInForce.GTC);
        assertThat(gateway.answer(VenueAnswer.NotFound.class, () -> gateway.broker.find(3, Orders.sent(never))))
                .isNotNull();
        gateway.pass(Duration.ofDays(8));
        assertThat(gateway.answer(VenueAnswer.NoAnswer.class, () -> gateway.broker.find(4, Orders.sent(never))))
                .isNotNull();
    }

    /** Pages of a list that changes while it is read may tell something twice; added up, it would be held twice. */
    @Test
    void a_position_on_two_pages_is_no_answer() {
        Gateway gateway = gateway();
        gateway.submit("o-1", new OrderType.Market());
        gateway.tampered.instead.put("positions/1", new LocalVenue.Reply(200, "application/json", """
                        [{"acctId":"DU1234567","conid":265598,"position":10,"assetClass":"STK","ticker":"AAPL",
                          "listingExchange":"NASDAQ"}]"""));
        assertThat(gateway.answer(VenueAnswer.NoAnswer.class, () -> gateway.broker.listPositions(1))
                        .reason())
                .isEqualTo("positions moved from page to page");
        gateway.tampered.instead.clear();
        assertThat(gateway.answer(VenueAnswer.Positions.class, () -> gateway.broker.listPositions(2))
                        .quantities())
                .isEqualTo(gateway.market.positions())
                .isNotEmpty();
    }

    @Test
    void fills_are_told_of_a_week_and_the_answer_says_so() {
        Gateway gateway = gateway();
        gateway.submit("o-1", new OrderType.Market());
        gateway.pass(Duration.ofDays(8));
        gateway.submit("o-2", new OrderType.Market());
        VenueAnswer.Fills fills =
                gateway.answer(VenueAnswer.Fills.class, () -> gateway.broker.listFills(1, Instant.EPOCH));
        assertThat(fills.from()).isAfter(Processes.START.plus(Duration.ofDays(1)));
        assertThat(fills.fills()).allMatch(fill -> !fill.at().isBefore(fills.from()));
        assertThat(fills.fills().stream().map(VenueFill::quantity).reduce(Quantity.ZERO, Quantity::plus))
                .isEqualTo(Quantity.of(10));
    }

    @Test
    void a_list_that_is_not_whole_is_asked_for_again_and_never_taken_for_one() {
        Gateway gateway = gateway();
        gateway.submit("o-1", FAR);
        String first = "{\"orders\":[],\"snapshot\":false}";
        gateway.tampered.instead.put("account/orders", LocalVenue.Reply.json(first));
        gateway.told.clear();
        gateway.broker.listOpenOrders(1);
        gateway.pass(Duration.ofMillis(1_500));
        assertThat(gateway.told).isEmpty();
        gateway.tampered.instead.clear();
        gateway.pass(Duration.ofSeconds(5));
        assertThat(gateway.told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueAnswer.OpenOrders.class,
                        open -> assertThat(open.orders()).hasSize(1));
        gateway.tampered.instead.put("account/orders", LocalVenue.Reply.json(first));
        assertThat(gateway.answer(VenueAnswer.NoAnswer.class, () -> gateway.broker.listOpenOrders(2))
                        .reason())
                .isEqualTo("the list of orders does not become whole");
    }

    /** What ended in an earlier session cannot be found any more, but by its fills; all else is learned. */
    @Test
    void whatever_is_told_is_true_and_all_is_learned_when_sessions_end_and_are_taken_too() {
        int[] lost = new int[1];
        ForAll.cases(40, random -> {
            told.clear();
            AtomicReference<IbkrVenue> made = new AtomicReference<>();
            FaultyStage<IbkrBroker> stage =
                    new FaultyStage<>(IbkrShares.trading().shared(made::set), random, BAD, told::add);
            IbkrVenue venue = Objects.requireNonNull(made.get());
            stage.broker.open();
            for (int i = 0; i < 200; i++) {
                stage.play.act(random, stage.link::disconnect);
                switch (random.nextInt(60)) {
                    case 0, 1, 2 -> venue.endSession();
                    case 3 -> venue.compete(true);
                    case 4, 5, 6 -> venue.compete(false);
                    case 7 -> venue.sign(false);
                    case 8, 9, 10 -> venue.sign(true);
                    default -> stage.wait(Duration.ofMillis(random.nextInt(800)));
                }
            }
            stage.wait(Duration.ofMinutes(2));
            stage.play.areTrue(told);
            lost[0] += (int) told.stream()
                    .filter(VenueMessage.LineDown.class::isInstance)
                    .count();
            venue.compete(false);
            venue.sign(true);
            stage.line.behave(Faults.NONE);
            stage.wait(Duration.ofMinutes(5));
            told.clear();
            stage.broker.listOpenOrders(1);
            stage.broker.listFills(2, Instant.EPOCH);
            stage.broker.listPositions(3);
            stage.wait(Duration.ofMinutes(1));
            assertThat(only(VenueAnswer.OpenOrders.class).orders())
                    .extracting(order -> String.valueOf(order.name().venues()))
                    .containsExactlyInAnyOrderElementsOf(stage.market.orders().stream()
                            .filter(LocalOrder::isWorking)
                            .map(IbkrWords::order)
                            .toList());
            assertThat(only(VenueAnswer.Fills.class).fills())
                    .extracting(fill -> fill.fillId().value())
                    .containsExactlyElementsOf(
                            stage.market.fills().stream().map(IbkrWords::fill).toList());
            assertThat(only(VenueAnswer.Positions.class).quantities()).isEqualTo(stage.market.positions());
        });
        assertThat(lost[0]).as("lines that were lost").isGreaterThan(120);
    }

    private <T extends VenueMessage> T only(Class<T> kind) {
        List<T> all = told.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(all).as(told.toString()).hasSize(1);
        return all.getFirst();
    }
}
