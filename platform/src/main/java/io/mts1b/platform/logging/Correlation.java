package io.mts1b.platform.logging;

import io.mts1b.foundation.Require;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id of what a thread is working on, such as an order, which stands on every line that the thread logs.
 *
 * <p>It belongs to a thread; work that is handed to another takes it along by {@link #carry(Runnable)} or
 * {@link #carrying(Executor)}. Thread-safe.
 */
public final class Correlation {

    /** What the id is called on a line. */
    public static final String KEY = "correlation_id";

    private Correlation() {}

    /** The time in which an id holds; closing it brings back the one before. */
    public static final class Scope implements AutoCloseable {

        private final @Nullable String before;

        private Scope(@Nullable String before) {
            this.before = before;
        }

        @Override
        public void close() {
            set(before);
        }
    }

    /**
     * Gives this thread an id.
     *
     * @param id 1 to 128 visible ASCII characters
     * @return to be closed by this thread when the work is done
     */
    public static Scope open(String id) {
        Require.visible("id", id, 128);
        Scope scope = new Scope(MDC.get(KEY));
        set(id);
        return scope;
    }

    /**
     * Returns the id of this thread.
     *
     * @return the id, or empty if it works on nothing in particular
     */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /**
     * Takes the id along.
     *
     * @param work what another thread will do
     * @return the same work, done under the id that this thread has now
     */
    public static Runnable carry(Runnable work) {
        String id = MDC.get(KEY);
        return () -> {
            Scope scope = new Scope(MDC.get(KEY));
            set(id);
            try (scope) {
                work.run();
            }
        };
    }

    /**
     * Takes the id along.
     *
     * @param work what another thread will do
     * @param <T> its result
     * @return the same work, done under the id that this thread has now
     */
    public static <T> Callable<T> carry(Callable<T> work) {
        String id = MDC.get(KEY);
        return () -> {
            Scope scope = new Scope(MDC.get(KEY));
            set(id);
            try (scope) {
                return work.call();
            }
        };
    }

    /**
     * Takes the id along with all work.
     *
     * @param executor who does it
     * @return an executor that does each work under the id of the thread that handed it in
     */
    public static Executor carrying(Executor executor) {
        return work -> executor.execute(carry(work));
    }

    private static void set(@Nullable String id) {
        if (id == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, id);
        }
    }
}
