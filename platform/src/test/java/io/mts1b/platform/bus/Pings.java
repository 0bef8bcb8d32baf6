package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.FundId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the tests of the bus send. */
final class Pings {

    static final String OMS = "oms";
    static final Subject SENT = Subject.parse("mts.v1.oms.pings.sent");
    static final Topic<Ping> TOPIC = new Topic<>(SENT, Ping.class);
    static final SubjectPattern ALL = SubjectPattern.parse("mts.v1.oms.>");
    static final Feed<Ping> FEED = Feed.of(TOPIC);

    private Pings() {}

    /** A payload. */
    record Ping(long number) {}

    /** The same payload as a newer producer writes it. */
    record NewPing(long number, String colour) {}

    /** A payload that readers of the others cannot make sense of. */
    record OtherPing(String word, @Nullable Long number) {}

    static Event<Ping> ping(long number) {
        return TOPIC.event(new EventId("ping-" + number), Instant.ofEpochSecond(number), new Ping(number));
    }

    static Event<Ping> ping(long number, String fund) {
        return new Event<>(
                new EventId("ping-" + fund + "-" + number),
                SENT.forFund(new FundId(fund)),
                Instant.ofEpochSecond(number),
                new Ping(number));
    }

    static String megabytes(int count) {
        byte[] text = new byte[count << 20];
        Arrays.fill(text, (byte) 'x');
        return new String(text, StandardCharsets.US_ASCII);
    }
}
