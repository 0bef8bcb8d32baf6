package io.mts1b.platform.messaging;

import io.mts1b.foundation.Require;
import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.http.HttpResponse;
import io.mts1b.platform.security.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chat of Telegram, by the Bot API's {@code sendMessage} (core.telegram.org/bots/api). */
final class TelegramChannel implements Channel {

    static final URI API = URI.create("https://api.telegram.org");

    /** Counted "after entities parsing", that is without markup. */
    private static final int LONGEST = 4_096;

    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,10}:[A-Za-z0-9_-]{20,100}");

    private final Posting posting;
    private final URI uri;
    private final String chat;

    /** What is sent; the names are Telegram's. */
    record SendMessage(String chatId, String text, String parseMode, LinkPreviewOptions linkPreviewOptions) {}

    record LinkPreviewOptions(boolean isDisabled) {}

    record Reply(
            boolean ok,
            @Nullable Integer errorCode,
            @Nullable String description,
            @Nullable Parameters parameters) {}

    record Parameters(
            @Nullable Integer retryAfter, @Nullable Long migrateToChatId) {}

    TelegramChannel(String name, URI api, Secret token, String chat, HttpClient http, InstantSource clock) {
        // The token becomes part of a path, and only one of this form is sure to be taken out of it wherever it is
        // shown.
        Require.that(
                TOKEN.matcher(token.reveal()).matches(), name + ".secret must be a bot's number, a colon and its key");
        this.posting = new Posting("Telegram channel " + name, http, clock, token);
        this.uri = URI.create(api + "/bot" + token.reveal() + "/sendMessage");
        this.chat = Require.visible(name + ".chat", chat, 64);
    }

    @Override
    public int pageLength() {
        return LONGEST;
    }

    @Override
    public void post(List<Span> page) {
        HttpResponse response =
                posting.send(uri, null, new SendMessage(chat, html(page), "HTML", new LinkPreviewOptions(true)));
        Reply reply = posting.read(response, Reply.class);
        Optional<Parameters> parameters = Optional.ofNullable(reply.parameters());
        if (posting.isTooMuch(response)) {
            throw posting.tooMuch(
                    response, parameters.map(Parameters::retryAfter).map(Duration::ofSeconds));
        }
        if (!reply.ok()) {
            throw posting.giveUp("refused the message with " + response.status() + ": "
                    + posting.quoted(reply.description())
                    + parameters
                            .map(Parameters::migrateToChatId)
                            .map(id -> ", the chat is now " + id)
                            .orElse(""));
        }
    }

    /** Telegram's HTML: of all characters only these three mean something in text. */
    static String html(List<Span> page) {
        return page.stream()
                .map(span -> {
                    String text = escaped(span.text());
                    return switch (span.style()) {
                        case PLAIN -> text;
                        case BOLD -> "<b>" + text + "</b>";
                        case CODE -> "<code>" + text + "</code>";
                    };
                })
                .collect(Collectors.joining());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
