package io.mts1b.brokers.kraken.local;

import static io.mts1b.brokers.Orders.name;
import static io.mts1b.brokers.Orders.sent;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.PAIR;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.START;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.account;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.market;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.settings;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.surroundings;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.kraken.KrakenBroker;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LyingVenue;
import io.mts1b.brokers.local.MemoryLink;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.testkit.ForAll;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What holds however Kraken's line lies, in virtual time: nothing is made up, no fill is told in two ways, and once the line
 * is good again all there is to know is learned.
 */
class KrakenFaultsTest {

    private static final Faults BAD = new Faults(
            new Lies(0.1, 0.1, 0.05, 0.1, Duration.ofMillis(1), Duration.ofMillis(200), Duration.ofDays(1)), 0.01, 0.1);

    private final List<VenueMessage> told = new ArrayList<>();

    /** One venue and the line to it. */
    private final class Stage {

        final VirtualTime time = new VirtualTime(START);
        final LocalMarket market;
        final LyingVenue line;
        final MemoryLink link;
        final KrakenBroker broker;
        final List<ApprovedOrder> orders = new ArrayList<>();

        Stage(RandomGenerator random, Faults faults) {
            market = market(time, new SplittableRandom(random.nextLong()));
            line = new LyingVenue(
                    new KrakenVenue(market, account(time), KrakenSymbols.house(), time),
                    time::after,
                    new SplittableRandom(random.nextLong()),
                    faults);
            link = new MemoryLink(time, line, KrakenVenue.STREAM);
            broker = broker();
        }

        KrakenBroker broker() {
            KrakenBroker made = new KrakenBroker(
                    settings(URI.create("https://api.kraken.com")), surroundings(time), link, told::add);
            link.serve(made);
            return made;
        }

        void wait(int seconds) {
            time.until(time.instant().plusSeconds(seconds));
        }

        void act(RandomGenerator random) {
            ApprovedOrder any = orders.isEmpty() ? null : orders.get(random.nextInt(orders.size()));
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> {
                    ApprovedOrder order = Orders.limit(
                            "o-" + orders.size(),
                            PAIR,
                            ForAll.oneOf(random, Side.BUY, Side.BUY, Side.SELL),
                            random.nextLong(1, 100),
                            ForAll.oneOf(random, "99.97", "100", "100.03"));
                    orders.add(order);
                    broker.submit(order);
                }
                case 3 -> {
                    if (any != null) {
                        broker.cancel(known(random, this, any));
                    }
                }
                case 4 -> {
                    if (any != null) {
                        broker.replace(
                                known(random, this, any),
                                name(any, 1),
                                Quantity.of(random.nextLong(1, 100)),
                                new OrderType.Limit(Price.parse("100")));
                    }
                }
                case 5 -> {
                    if (random.nextInt(5) == 0) {
                        link.disconnect();
                    }
                }
                default -> market.move();
            }
        }
    }

    /** By the venue's own name, half the time where it has one. */
    private static SentOrder known(RandomGenerator random, Stage stage, ApprovedOrder order) {
        return stage.market.orders().stream()
                .filter(one -> one.ticket().name().equals(name(order, 0).value()))
                .filter(_ -> random.nextBoolean())
                .findFirst()
                .map(one -> sent(order, KrakenWords.order(one)))
                .orElseGet(() -> sent(order));
    }

    @Test
    void whatever_is_told_is_true_and_once_the_line_is_good_again_all_of_it_is_learned() {
        int[] faults = new int[1];
        ForAll.cases(150, random -> {
            told.clear();
            Stage stage = new Stage(random, BAD);
            stage.broker.open();
            for (int i = 0; i < 150; i++) {
                stage.act(random);
                stage.time.until(stage.time.instant().plusMillis(random.nextInt(500)));
            }
            told.stream()
                    .filter(OrderReport.class::isInstance)
                    .map(OrderReport.class::cast)
                    .forEach(report -> isTrue(report, stage));
            faults[0] += (int) told.stream()
                    .filter(message ->
                            message instanceof OrderReport.Unanswered || message instanceof VenueMessage.LineDown)
                    .count();
            stage.line.behave(Faults.NONE);
            stage.wait(120);
            stage.link.disconnect();
            told.clear();
            stage.wait(5);
            assertThat(told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
            learned(stage, random);
        });
        assertThat(faults[0]).as("faults that were noticed").isGreaterThan(1_000);
    }

    private static void isTrue(OrderReport report, Stage stage) {
        assertThat(stage.orders)
                .anyMatch(
                        order -> List.of(name(order, 0).value(), name(order, 1).value())
                                .contains(String.valueOf(report.order().ours())));
        switch (report) {
            case OrderReport.Traded(VenueFill fill) -> isTrue(fill, stage.market);
            case OrderReport.Canceled canceled -> {
                LocalOrder order = order(stage.market, report).orElseThrow();
                assertThat(order.standing()).isEqualTo(Standing.CANCELED);
                assertThat(canceled.filled()).isEqualTo(order.filled());
            }
            case OrderReport.Accepted _, OrderReport.Replaced _ ->
                assertThat(order(stage.market, report)).isPresent();
            case OrderReport.Rejected rejected ->
                assertThat(order(stage.market, report)).as(rejected.reason()).isEmpty();
            case OrderReport.Expired _, OrderReport.Busted _ ->
                throw new AssertionError("nothing here does: " + report);
            case OrderReport.CancelRejected _, OrderReport.ReplaceRejected _, OrderReport.Unanswered _ -> {}
        }
    }

    private static Optional<LocalOrder> order(LocalMarket market, OrderReport report) {
        String venues = report.order().venues();
        return venues == null ? Optional.empty() : KrakenWords.number(venues).flatMap(market::order);
    }

    private static void isTrue(VenueFill told, LocalMarket market) {
        LocalFill fill = market.fills().stream()
                .filter(one -> KrakenWords.fill(one).equals(told.fillId().value()))
                .findFirst()
                .orElseThrow();
        assertThat(told.quantity()).isEqualTo(fill.quantity());
        assertThat(told.price()).isEqualTo(fill.price());
        assertThat(told.fee()).isEqualTo(fill.fee());
        assertThat(told.order().venues()).isEqualTo(KrakenWords.order(fill.order()));
        assertThat(Duration.between(fill.at(), told.at()).abs()).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    private void learned(Stage stage, RandomGenerator random) {
        stage.broker.listOpenOrders(1);
        stage.broker.listFills(2, START);
        stage.broker.listBalances(3);
        for (int i = 0; i < stage.orders.size(); i++) {
            stage.broker.find(4 + i, known(random, stage, stage.orders.get(i)));
        }
        stage.wait(60);
        Map<Long, VenueAnswer> answers = new LinkedHashMap<>();
        for (VenueMessage message : told) {
            if (message instanceof VenueAnswer answer) {
                assertThat(answers.put(answer.request(), answer)).isNull();
            }
        }
        List<VenueOrder> open = the(VenueAnswer.OpenOrders.class, answers, 1).orders();
        assertThat(open)
                .extracting(order -> order.name().venues())
                .containsExactlyElementsOf(stage.market.orders().stream()
                        .filter(LocalOrder::isWorking)
                        .map(KrakenWords::order)
                        .toList());
        List<VenueFill> fills = the(VenueAnswer.Fills.class, answers, 2).fills();
        assertThat(fills)
                .extracting(VenueFill::fillId)
                .containsExactlyElementsOf(stage.market.fills().stream()
                        .map(KrakenWords::fill)
                        .map(FillId::new)
                        .toList());
        fills.forEach(fill -> isTrue(fill, stage.market));
        the(VenueAnswer.Balances.class, answers, 3)
                .amounts()
                .forEach((currency, amount) ->
                        assertThat(amount).isEqualTo(stage.market.balances().get(currency)));
        for (int i = 0; i < stage.orders.size(); i++) {
            String ours = name(stage.orders.get(i), 0).value();
            boolean taken = stage.market.orders().stream()
                    .anyMatch(order -> order.ticket().name().equals(ours));
            assertThat(answers.get(4L + i)).isInstanceOf(taken ? VenueAnswer.Found.class : VenueAnswer.NotFound.class);
        }
    }

    private static <T extends VenueAnswer> T the(Class<T> kind, Map<Long, VenueAnswer> answers, long request) {
        assertThat(answers).containsKey(request);
        return kind.cast(Objects.requireNonNull(answers.get(request)));
    }

    /** A process that starts again knows no fill, and is told of each as the one before was. */
    @Test
    void a_fill_is_told_the_same_over_the_stream_and_out_of_the_history() {
        ForAll.cases(20, random -> {
            told.clear();
            Stage stage = new Stage(random, Faults.NONE);
            stage.broker.open();
            stage.wait(1);
            for (int i = 0; i < 30; i++) {
                stage.broker.submit(Orders.limit("o-" + i, PAIR, Side.BUY, random.nextLong(1, 60), "150"));
                stage.time.until(stage.time.instant().plusNanos(random.nextLong(2_000_000_000)));
                stage.market.move();
            }
            stage.wait(1);
            List<VenueFill> streamed = told.stream()
                    .filter(OrderReport.Traded.class::isInstance)
                    .map(report -> ((OrderReport.Traded) report).fill())
                    .toList();
            told.clear();
            KrakenBroker again = stage.broker();
            stage.link.disconnect();
            stage.wait(5);
            again.listFills(1, Instant.EPOCH);
            stage.wait(5);
            List<VenueFill> listed = ((VenueAnswer.Fills) told.getLast()).fills();
            assertThat(listed).hasSizeGreaterThan(30);
            assertThat(listed)
                    .extracting(VenueFill::at)
                    .isEqualTo(streamed.stream().map(VenueFill::at).toList());
            assertThat(listed)
                    .extracting(VenueFill::fillId)
                    .isEqualTo(streamed.stream().map(VenueFill::fillId).toList());
            assertThat(listed)
                    .extracting(VenueFill::fee)
                    .isEqualTo(streamed.stream().map(VenueFill::fee).toList());
        });
    }
}
