package io.mts1b.brokers.kraken.local;

import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.PAIR;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.START;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.account;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.market;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.settings;
import static io.mts1b.brokers.kraken.local.KrakenSocketsTest.surroundings;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.kraken.KrakenBroker;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalServer;
import io.mts1b.brokers.local.LyingVenue;
import io.mts1b.brokers.local.MemoryLink;
import io.mts1b.brokers.local.Play;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.brokers.wire.VenueNetwork;
import io.mts1b.foundation.orders.Side;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What holds however Kraken's line lies: in virtual time on many seeds, and over sockets on a few. */
class KrakenFaultsTest {

    private static final Faults BAD = new Faults(
            new Lies(0.1, 0.1, 0.05, 0.1, Duration.ofMillis(1), Duration.ofMillis(200), Duration.ofDays(1)), 0.01, 0.1);

    private final List<VenueMessage> told = new ArrayList<>();

    /** One venue in virtual time and the line to it. */
    private final class Stage {

        final VirtualTime time = new VirtualTime(START);
        final LocalMarket market;
        final LyingVenue line;
        final MemoryLink link;
        final KrakenBroker broker;
        final Play<KrakenBroker> play;

        Stage(RandomGenerator random, Faults faults) {
            market = market(time, new SplittableRandom(random.nextLong()));
            line = new LyingVenue(
                    new KrakenVenue(market, account(time), KrakenSymbols.house(), time),
                    time::after,
                    new SplittableRandom(random.nextLong()),
                    faults);
            link = new MemoryLink(time, line, KrakenVenue.STREAM);
            broker = broker();
            play = new Play<>(new Play.Stage<>(
                    broker, market, Play.VenueThread::here, PAIR, KrakenWords::order, KrakenWords::fill));
        }

        KrakenBroker broker() {
            KrakenBroker made = new KrakenBroker(
                    settings(URI.create("https://api.kraken.com")), surroundings(time), link, told::add);
            link.serve(made);
            return made;
        }

        void wait(Duration span) {
            time.until(time.instant().plus(span));
        }
    }

    @Test
    void whatever_is_told_is_true_and_once_the_line_is_good_again_all_of_it_is_learned() {
        int[] faults = new int[1];
        ForAll.cases(150, random -> {
            told.clear();
            Stage stage = new Stage(random, BAD);
            stage.broker.open();
            for (int i = 0; i < 150; i++) {
                stage.play.act(random, stage.link::disconnect);
                stage.wait(Duration.ofMillis(random.nextInt(500)));
            }
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
        assertThat(faults[0]).as("faults that were noticed").isGreaterThan(1_000);
    }

    /** A process that starts again knows no fill, and is told of each as the one before was. */
    @Test
    void a_fill_is_told_the_same_over_the_stream_and_out_of_the_history() {
        ForAll.cases(20, random -> {
            told.clear();
            Stage stage = new Stage(random, Faults.NONE);
            stage.broker.open();
            stage.wait(Duration.ofSeconds(1));
            for (int i = 0; i < 30; i++) {
                stage.broker.submit(Orders.limit("o-" + i, PAIR, Side.BUY, random.nextLong(1, 60), "150"));
                stage.wait(Duration.ofNanos(random.nextLong(2_000_000_000)));
                stage.market.move();
            }
            stage.wait(Duration.ofSeconds(1));
            List<List<Object>> streamed = told.stream()
                    .filter(OrderReport.Traded.class::isInstance)
                    .map(report -> facts(((OrderReport.Traded) report).fill()))
                    .toList();
            told.clear();
            KrakenBroker again = stage.broker();
            stage.link.disconnect();
            stage.wait(Duration.ofSeconds(5));
            again.listFills(1, Instant.EPOCH);
            stage.wait(Duration.ofSeconds(5));
            List<VenueFill> listed = ((VenueAnswer.Fills) told.getLast()).fills();
            assertThat(listed).hasSizeGreaterThan(30);
            assertThat(listed).map(KrakenFaultsTest::facts).isEqualTo(streamed);
        });
    }

    /** All of it but our name for the order, which the history does not tell. */
    private static List<Object> facts(VenueFill fill) {
        return List.of(
                fill.fillId(),
                String.valueOf(fill.order().venues()),
                fill.instrument(),
                fill.buys(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                fill.liquidity(),
                fill.at());
    }

    @Test
    void over_sockets_too_all_is_learned_once_the_line_is_good_again() {
        Faults faults = new Faults(
                new Lies(0.05, 0.05, 0.05, 0.1, Duration.ofMillis(1), Duration.ofMillis(3), Duration.ofDays(1)),
                0.01,
                0.05);
        ForAll.cases(3, random -> {
            ManualClock clock = new ManualClock(START);
            LocalMarket market = market(clock, new SplittableRandom(random.nextLong()));
            AtomicReference<LyingVenue> line = new AtomicReference<>();
            BlockingQueue<VenueMessage> heard = new LinkedBlockingQueue<>();
            try (LocalServer server = LocalServer.start(0, timer -> {
                        line.set(new LyingVenue(
                                new KrakenVenue(market, account(clock), KrakenSymbols.house(), clock),
                                timer,
                                new SplittableRandom(random.nextLong()),
                                faults));
                        return Objects.requireNonNull(line.get());
                    });
                    HttpClients clients = KrakenSocketsTest.clients(clock);
                    VenueNetwork<KrakenBroker> network = new VenueNetwork<>(
                            clients,
                            server.address("ws").resolve(KrakenVenue.STREAM),
                            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 0))) {
                network.serve(
                        new KrakenBroker(settings(server.address("http")), surroundings(clock), network, heard::add));
                Play<ConfinedBroker<KrakenBroker>> play = new Play<>(new Play.Stage<>(
                        new ConfinedBroker<>(Orders.BROKER, network::run),
                        market,
                        server::call,
                        PAIR,
                        KrakenWords::order,
                        KrakenWords::fill));
                network.run(KrakenBroker::open);
                await(heard, VenueMessage.LineUp.class);
                for (int i = 0; i < 150; i++) {
                    clock.advance(Duration.ofMillis(3));
                    play.act(random, server::disconnect);
                }
                server.call(() -> {
                    Objects.requireNonNull(line.get()).behave(Faults.NONE);
                    return true;
                });
                server.refuseConnections(true);
                server.disconnect();
                awaitDown(network, heard);
                CountDownLatch arrived = new CountDownLatch(1);
                server.after(Duration.ofMillis(100), arrived::countDown); // By then all that is late has come.
                arrived.await();
                server.refuseConnections(false);
                await(heard, VenueMessage.LineUp.class);
                int asked = play.ask(random);
                List<VenueMessage> answers = new ArrayList<>();
                while (answers.size() < asked) {
                    VenueMessage message = await(heard, VenueMessage.class);
                    if (message instanceof VenueAnswer) {
                        answers.add(message);
                    }
                }
                server.call(() -> {
                    play.areWhole(answers);
                    return true;
                });
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Cancels what never was until that is not sent: what was told before is out of the queue then. */
    private static void awaitDown(VenueNetwork<KrakenBroker> network, BlockingQueue<VenueMessage> heard) {
        SentOrder never = Orders.sent(Orders.limit("never", PAIR, Side.BUY, 1, "1"));
        String reason = "";
        while (!reason.equals("not sent: the line is down")) {
            network.run(broker -> broker.cancel(never));
            VenueMessage message = await(heard, OrderReport.class);
            while (!String.valueOf(never.names().ours())
                    .equals(((OrderReport) message).order().ours())) {
                message = await(heard, OrderReport.class);
            }
            reason = message instanceof OrderReport.CancelRejected refused ? refused.reason() : "";
        }
    }

    private static VenueMessage await(BlockingQueue<VenueMessage> heard, Class<? extends VenueMessage> kind) {
        try {
            VenueMessage next = heard.poll(30, TimeUnit.SECONDS);
            while (!kind.isInstance(Objects.requireNonNull(next, "nothing was told within 30 s"))) {
                next = heard.poll(30, TimeUnit.SECONDS);
            }
            return Objects.requireNonNull(next);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
