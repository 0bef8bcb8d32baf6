package io.mts1b.platform.messaging;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.security.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One channel in the configuration.
 *
 * @param kind how it is reached
 * @param secret the token of the bot, or the address of the webhook
 * @param chat the chat or channel, such as {@code -1001234} or {@code C012AB3CD}; not for a webhook, which has one
 * @param severities which messages go there; all if there are none
 * @param perMinute how many pages a minute may be posted at most, 1 to 1000; Telegram lets a bot post 20 into a group
 * @param capacity how many messages may wait, 1 to 100000
 * @param quiet when it is quiet there; never if it is left out
 * @param api where the service is, if not at its own address: a server of the Bot API of one's own, or a proxy
 */
public record ChannelSettings(
        ChannelKind kind,
        Secret secret,
        @Nullable String chat,
        List<Severity> severities,
        @Default("20") int perMinute,
        @Default("1000") int capacity,
        @Nullable QuietHours quiet,
        @Nullable URI api) {

    /** Validates, and copies. */
    public ChannelSettings {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(secret, "secret");
        Require.that(
                (chat == null) == (kind == ChannelKind.SLACK_WEBHOOK), "chat must be given, but not for a webhook");
        Require.that(
                api == null || (api.getHost() != null && kind != ChannelKind.SLACK_WEBHOOK),
                "api must be an absolute address, and none for a webhook");
        severities = List.copyOf(severities);
        Require.that(perMinute >= 1 && perMinute <= 1_000, "perMinute must be 1 to 1000, was " + perMinute);
        Require.that(capacity >= 1 && capacity <= 100_000, "capacity must be 1 to 100000, was " + capacity);
    }

    boolean takes(Severity severity) {
        return severities.isEmpty() || severities.contains(severity);
    }

    /**
     * Opens the channel.
     *
     * @param name what it is called in errors
     * @param http who sends requests; its observer's redaction should know {@link #secret()}
     * @param clock the time
     * @return the channel
     * @throws IllegalArgumentException if the secret is none of its kind; the message does not show it
     */
    public Channel open(String name, HttpClient http, InstantSource clock) {
        String room = Objects.requireNonNullElse(chat, "");
        return switch (kind) {
            case TELEGRAM ->
                new TelegramChannel(
                        name, Objects.requireNonNullElse(api, TelegramChannel.API), secret, room, http, clock);
            case SLACK ->
                SlackChannel.bot(name, Objects.requireNonNullElse(api, SlackChannel.API), secret, room, http, clock);
            case SLACK_WEBHOOK -> SlackChannel.webhook(name, secret, http, clock);
        };
    }
}
