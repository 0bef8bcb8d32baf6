package io.mts1b.brokers.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.Approver;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.platform.json.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KrakenBrokerTest {

    private static final Instant START = KrakenStage.START;
    private static final BrokerId KRAKEN = KrakenStage.KRAKEN;
    private static final OrderType LIMIT = new OrderType.Limit(Price.parse("30000"));

    private static final class Stamp extends Approver {

        ApprovedOrder on(Order order) {
            return approve(order);
        }
    }

    private final KrakenStage stage = new KrakenStage();
    private final VirtualTime time = stage.time;
    private final LocalKraken venue = stage.venue;
    private final List<VenueMessage> told = stage.told;
    private final KrakenBroker broker = stage.broker;

    private void wait(int seconds) {
        stage.wait(seconds);
    }

    private void open() {
        broker.open();
        wait(1);
        assertThat(told).hasSize(1).first().isInstanceOf(VenueMessage.LineUp.class);
        told.clear();
    }

    private static Order order(String id, Side side, OrderType type, TimeInForce wait) {
        return Order.builder()
                .orderId(new OrderId(id))
                .idempotencyKey(new IdempotencyKey(id))
                .fund(new FundId("f"))
                .strategy(new StrategyId("s"))
                .instrument(InstrumentId.parse("BTC-USD.KRAKEN"))
                .side(side)
                .quantity(Quantity.parse("0.01"))
                .type(type)
                .timeInForce(wait)
                .broker(KRAKEN)
                .actor(new ActorId("a"))
                .createdAt(START)
                .build();
    }

    private void submit(String id) {
        broker.submit(new Stamp().on(order(id, Side.BUY, LIMIT, TimeInForce.GTC)));
    }

    private static OrderName name(String id) {
        return OrderName.of(ClientOrderId.of(new OrderId(id), 0));
    }

    private static SentOrder sent(String id, String venues) {
        OrderState state = OrderState.created(order(id, Side.BUY, LIMIT, TimeInForce.GTC));
        for (OrderEvent event : List.of(
                new OrderEvent.RiskRequested(new OrderId(id), START),
                new OrderEvent.RiskApproved(new OrderId(id), START),
                new OrderEvent.Submitted(new OrderId(id), START))) {
            state = state.apply(event);
        }
        OrderState known =
                venues.isEmpty() ? state : state.apply(new OrderEvent.Accepted(new OrderId(id), START, venues));
        return new SentOrder(known, ClientOrderId.of(new OrderId(id), 0));
    }

    private List<String> kinds() {
        return stage.kinds();
    }

    @Test
    void an_order_is_accepted_trades_in_parts_and_is_named_throughout() {
        open();
        submit("o-1");
        wait(1);
        venue.trade("O1-LOCAL", "0.004");
        venue.trade("O1-LOCAL", "0.006");
        wait(1);

        assertThat(kinds()).containsExactly("Accepted", "Traded", "Traded");
        assertThat(told)
                .allSatisfy(one -> assertThat(((OrderReport) one).order())
                        .isEqualTo(name("o-1").at("O1-LOCAL")));
        broker.listFills(7, START);
        wait(1);
        List<?> streamed = told.stream()
                .filter(OrderReport.Traded.class::isInstance)
                .map(one -> ((OrderReport.Traded) one).fill())
                .toList();
        assertThat(((VenueAnswer.Fills) told.getLast()).fills()).isEqualTo(streamed);
    }

    @Test
    void an_order_is_written_as_the_venue_wants_it() {
        open();
        submit("o-1");
        JsonNode frame = JsonNode.read(venue.frames.getLast().getBytes(StandardCharsets.UTF_8), 10_000);
        assertThat(frame.get("method").text()).isEqualTo("add_order");
        JsonNode params = frame.get("params");
        assertThat(params.members().keySet())
                .containsExactly(
                        "order_type",
                        "side",
                        "order_qty",
                        "symbol",
                        "limit_price",
                        "time_in_force",
                        "cl_ord_id",
                        "fee_preference",
                        "deadline",
                        "token");
        assertThat(params.get("order_qty").decimal()).hasToString("0.01");
        assertThat(params.get("symbol").text()).isEqualTo("BTC/USD");
        assertThat(Instant.parse(params.get("deadline").text()))
                .isEqualTo(time.instant().plusSeconds(5));
    }

    @Test
    void an_order_is_canceled_and_a_second_cancellation_is_refused() {
        open();
        submit("o-1");
        wait(1);
        broker.cancel(sent("o-1", "O1-LOCAL"));
        broker.cancel(sent("o-1", ""));
        wait(1);
        assertThat(kinds()).containsExactly("Accepted", "Canceled", "CancelRejected");
        assertThat(((OrderReport.Canceled) told.get(1)).filled()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void an_order_is_replaced_under_the_name_of_the_replacement() {
        open();
        submit("o-1");
        wait(1);
        told.clear();
        ClientOrderId next = ClientOrderId.of(new OrderId("o-1"), 1);
        OrderType better = new OrderType.Limit(Price.parse("30001"));
        broker.replace(sent("o-1", "O1-LOCAL"), next, Quantity.parse("0.02"), better);
        wait(1);
        assertThat(kinds()).containsExactly("Replaced");
        assertThat(((OrderReport) told.getFirst()).order())
                .isEqualTo(OrderName.of(next).at("O1-LOCAL"));

        told.clear();
        broker.replace(sent("o-1", "O1-LOCAL"), next, Quantity.parse("0.02"), new OrderType.Market());
        venue.commandError = "EOrder:Unknown order";
        broker.replace(sent("o-1", "O1-LOCAL"), next, Quantity.parse("0.02"), better);
        wait(1);
        assertThat(kinds()).containsExactly("ReplaceRejected", "ReplaceRejected");
        assertThat(((OrderReport.ReplaceRejected) told.getFirst()).reason())
                .isEqualTo("not sent: order type must stay LIMIT, was MARKET");
    }

    @Test
    void a_change_that_nobody_here_asked_for_has_everything_looked_at_again() {
        open();
        submit("o-1");
        wait(1);
        told.clear();
        venue.deliver("{\"channel\":\"executions\",\"type\":\"update\",\"data\":[{\"order_id\":\"O1-LOCAL\","
                + "\"exec_type\":\"amended\",\"order_qty\":5}],\"sequence\":4}");
        wait(1);
        assertThat(kinds()).containsExactly("Unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "EOrder:Insufficient funds, Rejected",
        "EAPI:Rate limit exceeded, Rejected",
        "EOrder:Rate limit exceeded, Rejected",
        "EService:Deadline elapsed, Rejected",
        "EService:Market in cancel_only mode, Rejected",
        "EService:Unavailable, Unanswered",
        "EService:Busy, Unanswered",
        "EGeneral:Internal error, Unanswered",
        "EOrder:Duplicate cl_ord_id, Unanswered"
    })
    void an_error_is_the_venues_no_or_leaves_doubt(String error, String kind) {
        open();
        venue.commandError = error;
        submit("o-1");
        wait(1);
        assertThat(kinds()).containsExactly(kind);
        assertThat(((OrderReport) told.getFirst()).order()).isEqualTo(name("o-1"));
    }

    @Test
    void what_certainly_was_not_sent_is_refused() {
        submit("o-0"); // There is no line yet.
        broker.open();
        wait(1);
        broker.submit(new Stamp().on(order("o-1", Side.SHORT, LIMIT, TimeInForce.GTC)));
        broker.submit(new Stamp().on(order("o-2", Side.BUY, LIMIT, TimeInForce.DAY)));
        for (int i = 0; i < 11; i++) {
            submit("n-" + i);
        }
        assertThat(told.stream()
                        .filter(OrderReport.Rejected.class::isInstance)
                        .map(one -> ((OrderReport.Rejected) one).reason()))
                .hasSize(4)
                .element(0)
                .isEqualTo("not sent: the line is down");
        assertThat(told.getLast()).asString().contains("not sent: the limit of orders is reached for PT10");
        wait(1);
        assertThat(venue.orders).hasSize(10);
    }

    @Test
    void silence_is_told_as_such_once_nothing_more_can_come() {
        open();
        venue.dropsAnswers = true;
        venue.dropsNews = true;
        submit("o-1");
        wait(9);
        assertThat(told).isEmpty();
        wait(2);
        assertThat(kinds()).containsExactly("Unanswered");
        broker.find(3, sent("o-1", ""));
        wait(1);
        assertThat(((VenueAnswer.Found) told.getLast()).order().name())
                .isEqualTo(name("o-1").at("O1-LOCAL"));
    }

    @Test
    void a_missing_message_brings_the_line_down_and_up_again() {
        open();
        submit("o-1");
        wait(1);
        told.clear();
        venue.dropsNews = true;
        venue.trade("O1-LOCAL", "0.004");
        venue.dropsNews = false;
        venue.trade("O1-LOCAL", "0.001");
        wait(3);
        assertThat(kinds()).containsExactly("LineDown", "LineUp");
        assertThat(told.getFirst()).asString().contains("message 4 of the stream is missing, 5 came");
        assertThat(venue.connections).isEqualTo(2);
        broker.listFills(1, START);
        wait(1);
        assertThat(((VenueAnswer.Fills) told.getLast()).fills()).hasSize(2);
    }

    @Test
    void a_stream_that_tells_no_snapshot_is_opened_again() {
        venue.dropsNews = true;
        broker.open();
        wait(9);
        assertThat(venue.connections).isEqualTo(1);
        wait(3);
        assertThat(venue.connections).isEqualTo(2);
        venue.dropsNews = false;
        wait(15);
        assertThat(venue.connections).isEqualTo(3);
        assertThat(kinds()).containsExactly("LineDown", "LineUp");
        wait(60);
        assertThat(venue.connections).isEqualTo(3);
    }

    @Test
    void a_replacement_below_what_has_traded_is_not_sent() {
        open();
        submit("o-1");
        wait(1);
        venue.trade("O1-LOCAL", "0.004");
        wait(1);
        told.clear();
        int sent = venue.frames.size();
        broker.replace(
                sent("o-1", "O1-LOCAL"), ClientOrderId.of(new OrderId("o-1"), 1), Quantity.parse("0.004"), LIMIT);
        assertThat(venue.frames).hasSize(sent);
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderReport.ReplaceRejected.class,
                        rejected -> assertThat(rejected.reason())
                                .isEqualTo(
                                        "not sent: quantity must be more than has traded, which is 0.004, was 0.004"));
    }

    @Test
    void a_doubled_message_is_heard_once() {
        open();
        venue.doublesNews = true;
        submit("o-1");
        wait(1);
        venue.trade("O1-LOCAL", "0.004");
        wait(1);
        assertThat(kinds()).containsExactly("Accepted", "Traded");
    }

    @Test
    void fills_while_the_line_was_down_are_in_the_list_page_by_page() {
        open();
        submit("o-1");
        wait(1);
        submit("o-2");
        venue.disconnect();
        for (int i = 0; i < 7; i++) {
            venue.trade("O1-LOCAL", "0.001");
        }
        venue.pageSize = 3;
        told.clear();
        wait(3);
        assertThat(kinds()).containsExactly("LineDown", "Unanswered", "LineUp");
        broker.listFills(9, START);
        wait(1);
        assertThat(((VenueAnswer.Fills) told.getLast()).fills()).hasSize(7);
        venue.pageSize = 0; // It counts seven and tells none.
        broker.listFills(10, START);
        wait(1);
        assertThat(told.getLast()).asString().contains("TradesHistory tells 0 of 7 fills");
    }

    @Test
    void orders_are_found_open_or_ended_or_not_at_all() {
        open();
        submit("o-1");
        wait(1);
        broker.cancel(sent("o-1", "O1-LOCAL"));
        wait(1);
        told.clear();
        broker.find(1, sent("o-1", "O1-LOCAL"));
        broker.find(2, sent("o-1", ""));
        broker.find(3, sent("o-9", ""));
        broker.listOpenOrders(4);
        broker.listBalances(5);
        wait(2);
        assertThat(kinds()).containsExactlyInAnyOrder("Found", "Found", "NotFound", "OpenOrders", "Balances");
        assertThat(told.stream()
                        .filter(VenueAnswer.Found.class::isInstance)
                        .map(one -> ((VenueAnswer.Found) one).order().standing()))
                .containsOnly(Standing.CANCELED);
        venue.restError = "EOrder:Unknown order";
        broker.find(6, sent("o-1", "O1-LOCAL"));
        wait(1);
        assertThat(told.getLast()).isInstanceOf(VenueAnswer.NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({"EAPI:Rate limit exceeded, 200", "EAPI:Invalid nonce, 200", "EGeneral:Permission denied, 200", "x, 503"
    })
    void an_error_of_the_line_is_no_answer(String error, int status) {
        open();
        venue.restError = error;
        venue.status = status;
        broker.find(1, sent("o-1", "O1-LOCAL"));
        broker.listOpenOrders(2);
        wait(60);
        assertThat(kinds()).containsExactly("NoAnswer", "NoAnswer");
    }

    @Test
    void an_unreadable_message_is_told_and_nothing_else_of_it() {
        open();
        venue.deliver(
                "{\"channel\":\"executions\",\"type\":\"update\",\"data\":[{\"exec_type\":\"new\",\"order_id\":\"O1\","
                        + "\"timestamp\":\"2026-05-05T10:00:00Z\"},{\"exec_type\":\"odd\",\"order_id\":\"O2\"}],\"sequence\":2}");
        wait(1);
        assertThat(kinds()).containsExactly("Unreadable");
    }

    @Test
    void nothing_is_asked_for_a_while_after_too_many_requests() {
        open();
        venue.status = 429;
        broker.listOpenOrders(1);
        broker.listBalances(2);
        wait(14);
        assertThat(kinds()).containsExactly("NoAnswer");
        venue.status = 200;
        wait(2);
        assertThat(kinds()).containsExactly("NoAnswer", "Balances");
    }
}
