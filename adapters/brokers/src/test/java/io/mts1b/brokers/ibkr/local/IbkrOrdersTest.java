package io.mts1b.brokers.ibkr.local;

import static io.mts1b.brokers.ibkr.local.IbkrShares.ACCOUNT;
import static io.mts1b.brokers.ibkr.local.IbkrShares.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.ibkr.IbkrWarning;
import io.mts1b.brokers.ibkr.QuestionPolicy;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.Processes;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked before orders, and what is sent. */
class IbkrOrdersTest {

    private static final OrderType FAR = new OrderType.Limit(Price.parse("50"));

    private static Gateway gateway() {
        return Gateway.up(IbkrShares.trading());
    }

    @Test
    void what_the_policy_does_not_name_refuses_the_order_and_nothing_is_sent_on() {
        Set<IbkrWarning> asks =
                EnumSet.of(IbkrWarning.NO_MARKET_DATA, IbkrWarning.PRICE_LIMIT, IbkrWarning.MARKET_ORDER_RISK);
        Gateway standard = Gateway.up(new IbkrShares(ACCOUNT, true, asks, QuestionPolicy.STANDARD));
        standard.submit("o-1", FAR);
        assertThat(standard.told)
                .extracting(message -> ((OrderReport.Rejected) message).reason())
                .containsExactly("not confirmed: o163 (price-limit): Are you sure? It is about price-limit.");
        assertThat(standard.market.orders()).isEmpty();
        standard.told.clear();
        standard.submit("o-2", new OrderType.Market());
        assertThat(standard.heard(OrderReport.Accepted.class)).hasSize(1);

        Gateway more =
                Gateway.up(new IbkrShares(ACCOUNT, true, asks, QuestionPolicy.STANDARD.and(List.of("price-limit"))));
        more.submit("o-3", FAR);
        assertThat(more.market.orders()).hasSize(1);

        Gateway none = Gateway.up(new IbkrShares(ACCOUNT, true, asks, QuestionPolicy.NONE));
        none.submit("o-4", new OrderType.Limit(Price.parse("100")));
        assertThat(none.heard(OrderReport.Rejected.class)).hasSize(1);
        assertThat(none.market.orders()).isEmpty();
    }

    @Test
    void a_change_is_asked_about_as_an_order_is() {
        Gateway gateway = new Gateway(
                new IbkrShares(ACCOUNT, true, EnumSet.of(IbkrWarning.PRICE_LIMIT), QuestionPolicy.STANDARD));
        ApprovedOrder order = gateway.submit("o-1", new OrderType.Limit(Price.parse("99")));
        gateway.told.clear();
        gateway.broker.replace(Orders.sent(order), Orders.name(order, 1), Quantity.of(10), FAR);
        gateway.pass(Duration.ofSeconds(1));
        assertThat(gateway.told).singleElement().isInstanceOfSatisfying(OrderReport.ReplaceRejected.class, rejected -> {
            assertThat(rejected.reason()).startsWith("not confirmed: o163");
            assertThat(rejected.order().ours()).isEqualTo(Orders.name(order, 1).value());
        });
        assertThat(gateway.market.orders().getFirst().type()).isEqualTo(new OrderType.Limit(Price.parse("99")));
    }

    @Test
    void a_venue_that_asks_for_ever_gets_no_order() {
        Gateway gateway = gateway();
        String question = "[{\"id\":\"q\",\"message\":[\"Sure?\"],\"messageIds\":[\"o354\"]}]";
        gateway.tampered.instead.put("/orders", LocalVenue.Reply.json(question));
        gateway.tampered.instead.put("reply/", LocalVenue.Reply.json(question));
        gateway.submit("o-1", FAR);
        assertThat(gateway.told)
                .extracting(message -> ((OrderReport.Rejected) message).reason())
                .containsExactly("not confirmed: the venue asks too often");
    }

    @Test
    void a_question_that_cannot_be_answered_leaves_doubt_and_the_next_order_is_taken() {
        Gateway gateway = gateway();
        gateway.tampered.instead.put(
                "/orders",
                LocalVenue.Reply.json("[{\"id\":\"07a1 3a5a\",\"message\":[\"Sure?\"],\"messageIds\":[\"o999\"]}]"));
        gateway.submit("o-1", FAR);
        assertThat(gateway.told)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderReport.Unanswered.class,
                        doubt -> assertThat(doubt.reason()).contains("id must be 1 to 64 letters, digits, _ and -"));
        gateway.tampered.instead.clear();
        gateway.told.clear();
        gateway.submit("o-2", FAR);
        assertThat(gateway.heard(OrderReport.Accepted.class)).hasSize(1);
    }

    @Test
    void a_contract_that_cannot_be_told_from_another_is_none() {
        Gateway gateway = gateway();
        gateway.tampered.instead.put(
                "trsrv/stocks",
                LocalVenue.Reply.json(
                        "{\"AAPL\":[{\"name\":\"A\",\"contracts\":[{\"conid\":1,\"exchange\":\"NASDAQ\"}]},"
                                + "{\"name\":\"B\",\"contracts\":[{\"conid\":2,\"exchange\":\"NASDAQ\"}]}]}"));
        gateway.submit("o-1", FAR);
        assertThat(gateway.told)
                .extracting(message -> ((OrderReport.Rejected) message).reason())
                .containsExactly("not sent: the venue must have one contract on AAPL at NASDAQ, has [1, 2]");
    }

    @Test
    void what_interactive_brokers_cannot_do_is_refused_before_it_is_sent() {
        Gateway gateway = gateway();
        gateway.broker.submit(Orders.order("o-1", SHARE, Side.BUY, 1, FAR, TimeInForce.FOK));
        SubmitsOrders broker = gateway.broker;
        broker.submit(Orders.limit("o-2", InstrumentId.parse("SAP.XETR"), Side.BUY, 1, "1"));
        broker.submit(Orders.limit("o-3", InstrumentId.parse("BTC-USD.XNAS"), Side.BUY, 1, "1"));
        gateway.pass(Duration.ofSeconds(2));
        assertThat(gateway.told)
                .extracting(message -> ((OrderReport.Rejected) message).reason())
                .containsExactlyInAnyOrder(
                        "not sent: time in force must be GTC, DAY, IOC or OPG, for there is no FOK, was FOK",
                        "not sent: instrument must be listed at one of [XNAS, XNYS, ARCX, XASE, BATS, IEXG], was SAP.XETR",
                        "not sent: instrument must be a share, was BTC-USD.XNAS");
        assertThat(gateway.market.orders()).isEmpty();
    }

    @Test
    void all_that_interactive_brokers_can_do_is_taken_as_it_was_meant() {
        Gateway gateway = gateway();
        OrderType.StopLimit stop = new OrderType.StopLimit(Price.parse("150"), Price.parse("151"));
        gateway.submit("o-1", stop);
        gateway.submit("o-2", new OrderType.Stop(Price.parse("150")));
        gateway.broker.submit(Orders.order("o-3", SHARE, Side.BUY, 1, FAR, TimeInForce.IOC));
        gateway.broker.submit(Orders.order("o-4", SHARE, Side.BUY, 1, FAR, TimeInForce.DAY));
        gateway.broker.submit(Orders.order("o-5", SHARE, Side.SHORT, 1, new OrderType.Market(), TimeInForce.GTC));
        gateway.pass(Duration.ofSeconds(2));
        assertThat(gateway.market.orders())
                .extracting(
                        order -> order.ticket().type(),
                        order -> order.ticket().time(),
                        order -> order.standing().name())
                .map(Object::toString)
                .containsExactlyInAnyOrder(
                        "(StopLimit[stop=150, limit=151], GTC, \"WORKING\")",
                        "(Stop[stop=150], GTC, \"WORKING\")",
                        "(Limit[limit=50], IOC, \"CANCELED\")",
                        "(Limit[limit=50], DAY, \"WORKING\")",
                        "(Market[], GTC, \"FILLED\")");
        assertThat(gateway.answer(VenueAnswer.OpenOrders.class, () -> gateway.broker.listOpenOrders(1))
                        .orders())
                .extracting(order -> String.valueOf(order.type()))
                .containsExactlyInAnyOrder(stop.toString(), "Stop[stop=150]", "Limit[limit=50]");
        assertThat(gateway.answer(VenueAnswer.Positions.class, () -> gateway.broker.listPositions(2))
                        .quantities())
                .containsExactly(Map.entry(SHARE, Decimal.of(-1)));
    }

    /** The name is taken, and the order is not there: whoever took it may have had it filled. */
    @Test
    void a_name_that_is_taken_is_no_refusal_of_the_order() {
        Gateway gateway = gateway();
        ApprovedOrder order = gateway.submit("o-1", FAR);
        gateway.tampered.instead.put("account/orders", LocalVenue.Reply.json("{\"orders\":[],\"snapshot\":true}"));
        gateway.told.clear();
        gateway.broker.submit(order);
        gateway.pass(Duration.ofSeconds(30));
        assertThat(gateway.told)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderReport.Unanswered.class,
                        unanswered -> assertThat(unanswered.order().ours())
                                .isEqualTo(Orders.name(order, 0).value()));
        assertThat(gateway.market.orders()).hasSize(1);
    }

    @Test
    void one_request_too_many_refuses_the_order_and_nothing_is_sent_for_a_while() {
        Gateway gateway = gateway();
        gateway.tampered.instead.put("reply/", gateway.venue.busy());
        gateway.submit("o-1", FAR);
        assertThat(gateway.told)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderReport.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("Too Many Requests"));
        gateway.told.clear();
        gateway.submit("o-2", FAR);
        assertThat(gateway.told)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderReport.Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .startsWith("not sent: the limit of requests is reached for PT"));
        gateway.tampered.instead.clear();
        gateway.pass(Duration.ofSeconds(10));
        gateway.told.clear();
        gateway.submit("o-3", FAR);
        assertThat(gateway.heard(OrderReport.Accepted.class)).hasSize(1);
        assertThat(gateway.market.orders()).hasSize(1);
    }

    /** The venue stops an address and not a kind of question, and who asks on is stopped for longer. */
    @Test
    void one_question_too_many_stops_questions_of_all_kinds_and_orders_as_long_as_the_venue_stops_the_address() {
        Gateway gateway = Gateway.up(IbkrShares.trading().stopping(Duration.ofMinutes(10)));
        gateway.tampered.instead.put("account/trades", gateway.venue.busy());
        gateway.broker.listFills(1, Processes.START);
        gateway.pass(Duration.ofSeconds(1));
        assertThat(gateway.heard(VenueAnswer.NoAnswer.class)).hasSize(1);
        gateway.tampered.instead.clear();
        gateway.told.clear();
        gateway.broker.listOpenOrders(2);
        gateway.broker.listBalances(3);
        gateway.submit("o-1", FAR); // Its contract is not known yet.
        gateway.pass(Duration.ofMinutes(9));
        assertThat(gateway.told).isEmpty();
        gateway.pass(Duration.ofMinutes(1));
        assertThat(gateway.told)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactlyInAnyOrder("OpenOrders", "Balances", "Rejected");
        assertThat(gateway.heard(OrderReport.Rejected.class).getFirst().reason())
                .isEqualTo("not sent: what it takes was told later than after PT10S");
        gateway.submit("o-2", FAR);
        assertThat(gateway.market.orders()).hasSize(1);
    }

    /** An order whose question is open is called inactive, as one is that was refused. */
    @Test
    void an_order_that_is_inactive_while_its_question_is_open_is_not_refused() {
        Gateway gateway = gateway();
        ApprovedOrder order = gateway.submit("o-1", FAR);
        ApprovedOrder asked = Orders.order("o-2", SHARE, Side.BUY, 10, FAR, TimeInForce.GTC);
        gateway.told.clear();
        gateway.broker.submit(asked);
        gateway.broker.heard(inactive(asked));
        assertThat(gateway.told).isEmpty();
        gateway.pass(Duration.ofSeconds(5));
        assertThat(gateway.told)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("Accepted");
        gateway.broker.heard(inactive(order));
        assertThat(gateway.heard(OrderReport.Rejected.class))
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo("the venue says Inactive"));
    }

    private static String inactive(ApprovedOrder order) {
        return "{\"topic\":\"sor\",\"args\":[{\"acct\":\"" + ACCOUNT + "\",\"orderId\":7,\"order_ref\":\""
                + Orders.name(order, 0) + "\",\"status\":\"Inactive\",\"filledQuantity\":0}]}";
    }
}
