package io.mts1b.platform.health;

import io.mts1b.platform.security.Redaction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A check, and its last call if that has not come back. Thread-safe. */
final class RunningCheck {

    private final String name;
    private final HealthCheck check;
    private final Redaction redaction;
    private @Nullable CompletableFuture<Health> call;

    RunningCheck(String name, HealthCheck check, Redaction redaction) {
        this.name = name;
        this.check = check;
        this.redaction = redaction;
    }

    /** Calls the check, unless it is out already. */
    synchronized CompletableFuture<Health> start() {
        CompletableFuture<Health> running = call;
        if (running != null && !running.isDone()) {
            return running;
        }
        CompletableFuture<Health> begun = new CompletableFuture<>();
        call = begun;
        Thread.ofVirtual().name("health-" + name).start(() -> {
            try {
                begun.complete(check.check());
            } catch (Throwable e) {
                begun.completeExceptionally(e);
            }
        });
        return begun;
    }

    /** Tells what a call has said by now. */
    HealthReport.Check said(CompletableFuture<Health> started, Duration patience) {
        Health health = !started.isDone()
                ? Health.down("no answer within " + patience.toMillis() + " ms")
                : started.isCompletedExceptionally()
                        ? Health.down(started.exceptionNow().toString())
                        : started.resultNow();
        return switch (health) {
            case Health.Up _ -> new HealthReport.Check(name, true, null);
            case Health.Down(String reason) -> new HealthReport.Check(name, false, redaction.redact(reason));
        };
    }
}
