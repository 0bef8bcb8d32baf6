package io.mts1b.platform.messaging;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Pages to be posted in order, and the messages they hold. Confined to who holds the lock of its outbox. */
final class Job {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final List<Held> entries;
    private final Instant since;
    private final Deque<List<Span>> pages;
    private boolean begun;

    /** A message, and when it came. */
    record Held(Message message, Instant at) {}

    private Job(List<Held> entries, Instant since, List<List<Span>> pages) {
        this.entries = List.copyOf(entries);
        this.since = since;
        this.pages = new ArrayDeque<>(pages);
    }

    static Job of(Message message, Instant now, int pageLength) {
        return new Job(List.of(new Held(message, now)), now, Pages.of(message.body(), pageLength));
    }

    /** All that was held back, in the order it came, each with the hour at which it came. */
    static Job digest(List<Held> held, QuietHours hours, Instant now, int pageLength) {
        List<Span> body = new ArrayList<>();
        body.add(new Span(
                Span.Style.BOLD,
                held.size() + (held.size() == 1 ? " message" : " messages") + " of the quiet hours\n"));
        for (Held one : held) {
            ZonedDateTime local = one.at.atZone(hours.zone());
            String severity = one.message.severity().name().toLowerCase(Locale.ROOT);
            body.add(Span.plain("\n" + HOUR.format(local) + " " + severity + ": "));
            body.addAll(one.message.body());
        }
        return new Job(held, now, Pages.of(body, pageLength));
    }

    /** That messages were dropped, which people must learn on the channel that they read. */
    static Job report(long dropped, boolean critical, Instant now, int pageLength) {
        String text = dropped + (dropped == 1 ? " message was" : " messages were") + " dropped here"
                + (critical ? ", critical ones among them" : "") + "; the log says which";
        return new Job(List.of(), now, Pages.of(List.of(new Span(Span.Style.BOLD, text)), pageLength));
    }

    List<Held> entries() {
        return entries;
    }

    List<Message> messages() {
        return entries.stream().map(Held::message).toList();
    }

    /** When it could have been posted first. */
    Instant since() {
        return since;
    }

    boolean isBegun() {
        return begun;
    }

    boolean isCritical() {
        return entries.stream().anyMatch(entry -> entry.message().severity() == Severity.CRITICAL);
    }

    List<Span> page() {
        return pages.getFirst();
    }

    /** Takes off the page that was posted, and says whether it was the last. */
    boolean isDoneAfterThisPage() {
        pages.removeFirst();
        begun = true;
        return pages.isEmpty();
    }
}
