package io.mts1b.platform.logging.internal;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts equal lines and lets the first few of each window pass. Two lines are equal if they come from the same
 * logger at the same level with the same text, arguments put in, and the same type of exception: a line about another
 * order is another line. A text that is longer than anybody repeats is never held back.
 *
 * <p>Time is that of the events; when it steps back, a new window begins. Only the last thousand kinds of line are
 * remembered; what was held back of one that is forgotten is told then. Confined to one thread at a time.
 */
final class Repeats {

    private static final int KINDS = 1_000;
    private static final int LONGEST_TEXT = 4_096;

    private final int allowed;
    private final long windowMillis;
    private final Map<Kind, Window> windows = new LinkedHashMap<>(16, 0.75f, true);

    Repeats(int allowed, long windowMillis) {
        this.allowed = allowed;
        this.windowMillis = windowMillis;
    }

    private record Kind(
            String logger,
            int level,
            @Nullable String text,
            @Nullable String thrown) {}

    private static final class Window {
        private long start;
        private long passed;
        private long suppressed;
        private @Nullable ILoggingEvent last;
    }

    /** Who is told of lines that were held back and are not followed by another. */
    interface Rest {

        /** The last of the lines, and how many there were beside it. */
        void found(ILoggingEvent last, long suppressed);
    }

    /** Returns how many equal lines were held back before this one, or -1 if this one is, too. */
    long admit(ILoggingEvent event, Rest told) {
        String text = event.getFormattedMessage();
        if (text != null && text.length() > LONGEST_TEXT) {
            return 0;
        }
        IThrowableProxy thrown = event.getThrowableProxy();
        Kind kind = new Kind(
                event.getLoggerName(), event.getLevel().toInt(), text, thrown == null ? null : thrown.getClassName());
        Window window = windows.computeIfAbsent(kind, _ -> new Window());
        long now = event.getTimeStamp();
        if (window.passed == 0 || now - window.start >= windowMillis || now < window.start) {
            long suppressed = window.suppressed;
            window.start = now;
            window.passed = 1;
            window.suppressed = 0;
            window.last = null;
            forget(told);
            return suppressed;
        }
        if (window.passed < allowed) {
            window.passed++;
            return 0;
        }
        window.suppressed++;
        window.last = event;
        event.prepareForDeferredProcessing();
        return -1;
    }

    private void forget(Rest told) {
        if (windows.size() > KINDS) {
            Iterator<Window> oldest = windows.values().iterator();
            tell(oldest.next(), told);
            oldest.remove();
        }
    }

    private static void tell(Window window, Rest told) {
        ILoggingEvent last = window.last;
        if (last != null) {
            told.found(last, window.suppressed - 1);
        }
    }

    /** Tells what was held back and not yet said. */
    void rest(Rest told) {
        windows.values().forEach(window -> tell(window, told));
        windows.clear();
    }
}
