package io.mts1b.platform.bus;

import static io.mts1b.platform.bus.BusTck.numbers;
import static io.mts1b.platform.bus.BusTck.range;
import static io.mts1b.platform.bus.Pings.ALL;
import static io.mts1b.platform.bus.Pings.FEED;
import static io.mts1b.platform.bus.Pings.OMS;
import static io.mts1b.platform.bus.Pings.TOPIC;
import static io.mts1b.platform.bus.Pings.ping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.events.Event;
import io.mts1b.platform.bus.Pings.Ping;
import io.mts1b.testkit.NatsServer;
import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies in the midst of it all and comes back. */
class BusRestartNatsTest {

    private static final long EVENTS = 20_000;

    @TempDir
    private Path temp;

    private NatsServer server;
    private BusNetwork network;

    @BeforeEach
    void start() throws Exception {
        server = NatsServer.start(temp);
        network = NatsNetwork.open(NatsOptions.of(server.address()));
    }

    @AfterEach
    void stop() throws Exception {
        if (network != null) {
            network.close();
            server.kill();
        }
    }

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_kept_twice() throws Exception {
        Bus oms = network.connect(OMS);
        oms.keep(StreamOptions.of("PINGS", ALL));
        Inbox<Delivery<Ping>> inbox = new Inbox<>();
        network.connect("treasury").consume(FEED, ConsumerOptions.of("ledger"), delivery -> {
            delivery.ack();
            inbox.accept(delivery);
        });
        StreamPublisher<Ping> publisher = oms.streamPublisher(TOPIC);
        CompletableFuture<List<CompletableFuture<Receipt>>> publishing =
                CompletableFuture.supplyAsync(() -> publishAll(publisher));

        TreeSet<Long> consumed = new TreeSet<>();
        for (int kill = 1; kill <= 3; kill++) {
            while (consumed.size() < kill * EVENTS / 5) {
                consumed.add(inbox.take().event().payload().number());
            }
            server.kill();
            server.start();
        }

        List<Receipt> receipts =
                publishing.join().stream().map(CompletableFuture::join).toList();
        while (consumed.size() < EVENTS) {
            consumed.add(inbox.take().event().payload().number());
        }
        assertThat(consumed).containsExactlyElementsOf(range(1, EVENTS));
        assertThat(receipts).extracting(Receipt::sequence).isEqualTo(range(1, EVENTS));
        Inbox<Delivery<Ping>> audit = new Inbox<>();
        network.connect("operations").consume(FEED, ConsumerOptions.of("audit"), delivery -> {
            delivery.ack();
            audit.accept(delivery);
        });
        List<Event<Ping>> kept = audit.take((int) EVENTS).stream()
                .filter(delivery -> delivery.attempt() == 1)
                .map(Delivery::event)
                .toList();
        assertThat(numbers(kept)).isEqualTo(range(1, EVENTS));
        assertThat(audit.rest()).isEmpty();
    }

    private static List<CompletableFuture<Receipt>> publishAll(StreamPublisher<Ping> publisher) {
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (long number = 1; number <= EVENTS; number++) {
            receipts.add(publisher.publish(ping(number)));
        }
        return receipts;
    }

    /** The server's no is final, and must not be taken for a broken connection. */
    @Test
    void what_the_server_refuses_is_told_and_the_next_goes_through() throws Exception {
        Bus oms = network.connect(OMS);
        oms.keep(StreamOptions.of("PINGS", ALL));
        StreamPublisher<Ping> publisher = oms.streamPublisher(TOPIC);
        publisher.publish(ping(1)).join();
        Connection raw = Nats.connect(server.address());
        JetStreamManagement streams = raw.jetStreamManagement();
        StreamConfiguration free = streams.getStreamInfo("PINGS").getConfiguration();
        streams.updateStream(StreamConfiguration.builder(free)
                .maxMessages(1)
                .discardPolicy(DiscardPolicy.New)
                .build());

        assertThatThrownBy(() -> publisher.publish(ping(2)).join())
                .cause()
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.category()).isEqualTo(BusException.Category.STREAM))
                .hasMessageContaining("maximum messages exceeded");
        streams.updateStream(free);
        raw.close();
        assertThat(publisher.publish(ping(2)).join()).isEqualTo(new Receipt(2, false));
    }

    @Test
    void live_events_are_told_to_be_lost_while_the_server_is_away_and_flow_again() throws Exception {
        Inbox<Event<Ping>> inbox = new Inbox<>();
        network.connect("treasury").subscribe(FEED, inbox);
        Publisher<Ping> publisher = network.connect(OMS).publisher(TOPIC);
        publisher.put(ping(1));
        assertThat(inbox.take()).isEqualTo(ping(1));
        server.kill();

        boolean taken = true;
        for (long number = 2; taken; number++) {
            taken = publisher.offer(ping(number));
        }
        server.start();

        CompletableFuture<Void> going = CompletableFuture.runAsync(() -> {
            for (long number = 1_000_000; inbox.rest().isEmpty(); number++) {
                publisher.put(ping(number));
            }
        });
        assertThat(inbox.take().payload().number()).isPositive();
        inbox.accept(ping(0));
        going.join();
    }
}
