package io.mts1b.brokers.coinbase.local;

import static io.mts1b.brokers.coinbase.local.CoinbaseSpot.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.coinbase.CoinbaseBroker;
import io.mts1b.brokers.local.FaultsTck;
import io.mts1b.brokers.local.FaultyStage;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of the line, and what stands only between Coinbase and us. */
class CoinbaseFaultsTest extends FaultsTck<CoinbaseBroker> {

    CoinbaseFaultsTest() {
        super(CoinbaseSpot.trading(), 25);
    }

    @Test
    void a_key_that_can_transfer_opens_nothing_unless_it_is_named() {
        List<String> all = List.of("view", "trade", "transfer");
        FaultyStage.good(new CoinbaseSpot(all, List.of("another")), 1, told::add);
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueMessage.LineDown.class,
                        down -> assertThat(down.reason()).contains("must not be able to move funds"));
        told.clear();
        FaultyStage.good(new CoinbaseSpot(all, List.of(CoinbaseSpot.KEY)), 1, told::add);
        assertThat(told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
    }

    @Test
    void what_coinbase_cannot_do_is_refused_before_it_is_sent() {
        FaultyStage<CoinbaseBroker> stage = good(1);
        told.clear();
        OrderType stop = new OrderType.Stop(Price.parse("120"));
        stage.broker.submit(Orders.order("o-1", PAIR, Side.BUY, 1, stop, TimeInForce.GTC));
        stage.broker.submit(Orders.order("o-2", PAIR, Side.SHORT, 1, new OrderType.Market(), TimeInForce.GTC));
        stage.broker.submit(Orders.order("o-3", PAIR, Side.BUY, 1, new OrderType.Market(), TimeInForce.DAY));
        assertThat(told)
                .extracting(message -> ((OrderReport.Rejected) message).reason())
                .containsExactly(
                        "not sent: order type must not be STOP, for Coinbase has stops with a limit only",
                        "not sent: side must be BUY or SELL, for the spot market holds no short position, was SHORT",
                        "not sent: time in force must be GTC, IOC or FOK, for the spot market has no sessions, was DAY");
        assertThat(stage.market.orders()).isEmpty();
    }

    @Test
    void all_that_coinbase_can_do_is_taken_as_it_was_meant() {
        FaultyStage<CoinbaseBroker> stage = good(1);
        OrderType.StopLimit stop = new OrderType.StopLimit(Price.parse("150"), Price.parse("151"));
        OrderType.Limit limit = new OrderType.Limit(Price.parse("50"));
        stage.broker.submit(Orders.order("o-1", PAIR, Side.BUY, 1, stop, TimeInForce.GTC));
        stage.broker.submit(Orders.order("o-2", PAIR, Side.BUY, 1, limit, TimeInForce.IOC));
        stage.broker.submit(Orders.order("o-3", PAIR, Side.BUY, 1, limit, TimeInForce.FOK));
        stage.broker.submit(Orders.order("o-4", PAIR, Side.BUY, 1, new OrderType.Market(), TimeInForce.FOK));
        stage.wait(Duration.ofSeconds(5));
        assertThat(stage.market.orders())
                .extracting(
                        order -> order.ticket().type(),
                        order -> order.ticket().time(),
                        order -> order.standing().name())
                .map(Object::toString)
                .containsExactly(
                        "(StopLimit[stop=150, limit=151], GTC, \"WORKING\")",
                        "(Limit[limit=50], IOC, \"CANCELED\")",
                        "(Limit[limit=50], FOK, \"CANCELED\")",
                        "(Market[], FOK, \"FILLED\")");
        told.clear();
        stage.broker.listOpenOrders(1);
        stage.wait(Duration.ofSeconds(1));
        assertThat(((VenueAnswer.OpenOrders) told.getFirst()).orders())
                .singleElement()
                .satisfies(order -> assertThat(order.type()).isEqualTo(stop));
    }

    @Test
    void a_key_that_coinbase_refuses_is_told_of_and_not_tried_each_second() {
        LocalVenue.Reply unauthorized = new LocalVenue.Reply(401, "text/plain", "Unauthorized");
        isTakenForARefusalOfTheKey("key_permissions", unauthorized, "key-permissions was answered with status 401: ");
        LocalVenue.Reply denied = new LocalVenue.Reply(
                403,
                "application/json",
                "{\"error\":\"PERMISSION_DENIED\",\"error_details\":\"\",\"message\":\"Missing required scopes\"}");
        isTakenForARefusalOfTheKey("key_permissions", denied, "PERMISSION_DENIED: Missing required scopes");
    }
}
