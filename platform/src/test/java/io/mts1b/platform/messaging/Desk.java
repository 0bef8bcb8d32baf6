package io.mts1b.platform.messaging;

import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpObserver.Attempt;
import io.mts1b.platform.http.HttpSettings;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.Tls;
import io.mts1b.testkit.chat.ChatPost;
import io.mts1b.testkit.chat.ChatServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A server, a clock that is moved by hand, and all that was heard. */
final class Desk implements AutoCloseable {

    final ChatServer server = ChatServer.start();
    final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T12:00:00Z"));
    final List<MessageEvent> events = Collections.synchronizedList(new ArrayList<>());
    final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private final HttpClients clients = new HttpClients(
            Configuration.defaults(HttpSettings.class),
            new HttpClients.Surroundings(
                    Tls.system(),
                    Redaction.standard(),
                    attempts::add,
                    clock,
                    duration -> {
                        throw new AssertionError("must not wait, was to wait " + duration);
                    },
                    new SplittableRandom(1)),
            Map.of());

    HttpClient http() {
        return clients.client(Backoff.STANDARD);
    }

    ChannelSettings telegram(List<Severity> severities, int perMinute, int capacity, @Nullable QuietHours quiet) {
        return new ChannelSettings(
                ChannelKind.TELEGRAM,
                Secret.of(ChatServer.TELEGRAM_TOKEN),
                "-100",
                severities,
                perMinute,
                capacity,
                quiet,
                server.telegram());
    }

    ChannelSettings telegram() {
        return telegram(List.of(), 1_000, 100, null);
    }

    ChannelSettings slack(List<Severity> severities) {
        return new ChannelSettings(
                ChannelKind.SLACK,
                Secret.of(ChatServer.SLACK_TOKEN),
                "C012",
                severities,
                1_000,
                100,
                null,
                server.slack());
    }

    ChannelSettings webhook() {
        return new ChannelSettings(
                ChannelKind.SLACK_WEBHOOK,
                Secret.of(server.webhook().toString()),
                null,
                List.of(),
                1_000,
                100,
                null,
                null);
    }

    Messenger messenger(Map<String, ChannelSettings> channels, Duration window) {
        return new Messenger(
                new MessagingSettings(new LinkedHashMap<>(channels), window, Duration.ofDays(1)),
                http(),
                clock,
                new SplittableRandom(7),
                events::add);
    }

    Messenger messenger(ChannelSettings channel) {
        return messenger(Map.of("ops", channel), Duration.ofMinutes(10));
    }

    /** Moves the clock from one due time to the next until nothing waits, or a time is reached. */
    void workUntil(Messenger messenger, Instant end) {
        var next = messenger.work();
        while (next.isPresent() && !next.get().isAfter(end)) {
            clock.set(next.get());
            next = messenger.work();
        }
        clock.set(end);
    }

    void work(Messenger messenger) {
        workUntil(messenger, clock.instant().plus(Duration.ofHours(1)));
    }

    List<String> texts() {
        return server.posts().stream().map(ChatPost::text).toList();
    }

    @Override
    public void close() {
        clients.close();
        server.close();
    }
}
