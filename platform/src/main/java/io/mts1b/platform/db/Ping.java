package io.mts1b.platform.db;

import io.mts1b.platform.health.Health;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a database whether it is there, on a thread that can be left behind.
 *
 * @param transactions on its pool
 * @param within how long it may take to answer
 */
record Ping(Transactions transactions, Duration within) {

    Health health() {
        CompletableFuture<Health> answer = new CompletableFuture<>();
        // To interrupt a virtual thread that reads from a socket closes the socket, so nothing hangs on.
        Thread asking = Thread.ofVirtual().name("db-check").start(() -> {
            try {
                transactions.ping();
                answer.complete(Health.up());
            } catch (DatabaseException e) {
                answer.complete(Health.down(String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asking.interrupt();
            return Health.down("database did not answer within " + within);
        } catch (InterruptedException e) {
            asking.interrupt();
            Thread.currentThread().interrupt();
            return Health.down("database was not waited for");
        } catch (ExecutionException e) {
            return Health.down("database could not be asked: " + e.getCause());
        }
    }
}
