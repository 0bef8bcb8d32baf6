package io.mts1b.brokers.ibkr.local;

import static io.mts1b.brokers.ibkr.local.IbkrShares.ACCOUNT;
import static io.mts1b.brokers.ibkr.local.IbkrShares.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.ibkr.IbkrBroker;
import io.mts1b.brokers.ibkr.QuestionPolicy;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The session with the brokerage, and what the stream tells of it and of orders. */
class IbkrLineTest {

    private static final OrderType FAR = new OrderType.Limit(Price.parse("50"));

    private static Gateway gateway() {
        return Gateway.up(IbkrShares.trading());
    }

    /**
     * LEAN, Interactive Brokers #249: fills that were told while the line was being lost were dropped because "not
     * connected", and nobody asked for them afterwards.
     *
     * <p>Naive: what is heard while the line is down is ignored, and after the reset the stream goes on from now; the position
     * stays without what has traded, for good.
     */
    @Test
    void lean_ib_249_fills_around_the_daily_reset_are_all_told_or_learned_by_asking() {
        Gateway gateway = gateway();
        ApprovedOrder order = gateway.submit("o-1", new OrderType.Limit(Price.parse("99.90")));
        assertThat(gateway.market.fills()).isEmpty();
        gateway.told.clear();
        gateway.venue.endSession();
        for (int i = 0; gateway.market.fills().isEmpty() && i < 1_000; i++) {
            gateway.market.move(); // The session is gone, and the exchange is not.
        }
        gateway.pass(Duration.ofMinutes(1));
        assertThat(gateway.told)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("LineDown", "LineUp");
        assertThat(((VenueMessage.LineDown) gateway.told.getFirst()).reason())
                .isEqualTo("the session with the brokerage is lost");

        List<VenueFill> fills = gateway.answer(
                        VenueAnswer.Fills.class, () -> gateway.broker.listFills(1, Instant.EPOCH))
                .fills();
        assertThat(fills)
                .extracting(VenueFill::fillId)
                .containsExactlyElementsOf(gateway.market.fills().stream()
                        .map(IbkrWords::fill)
                        .map(FillId::new)
                        .toList())
                .isNotEmpty();
        assertThat(fills)
                .allMatch(fill ->
                        Orders.name(order, 0).value().equals(fill.order().ours()));
        assertThat(gateway.answer(VenueAnswer.Positions.class, () -> gateway.broker.listPositions(2))
                        .quantities())
                .isEqualTo(gateway.market.positions());
    }

    /** The other half of the same: a fill that comes over the stream after it has said that the session is lost. */
    @Test
    void lean_ib_249_a_fill_that_comes_after_the_line_is_down_is_told() {
        Gateway gateway = gateway();
        ApprovedOrder order = gateway.submit("o-1", FAR);
        gateway.told.clear();
        gateway.broker.heard("{\"topic\":\"sts\",\"args\":{\"authenticated\":false}}");
        gateway.broker.heard(
                "{\"topic\":\"str\",\"args\":[{\"execution_id\":\"00.01.01\",\"symbol\":\"AAPL\",\"side\":\"B\","
                        + "\"trade_time_r\":1715002200000,\"size\":4,\"price\":\"50\",\"order_ref\":\""
                        + Orders.name(order, 0)
                        + "\",\"commission\":\"1\",\"account\":\"" + ACCOUNT + "\",\"sec_type\":\"STK\","
                        + "\"listing_exchange\":\"NASDAQ.NMS\"}]}");
        assertThat(gateway.told)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("LineDown", "Traded");
    }

    @Test
    void the_session_is_never_taken_from_who_has_it_and_begun_again_when_it_is_free() {
        Gateway gateway = gateway();
        gateway.venue.compete(true);
        gateway.pass(Duration.ofMinutes(10));
        assertThat(gateway.told)
                .allMatch(VenueMessage.LineDown.class::isInstance)
                .hasSizeBetween(1, 2);
        assertThat(((VenueMessage.LineDown) gateway.told.getLast()).reason())
                .isEqualTo("another program of the user has the session with the brokerage");
        gateway.told.clear();
        gateway.venue.compete(false);
        gateway.pass(Duration.ofMinutes(1));
        assertThat(gateway.told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
    }

    @Test
    void who_is_signed_out_waits_for_a_person_and_says_so_once() {
        Gateway gateway = gateway();
        gateway.venue.sign(false);
        gateway.pass(Duration.ofHours(1));
        assertThat(gateway.told)
                .extracting(message -> ((VenueMessage.LineDown) message).reason())
                .containsExactly("the session with the brokerage is lost", "nobody is signed in at the gateway");
        gateway.told.clear();
        gateway.venue.sign(true);
        gateway.pass(Duration.ofMinutes(1));
        assertThat(gateway.told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
    }

    /** The stream may be silent about it; then the sign of life is not. */
    @Test
    void a_session_whose_end_nobody_tells_is_missed_within_a_minute() {
        Gateway gateway = gateway();
        gateway.tampered.instead.put(
                "tickle",
                LocalVenue.Reply.json("{\"session\":\"x\",\"iserver\":{\"authStatus\":{\"authenticated\":false,"
                        + "\"competing\":false,\"connected\":true}}}"));
        gateway.pass(Duration.ofMinutes(1));
        assertThat(gateway.told).singleElement().isInstanceOf(VenueMessage.LineDown.class);
    }

    /** Only the first message of an order says our name. */
    @Test
    void a_change_without_a_name_is_told_by_the_name_that_is_found() {
        Gateway gateway = gateway();
        ApprovedOrder order = gateway.submit("o-1", FAR);
        // As if the first message, which is told upon subscribing, had been lost.
        IbkrBroker deaf = gateway.again();
        deaf.opened();
        gateway.pass(Duration.ofSeconds(5));
        for (String frame :
                List.of("{\"topic\":\"system\",\"success\":\"local\"}", "{\"topic\":\"tic\",\"alive\":true}")) {
            deaf.heard(frame);
        }
        gateway.told.clear();
        deaf.heard("{\"topic\":\"sor\",\"args\":[{\"acct\":\"" + ACCOUNT
                + "\",\"orderId\":1000000001,\"filledQuantity\":0,\"status\":\"Submitted\"}]}");
        gateway.pass(Duration.ofSeconds(5));
        assertThat(gateway.told)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderReport.Accepted.class,
                        accepted -> assertThat(accepted.order().ours())
                                .isEqualTo(Orders.name(order, 0).value()));
    }

    @Test
    void fills_that_the_stream_does_not_tell_are_asked_for() {
        Gateway gateway = gateway();
        ApprovedOrder order = gateway.submit("o-1", FAR);
        gateway.told.clear();
        gateway.link.serve(new LostTrades(gateway.broker));
        gateway.broker.submit(Orders.order("o-2", SHARE, Side.BUY, 10, new OrderType.Market(), TimeInForce.GTC));
        gateway.pass(Duration.ofSeconds(10));
        assertThat(gateway.heard(OrderReport.Traded.class).stream()
                        .map(report -> report.fill().fillId().value())
                        .toList())
                .containsExactlyElementsOf(gateway.market.fills().stream()
                        .map((LocalFill fill) -> IbkrWords.fill(fill))
                        .toList())
                .isNotEmpty();
        assertThat(order).isNotNull();
    }

    /** A line that loses whatever is told of trades. */
    private record LostTrades(IbkrBroker broker) implements VenueLink.User {

        @Override
        public void opened() {
            broker.opened();
        }

        @Override
        public void lost(String reason) {
            broker.lost(reason);
        }

        @Override
        public void heard(String frame) {
            if (!frame.contains("\"topic\":\"str\"")) {
                broker.heard(frame);
            }
        }
    }

    @Test
    void a_correction_takes_the_fill_back_that_it_corrects() {
        Gateway gateway = gateway();
        ApprovedOrder order = gateway.submit("o-1", FAR);
        gateway.told.clear();
        for (String revision : List.of("01", "02", "02")) {
            gateway.broker.heard("{\"topic\":\"str\",\"args\":[{\"execution_id\":\"0000e0d5.6576fd38.01." + revision
                    + "\",\"symbol\":\"AAPL\",\"side\":\"B\",\"trade_time_r\":1715002200000,\"size\":4,"
                    + "\"price\":\"50\",\"order_ref\":\"" + Orders.name(order, 0)
                    + "\",\"commission\":\"1\",\"account\":\"" + ACCOUNT
                    + "\",\"sec_type\":\"STK\",\"listing_exchange\":\"NASDAQ.NMS\"}]}");
        }
        assertThat(gateway.told)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("Traded", "Busted", "Traded");
        assertThat(((OrderReport.Busted) gateway.told.get(1)).fill()).hasToString("0000e0d5.6576fd38.01.01");
    }

    @Test
    void what_happens_in_another_account_is_not_told() {
        Gateway gateway = gateway();
        gateway.broker.heard("{\"topic\":\"sor\",\"args\":[{\"acct\":\"U7\",\"orderId\":7,\"status\":\"Submitted\"}]}");
        gateway.pass(Duration.ofSeconds(5));
        assertThat(gateway.told).isEmpty();
    }

    @Test
    void on_paper_an_account_with_real_money_opens_nothing_and_neither_does_one_that_is_not_there() {
        Gateway real = new Gateway(new IbkrShares(ACCOUNT, false, Set.of(), QuestionPolicy.STANDARD));
        Gateway other = new Gateway(new IbkrShares("U7654321", true, Set.of(), QuestionPolicy.STANDARD));
        assertThat(Stream.of(real, other).flatMap(gateway -> gateway.told.stream()))
                .extracting(message -> ((VenueMessage.LineDown) message).reason())
                .containsExactly(
                        "on paper the account must be one on paper, DU1234567 is with real money; that is mode live",
                        "the user must have account U7654321, has [DU1234567]");
    }
}
