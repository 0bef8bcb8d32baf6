package io.mts1b.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationException;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.security.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagingSettingsTest {

    @TempDir
    private Path folder;

    private MessagingSettings load(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("mts.yaml"), yaml);
        return Configuration.load(
                        List.of(new MessagingSection()),
                        ConfigurationSources.of(
                                Optional.of(file), Map.of("TELEGRAM_TOKEN", "1:abcdefghijklmnopqrstuvwxyz"), List.of()))
                .section(MessagingSettings.class);
    }

    @Test
    void all_keys() throws Exception {
        MessagingSettings settings = load("""
                messaging:
                  window: 5m
                  patience: 2h
                  channels:
                    ops:
                      kind: telegram
                      secret: env:TELEGRAM_TOKEN
                      chat: "-100"
                      severities: [warning, critical]
                      per_minute: 10
                      capacity: 50
                      quiet: {zone: Europe/Berlin, from: "22:00", to: "07:00", up_to: info}
                      api: https://bots.example.com
                """);

        assertThat(settings.window()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.patience()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.channels())
                .containsExactly(Map.entry(
                        "ops",
                        new ChannelSettings(
                                ChannelKind.TELEGRAM,
                                Secret.of("1:abcdefghijklmnopqrstuvwxyz"),
                                "-100",
                                List.of(Severity.WARNING, Severity.CRITICAL),
                                10,
                                50,
                                new QuietHours(
                                        ZoneId.of("Europe/Berlin"),
                                        LocalTime.of(22, 0),
                                        LocalTime.of(7, 0),
                                        Severity.INFO),
                                java.net.URI.create("https://bots.example.com"))));
    }

    @Test
    void all_defaults() throws Exception {
        assertThat(Configuration.defaults(MessagingSettings.class))
                .isEqualTo(new MessagingSettings(Map.of(), Duration.ofMinutes(10), Duration.ofDays(1)));
        ChannelSettings channel = load("""
                messaging:
                  channels:
                    hook: {kind: slack_webhook, secret: env:TELEGRAM_TOKEN, quiet: {zone: UTC, from: "22:00", to: "07:00"}}
                """).channels().get("hook");
        assertThat(channel)
                .isEqualTo(new ChannelSettings(
                        ChannelKind.SLACK_WEBHOOK,
                        Secret.of("1:abcdefghijklmnopqrstuvwxyz"),
                        null,
                        List.of(),
                        20,
                        1_000,
                        new QuietHours(ZoneId.of("UTC"), LocalTime.of(22, 0), LocalTime.of(7, 0), Severity.WARNING),
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind: telegram, secret: env:TELEGRAM_TOKEN | chat must be given, but not for a webhook",
                "kind: slack_webhook, chat: a, secret: env:TELEGRAM_TOKEN | chat must be given, but not for a webhook",
                "kind: slack_webhook, api: http://a, secret: env:TELEGRAM_TOKEN | api must be an absolute address, and none",
                "kind: slack, chat: a, secret: env:TELEGRAM_TOKEN, per_minute: 0 | perMinute must be 1 to 1000, was 0",
                "kind: slack, chat: a, secret: env:TELEGRAM_TOKEN, capacity: 0 | capacity must be 1 to 100000, was 0",
                "kind: slack, chat: a, secret: xoxb-1 | secret",
                "kind: fax, chat: a, secret: env:TELEGRAM_TOKEN | telegram",
                "kind: slack, chat: a, secret: env:TELEGRAM_TOKEN, severity: [info] | severity must be a known key",
            })
    void what_is_wrong_is_told(String channel, String message) {
        assertThatThrownBy(() -> load("messaging:\n  channels:\n    ops: {" + channel.strip() + "}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message.strip());
    }
}
