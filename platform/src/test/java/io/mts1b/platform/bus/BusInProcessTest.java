package io.mts1b.platform.bus;

import static io.mts1b.platform.bus.BusTck.assertRefused;
import static io.mts1b.platform.bus.BusTck.numbers;
import static io.mts1b.platform.bus.BusTck.range;
import static io.mts1b.platform.bus.Pings.ALL;
import static io.mts1b.platform.bus.Pings.FEED;
import static io.mts1b.platform.bus.Pings.OMS;
import static io.mts1b.platform.bus.Pings.TOPIC;
import static io.mts1b.platform.bus.Pings.ping;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.bus.Pings.OtherPing;
import io.mts1b.platform.bus.Pings.Ping;
import io.mts1b.platform.clock.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the bus of one process promises. */
class BusInProcessTest {

    private static final Instant START = Instant.parse("2024-07-03T13:30:00Z");

    @TempDir
    private Path temp;

    private final ManualClock clock = new ManualClock(START);

    private InProcessNetwork open() {
        return InProcessNetwork.open(temp, clock);
    }

    private static void publish(Bus oms, long from, long to) {
        StreamPublisher<Ping> publisher = oms.streamPublisher(TOPIC);
        for (long number = from; number <= to; number++) {
            publisher.publish(ping(number)).join();
        }
    }

    @Test
    void the_event_itself_is_handed_over() throws Exception {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            Inbox<Event<Ping>> inbox = new Inbox<>();
            oms.subscribe(FEED, inbox);
            Event<Ping> event = ping(1);
            oms.publisher(TOPIC).put(event);

            assertThat(inbox.take()).isSameAs(event);
        }
    }

    @Test
    void put_waits_for_the_slow_and_offer_says_who_lost() throws Exception {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            CountDownLatch released = new CountDownLatch(1);
            Inbox<Event<Ping>> slow = new Inbox<>();
            Subscription subscription = oms.subscribe(FEED.withCapacity(1), event -> {
                slow.accept(event);
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Publisher<Ping> publisher = oms.publisher(TOPIC);
            publisher.put(ping(1));
            slow.take();

            assertThat(publisher.offer(ping(2))).isTrue();
            assertThat(publisher.offer(ping(3))).isFalse();
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> publisher.put(ping(4)));
            assertThat(subscription.status().waiting()).isEqualTo(1);
            released.countDown();
            waiting.join();
            assertThat(numbers(slow.take(2))).containsExactly(2L, 4L);
            assertThat(subscription.status().dropped()).isEqualTo(1);
        }
    }

    @Test
    void a_handler_that_would_wait_for_itself_is_told() throws Exception {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            Publisher<Ping> publisher = oms.publisher(TOPIC);
            Inbox<BusException> refusals = new Inbox<>();
            oms.subscribe(FEED.withCapacity(1), event -> {
                try {
                    publisher.put(ping(2));
                    publisher.put(ping(3));
                } catch (BusException e) {
                    refusals.accept(e);
                }
            });
            publisher.put(ping(1));

            assertThat(refusals.take().category()).isEqualTo(Category.OVERLOADED);
        }
    }

    @Test
    void many_producers_lose_nothing_among_them() throws Exception {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            Inbox<Event<Ping>> inbox = new Inbox<>();
            oms.subscribe(FEED.withCapacity(100), inbox);
            Publisher<Ping> publisher = oms.publisher(TOPIC);
            List<CompletableFuture<Void>> producers = new ArrayList<>();
            for (long producer = 0; producer < 4; producer++) {
                long first = 1 + producer * 5_000;
                producers.add(CompletableFuture.runAsync(() -> {
                    for (long number = first; number < first + 5_000; number++) {
                        publisher.put(ping(number));
                    }
                }));
            }
            producers.forEach(CompletableFuture::join);

            List<Long> arrived = numbers(inbox.take(20_000));
            assertThat(arrived).containsExactlyInAnyOrderElementsOf(range(1, 20_000));
            for (long producer = 0; producer < 4; producer++) {
                long first = 1 + producer * 5_000;
                assertThat(arrived.stream().filter(number -> number >= first && number < first + 5_000))
                        .isSorted();
            }
        }
    }

    @Test
    void streams_positions_and_schemas_are_there_when_it_opens_again() throws Exception {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            oms.keep(StreamOptions.of("PINGS", ALL));
            publish(oms, 1, 10);
            Inbox<Delivery<Ping>> inbox = new Inbox<>();
            oms.consume(FEED, ConsumerOptions.of("ledger"), inbox);
            inbox.take(10).stream().filter(one -> one.sequence() <= 6).forEach(Delivery::ack);
        }
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            Inbox<Delivery<Ping>> inbox = new Inbox<>();
            oms.consume(FEED, ConsumerOptions.of("ledger"), inbox);
            assertThat(inbox.take(4)).extracting(Delivery::sequence).isEqualTo(range(7, 10));
            assertThat(oms.streamPublisher(TOPIC).publish(ping(10)).join()).isEqualTo(new Receipt(10, true));
            assertRefused(
                    Category.SCHEMA_BREAK, () -> oms.streamPublisher(new Topic<>(TOPIC.subject(), OtherPing.class)));
        }
    }

    @Test
    void the_window_of_ids_ends() {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            oms.keep(new StreamOptions("PINGS", List.of(ALL), Duration.ofMinutes(1), null, null));
            StreamPublisher<Ping> publisher = oms.streamPublisher(TOPIC);
            assertThat(publisher.publish(ping(1)).join()).isEqualTo(new Receipt(1, false));
            clock.advance(Duration.ofMinutes(1));
            assertThat(publisher.publish(ping(1)).join()).isEqualTo(new Receipt(1, true));
            clock.advance(Duration.ofNanos(1_000));
            assertThat(publisher.publish(ping(1)).join()).isEqualTo(new Receipt(2, false));
        }
    }

    @Test
    void a_clock_that_steps_back_neither_forgets_nor_disorders() throws Exception {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            oms.keep(StreamOptions.of("PINGS", ALL));
            publish(oms, 1, 3);
            clock.set(START.minus(Duration.ofDays(1)));
            publish(oms, 4, 6);
            assertThat(oms.streamPublisher(TOPIC).publish(ping(1)).join()).isEqualTo(new Receipt(1, true));
            clock.set(START.plusSeconds(60));
            publish(oms, 7, 9);

            Inbox<Delivery<Ping>> all = new Inbox<>();
            oms.consume(FEED, ConsumerOptions.of("all").from(new StartAt.Time(START)), all);
            assertThat(all.take(9)).extracting(Delivery::sequence).isEqualTo(range(1, 9));
            Inbox<Delivery<Ping>> late = new Inbox<>();
            oms.consume(FEED, ConsumerOptions.of("late").from(new StartAt.Time(START.plusSeconds(1))), late);
            assertThat(late.take(3)).extracting(Delivery::sequence).isEqualTo(range(7, 9));
        }
    }

    @Test
    void a_damaged_stream_is_named() throws Exception {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            oms.keep(StreamOptions.of("PINGS", ALL));
            publish(oms, 1, 3);
        }
        Path segment = temp.resolve("streams/PINGS/log/0000000000000000001.journal");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[100] ^= 1;
        Files.write(segment, bytes);

        assertRefused(Category.STORAGE, this::open);
        bytes[100] ^= 1;
        Files.write(segment, bytes);
        open().close();
    }

    @Test
    void a_group_takes_turns_over_all_subjects() throws Exception {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            Inbox<Event<Ping>> inbox = new Inbox<>();
            Subscription one = oms.subscribe(Feed.ofParts(TOPIC).inGroup("workers"), inbox);
            Subscription two = oms.subscribe(Feed.ofParts(TOPIC).inGroup("workers"), inbox);
            Publisher<Ping> publisher = oms.publisher(TOPIC);
            for (int fund = 0; fund < 100; fund++) {
                publisher.put(ping(fund, "fund-" + fund));
            }
            inbox.take(100);

            assertThat(List.of(one.status().delivered(), two.status().delivered()))
                    .allSatisfy(delivered -> assertThat(delivered).isBetween(48L, 50L));
        }
    }

    @Test
    void a_handler_that_leaves_an_interrupt_behind_goes_on() throws Exception {
        try (BusNetwork network = open()) {
            Bus oms = network.connect(OMS);
            Inbox<Event<Ping>> inbox = new Inbox<>();
            oms.subscribe(FEED, event -> {
                inbox.accept(event);
                Thread.currentThread().interrupt();
            });
            Publisher<Ping> publisher = oms.publisher(TOPIC);
            publisher.put(ping(1));
            inbox.take();
            publisher.put(ping(2));

            assertThat(inbox.take()).isEqualTo(ping(2));
        }
    }
}
