package io.mts1b.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.messaging.ChannelException.Advice;
import io.mts1b.platform.messaging.Span.Style;
import io.mts1b.platform.security.Secret;
import io.mts1b.testkit.chat.ChatPost;
import io.mts1b.testkit.chat.ChatServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of what is sent, to the letter, and what is made of answers. */
class ChannelTest {

    private static final List<Span> PAGE = List.of(
            new Span(Style.BOLD, "R&D"), Span.plain(" lost <5 % & more> *_`~ \n"), new Span(Style.CODE, "a<b>"));

    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    private Channel telegram() {
        return desk.telegram().open("ops", desk.http(), desk.clock);
    }

    private Channel slack() {
        return desk.slack(List.of()).open("ops", desk.http(), desk.clock);
    }

    private Channel webhook() {
        return desk.webhook().open("ops", desk.http(), desk.clock);
    }

    @Test
    void telegram_gets_html() {
        telegram().post(PAGE);

        assertThat(desk.server.posts())
                .containsExactly(new ChatPost(
                        "telegram",
                        "-100",
                        "R&D lost <5 % & more> *_`~ \na<b>",
                        "{\"chat_id\":\"-100\",\"text\":\"<b>R&amp;D</b> lost &lt;5 % &amp; more&gt; *_`~ \\n"
                                + "<code>a&lt;b&gt;</code>\",\"parse_mode\":\"HTML\","
                                + "\"link_preview_options\":{\"is_disabled\":true}}"));
    }

    @Test
    void slack_gets_rich_text_and_a_text_for_notifications() {
        slack().post(PAGE);
        webhook().post(PAGE);

        String rest = "\"text\":\"R&amp;D lost &lt;5 % &amp; more&gt; *_`~ \\na&lt;b&gt;\",\"mrkdwn\":false,"
                + "\"blocks\":[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                + "{\"type\":\"text\",\"text\":\"R&D\",\"style\":{\"bold\":true}},"
                + "{\"type\":\"text\",\"text\":\" lost <5 % & more> *_`~ \\n\"},"
                + "{\"type\":\"text\",\"text\":\"a<b>\",\"style\":{\"code\":true}}]}]}]}";
        String seen = "R&D lost <5 % & more> *_`~ \na<b>";
        assertThat(desk.server.posts())
                .containsExactly(
                        new ChatPost("slack", "C012", seen, "{\"channel\":\"C012\"," + rest),
                        new ChatPost("webhook", "", seen, "{" + rest));
    }

    private static ChannelException failure(Channel channel) {
        ChannelException failure = catchThrowableOfType(ChannelException.class, () -> channel.post(PAGE));
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void telegram_says_how_long_to_leave_it_alone() {
        desk.server.answerNext(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\","
                        + "\"parameters\":{\"retry_after\":35}}",
                Map.of());

        ChannelException failure = failure(telegram());

        assertThat(failure.advice()).isEqualTo(Advice.TRY_AGAIN);
        assertThat(failure.after()).contains(Duration.ofSeconds(35));
        assertThat(failure).hasMessage("Telegram channel ops is sent too much, and wants to be left alone for PT35S");
    }

    @Test
    void slack_says_so_in_a_header() {
        desk.server.answerNext(429, "{\"ok\":false,\"error\":\"ratelimited\"}", Map.of("Retry-After", "30"));
        desk.server.answerNext(429, "", Map.of("Retry-After", "Fri, 20 Nov 2026 12:00:07 GMT"));
        desk.server.answerNext(429, "", Map.of());

        assertThat(failure(slack()).after()).contains(Duration.ofSeconds(30));
        assertThat(failure(webhook()).after()).contains(Duration.ofSeconds(7));
        assertThat(failure(webhook()).after()).as("it did not say").contains(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "500 | {\"ok\":false,\"error_code\":500} | TRY_AGAIN | Telegram channel ops answered 500",
                "502 | <html> | TRY_AGAIN | Telegram channel ops answered 502",
                "200 | <html> | TRY_AGAIN | Telegram channel ops answered 200 with something else than JSON",
                "400 | {\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"} | GIVE_UP"
                        + " | Telegram channel ops refused the message with 400: 'Bad Request: chat not found'",
                "400 | {\"ok\":false,\"description\":\"migrated\",\"parameters\":{\"migrate_to_chat_id\":-1001}} | GIVE_UP"
                        + " | Telegram channel ops refused the message with 400: 'migrated', the chat is now -1001",
            })
    void what_telegram_answers_is_judged(int status, String body, Advice advice, String message) {
        desk.server.answerNext(status, body.strip(), Map.of());
        ChannelException failure = failure(telegram());
        assertThat(failure.advice()).isEqualTo(advice);
        assertThat(failure).hasMessage(message.strip());
    }

    @ParameterizedTest
    @CsvSource({"internal_error, TRY_AGAIN", "channel_not_found, GIVE_UP", "invalid_auth, GIVE_UP"})
    void what_slack_answers_is_judged(String error, Advice advice) {
        desk.server.answerNext(200, "{\"ok\":false,\"error\":\"" + error + "\"}", Map.of());
        ChannelException failure = failure(slack());
        assertThat(failure.advice()).isEqualTo(advice);
        assertThat(failure).hasMessageContaining(error);
    }

    @Test
    void a_webhook_that_is_gone_is_given_up() {
        desk.server.answerNext(404, "no_service", Map.of());
        desk.server.answerNext(500, "rollup_error", Map.of());
        assertThat(failure(webhook()).advice()).isEqualTo(Advice.GIVE_UP);
        assertThat(failure(webhook()).advice()).isEqualTo(Advice.TRY_AGAIN);
    }

    @Test
    void a_wrong_token_is_told_without_the_token() {
        ChannelSettings wrong = new ChannelSettings(
                ChannelKind.TELEGRAM,
                Secret.of("987654321:XXF-abcdefghijklmnopqrstuvwxyz01234"),
                "-100",
                List.of(),
                20,
                10,
                null,
                desk.server.telegram());

        ChannelException failure = failure(wrong.open("ops", desk.http(), desk.clock));

        assertThat(failure.advice()).isEqualTo(Advice.GIVE_UP);
        assertThat(failure).hasMessage("Telegram channel ops refused the message with 401: 'Unauthorized'");
    }

    /** Everything that can be seen of a channel that fails in every way it can, for each secret there is. */
    @Test
    void no_secret_is_seen_anywhere() {
        StringWriter seen = new StringWriter();
        Map<String, Channel> channels = new LinkedHashMap<>();
        channels.put(ChatServer.TELEGRAM_TOKEN, telegram());
        channels.put(ChatServer.SLACK_TOKEN, slack());
        channels.put(desk.server.webhook().getPath(), webhook());
        channels.forEach((secret, channel) -> {
            String echo = "{\"ok\":false,\"error\":\"E\",\"description\":\"E\"}"
                    .replace("E", "a long way of saying that you have sent me " + secret);
            desk.server.answerNext(400, echo, Map.of());
            failure(channel).printStackTrace(new PrintWriter(seen));
            desk.server.answerNext(429, echo, Map.of("Retry-After", "1"));
            failure(channel).printStackTrace(new PrintWriter(seen));
        });
        desk.server.close();
        for (Channel channel : channels.values()) {
            failure(channel).printStackTrace(new PrintWriter(seen));
            seen.write(channel.toString());
        }
        seen.write(desk.telegram().toString() + desk.slack(List.of()) + desk.webhook());
        desk.attempts.stream()
                .filter(attempt -> !attempt.request().contains("/services/"))
                .forEach(attempt -> seen.write(attempt.toString()));
        seen.write(HttpRequest.of(
                        HttpRequest.Method.POST,
                        URI.create("https://api.telegram.org/bot1:abcdefghijklmnopqrstu/sendMessage"))
                .toString());
        seen.write(HttpRequest.of(
                        HttpRequest.Method.POST,
                        URI.create("https://hooks.slack.com"
                                + desk.server.webhook().getPath()))
                .toString());

        assertThat(desk.attempts).hasSize(9);
        assertThat(seen.toString())
                .contains(
                        "gave no answer: POST http://127.0.0.1:",
                        "/bot[REDACTED]/sendMessage",
                        "Authorization: [REDACTED]")
                .doesNotContain(
                        "AAF-abcdef", ChatServer.SLACK_TOKEN.substring(5), "abcdefghijklmnopqrstuvwx", "1:abcdefghij");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "123456789",
                "123456789:",
                ":AAF-abcdefghijklmnopqrstuvwxyz01234",
                "1:a b/../cdefghijklmnopqrstuvw"
            })
    void a_token_that_is_none_is_refused_and_not_shown(String token) {
        ChannelSettings settings =
                new ChannelSettings(ChannelKind.TELEGRAM, Secret.of(token), "-100", List.of(), 20, 10, null, null);
        assertThatThrownBy(() -> settings.open("ops", desk.http(), desk.clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ops.secret must be a bot's number, a colon and its key");
    }

    @Test
    void an_address_that_is_none_is_refused_and_not_shown() {
        ChannelSettings settings = new ChannelSettings(
                ChannelKind.SLACK_WEBHOOK, Secret.of("hooks slack/secret"), null, List.of(), 20, 10, null, null);
        assertThatThrownBy(() -> settings.open("ops", desk.http(), desk.clock))
                .hasMessage("ops.secret must be the address of a webhook")
                .hasNoCause();
    }

    @Test
    void services_are_at_their_own_addresses() {
        assertThat(TelegramChannel.API).hasToString("https://api.telegram.org");
        assertThat(SlackChannel.API).hasToString("https://slack.com/api");
        assertThat(Optional.of(slack()).map(Channel::pageLength)).contains(3_000);
        assertThat(telegram().pageLength()).isEqualTo(4_096);
    }
}
