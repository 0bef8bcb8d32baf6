package io.mts1b.testkit.chat;

/**
 * A message that a {@link ChatServer} took.
 *
 * @param service {@code telegram}, {@code slack} or {@code webhook}
 * @param chat where it was posted; empty for a webhook
 * @param text what people see, without markup
 * @param body the JSON as it came
 */
public record ChatPost(String service, String chat, String text, String body) {}
