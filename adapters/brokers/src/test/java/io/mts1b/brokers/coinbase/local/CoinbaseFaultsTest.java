package io.mts1b.brokers.coinbase.local;

import static io.mts1b.brokers.coinbase.local.CoinbaseSocketsTest.PAIR;
import static io.mts1b.brokers.coinbase.local.CoinbaseSocketsTest.START;
import static io.mts1b.brokers.coinbase.local.CoinbaseSocketsTest.market;
import static io.mts1b.brokers.coinbase.local.CoinbaseSocketsTest.settings;
import static io.mts1b.brokers.coinbase.local.CoinbaseSocketsTest.surroundings;
import static io.mts1b.brokers.coinbase.local.CoinbaseSocketsTest.venue;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.coinbase.CoinbaseBroker;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LyingVenue;
import io.mts1b.brokers.local.MemoryLink;
import io.mts1b.brokers.local.Play;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.testkit.ForAll;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What holds however Coinbase's line lies, in virtual time on many seeds; and what stands only between it and us. */
class CoinbaseFaultsTest {

    private static final URI API = URI.create("https://api.coinbase.com");
    private static final Faults BAD = new Faults(
            new Lies(0.1, 0.1, 0.05, 0.1, Duration.ofMillis(1), Duration.ofMillis(200), Duration.ofDays(1)), 0.01, 0.1);

    private final List<VenueMessage> told = new ArrayList<>();

    /** One venue in virtual time and the line to it. */
    private final class Stage {

        final VirtualTime time = new VirtualTime(START);
        final LocalMarket market;
        final LyingVenue line;
        final MemoryLink link;
        final RandomGenerator random;
        final CoinbaseBroker broker;
        final Play<CoinbaseBroker> play;

        Stage(RandomGenerator random, Faults faults, List<String> permissions, List<String> mayTransfer) {
            this.random = random;
            market = market(time, new SplittableRandom(random.nextLong()));
            line = new LyingVenue(
                    venue(market, permissions, time), time::after, new SplittableRandom(random.nextLong()), faults);
            link = new MemoryLink(time, line, CoinbaseVenue.STREAM);
            broker = broker(mayTransfer);
            play = new Play<>(new Play.Stage<>(
                    broker, market, Play.VenueThread::here, PAIR, CoinbaseWords::order, CoinbaseWords::fill));
        }

        CoinbaseBroker broker(List<String> mayTransfer) {
            CoinbaseBroker made = new CoinbaseBroker(
                    settings(API, mayTransfer), surroundings(time, random.nextLong()), link, told::add);
            link.serve(made);
            return made;
        }

        void wait(Duration span) {
            time.until(time.instant().plus(span));
        }

        void open() {
            broker.open();
            wait(Duration.ofSeconds(1));
        }
    }

    private Stage good(long seed) {
        return new Stage(new SplittableRandom(seed), Faults.NONE, CoinbaseVenue.Account.TRADES, List.of());
    }

    @Test
    void whatever_is_told_is_true_and_once_the_line_is_good_again_all_of_it_is_learned() {
        int[] faults = new int[1];
        ForAll.cases(25, random -> {
            told.clear();
            Stage stage = new Stage(random, BAD, CoinbaseVenue.Account.TRADES, List.of());
            stage.broker.open();
            for (int i = 0; i < 150; i++) {
                stage.play.act(random, stage.link::disconnect);
                stage.wait(Duration.ofMillis(random.nextInt(500)));
            }
            stage.wait(Duration.ofMinutes(2)); // A lookup that is under way ends.
            stage.play.areTrue(told);
            faults[0] += (int) told.stream()
                    .filter(message ->
                            message instanceof OrderReport.Unanswered || message instanceof VenueMessage.LineDown)
                    .count();
            stage.line.behave(Faults.NONE);
            stage.wait(Duration.ofMinutes(2));
            stage.link.disconnect();
            told.clear();
            stage.wait(Duration.ofSeconds(5));
            assertThat(told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
            stage.play.ask(random);
            stage.wait(Duration.ofMinutes(1));
            stage.play.areWhole(told);
        });
        assertThat(faults[0]).as("faults that were noticed").isGreaterThan(200);
    }

    /** A process that starts again knows no fill, and is told of each as the one before was. */
    @Test
    void a_fill_is_told_the_same_when_it_trades_and_out_of_the_history_page_by_page() {
        Stage stage = good(7);
        stage.open();
        for (int i = 0; i < 400; i++) {
            stage.broker.submit(Orders.limit("o-" + i, PAIR, Side.BUY, 1 + i % 60, "150"));
            stage.wait(Duration.ofMillis(100));
            stage.market.move();
        }
        stage.wait(Duration.ofSeconds(5));
        List<VenueFill> traded = told.stream()
                .filter(OrderReport.Traded.class::isInstance)
                .map(report -> ((OrderReport.Traded) report).fill())
                .toList();
        assertThat(traded).hasSizeGreaterThan(400).allMatch(fill -> fill.order().ours() != null);
        CoinbaseBroker again = stage.broker(List.of());
        stage.link.disconnect();
        stage.wait(Duration.ofSeconds(5));
        told.clear();
        again.listFills(1, Instant.EPOCH);
        stage.wait(Duration.ofSeconds(5));
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueAnswer.Fills.class,
                        answer -> assertThat(answer.fills())
                                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("order.ours")
                                .containsExactlyInAnyOrderElementsOf(traded));
    }

    @Test
    void a_process_that_starts_again_finds_cancels_and_replaces_by_our_name_alone() {
        Stage stage = good(1);
        stage.open();
        ApprovedOrder order = Orders.limit("o-1", PAIR, Side.BUY, 10, "50");
        stage.broker.submit(order);
        stage.wait(Duration.ofSeconds(1));
        ApprovedOrder filled = Orders.order("o-2", PAIR, Side.BUY, 3, new OrderType.Market(), TimeInForce.GTC);
        stage.broker.submit(filled);
        stage.wait(Duration.ofSeconds(1));
        CoinbaseBroker again = stage.broker(List.of());
        stage.link.disconnect();
        stage.wait(Duration.ofSeconds(5));
        told.clear();
        again.find(1, Orders.sent(filled));
        again.cancel(Orders.sent(filled));
        again.cancel(Orders.sent(order));
        stage.wait(Duration.ofSeconds(5));
        assertThat(told)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactlyInAnyOrder("Found", "CancelRejected", "Canceled");
    }

    @Test
    void a_key_that_can_transfer_opens_nothing_unless_it_is_named() {
        List<String> all = List.of("view", "trade", "transfer");
        Stage refused = new Stage(new SplittableRandom(1), Faults.NONE, all, List.of("another"));
        refused.open();
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueMessage.LineDown.class,
                        down -> assertThat(down.reason()).contains("must not be able to move funds"));
        told.clear();
        Stage named = new Stage(new SplittableRandom(1), Faults.NONE, all, List.of(CoinbaseSocketsTest.KEY));
        named.open();
        assertThat(told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
    }

    @Test
    void what_coinbase_cannot_do_is_refused_before_it_is_sent() {
        Stage stage = good(1);
        stage.open();
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
        Stage stage = good(1);
        stage.open();
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
}
