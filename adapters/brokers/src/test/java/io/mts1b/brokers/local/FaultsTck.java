package io.mts1b.brokers.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.brokers.wire.VenueNetwork;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
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
import org.junit.jupiter.api.Test;

/**
 * What holds however a venue's line lies: in virtual time on many seeds, and over sockets on a few.
 *
 * @param <B> the broker
 */
public abstract class FaultsTck<
        B extends
                SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                        & ReportsBalances & VenueLink.User> {

    private static final Faults BAD = new Faults(
            new Lies(0.1, 0.1, 0.05, 0.1, Duration.ofMillis(1), Duration.ofMillis(200), Duration.ofDays(1)), 0.01, 0.1);
    private static final Faults LESS_BAD = new Faults(
            new Lies(0.05, 0.05, 0.05, 0.1, Duration.ofMillis(1), Duration.ofMillis(3), Duration.ofDays(1)),
            0.01,
            0.05);

    protected final List<VenueMessage> told = new ArrayList<>();
    private final ManualClock clock = new ManualClock(Processes.START);
    private final Protocol<B> protocol;
    private final int seeds;

    /** Tests a protocol on so many seeds in virtual time. */
    protected FaultsTck(Protocol<B> protocol, int seeds) {
        this.protocol = protocol;
        this.seeds = seeds;
    }

    /** A venue where nothing goes wrong, with a broker whose line is up. */
    protected final FaultyStage<B> good(long seed) {
        return FaultyStage.good(protocol, seed, told::add);
    }

    /** What is refused before a line comes up is told once, asked once a minute, and forgotten when it is refused no more. */
    protected final void isTakenForARefusalOfTheKey(String target, LocalVenue.Reply refusal, String reason) {
        VirtualTime time = new VirtualTime(Processes.START);
        Tampered venue = new Tampered(protocol.venue(protocol.market(time, new SplittableRandom(1)), time));
        MemoryLink link = new MemoryLink(time, venue, protocol.stream());
        B broker = protocol.broker(URI.create("https://api.venue.com"), time, link, told::add);
        link.serve(broker);
        venue.instead.put(target, refusal);
        told.clear();
        broker.open();
        time.until(time.instant().plus(Duration.ofSeconds(630)));
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueMessage.LineDown.class,
                        down -> assertThat(down.reason()).startsWith(reason));
        assertThat(venue.answered()).isEqualTo(11);
        venue.instead.clear();
        told.clear();
        time.until(time.instant().plus(Duration.ofMinutes(2)));
        assertThat(told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
        venue.instead.put(target, refusal);
        told.clear();
        link.disconnect();
        time.until(time.instant().plus(Duration.ofMinutes(2)));
        assertThat(told).hasSize(2).allMatch(VenueMessage.LineDown.class::isInstance);
    }

    @Test
    void whatever_is_told_is_true_and_once_the_line_is_good_again_all_of_it_is_learned() {
        int[] faults = new int[1];
        ForAll.cases(seeds, random -> {
            told.clear();
            FaultyStage<B> stage = new FaultyStage<>(protocol, random, BAD, told::add);
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
        assertThat(faults[0]).as("faults that were noticed").isGreaterThan(7 * seeds);
    }

    /** A process that starts again knows no fill, and is told of each as the one before was, page by page. */
    @Test
    void a_fill_is_told_the_same_when_it_trades_and_out_of_the_history() {
        FaultyStage<B> stage = good(7);
        for (int i = 0; i < 400; i++) {
            stage.broker.submit(Orders.limit("o-" + i, protocol.instrument(), Side.BUY, 1 + i % 60, "150"));
            stage.wait(Duration.ofMillis(100));
            stage.market.move();
        }
        stage.wait(Duration.ofSeconds(5));
        List<VenueFill> traded = told.stream()
                .filter(OrderReport.Traded.class::isInstance)
                .map(report -> ((OrderReport.Traded) report).fill())
                .toList();
        assertThat(traded).hasSizeGreaterThan(400).allMatch(fill -> fill.order().ours() != null);
        B again = stage.again();
        stage.link.disconnect();
        stage.wait(Duration.ofSeconds(5));
        told.clear();
        again.listFills(1, Instant.EPOCH);
        stage.wait(Duration.ofMinutes(1));
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueAnswer.Fills.class,
                        answer -> assertThat(answer.fills())
                                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("order.ours")
                                .containsExactlyInAnyOrderElementsOf(traded));
    }

    @Test
    void a_process_that_starts_again_finds_and_cancels_by_our_name_alone() {
        FaultyStage<B> stage = good(1);
        ApprovedOrder rests = Orders.limit("o-1", protocol.instrument(), Side.BUY, 10, "50");
        ApprovedOrder trades = Orders.limit("o-2", protocol.instrument(), Side.BUY, 1, "150");
        stage.broker.submit(rests);
        stage.broker.submit(trades);
        stage.wait(Duration.ofSeconds(1));
        B again = stage.again();
        stage.link.disconnect();
        stage.wait(Duration.ofSeconds(5));
        told.clear();
        again.find(1, Orders.sent(trades));
        again.cancel(Orders.sent(trades));
        again.cancel(Orders.sent(rests));
        stage.wait(Duration.ofSeconds(5));
        assertThat(told)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactlyInAnyOrder("Found", "CancelRejected", "Canceled");
    }

    @Test
    void over_sockets_too_all_is_learned_once_the_line_is_good_again() {
        ForAll.cases(3, random -> {
            LocalMarket market = protocol.market(clock, new SplittableRandom(random.nextLong()));
            AtomicReference<LyingVenue> line = new AtomicReference<>();
            BlockingQueue<VenueMessage> heard = new LinkedBlockingQueue<>();
            try (LocalServer server = LocalServer.start(0, timer -> {
                        line.set(new LyingVenue(
                                protocol.venue(market, clock),
                                timer,
                                new SplittableRandom(random.nextLong()),
                                LESS_BAD));
                        return Objects.requireNonNull(line.get());
                    });
                    HttpClients clients = Processes.clients(clock);
                    VenueNetwork<B> network = new VenueNetwork<>(
                            clients,
                            server.address("ws").resolve(protocol.stream()),
                            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 0))) {
                network.serve(protocol.broker(server.address("http"), clock, network, heard::add));
                ConfinedBroker<B> broker = protocol.confined(network::run);
                Play<ConfinedBroker<B>> play = new Play<>(new Play.Stage<>(
                        broker, market, server::call, protocol.instrument(), protocol::names, protocol::name));
                broker.open();
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
                awaitDown(broker, heard);
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
    private void awaitDown(ConfinedBroker<B> broker, BlockingQueue<VenueMessage> heard) {
        SentOrder never = Orders.sent(Orders.limit("never", protocol.instrument(), Side.BUY, 1, "1"));
        String reason = "";
        while (!reason.equals("not sent: the line is down")) {
            broker.cancel(never);
            VenueMessage message = await(heard, OrderReport.class);
            while (!String.valueOf(never.names().ours())
                    .equals(((OrderReport) message).order().ours())) {
                message = await(heard, OrderReport.class);
            }
            reason = message instanceof OrderReport.CancelRejected refused ? refused.reason() : "";
        }
    }

    /** Waits while the clock goes on, for who asked too often is heard only after a while. */
    private VenueMessage await(BlockingQueue<VenueMessage> heard, Class<? extends VenueMessage> kind) {
        try {
            for (int i = 0; i < 3_000; i++) {
                VenueMessage next = heard.poll(10, TimeUnit.MILLISECONDS);
                if (kind.isInstance(next)) {
                    return Objects.requireNonNull(next);
                }
                clock.advance(Duration.ofMillis(next == null ? 10 : 0));
            }
            throw new AssertionError("nothing was told within 30 s");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
