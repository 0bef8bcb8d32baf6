package io.mts1b.brokers.alpaca.local;

import static io.mts1b.brokers.Orders.name;
import static io.mts1b.brokers.Orders.sent;
import static io.mts1b.brokers.alpaca.local.AlpacaShares.PAIR;
import static io.mts1b.brokers.alpaca.local.AlpacaShares.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.alpaca.AlpacaBroker;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.FaultsTck;
import io.mts1b.brokers.local.FaultyStage;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of the line, and what stands only between Alpaca and us. */
class AlpacaFaultsTest extends FaultsTck<AlpacaBroker> {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Faults NOTHING_ARRIVES =
            new Faults(new Lies(1, 0, 0, 0, Duration.ofMillis(1), Duration.ZERO, Duration.ofDays(1)), 0, 0);

    AlpacaFaultsTest() {
        super(AlpacaShares.trading(), 50);
    }

    private static OrderType.Limit limit(String price) {
        return new OrderType.Limit(Price.parse(price));
    }

    private <T extends VenueMessage> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private ApprovedOrder submitted(FaultyStage<AlpacaBroker> stage, String price) {
        ApprovedOrder order = Orders.limit("o-1", SHARE, Side.BUY, 1_000, price);
        stage.broker.submit(order);
        stage.wait(SECOND);
        return order;
    }

    private VenueOrder found(FaultyStage<AlpacaBroker> stage, AlpacaBroker broker, ApprovedOrder order) {
        told.clear();
        broker.find(1, sent(order));
        stage.wait(SECOND);
        return ((VenueAnswer.Found) told.getLast()).order();
    }

    @Test
    void replacements_are_other_orders_and_every_name_leads_to_the_last() {
        FaultyStage<AlpacaBroker> stage = good(1);
        ApprovedOrder order = submitted(stage, "50");
        stage.broker.replace(sent(order), name(order, 1), Quantity.of(20), limit("51"));
        stage.wait(SECOND);
        stage.broker.replace(sent(order, 1), name(order, 2), Quantity.of(30), limit("52"));
        stage.wait(SECOND);

        assertThat(told(OrderReport.Accepted.class)).hasSize(1);
        String first = told(OrderReport.Accepted.class).getFirst().order().venues();
        assertThat(told(OrderReport.Replaced.class))
                .extracting(
                        replaced -> replaced.order().ours(),
                        OrderReport.Replaced::quantity,
                        OrderReport.Replaced::orderType)
                .map(Object::toString)
                .containsExactly(
                        "(\"" + name(order, 1) + "\", 20, Limit[limit=51])",
                        "(\"" + name(order, 2) + "\", 30, Limit[limit=52])");
        String last = told(OrderReport.Replaced.class).getLast().order().venues();
        assertThat(last).isNotEqualTo(first);

        AlpacaBroker again = stage.again();
        stage.link.disconnect();
        stage.wait(Duration.ofSeconds(5));
        VenueOrder now = found(stage, again, order);
        assertThat(now.name().venues()).isEqualTo(last);
        assertThat(now.name().ours()).isEqualTo(name(order, 2).value());
        assertThat(now.ordered()).isEqualTo(Quantity.of(30));
        again.cancel(sent(order, String.valueOf(first)));
        stage.wait(SECOND);
        assertThat(told(OrderReport.Canceled.class)).singleElement().satisfies(canceled -> {
            assertThat(canceled.order().venues()).isEqualTo(last);
            assertThat(canceled.filled()).isEqualTo(Quantity.ZERO);
        });
    }

    /** Alpaca counts both orders by themselves; that it replaced one that had traded shows in all that is told. */
    @Test
    void what_trades_while_a_replacement_is_on_its_way_counts_for_the_order_before() {
        FaultyStage<AlpacaBroker> stage = good(3);
        ApprovedOrder order = submitted(stage, "99.95");
        stage.broker.replace(sent(order), name(order, 1), Quantity.of(20), limit("40"));
        LocalOrder truth = stage.market.orders().getFirst();
        while (truth.filled().isZero()) {
            stage.market.move();
        }
        assertThat(truth.isWorking()).isTrue();
        Quantity early = truth.filled();
        stage.wait(SECOND);

        assertThat(told(OrderReport.Replaced.class))
                .singleElement()
                .satisfies(replaced -> assertThat(replaced.quantity()).isEqualTo(early.plus(Quantity.of(20))));
        VenueOrder now = found(stage, stage.again(), order);
        assertThat(now.ordered()).isEqualTo(early.plus(Quantity.of(20)));
        assertThat(now.filled()).isEqualTo(early);
        assertThat(now.averagePrice()).isNull();
        assertThat(now.standing()).isEqualTo(VenueOrder.Standing.WORKING);
    }

    @Test
    void an_order_that_is_known_to_have_traded_is_not_replaced() {
        FaultyStage<AlpacaBroker> stage = good(3);
        ApprovedOrder order = submitted(stage, "99.95");
        LocalOrder truth = stage.market.orders().getFirst();
        while (truth.filled().isZero()) {
            stage.market.move();
        }
        stage.wait(SECOND);
        stage.broker.replace(sent(order), name(order, 1), Quantity.of(20), limit("40"));
        stage.wait(SECOND);
        assertThat(told(OrderReport.ReplaceRejected.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason())
                        .isEqualTo("not sent: an order that has traded must be canceled and sent anew, for Alpaca does "
                                + "not say what a replacement counts; it has traded " + truth.filled()));
        assertThat(truth.type()).isEqualTo(limit("99.95"));
    }

    /** A frame as the stream sends it, about the order that was submitted first. */
    private static String event(String event, LocalOrder order, String id, String name, String more) {
        return "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"" + event
                + "\",\"timestamp\":\"2026-05-05T11:00:00Z\",\"order\":{\"id\":\"" + id + "\",\"client_order_id\":\""
                + name + "\",\"created_at\":\"2026-05-05T10:00:00Z\",\"symbol\":\"AAPL\",\"qty\":\"" + order.quantity()
                + "\",\"filled_qty\":\"" + order.filled()
                + "\",\"side\":\"buy\",\"type\":\"limit\",\"limit_price\":\"50\","
                + "\"status\":\"new\"" + more + "}}}";
    }

    @Test
    void a_replacement_that_is_refused_late_is_told_whichever_order_the_venue_names() {
        for (String word : List.of("order_replace_rejected", "rejected")) {
            told.clear();
            FaultyStage<AlpacaBroker> stage = good(1);
            ApprovedOrder order = submitted(stage, "50");
            String id = String.valueOf(
                    told(OrderReport.Accepted.class).getFirst().order().venues());
            stage.line.behave(NOTHING_ARRIVES);
            stage.broker.replace(sent(order), name(order, 1), Quantity.of(20), limit("51"));
            stage.wait(SECOND);
            assertThat(told(OrderReport.Unanswered.class)).hasSize(1);
            LocalOrder truth = stage.market.orders().getFirst();
            String frame = word.equals("rejected")
                    ? event(word, truth, "o-2", name(order, 1).value(), ",\"replaces\":\"" + id + "\"")
                    : event(word, truth, id, name(order, 0).value(), "");
            stage.broker.heard(frame);
            stage.broker.heard(frame);
            assertThat(told(OrderReport.ReplaceRejected.class))
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.order().ours())
                            .isEqualTo(name(order, 1).value()));
            assertThat(told(OrderReport.Rejected.class)).isEmpty();
        }
    }

    @Test
    void ends_are_told_once_and_what_others_did_or_cannot_be_read_is_looked_at() {
        FaultyStage<AlpacaBroker> stage = good(1);
        ApprovedOrder order = submitted(stage, "50");
        LocalOrder truth = stage.market.orders().getFirst();
        String ours = name(order, 0).value();
        told.clear();
        for (String word : List.of("pending_cancel", "done_for_day", "order_cancel_rejected", "expired", "expired")) {
            stage.broker.heard(event(word, truth, "o-7", ours, ""));
        }
        stage.broker.heard(event("replaced", truth, "o-8", "theirs", ",\"replaced_by\":\"o-9\""));
        stage.broker.heard(event("rejected", truth, "o-10", "c-10", ""));
        stage.broker.heard(event("trade_bust", truth, "o-7", ours, ""));
        stage.broker.heard("{\"stream\":\"weather\",\"data\":{}}");
        assertThat(told)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("CancelRejected", "Expired", "Unreadable", "Rejected", "Unreadable", "Unreadable");
    }

    @Test
    void a_stream_that_does_not_know_the_key_or_tells_of_nothing_is_no_line() {
        for (String frame : List.of(
                "{\"stream\":\"authorization\",\"data\":{\"status\":\"unauthorized\",\"action\":\"listen\"}}",
                "{\"stream\":\"listening\",\"data\":{\"streams\":[]}}",
                "{\"stream\":\"listening\",\"data\":{\"error\":\"no\"}}")) {
            FaultyStage<AlpacaBroker> stage = good(1);
            told.clear();
            stage.broker.heard(frame);
            assertThat(told).singleElement().isInstanceOf(VenueMessage.LineDown.class);
            stage.wait(Duration.ofSeconds(5)); // It is opened again.
            assertThat(told).last().isInstanceOf(VenueMessage.LineUp.class);
        }
    }

    @Test
    void a_stream_that_never_knew_the_key_is_tried_again_after_a_minute() {
        FaultyStage<AlpacaBroker> stage = good(1);
        stage.link.disconnect();
        told.clear();
        stage.broker.heard(
                "{\"stream\":\"authorization\",\"data\":{\"status\":\"unauthorized\",\"action\":\"authenticate\"}}");
        stage.wait(Duration.ofSeconds(59));
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueMessage.LineDown.class,
                        down -> assertThat(down.reason()).isEqualTo("the stream does not know the key"));
        stage.wait(Duration.ofSeconds(10));
        assertThat(told).last().isInstanceOf(VenueMessage.LineUp.class);
    }

    @Test
    void who_asks_too_often_waits_as_long_as_the_venue_says() {
        FaultyStage<AlpacaBroker> stage = good(1);
        told.clear();
        stage.line.behave(new Faults(Lies.NONE, 0, 1));
        ApprovedOrder order = submitted(stage, "50");
        stage.line.behave(Faults.NONE);
        stage.broker.submit(order);
        assertThat(told(OrderReport.Rejected.class))
                .extracting(OrderReport.Rejected::reason)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("42910000: rate limit exceeded"),
                        second -> assertThat(second).startsWith("not sent: the limit of requests is reached for PT"));
        stage.wait(Duration.ofSeconds(2));
        stage.broker.submit(order);
        stage.wait(SECOND);
        assertThat(told(OrderReport.Accepted.class)).hasSize(1);
    }

    @Test
    void an_account_that_lets_funds_out_opens_nothing_unless_its_key_is_named() {
        List<String> all = List.of("trade", "transfer");
        FaultyStage.good(new AlpacaShares(all, List.of("another")), 1, told::add);
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueMessage.LineDown.class,
                        down -> assertThat(down.reason())
                                .isEqualTo(
                                        "key 'LOCALKEY' must not be able to move funds, or be allowed to by its name; "
                                                + "Alpaca does not say what a key may do, and its account does not block "
                                                + "transfers"));
        told.clear();
        FaultyStage.good(new AlpacaShares(all, List.of(AlpacaShares.KEY)), 1, told::add);
        assertThat(told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
    }

    @Test
    void what_alpaca_cannot_do_is_refused_before_it_is_sent() {
        FaultyStage<AlpacaBroker> stage = good(1);
        told.clear();
        OrderType market = new OrderType.Market();
        OrderType stop = new OrderType.Stop(Price.parse("120"));
        Quantity half = Quantity.parse("0.5");
        List<ApprovedOrder> orders = List.of(
                Orders.order("o-1", PAIR, Side.SHORT, 1, market, TimeInForce.GTC),
                Orders.order("o-2", PAIR, Side.BUY, 1, market, TimeInForce.DAY),
                Orders.order("o-3", PAIR, Side.BUY, 1, stop, TimeInForce.GTC),
                Orders.order("o-4", SHARE, Side.BUY, half, market, TimeInForce.GTC),
                Orders.order("o-5", SHARE, Side.SHORT, half, market, TimeInForce.DAY),
                Orders.order("o-6", SHARE, Side.BUY, 1, stop, TimeInForce.IOC),
                Orders.limit("o-7", InstrumentId.parse("BTC-USDC.ALPACA"), Side.BUY, 1, "1"),
                Orders.limit("o-8", InstrumentId.parse("AAPL-20240517-172.5-C.ALPACA"), Side.BUY, 1, "1"),
                Orders.limit("o-9", InstrumentId.parse("AAPL.XNAS"), Side.BUY, 1, "1"));
        orders.forEach(stage.broker::submit);
        assertThat(told)
                .extracting(message -> ((OrderReport.Rejected) message).reason())
                .containsExactly(
                        "not sent: side must be BUY or SELL, for nobody lends crypto assets there, was SHORT",
                        "not sent: time in force of a crypto asset must be GTC or IOC, was DAY",
                        "not sent: order type of a crypto asset must not be STOP, for Alpaca has stops with a limit only",
                        "not sent: time in force of a fraction of a share must be DAY, was GTC of 0.5",
                        "not sent: side of a fraction of a share must be BUY or SELL, was SHORT",
                        "not sent: time in force of a stop must be DAY or GTC, was IOC",
                        "not sent: instrument must be a share, or a crypto asset for dollars, was BTC-USDC.ALPACA",
                        "not sent: instrument must be a share, or a crypto asset for dollars, was "
                                + "AAPL-20240517-172.5-C.ALPACA",
                        "not sent: instrument must be at ALPACA, was AAPL.XNAS");
        assertThat(stage.market.orders()).isEmpty();
    }

    @Test
    void all_that_alpaca_can_do_is_taken_as_it_was_meant() {
        FaultyStage<AlpacaBroker> stage = good(1);
        OrderType market = new OrderType.Market();
        OrderType.StopLimit both = new OrderType.StopLimit(Price.parse("150"), Price.parse("151"));
        OrderType.Stop stop = new OrderType.Stop(Price.parse("150"));
        OrderType nearby = new OrderType.MarketableLimit(Price.parse("50"));
        List<ApprovedOrder> orders = List.of(
                Orders.order("o-1", SHARE, Side.BUY, 1, both, TimeInForce.GTC),
                Orders.order("o-2", SHARE, Side.BUY, 1, stop, TimeInForce.DAY),
                Orders.order("o-3", SHARE, Side.BUY, 1, limit("50"), TimeInForce.IOC),
                Orders.order("o-4", SHARE, Side.BUY, 1, nearby, TimeInForce.FOK),
                Orders.order("o-5", SHARE, Side.SHORT, 3, market, TimeInForce.DAY),
                Orders.order("o-6", SHARE, Side.COVER, 1, market, TimeInForce.DAY),
                Orders.order("o-7", SHARE, Side.SELL, 1, market, TimeInForce.DAY),
                Orders.order("o-8", PAIR, Side.BUY, 2, market, TimeInForce.IOC));
        orders.forEach(stage.broker::submit);
        stage.wait(Duration.ofSeconds(5));
        assertThat(stage.market.orders())
                .extracting(
                        order -> order.ticket().buys(),
                        order -> order.ticket().type(),
                        order -> order.ticket().time(),
                        order -> order.standing().name())
                .map(Object::toString)
                .containsExactly(
                        "(true, StopLimit[stop=150, limit=151], GTC, \"WORKING\")",
                        "(true, Stop[stop=150], DAY, \"WORKING\")",
                        "(true, Limit[limit=50], IOC, \"CANCELED\")",
                        "(true, Limit[limit=50], FOK, \"CANCELED\")",
                        "(false, Market[], DAY, \"FILLED\")",
                        "(true, Market[], DAY, \"FILLED\")",
                        "(true, Market[], IOC, \"FILLED\")");
        assertThat(told(OrderReport.Rejected.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason())
                        .isEqualTo("40310000: insufficient qty available for order (requested: 1, available: -2)"));
        told.clear();
        stage.broker.listPositions(1);
        stage.broker.listOpenOrders(2);
        stage.wait(SECOND);
        assertThat(told(VenueAnswer.Positions.class).getFirst().quantities())
                .hasToString("{AAPL.ALPACA=-2, BTC-USD.ALPACA=2}");
        assertThat(told(VenueAnswer.OpenOrders.class).getFirst().orders())
                .extracting(VenueOrder::type)
                .containsExactly(both, stop);
    }

    @Test
    void a_list_of_many_orders_is_whole_or_none() {
        FaultyStage<AlpacaBroker> stage = good(1);
        for (int i = 0; i < 1_100; i++) {
            stage.broker.submit(Orders.limit("o-" + i, SHARE, Side.BUY, 1, "50"));
            if (i % 100 == 0) {
                stage.wait(SECOND);
            }
        }
        stage.wait(SECOND);
        told.clear();
        stage.broker.listOpenOrders(1);
        stage.wait(Duration.ofSeconds(5));
        assertThat(told(VenueAnswer.OpenOrders.class).getFirst().orders()).hasSize(1_100);

        for (int i = 0; i < 600; i++) { // More at one moment than a page holds.
            stage.broker.submit(Orders.limit("p-" + i, SHARE, Side.BUY, 1, "50"));
        }
        stage.wait(SECOND);
        told.clear();
        stage.broker.listOpenOrders(2);
        stage.wait(Duration.ofSeconds(5));
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueAnswer.NoAnswer.class,
                        none -> assertThat(none.reason()).isEqualTo("the next page begins where this one did"));
    }

    @Test
    void a_key_that_alpaca_refuses_is_told_of_and_not_tried_each_second() {
        LocalVenue.Reply forbidden = new LocalVenue.Reply(403, "application/json", "{\"message\": \"forbidden.\"}");
        isTakenForARefusalOfTheKey(
                "v2/account", forbidden, "account was answered with status 403: currency is required");
        LocalVenue.Reply unauthorized = new LocalVenue.Reply(
                401, "application/json", "{\"code\":40110000,\"message\":\"request is not authorized\"}");
        isTakenForARefusalOfTheKey("v2/account", unauthorized, "40110000: request is not authorized");
    }
}
