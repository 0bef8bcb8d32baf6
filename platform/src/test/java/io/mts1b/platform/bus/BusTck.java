package io.mts1b.platform.bus;

import static io.mts1b.platform.bus.Pings.ALL;
import static io.mts1b.platform.bus.Pings.FEED;
import static io.mts1b.platform.bus.Pings.OMS;
import static io.mts1b.platform.bus.Pings.SENT;
import static io.mts1b.platform.bus.Pings.TOPIC;
import static io.mts1b.platform.bus.Pings.ping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.bus.Pings.NewPing;
import io.mts1b.platform.bus.Pings.OtherPing;
import io.mts1b.platform.bus.Pings.Ping;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every bus does with live events: whoever implements the port extends this, {@link StreamTck} and
 * {@link QuestionTck}.
 */
abstract class BusTck {

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
    }

    @AfterEach
    void close() {
        if (network != null) {
            network.close();
        }
    }

    static void assertRefused(Category category, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.category()).isEqualTo(category));
    }

    static List<Long> numbers(List<Event<Ping>> events) {
        return events.stream().map(event -> event.payload().number()).toList();
    }

    static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void an_event_arrives_as_it_was_sent() throws Exception {
        Inbox<Event<Ping>> inbox = new Inbox<>();
        treasury.subscribe(FEED, inbox);

        assertThat(oms.publisher(TOPIC).offer(ping(1))).isTrue();

        assertThat(inbox.take()).isEqualTo(ping(1));
        assertThat(oms.artifact()).isEqualTo(OMS);
    }

    @Test
    void events_of_one_producer_arrive_in_order() throws Exception {
        Inbox<Event<Ping>> inbox = new Inbox<>();
        treasury.subscribe(FEED.withCapacity(1 << 20), inbox);
        Publisher<Ping> publisher = oms.publisher(TOPIC);

        for (long number = 1; number <= 5_000; number++) {
            publisher.put(ping(number));
        }

        assertThat(numbers(inbox.take(5_000))).isEqualTo(range(1, 5_000));
    }

    @Test
    void patterns_choose_subjects() throws Exception {
        Inbox<Event<Ping>> whole = new Inbox<>();
        Inbox<Event<Ping>> anyNoun = new Inbox<>();
        Inbox<Event<Ping>> alpha = new Inbox<>();
        Inbox<Event<Ping>> all = new Inbox<>();
        treasury.subscribe(FEED, whole);
        treasury.subscribe(Feed.of(SubjectPattern.parse("mts.*.oms.*.sent"), Ping.class), anyNoun);
        treasury.subscribe(Feed.of(SubjectPattern.parse(SENT + ".fund.alpha"), Ping.class), alpha);
        treasury.subscribe(Feed.of(ALL, Ping.class), all);
        Publisher<Ping> publisher = oms.publisher(TOPIC);

        for (Event<Ping> event : List.of(ping(1), ping(2, "alpha"), ping(3, "beta"), ping(4))) {
            publisher.put(event);
        }

        assertThat(numbers(all.take(4))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(numbers(whole.take(2))).containsExactly(1L, 4L);
        assertThat(numbers(anyNoun.take(2))).containsExactly(1L, 4L);
        assertThat(numbers(alpha.take(1))).containsExactly(2L);
        assertThat(alpha.rest()).isEmpty();
    }

    @Test
    void of_a_group_one_gets_each() throws Exception {
        Inbox<Event<Ping>> inbox = new Inbox<>();
        Subscription one = treasury.subscribe(FEED.inGroup("workers"), inbox);
        Subscription two = network.connect("treasury").subscribe(FEED.inGroup("workers"), inbox);
        Inbox<Event<Ping>> alone = new Inbox<>();
        treasury.subscribe(FEED, alone);
        Publisher<Ping> publisher = oms.publisher(TOPIC);

        for (long number = 1; number <= 400; number++) {
            publisher.put(ping(number));
        }

        assertThat(numbers(alone.take(400))).isEqualTo(range(1, 400));
        assertThat(numbers(inbox.take(400))).containsExactlyInAnyOrderElementsOf(range(1, 400));
        Inbox.until(() -> one.status().delivered() + two.status().delivered() == 400);
        assertThat(one.status().delivered()).isBetween(1L, 399L);
        assertThat(inbox.rest()).isEmpty();
    }

    @Test
    void who_leaves_a_group_gets_nothing_more() throws Exception {
        Inbox<Event<Ping>> left = new Inbox<>();
        Inbox<Event<Ping>> stays = new Inbox<>();
        Subscription leaving = treasury.subscribe(FEED.inGroup("workers"), left);
        treasury.subscribe(FEED.inGroup("workers"), stays);
        leaving.close();
        leaving.close();

        Publisher<Ping> publisher = oms.publisher(TOPIC);
        for (long number = 1; number <= 20; number++) {
            publisher.put(ping(number));
        }

        // A server may still choose who leaves just now; what it chose for them is lost, as with any live event.
        assertThat(stays.take(1)).isNotEmpty();
        assertThat(treasury.subscriptions()).hasSize(1);
        assertThat(left.rest()).isEmpty();
    }

    @Test
    void a_slow_subscriber_is_seen_and_the_publisher_does_not_wait() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        Inbox<Event<Ping>> slow = new Inbox<>();
        Inbox<Event<Ping>> quick = new Inbox<>();
        Subscription subscription = treasury.subscribe(FEED.withCapacity(4), event -> {
            slow.accept(event);
            await(released);
        });
        treasury.subscribe(FEED, quick);
        Publisher<Ping> publisher = oms.publisher(TOPIC);
        publisher.put(ping(1));
        slow.take();

        for (long number = 2; number <= 100; number++) {
            publisher.offer(ping(number));
        }

        assertThat(numbers(quick.take(100))).isEqualTo(range(1, 100));
        SubscriptionStatus status = subscription.status();
        assertThat(status.isSlow()).isTrue();
        assertThat(status.dropped()).isBetween(90L, 95L);
        assertThat(status.waiting()).isBetween(4L, 9L);
        assertThat(treasury.subscriptions())
                .filteredOn(SubscriptionStatus::isSlow)
                .hasSize(1);
        released.countDown();
        assertThat(numbers(slow.take(4))).isEqualTo(range(2, 5));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_handler_that_throws_is_counted_and_gets_the_next() throws Exception {
        Inbox<Event<Ping>> inbox = new Inbox<>();
        Subscription subscription = treasury.subscribe(FEED, event -> {
            inbox.accept(event);
            throw new IllegalStateException("cannot take " + event.payload().number());
        });
        Publisher<Ping> publisher = oms.publisher(TOPIC);

        publisher.put(ping(1));
        publisher.put(ping(2));

        assertThat(numbers(inbox.take(2))).containsExactly(1L, 2L);
        Inbox.until(() -> subscription.status().failed() == 2);
        assertThat(subscription.status().failure().orElseThrow()).contains("cannot take");
    }

    @Test
    void only_the_source_of_a_subject_publishes_there() {
        assertRefused(Category.FOREIGN_SUBJECT, () -> treasury.publisher(TOPIC));
        assertRefused(Category.FOREIGN_SUBJECT, () -> treasury.streamPublisher(TOPIC));
        assertRefused(Category.FOREIGN_SUBJECT, () -> treasury.keep(StreamOptions.of("PINGS", ALL)));
        assertRefused(
                Category.FOREIGN_SUBJECT,
                () -> oms.keep(StreamOptions.of("ALL", SubjectPattern.parse("mts.v1.*.pings.sent"))));
        assertRefused(
                Category.FOREIGN_SUBJECT,
                () -> treasury.answer(new Call<>(SENT, Ping.class, Ping.class), ping -> ping));
    }

    @Test
    void only_what_is_of_the_topic_is_published() {
        Publisher<Ping> publisher = oms.publisher(TOPIC);
        Subject other = Subject.parse("mts.v1.oms.pongs.sent");

        assertThatThrownBy(() -> publisher.offer(new Event<>(new EventId("e"), other, Instant.EPOCH, new Ping(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subject must be " + SENT + " or a part of it, was " + other);
        assertThatThrownBy(() -> Topic.of(StableSubject.FILLS_CREATED, Ping.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** On a text protocol a line feed in a subject would be a command of its own. */
    @Test
    void a_subject_with_a_line_feed_never_gets_that_far() {
        for (String evil : List.of("mts.v1.oms.pings.sent\r\nPUB x 0", "mts.v1.oms.pings.se\nnt", "mts.v1.oms.> \n")) {
            assertThatThrownBy(() -> Subject.parse(evil)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SubjectPattern.parse(evil)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> SENT.partition(Subject.Key.SYMBOL, "A\nB"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FEED.inGroup("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> network.connect("oms\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_message_of_100_megabytes_is_refused_and_the_next_goes_through() throws Exception {
        Topic<String> texts = new Topic<>(Subject.parse("mts.v1.oms.texts.sent"), String.class);
        Inbox<Event<String>> inbox = new Inbox<>();
        treasury.subscribe(Feed.of(texts), inbox);
        Publisher<String> publisher = oms.publisher(texts);
        Event<String> huge = texts.event(new EventId("huge"), Instant.EPOCH, Pings.megabytes(100));

        assertRefused(Category.TOO_LONG, () -> publisher.offer(huge));
        assertRefused(Category.TOO_LONG, () -> publisher.put(huge));

        publisher.put(texts.event(new EventId("small"), Instant.EPOCH, "small"));
        assertThat(inbox.take().payload()).isEqualTo("small");
    }

    @Test
    void the_longest_message_goes_through() throws Exception {
        Topic<String> texts = new Topic<>(Subject.parse("mts.v1.oms.texts.sent"), String.class);
        Inbox<Event<String>> inbox = new Inbox<>();
        treasury.subscribe(Feed.of(texts), inbox);
        Event<String> empty = texts.event(new EventId("long"), Instant.EPOCH, "");
        int room = Bus.MAX_MESSAGE_BYTES - Envelope.encode(empty).length;

        Publisher<String> publisher = oms.publisher(texts);
        publisher.put(texts.event(new EventId("long"), Instant.EPOCH, "x".repeat(room)));

        assertThat(inbox.take().payload()).hasSize(room);
        assertRefused(
                Category.TOO_LONG,
                () -> publisher.put(texts.event(new EventId("long"), Instant.EPOCH, "x".repeat(room + 1))));
    }

    @Test
    void an_older_consumer_reads_what_a_newer_producer_writes() throws Exception {
        Topic<NewPing> newer = new Topic<>(SENT, NewPing.class);
        Inbox<Event<Ping>> inbox = new Inbox<>();
        Publisher<NewPing> publisher = oms.publisher(newer);
        treasury.subscribe(FEED, inbox);

        publisher.put(newer.event(new EventId("e"), Instant.EPOCH, new NewPing(7, "red")));

        assertThat(inbox.take().payload()).isEqualTo(new Ping(7));
    }

    @Test
    void a_break_is_refused_at_the_start() {
        oms.publisher(TOPIC);

        assertRefused(Category.SCHEMA_BREAK, () -> oms.publisher(new Topic<>(SENT, OtherPing.class)));
        assertRefused(
                Category.SCHEMA_BREAK,
                () -> treasury.subscribe(Feed.of(SubjectPattern.of(SENT), NewPing.class), _ -> {}));
        assertRefused(Category.SCHEMA_BREAK, () -> treasury.subscribe(Feed.of(ALL, OtherPing.class), _ -> {}));
        oms.publisher(new Topic<>(Subject.parse("mts.v2.oms.pings.sent"), OtherPing.class));
        treasury.subscribe(FEED, _ -> {});
    }

    @Test
    void a_tap_sees_everything_as_json() throws Exception {
        Inbox<String> lines = new Inbox<>();
        treasury.tap(SubjectPattern.parse("mts.>"), lines);

        oms.publisher(TOPIC).put(ping(1, "alpha"));

        assertThat(lines.take())
                .isEqualTo("{\"event_id\":\"ping-alpha-1\",\"subject\":\"mts.v1.oms.pings.sent.fund.alpha\","
                        + "\"at\":\"1970-01-01T00:00:01Z\",\"payload\":{\"number\":1}}");
    }

    @Test
    void what_is_closed_takes_nothing() {
        Publisher<Ping> publisher = oms.publisher(TOPIC);
        oms.subscribe(FEED, _ -> {});
        oms.close();
        oms.close();

        assertRefused(Category.CLOSED, () -> publisher.offer(ping(1)));
        assertRefused(Category.CLOSED, () -> publisher.put(ping(1)));
        assertRefused(Category.CLOSED, () -> oms.publisher(TOPIC));
        assertRefused(Category.CLOSED, () -> oms.subscribe(FEED, _ -> {}));
        assertThat(oms.subscriptions()).isEmpty();
        network.close();
        assertRefused(Category.CLOSED, () -> network.connect(OMS));
    }
}
