package io.mts1b.oms;

import io.mts1b.foundation.Require;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits to be sent until what it follows from is durable. Confined to the writer's thread. */
final class Outbox {

    /** What follows from what was recorded, before anything is sent. */
    interface Work {

        /** Goes on with what is worked step by step. */
        void advance();

        /** Does what follows for other orders, and tells whether there was anything to look at. */
        boolean follow();
    }

    private final EventLog log;
    private final Work work;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean unflushed;
    private @Nullable Supplier<byte[]> unsaved;

    Outbox(EventLog log, Work work) {
        this.log = log;
        this.work = work;
    }

    /** Something was written. */
    void written() {
        unflushed = true;
    }

    /** Sends something once all that was written is durable. */
    void add(Runnable call) {
        waiting.add(call);
    }

    /** Sends what is waiting, and what follows from it, each after the log is durable. */
    void sendAll() {
        if (sending) {
            return;
        }
        sending = true;
        try {
            work.advance();
            while (work.follow() || !waiting.isEmpty()) {
                flush();
                for (int left = waiting.size(); left > 0; left--) {
                    waiting.remove().run();
                }
                work.advance();
            }
        } finally {
            sending = false;
        }
        saveIfAsked();
    }

    /** Returns when what was asked for is durable, whether or not something was sent: nobody hears of it before. */
    void acknowledge() {
        sendAll();
        if (unflushed && !sending) {
            flush();
        }
    }

    /** Does several things, and makes them durable together. */
    void together(Runnable several) {
        Require.that(!sending, "work must not be done together within other work");
        sending = true;
        try {
            several.run();
        } finally {
            sending = false;
        }
        acknowledge();
    }

    /** Keeps the state, once no work is half done. */
    void save(Supplier<byte[]> state) {
        unsaved = state;
        if (!sending) {
            saveIfAsked();
        }
    }

    private void saveIfAsked() {
        Supplier<byte[]> state = unsaved;
        if (state != null) {
            unsaved = null;
            log.save(List.of(state.get()));
            unflushed = false;
        }
    }

    private void flush() {
        log.flush();
        unflushed = false;
    }
}
