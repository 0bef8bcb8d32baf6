package io.mts1b.brokers.fix;

import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.Require;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells a listener one thing after the other, whoever brings them, without anybody waiting for another. */
final class Teller {

    private final VenueListener listener;
    private final Queue<VenueMessage> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    Teller(VenueListener listener) {
        this.listener = listener;
    }

    void tell(VenueMessage message) {
        tell(List.of(message));
    }

    void tell(List<? extends VenueMessage> messages) {
        told.addAll(messages);
        if (messages.isEmpty() || waiting.getAndAdd(messages.size()) != 0) {
            return; // Whoever is telling goes on with it.
        }
        do {
            try {
                listener.onMessage(Require.present(told.poll(), "what is counted must be there"));
            } catch (RuntimeException e) {
                Thread current = Thread.currentThread();
                current.getUncaughtExceptionHandler().uncaughtException(current, e);
            }
        } while (waiting.decrementAndGet() != 0);
    }

    /** Tells whether everything has been told. */
    boolean isQuiet() {
        return waiting.get() == 0;
    }
}
