package io.mts1b.oms.service;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.oms.Oms;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something to do on the writer's thread. */
sealed interface WriterTask {

    /** Does it. Nothing of it is told before {@link #answer}. */
    void run(Oms oms);

    /** Tells how it went, now that it is durable. */
    default void answer() {}

    /** Tells that it was not done, or may not be durable. */
    default void fail(WriterException reason) {}

    /** Somebody wants an answer. */
    final class Question<T> implements WriterTask {

        private final Function<Oms, T> command;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private @Nullable T answer;
        private @Nullable RuntimeException refusal;

        Question(Function<Oms, T> command) {
            this.command = Objects.requireNonNull(command, "command");
        }

        CompletableFuture<T> future() {
            return future;
        }

        @Override
        public void run(Oms oms) {
            try {
                answer = Objects.requireNonNull(command.apply(oms), "answer");
            } catch (RuntimeException e) {
                refusal = e;
            }
        }

        @Override
        public void answer() {
            if (refusal != null) {
                future.completeExceptionally(refusal);
            } else {
                future.complete(answer);
            }
        }

        @Override
        public void fail(WriterException reason) {
            future.completeExceptionally(reason);
        }
    }

    /** A venue says something. */
    record Heard(BrokerId broker, VenueMessage message) implements WriterTask {

        @Override
        public void run(Oms oms) {
            oms.onVenue(broker, message);
        }
    }

    /** Nothing comes after this. */
    record Stop() implements WriterTask {

        @Override
        public void run(Oms oms) {
            // It only wakes the thread.
        }
    }
}
