package io.mts1b.platform.messaging;

import io.mts1b.foundation.Require;
import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.http.HttpResponse;
import io.mts1b.platform.security.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A channel of Slack, by {@code chat.postMessage} with a bot's token, or by an incoming webhook, whose address is the secret
 * (docs.slack.dev).
 *
 * <p>The message is a block of rich text, in which nothing is markup; Slack's own markup has no way to write a star. The text
 * beside it is what notifications show.
 */
final class SlackChannel implements Channel {

    static final URI API = URI.create("https://slack.com/api");

    /** No limit of a block of rich text is stated; that of a section is. */
    private static final int LONGEST = 3_000;

    private static final List<String> PASSING =
            List.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");

    private final Posting posting;
    private final URI uri;
    private final @Nullable Secret token;
    private final @Nullable String chat;

    /** What is sent; the names are Slack's. */
    record Post(@Nullable String channel, String text, boolean mrkdwn, List<RichText> blocks) {}

    record RichText(String type, List<Section> elements) {}

    record Section(String type, List<Element> elements) {}

    record Element(String type, String text, @Nullable Look style) {}

    record Look(@Nullable Boolean bold, @Nullable Boolean code) {}

    record Reply(boolean ok, @Nullable String error) {}

    private SlackChannel(Posting posting, URI uri, @Nullable Secret token, @Nullable String chat) {
        this.posting = posting;
        this.uri = uri;
        this.token = token;
        this.chat = chat;
    }

    static SlackChannel bot(String name, URI api, Secret token, String chat, HttpClient http, InstantSource clock) {
        return new SlackChannel(
                new Posting("Slack channel " + name, http, clock, token),
                URI.create(api + "/chat.postMessage"),
                token,
                Require.visible(name + ".chat", chat, 64));
    }

    static SlackChannel webhook(String name, Secret address, HttpClient http, InstantSource clock) {
        URI uri = uri(name, address);
        // The path is what is secret, and a service may tell it without its own name.
        Posting posting = new Posting("Slack webhook " + name, http, clock, address, Secret.of(uri.getRawPath()));
        return new SlackChannel(posting, uri, null, null);
    }

    private static URI uri(String name, Secret address) {
        try {
            URI uri = URI.create(address.reveal());
            if (uri.getHost() != null && uri.getRawPath().length() > 1) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Its message is the address, which is secret.
        }
        throw new IllegalArgumentException(name + ".secret must be the address of a webhook");
    }

    @Override
    public int pageLength() {
        return LONGEST;
    }

    @Override
    public void post(List<Span> page) {
        HttpResponse response = posting.send(uri, token, body(page));
        if (posting.isTooMuch(response)) {
            throw posting.tooMuch(response, Optional.empty());
        }
        if (token == null) {
            requireOk(response.isSuccess(), response, response.text());
            return;
        }
        Reply reply = posting.read(response, Reply.class);
        if (reply.error() != null && PASSING.contains(reply.error())) {
            throw posting.tryAgain("could not take the message: " + reply.error());
        }
        requireOk(reply.ok(), response, reply.error());
    }

    private void requireOk(boolean ok, HttpResponse response, @Nullable String error) {
        if (!ok) {
            throw posting.giveUp("refused the message with " + response.status() + ": " + posting.quoted(error));
        }
    }

    private Post body(List<Span> page) {
        String text = page.stream().map(Span::text).collect(Collectors.joining());
        List<Element> elements = page.stream()
                .map(span -> new Element("text", span.text(), look(span.style())))
                .toList();
        return new Post(
                chat,
                // Also in text that is no markup these three are Slack's own: of links, mentions and themselves.
                TelegramChannel.escaped(text),
                false,
                List.of(new RichText("rich_text", List.of(new Section("rich_text_section", elements)))));
    }

    private static @Nullable Look look(Span.Style style) {
        return switch (style) {
            case PLAIN -> null;
            case BOLD -> new Look(true, null);
            case CODE -> new Look(null, true);
        };
    }
}
