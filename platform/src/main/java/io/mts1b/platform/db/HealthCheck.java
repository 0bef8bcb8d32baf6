package io.mts1b.platform.db;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a database whether it is there, on a thread that can be left behind. */
final class HealthCheck {

    private final Transactions transactions;
    private final Duration within;
    private final InstantSource clock;

    HealthCheck(Transactions transactions, Duration within, InstantSource clock) {
        this.transactions = transactions;
        this.within = within;
        this.clock = clock;
    }

    DatabaseHealth check() {
        Instant start = clock.instant();
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        // To interrupt a virtual thread that reads from a socket closes the socket, so nothing hangs on.
        Thread asking = Thread.ofVirtual().name("db-check").start(() -> {
            try {
                answer.complete(transactions.ping());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            Optional<String> wrong = answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return wrong.isEmpty()
                    ? new DatabaseHealth.Up(Duration.between(start, clock.instant()))
                    : new DatabaseHealth.Down(wrong.get());
        } catch (TimeoutException e) {
            asking.interrupt();
            return new DatabaseHealth.Down("no answer within " + within);
        } catch (InterruptedException e) {
            asking.interrupt();
            Thread.currentThread().interrupt();
            return new DatabaseHealth.Down("not waited for");
        } catch (ExecutionException e) {
            return new DatabaseHealth.Down(
                    e.getCause() == null ? "" : e.getCause().toString());
        }
    }
}
