package io.mts1b.oms.archive;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Does work in the order in which it is handed over, on a thread of its own that is there once there is work. Handed over by
 * one thread at a time, which waits while too much is waiting.
 */
final class Worker implements AutoCloseable {

    private final String name;
    private final Semaphore room;
    private @Nullable ExecutorService thread;
    private @Nullable Future<?> last;
    private volatile @Nullable Throwable failure;

    Worker(String name, int waiting) {
        this.name = name;
        this.room = new Semaphore(waiting);
    }

    /**
     * Hands something over.
     *
     * @throws RuntimeException if something before it failed; nothing is done after that
     */
    void take(Runnable work) {
        throwFailure();
        room.acquireUninterruptibly();
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name(name).factory());
        }
        last = thread.submit(() -> {
            try {
                if (failure == null) {
                    work.run();
                }
            } catch (RuntimeException | Error e) {
                // A mapped file on a full disk is an error and no exception; what comes after it must not be taken for
                // whole.
                failure = e;
            } finally {
                room.release();
            }
        });
    }

    /**
     * Returns when all is done; what it did is seen then.
     *
     * @throws RuntimeException if something failed
     */
    void settle() {
        Future<?> waited = last;
        if (waited != null) {
            waitFor(waited);
            last = null;
        }
        throwFailure();
    }

    private static void waitFor(Future<?> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    work.get();
                    return;
                } catch (InterruptedException e) {
                    // Half of it done is worse than late.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void throwFailure() {
        Throwable failed = failure;
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
        if (failed != null) {
            throw new IllegalStateException("the thread " + name + " failed", failed);
        }
    }

    /** Does what is handed over, and gives the thread up. */
    @Override
    public void close() {
        if (thread != null) {
            thread.close();
            thread = null;
        }
    }
}
