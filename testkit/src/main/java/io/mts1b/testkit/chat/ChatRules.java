package io.mts1b.testkit.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the services accept as a message, and what people see of it. */
final class ChatRules {

    private static final Pattern MARKUP = Pattern.compile("<(/?)([a-z]+)>|&(lt|gt|amp|quot);|[<>&]");
    private static final List<String> TAGS = List.of("b", "strong", "i", "em", "u", "s", "code", "pre");
    private static final int LONGEST_TELEGRAM = 4_096;
    private static final int LONGEST_SLACK = 40_000;

    private ChatRules() {}

    /** A message that the service does not take. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static String telegramText(JsonNode message) throws Refusal {
        if (message.path("chat_id").asString("").isEmpty()) {
            throw new Refusal("Bad Request: chat_id is empty");
        }
        if (!message.path("parse_mode").asString("").equals("HTML")) {
            throw new Refusal("Bad Request: unsupported parse_mode");
        }
        String text = withoutTags(message.path("text").asString(""));
        if (text.isBlank()) {
            throw new Refusal("Bad Request: message text is empty");
        }
        if (text.length() > LONGEST_TELEGRAM) {
            throw new Refusal("Bad Request: message is too long");
        }
        return text;
    }

    private static String withoutTags(String html) throws Refusal {
        Deque<String> open = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        Matcher markup = MARKUP.matcher(html);
        int end = 0;
        while (markup.find()) {
            text.append(html, end, markup.start());
            end = markup.end();
            String tag = markup.group(2);
            if (markup.group(3) != null) {
                text.append(character(markup.group(3)));
            } else if (tag == null || !TAGS.contains(tag)) {
                throw new Refusal("Bad Request: can't parse entities: unsupported start tag at byte offset " + end);
            } else if (markup.group(1).isEmpty()) {
                open.push(tag);
            } else if (open.isEmpty() || !open.pop().equals(tag)) {
                throw new Refusal("Bad Request: can't parse entities: unexpected end tag at byte offset " + end);
            }
        }
        if (!open.isEmpty()) {
            throw new Refusal("Bad Request: can't parse entities: can't find end tag corresponding to start tag");
        }
        return text.append(html, end, html.length()).toString();
    }

    static String slackText(JsonNode message) throws Refusal {
        String text = message.path("text").asString("");
        if (text.isEmpty() && message.path("blocks").isEmpty()) {
            throw new Refusal("no_text");
        }
        if (text.length() > LONGEST_SLACK) {
            throw new Refusal("msg_too_long");
        }
        StringBuilder seen = new StringBuilder();
        for (JsonNode block : message.path("blocks")) {
            if (!block.path("type").asString("").equals("rich_text")) {
                throw new Refusal("invalid_blocks");
            }
            for (JsonNode section : block.path("elements")) {
                for (JsonNode element : section.path("elements")) {
                    if (!element.path("type").asString("").equals("text")
                            || element.path("text").asString("").isEmpty()) {
                        throw new Refusal("invalid_blocks");
                    }
                    seen.append(element.path("text").asString());
                }
            }
        }
        return seen.isEmpty() ? text : seen.toString();
    }

    private static char character(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            default -> '&';
        };
    }
}
