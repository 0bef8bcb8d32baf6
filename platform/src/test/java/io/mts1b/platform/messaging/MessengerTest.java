package io.mts1b.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.messaging.MessageEvent.Delayed;
import io.mts1b.platform.messaging.MessageEvent.Delivered;
import io.mts1b.platform.messaging.MessageEvent.Dropped;
import io.mts1b.testkit.ForAll;
import io.mts1b.testkit.chat.ChatPost;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessengerTest {

    private static final QuietHours NIGHT =
            new QuietHours(ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0), LocalTime.of(7, 0), Severity.WARNING);

    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    private static Message info(String key) {
        return Message.of(Severity.INFO, key, "about " + key);
    }

    private static Message critical(String key) {
        return Message.of(Severity.CRITICAL, key, "act on " + key);
    }

    @Test
    void each_severity_goes_where_it_belongs() {
        Map<String, ChannelSettings> channels = new LinkedHashMap<>();
        channels.put("ops", desk.telegram(List.of(Severity.CRITICAL), 20, 10, null));
        channels.put("desk", desk.slack(List.of(Severity.WARNING, Severity.CRITICAL)));
        channels.put("all", desk.webhook());
        try (Messenger messenger = desk.messenger(channels, Duration.ZERO)) {
            assertThat(messenger.send(info("a"))).isEqualTo(new Sent(false, 1, 0, 0));
            assertThat(messenger.send(Message.of(Severity.WARNING, "b", "look")))
                    .isEqualTo(new Sent(false, 2, 0, 0));
            assertThat(messenger.send(critical("c"))).isEqualTo(new Sent(false, 3, 0, 0));
            desk.work(messenger);
        }

        Map<String, List<String>> texts = desk.server.posts().stream()
                .collect(Collectors.groupingBy(
                        ChatPost::service, Collectors.mapping(ChatPost::text, Collectors.toList())));
        assertThat(texts)
                .containsEntry("telegram", List.of("act on c"))
                .containsEntry("slack", List.of("act on c", "look"))
                .containsEntry("webhook", List.of("act on c", "about a", "look"));
    }

    @Test
    void nobody_is_told_where_there_is_no_channel() {
        try (Messenger messenger = desk.messenger(Map.of(), Duration.ZERO)) {
            assertThat(messenger.send(critical("a")).isAccepted()).isFalse();
            assertThat(messenger.work()).isEmpty();
        }
    }

    @Test
    void one_key_is_one_message_within_the_window() {
        try (Messenger messenger = desk.messenger(desk.telegram())) {
            assertThat(messenger.send(info("a")).repeated()).isFalse();
            assertThat(messenger.send(info("a")).repeated()).isTrue();
            assertThat(messenger.send(info("b")).repeated()).isFalse();
            assertThat(messenger.send(info("a"))).isEqualTo(new Sent(true, 0, 0, 0));
            assertThat(messenger.send(critical("a")).repeated())
                    .as("what is worse is not the same")
                    .isFalse();
            assertThat(messenger.send(info("a")).repeated()).isTrue();
            desk.work(messenger);
            assertThat(messenger.send(info("a")).repeated()).isFalse();
            desk.work(messenger);
        }

        assertThat(desk.texts())
                .containsExactly(
                        "act on a",
                        "about a",
                        "about b",
                        "2 more times since 2026-11-20T12:00:00Z: about a",
                        "1 more time since 2026-11-20T12:00:00Z: act on a",
                        "about a");
    }

    @Test
    void a_long_message_comes_in_pages_that_hold_all_of_it() {
        String text = "0123456789 \uD83D\uDE80 zeile\n".repeat(700);
        try (Messenger messenger = desk.messenger(desk.telegram())) {
            messenger.send(Message.of(Severity.INFO, "a", text));
            desk.work(messenger);
        }
        assertThat(desk.texts()).hasSize(4).allMatch(page -> page.length() <= 4_096 && page.endsWith("\n"));
        assertThat(String.join("", desk.texts())).isEqualTo(text);
        assertThat(desk.events).hasSize(1).allMatch(Delivered.class::isInstance);
    }

    @Test
    void a_service_that_wants_to_be_left_alone_is() {
        desk.server.answerNext(429, "{\"ok\":false,\"parameters\":{\"retry_after\":90}}", Map.of());
        Instant start = desk.clock.instant();
        try (Messenger messenger = desk.messenger(desk.telegram())) {
            messenger.send(info("a"));
            assertThat(messenger.work()).contains(start.plusSeconds(90));
            messenger.send(critical("b"));
            assertThat(messenger.work()).as("also by what is critical").contains(start.plusSeconds(90));
            assertThat(desk.server.requests()).isEqualTo(1);

            desk.clock.advance(Duration.ofSeconds(90));
            desk.work(messenger);
        }
        assertThat(desk.texts()).containsExactly("act on b", "about a");
        assertThat(desk.events.getFirst())
                .isEqualTo(new Delayed(
                        "ops",
                        info("a"),
                        "Telegram channel ops is sent too much, and wants to be left alone for PT1M30S",
                        Duration.ofSeconds(90)));
    }

    @Test
    void what_fails_is_tried_again_at_growing_intervals_and_only_the_page_that_failed() {
        String text = "x".repeat(5_000);
        try (Messenger messenger = desk.messenger(desk.telegram())) {
            messenger.send(Message.of(Severity.INFO, "a", text));
            messenger.work();
            assertThat(desk.texts()).hasSize(1);
            for (int i = 0; i < 6; i++) {
                desk.server.answerNext(503, "", Map.of());
            }
            desk.work(messenger);
        }
        assertThat(String.join("", desk.texts())).isEqualTo(text);
        List<Duration> delays = desk.events.stream()
                .filter(Delayed.class::isInstance)
                .map(event -> ((Delayed) event).delay())
                .toList();
        assertThat(delays).hasSize(6);
        assertThat(delays.getFirst()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(delays.getLast()).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(32));
    }

    @Test
    void what_stays_impossible_is_dropped_and_the_channel_says_so() {
        desk.server.answerNext(400, "{\"ok\":false,\"description\":\"Bad Request: no\"}", Map.of());
        try (Messenger messenger = desk.messenger(desk.telegram())) {
            messenger.send(critical("a"));
            messenger.send(info("b"));
            desk.work(messenger);
            assertThat(messenger.status()).containsExactly(new ChannelStatus("ops", 0, 0, 1, 1, 1));
        }
        assertThat(desk.events)
                .contains(new Dropped(
                        "ops", critical("a"), "Telegram channel ops refused the message with 400: 'Bad Request: no'"));
        assertThat(desk.texts())
                .containsExactly("about b", "1 message was dropped here, critical ones among them; the log says which");
    }

    @Test
    void what_is_too_old_is_dropped() {
        desk.server.close();
        try (Messenger messenger = desk.messenger(desk.telegram())) {
            messenger.send(info("a"));
            desk.workUntil(messenger, desk.clock.instant().plus(Duration.ofHours(25)));
            assertThat(messenger.status().getFirst().dropped()).isEqualTo(1);
        }
        assertThat(desk.events.stream().filter(Dropped.class::isInstance).map(event -> ((Dropped) event).reason()))
                .first()
                .asString()
                .startsWith("too old: Telegram channel ops gave no answer: POST http://127.0.0.1:");
    }

    @Test
    void no_more_is_posted_than_the_limits_allow() {
        Instant start = desk.clock.instant();
        try (Messenger messenger = desk.messenger(desk.telegram(List.of(), 3, 100, null))) {
            for (int i = 0; i < 7; i++) {
                messenger.send(info("k" + i));
            }
            desk.workUntil(messenger, start.plusSeconds(59));
            assertThat(desk.texts()).hasSize(3);
            desk.workUntil(messenger, start.plusSeconds(119));
            assertThat(desk.texts()).hasSize(6);
            desk.workUntil(messenger, start.plusSeconds(180));
            assertThat(desk.texts()).hasSize(7);
        }
    }

    @Test
    void a_full_channel_drops_what_is_new_but_never_the_critical_for_it() {
        try (Messenger messenger = desk.messenger(desk.telegram(List.of(), 1_000, 3, null))) {
            for (int i = 0; i < 5; i++) {
                assertThat(messenger.send(info("k" + i)).dropped()).isEqualTo(i < 3 ? 0 : 1);
            }
            assertThat(messenger.send(info("k4")).repeated())
                    .as("what was dropped was not sent")
                    .isFalse();
            for (int i = 0; i < 3; i++) {
                assertThat(messenger.send(critical("c" + i))).isEqualTo(new Sent(false, 1, 0, 0));
            }
            assertThat(messenger.send(critical("c3")))
                    .as("all that waits is critical, and the sender is told")
                    .isEqualTo(new Sent(false, 0, 0, 1));
            assertThat(messenger.status()).containsExactly(new ChannelStatus("ops", 3, 0, 0, 7, 1));
            desk.work(messenger);
        }
        assertThat(desk.texts())
                .containsExactly(
                        "act on c0",
                        "act on c1",
                        "act on c2",
                        "7 messages were dropped here, critical ones among them; the log says which");
        assertThat(desk.events.stream().filter(Dropped.class::isInstance)).hasSize(7);
    }

    @Test
    void in_quiet_hours_only_what_is_critical_comes_through() {
        desk.clock.set(Instant.parse("2026-11-20T22:30:00Z")); // 23:30 in Berlin
        Instant morning = Instant.parse("2026-11-21T06:00:00Z");
        try (Messenger messenger = desk.messenger(desk.telegram(List.of(), 1_000, 100, NIGHT))) {
            assertThat(messenger.send(info("a"))).isEqualTo(new Sent(false, 0, 1, 0));
            assertThat(messenger.send(critical("b"))).isEqualTo(new Sent(false, 1, 0, 0));
            messenger.work();
            desk.clock.advance(Duration.ofMinutes(61));
            messenger.send(Message.of(Severity.WARNING, "c", "look"));
            desk.workUntil(messenger, morning.minusNanos(1));
            assertThat(desk.texts()).containsExactly("act on b");
            assertThat(messenger.work()).contains(morning);

            desk.workUntil(messenger, morning);
            messenger.work();
            assertThat(messenger.status()).containsExactly(new ChannelStatus("ops", 0, 0, 3, 0, 0));
        }
        assertThat(desk.texts())
                .containsExactly(
                        "act on b", "2 messages of the quiet hours\n\n23:30 info: about a\n00:31 warning: look");
    }

    @Test
    void what_could_not_be_posted_before_it_was_quiet_waits_for_the_morning() {
        desk.clock.set(Instant.parse("2026-11-20T20:59:58Z")); // two seconds before ten in Berlin
        Instant morning = Instant.parse("2026-11-21T06:00:00Z");
        desk.server.answerNext(429, "{\"ok\":false,\"parameters\":{\"retry_after\":60}}", Map.of());
        try (Messenger messenger = desk.messenger(desk.telegram(List.of(), 1_000, 100, NIGHT))) {
            messenger.send(info("a"));
            messenger.send(info("b"));
            assertThat(messenger.work()).contains(desk.clock.instant().plusSeconds(60));
            desk.clock.advance(Duration.ofSeconds(60));
            desk.workUntil(messenger, morning.minusNanos(1));
            assertThat(desk.texts()).isEmpty();
            assertThat(messenger.status().getFirst().held()).isEqualTo(2);
            desk.workUntil(messenger, morning.plusSeconds(1));
        }
        assertThat(desk.texts())
                .containsExactly("2 messages of the quiet hours\n\n21:59 info: about a\n21:59 info: about b");
    }

    /** Whatever comes, and however services fail: each message is delivered or dropped, once, and told. */
    @Test
    void nothing_is_lost() {
        ForAll.cases(25, random -> {
            try (Desk wild = new Desk()) {
                List<Message> sent = new ArrayList<>();
                try (Messenger messenger =
                        wild.messenger(Map.of("ops", wild.telegram(List.of(), 1_000, 6, NIGHT)), Duration.ZERO)) {
                    for (int i = 0; i < 40; i++) {
                        Message message = Message.of(ForAll.oneOf(random, Severity.values()), "k" + i, "text " + i);
                        sent.add(message);
                        messenger.send(message);
                        if (random.nextInt(3) == 0) {
                            wild.server.answerNext(ForAll.oneOf(random, 429, 400, 503), "{\"ok\":false}", Map.of());
                        }
                        wild.clock.advance(Duration.ofMinutes(random.nextInt(120)));
                        messenger.work();
                    }
                }
                List<Message> settled = new ArrayList<>();
                wild.events.forEach(event -> {
                    switch (event) {
                        case Delivered delivered -> settled.add(delivered.message());
                        case Dropped dropped -> settled.add(dropped.message());
                        case Delayed _ -> {}
                    }
                });
                assertThat(settled).containsExactlyInAnyOrderElementsOf(sent);
                String seen = String.join("\n", wild.texts()) + "\n";
                wild.events.stream()
                        .filter(Delivered.class::isInstance)
                        .forEach(event -> assertThat(seen)
                                .contains(((Delivered) event).message().text() + "\n"));
            }
        });
    }

    @Test
    void closing_drops_what_waits_and_says_so() {
        Messenger messenger = desk.messenger(desk.telegram());
        messenger.send(info("a"));
        messenger.close();

        assertThat(desk.events).containsExactly(new Dropped("ops", info("a"), "closed"));
        assertThatThrownBy(() -> messenger.send(info("b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("messenger must be open to send, was closed");
    }

    @Test
    void threads_post_by_themselves() throws InterruptedException {
        CountDownLatch delivered = new CountDownLatch(2);
        Map<String, ChannelSettings> channels = Map.of("ops", desk.telegram(), "desk", desk.webhook());
        try (Messenger messenger = new Messenger(
                new MessagingSettings(channels, Duration.ZERO, Duration.ofDays(1)),
                desk.http(),
                desk.clock,
                new SplittableRandom(1),
                _ -> {
                    delivered.countDown();
                    throw new IllegalStateException("a listener that fails costs nothing");
                })) {
            messenger.start();
            messenger.send(info("a"));
            assertThat(delivered.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(desk.texts()).containsExactly("about a", "about a");
    }
}
