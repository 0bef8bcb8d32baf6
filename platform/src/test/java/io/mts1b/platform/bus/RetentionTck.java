package io.mts1b.platform.bus;

import static io.mts1b.platform.bus.BusTck.assertRefused;
import static io.mts1b.platform.bus.BusTck.range;
import static io.mts1b.platform.bus.Pings.OMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.platform.bus.BusException.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every bus lets go of a stream that keeps no more than so much, or for so long. */
abstract class RetentionTck {

    private static final Topic<Note> TOPIC = new Topic<>(Subject.parse("mts.v1.oms.notes.written"), Note.class);
    private static final StreamOptions NOTES = StreamOptions.of("NOTES", SubjectPattern.of(TOPIC.subject()));
    private static final String LONG = "x".repeat(50_000);

    private BusNetwork network;
    private Bus oms;

    /** A payload of any length. */
    record Note(long number, String text) {}

    /** Opens a network on which nothing was ever published. */
    abstract BusNetwork open() throws Exception;

    @BeforeEach
    void connect() throws Exception {
        network = open();
        oms = network.connect(OMS);
    }

    @AfterEach
    void close() {
        if (network != null) {
            network.close();
        }
    }

    private void publish(long from, long to, String text) {
        StreamPublisher<Note> publisher = oms.streamPublisher(TOPIC);
        for (long number = from; number <= to; number++) {
            publisher
                    .publish(TOPIC.event(new EventId("note-" + number), Instant.EPOCH, new Note(number, text)))
                    .join();
        }
    }

    private static void acknowledge(Inbox<Event<Note>> inbox, Delivery<Note> delivery) {
        delivery.ack();
        inbox.accept(delivery.event());
    }

    private Subscription consume(String name, Inbox<Event<Note>> inbox) {
        return oms.consume(Feed.of(TOPIC), ConsumerOptions.of(name), delivery -> acknowledge(inbox, delivery));
    }

    private static long number(Event<Note> event) {
        return event.payload().number();
    }

    @Test
    void the_newest_events_are_kept_up_to_a_size() throws Exception {
        oms.keep(NOTES.withMaxBytes(1_000_000));
        publish(1, 60, LONG);

        Inbox<Event<Note>> inbox = new Inbox<>();
        consume("late", inbox);
        long first = number(inbox.take());

        // 19 of them fit; a part of the limit may be let go before its time.
        assertThat(first).isBetween(42L, 48L);
        assertThat(inbox.take((int) (60 - first)).stream().map(RetentionTck::number))
                .isEqualTo(range(first + 1, 60));
    }

    @Test
    void a_consumer_that_is_too_slow_goes_on_with_what_is_kept() throws Exception {
        oms.keep(NOTES.withMaxBytes(1_000_000));
        publish(1, 3, LONG);
        Inbox<Event<Note>> inbox = new Inbox<>();
        Subscription subscription = consume("slow", inbox);
        assertThat(inbox.take(3).stream().map(RetentionTck::number)).containsExactly(1L, 2L, 3L);
        Inbox.until(() -> subscription.status().unacknowledged() == 0);
        subscription.close();
        publish(4, 60, LONG);

        Inbox<Event<Note>> after = new Inbox<>();
        consume("slow", after);
        long first = number(after.take());
        // At least once: the position may have been kept a moment before the last were acknowledged.
        assertThat(first).isGreaterThan(40);
        assertThat(after.take((int) (60 - first)).stream().map(RetentionTck::number))
                .isEqualTo(range(first + 1, 60));
    }

    @Test
    void events_are_kept_for_a_time() throws Exception {
        oms.keep(NOTES.withMaxAge(Duration.ofMillis(300)));
        publish(1, 1, "first");

        long oldest = 1;
        for (long number = 2; oldest == 1; number++) {
            publish(number, number, "later");
            Inbox<Event<Note>> inbox = new Inbox<>();
            try (Subscription _ = consume("reader-" + number, inbox)) {
                oldest = number(inbox.take());
            }
        }
        assertThat(oldest).isGreaterThan(1);
    }

    @Test
    void a_stream_keeps_its_limits() {
        oms.keep(NOTES.withMaxBytes(1_000_000).withMaxAge(Duration.ofMinutes(1)));
        oms.keep(NOTES.withMaxBytes(1_000_000).withMaxAge(Duration.ofMinutes(1)));

        assertRefused(Category.STREAM, () -> oms.keep(NOTES.withMaxBytes(2_000_000)));
    }

    @Test
    void limits_that_make_no_sense_are_refused() {
        assertThat(NOTES.withMaxAge(Duration.ofSeconds(1)).dedupeWindow()).isEqualTo(Duration.ofSeconds(1));
        assertThat(List.of(
                        message(() -> NOTES.withMaxBytes(999_999)),
                        message(() -> NOTES.withMaxAge(Duration.ofMillis(99))),
                        message(() -> new StreamOptions(
                                "N", NOTES.patterns(), Duration.ofHours(2), Duration.ofHours(1), null))))
                .containsExactly(
                        "maxBytes must be at least 1000000, was 999999",
                        "maxAge must be at least PT0.1S, was PT0.099S",
                        "dedupeWindow must be at most maxAge PT1H, was PT2H");
    }

    private static String message(Runnable call) {
        try {
            call.run();
            return "nothing";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
