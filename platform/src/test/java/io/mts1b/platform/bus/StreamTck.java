package io.mts1b.platform.bus;

import static io.mts1b.platform.bus.BusTck.assertRefused;
import static io.mts1b.platform.bus.BusTck.numbers;
import static io.mts1b.platform.bus.BusTck.range;
import static io.mts1b.platform.bus.Pings.ALL;
import static io.mts1b.platform.bus.Pings.FEED;
import static io.mts1b.platform.bus.Pings.OMS;
import static io.mts1b.platform.bus.Pings.SENT;
import static io.mts1b.platform.bus.Pings.TOPIC;
import static io.mts1b.platform.bus.Pings.ping;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.bus.Pings.Ping;
import io.mts1b.platform.clock.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every bus does with streams. */
abstract class StreamTck {

    private static final ConsumerOptions LEDGER = ConsumerOptions.of("ledger");
    private static final StreamOptions PINGS = StreamOptions.of("PINGS", ALL);

    private BusNetwork network;
    private Bus oms;
    private Bus treasury;

    /** Opens a network on which nothing was ever published. */
    abstract BusNetwork open() throws Exception;

    @BeforeEach
    void connect() throws Exception {
        network = open();
        oms = network.connect(OMS);
        treasury = network.connect("treasury");
        oms.keep(PINGS);
    }

    @AfterEach
    void close() {
        if (network != null) {
            network.close();
        }
    }

    private List<Receipt> publish(long from, long to) {
        StreamPublisher<Ping> publisher = oms.streamPublisher(TOPIC);
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (long number = from; number <= to; number++) {
            receipts.add(publisher.publish(ping(number)));
        }
        return receipts.stream().map(CompletableFuture::join).toList();
    }

    private static List<Event<Ping>> events(List<Delivery<Ping>> deliveries) {
        return deliveries.stream().map(Delivery::event).toList();
    }

    @Test
    void what_was_published_before_comes_first_and_in_order() throws Exception {
        assertThat(publish(1, 2_000)).extracting(Receipt::sequence).isEqualTo(range(1, 2_000));
        Inbox<Delivery<Ping>> inbox = new Inbox<>();
        treasury.consume(FEED, LEDGER, delivery -> {
            delivery.ack();
            inbox.accept(delivery);
        });
        publish(2_001, 4_000);

        List<Delivery<Ping>> all = inbox.take(4_000);
        assertThat(events(all)).startsWith(ping(1), ping(2));
        assertThat(numbers(events(all))).isEqualTo(range(1, 4_000));
        assertThat(all).extracting(Delivery::sequence).isEqualTo(range(1, 4_000));
        assertThat(all).extracting(Delivery::attempt).containsOnly(1);
    }

    @Test
    void a_consumer_goes_on_where_it_was() throws Exception {
        publish(1, 10);
        ConsumerOptions oneByOne = LEDGER.withMaxUnacknowledged(1).withAckWait(Duration.ofSeconds(2));
        Inbox<Delivery<Ping>> first = new Inbox<>();
        Subscription subscription = treasury.consume(FEED, oneByOne, first);
        for (long number = 1; number <= 3; number++) {
            Delivery<Ping> delivery = first.take();
            assertThat(delivery.event()).isEqualTo(ping(number));
            delivery.ack();
        }
        first.take().nak(Duration.ZERO);
        subscription.close();

        Inbox<Delivery<Ping>> second = new Inbox<>();
        network.connect("treasury").consume(FEED, oneByOne, delivery -> {
            delivery.ack();
            second.accept(delivery);
        });
        // At least once: the one that was given back may come twice.
        LinkedHashSet<Long> numbers = new LinkedHashSet<>();
        while (numbers.size() < 7) {
            numbers.add(second.take().event().payload().number());
        }
        assertThat(numbers).containsExactlyElementsOf(range(4, 10));
    }

    @Test
    void an_event_published_twice_is_kept_once() throws Exception {
        Receipt receipt = publish(1, 3).getFirst();
        Receipt again = publish(1, 1).getFirst();

        assertThat(receipt).isEqualTo(new Receipt(1, false));
        assertThat(again).isEqualTo(new Receipt(1, true));
        assertThat(publish(4, 4)).containsExactly(new Receipt(4, false));
        Inbox<Delivery<Ping>> inbox = new Inbox<>();
        treasury.consume(FEED, LEDGER, inbox);
        assertThat(numbers(events(inbox.take(4)))).isEqualTo(range(1, 4));
    }

    @Test
    void a_consumer_begins_where_it_is_told() throws Exception {
        publish(1, 5);
        Instant between = WallClock.source().instant().plusMillis(2);
        while (!WallClock.source().instant().isAfter(between)) {
            Thread.onSpinWait();
        }
        publish(6, 8);
        Inbox<Delivery<Ping>> sequence = new Inbox<>();
        Inbox<Delivery<Ping>> time = new Inbox<>();
        Inbox<Delivery<Ping>> next = new Inbox<>();
        treasury.consume(FEED, ConsumerOptions.of("sequence").from(new StartAt.Sequence(4)), sequence);
        treasury.consume(FEED, ConsumerOptions.of("time").from(new StartAt.Time(between)), time);
        treasury.consume(FEED, ConsumerOptions.of("next").from(new StartAt.Next()), next);
        publish(9, 10);

        assertThat(numbers(events(sequence.take(7)))).isEqualTo(range(4, 10));
        assertThat(numbers(events(time.take(5)))).isEqualTo(range(6, 10));
        assertThat(numbers(events(next.take(2)))).isEqualTo(range(9, 10));
    }

    @Test
    void a_consumer_gets_only_its_pattern() throws Exception {
        Inbox<Delivery<Ping>> inbox = new Inbox<>();
        treasury.consume(Feed.of(SubjectPattern.parse(SENT + ".fund.alpha"), Ping.class), LEDGER, inbox);
        StreamPublisher<Ping> publisher = oms.streamPublisher(TOPIC);

        publisher.publish(ping(1)).join();
        publisher.publish(ping(2, "beta")).join();
        publisher.publish(ping(3, "alpha")).join();
        publisher.publish(ping(4, "alpha")).join();

        assertThat(numbers(events(inbox.take(2)))).containsExactly(3L, 4L);
    }

    @Test
    void what_is_not_dealt_with_comes_again() throws Exception {
        publish(1, 2);
        Inbox<Delivery<Ping>> inbox = new Inbox<>();
        Subscription subscription = treasury.consume(FEED, LEDGER, inbox);
        List<Delivery<Ping>> both = inbox.take(2);
        both.get(0).nak(Duration.ZERO);
        both.get(1).ack();

        Delivery<Ping> again = inbox.take();
        assertThat(again.event()).isEqualTo(ping(1));
        assertThat(again.attempt()).isEqualTo(2);
        again.nak(Duration.ofMillis(200));
        Delivery<Ping> last = inbox.take();
        assertThat(last.attempt()).isEqualTo(3);
        last.ack();
        assertThat(subscription.status().redelivered()).isEqualTo(2);
        assertThat(subscription.status().unacknowledged()).isZero();
        assertThat(inbox.rest()).isEmpty();
    }

    @Test
    void a_consumer_that_never_acks_gets_no_more_than_its_share_and_stops_nobody() throws Exception {
        Inbox<Delivery<Ping>> inbox = new Inbox<>();
        Subscription stubborn =
                treasury.consume(FEED, LEDGER.withMaxUnacknowledged(10).withAckWait(Duration.ofMillis(300)), inbox);
        Inbox<Delivery<Ping>> good = new Inbox<>();
        treasury.consume(FEED, ConsumerOptions.of("good"), good);

        assertThat(publish(1, 200)).hasSize(200);

        assertThat(numbers(events(good.take(200)))).isEqualTo(range(1, 200));
        TreeSet<Long> twice = new TreeSet<>();
        while (twice.size() < 10) {
            Delivery<Ping> delivery = inbox.take();
            assertThat(delivery.sequence()).isBetween(1L, 10L);
            if (delivery.attempt() > 1) {
                twice.add(delivery.sequence());
            }
        }
        assertThat(stubborn.status().redelivered()).isPositive();
        assertThat(stubborn.status().unacknowledged()).isBetween(0L, 10L);
        assertThat(stubborn.status().waiting()).isPositive();
    }

    @Test
    void a_handler_that_throws_has_not_acknowledged() throws Exception {
        publish(1, 1);
        Inbox<Delivery<Ping>> inbox = new Inbox<>();
        Subscription subscription = treasury.consume(FEED, LEDGER.withAckWait(Duration.ofMillis(200)), delivery -> {
            inbox.accept(delivery);
            throw new IllegalStateException("not today");
        });

        assertThat(inbox.take(2)).extracting(Delivery::attempt).containsExactly(1, 2);
        assertThat(subscription.status().failure().orElseThrow()).contains("not today");
    }

    @Test
    void consumers_of_one_name_share_the_work() throws Exception {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        Inbox<Delivery<Ping>> inbox = new Inbox<>();
        ConsumerOptions shared = LEDGER.withMaxUnacknowledged(2);
        treasury.consume(FEED, shared, delivery -> {
            first.incrementAndGet();
            inbox.accept(delivery);
        });
        network.connect("treasury").consume(FEED, shared, delivery -> {
            second.incrementAndGet();
            inbox.accept(delivery);
        });
        publish(1, 300);

        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Delivery<Ping> delivery = inbox.take();
            numbers.add(delivery.event().payload().number());
            delivery.ack();
        }

        assertThat(numbers).containsExactlyInAnyOrderElementsOf(range(1, 300));
        assertThat(first.get() + second.get()).isEqualTo(300);
        assertThat(inbox.rest()).isEmpty();
    }

    @Test
    void who_listens_live_sees_it_too() throws Exception {
        Inbox<Event<Ping>> inbox = new Inbox<>();
        treasury.subscribe(FEED, inbox);
        publish(1, 3);

        assertThat(numbers(inbox.take(3))).isEqualTo(range(1, 3));
    }

    @Test
    void a_message_that_is_too_long_is_refused_and_the_next_is_kept() {
        Topic<String> texts = new Topic<>(Subject.parse("mts.v1.oms.texts.sent"), String.class);
        StreamPublisher<String> publisher = oms.streamPublisher(texts);

        assertRefused(
                Category.TOO_LONG,
                () -> publisher.publish(texts.event(new EventId("huge"), Instant.EPOCH, Pings.megabytes(100))));
        assertThat(publisher
                        .publish(texts.event(new EventId("small"), Instant.EPOCH, "small"))
                        .join())
                .isEqualTo(new Receipt(1, false));
    }

    @Test
    void streams_and_live_subjects_are_not_mixed_up() {
        Topic<Ping> live = new Topic<>(Subject.parse("mts.v1.treasury.pings.sent"), Ping.class);

        assertRefused(Category.STREAM, () -> oms.publisher(TOPIC));
        assertRefused(Category.STREAM, () -> treasury.streamPublisher(live));
        assertRefused(Category.STREAM, () -> treasury.consume(Feed.of(live), LEDGER, _ -> {}));
        assertRefused(
                Category.STREAM,
                () -> treasury.consume(Feed.of(SubjectPattern.parse("mts.>"), Ping.class), LEDGER, _ -> {}));
    }

    @Test
    void a_stream_stays_as_it_was_made_and_shares_no_subject() {
        oms.keep(PINGS);

        assertRefused(
                Category.STREAM,
                () -> oms.keep(new StreamOptions("PINGS", PINGS.patterns(), Duration.ofMinutes(1), null, null)));
        assertRefused(Category.STREAM, () -> oms.keep(StreamOptions.of("MORE", SubjectPattern.of(SENT))));
    }

    @Test
    void a_consumer_reads_what_it_began_with() {
        treasury.consume(FEED, LEDGER, _ -> {}).close();

        assertRefused(Category.STREAM, () -> treasury.consume(Feed.of(ALL, Ping.class), LEDGER, _ -> {}));
    }

    @Test
    void what_is_closed_keeps_nothing() {
        StreamPublisher<Ping> publisher = oms.streamPublisher(TOPIC);
        oms.close();

        assertRefused(Category.CLOSED, () -> publisher.publish(ping(1)));
        assertRefused(Category.CLOSED, () -> oms.streamPublisher(TOPIC));
    }
}
