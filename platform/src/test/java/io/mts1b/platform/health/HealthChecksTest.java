package io.mts1b.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.security.Redaction;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HealthChecksTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final HealthChecks checks = new HealthChecks(LONG, Redaction.standard());

    @Test
    void without_checks_a_process_is_live_and_ready() {
        assertThat(checks.liveness()).isEqualTo(new HealthReport(true, java.util.List.of()));
        assertThat(checks.readiness().up()).isTrue();
    }

    @Test
    void readiness_asks_all_checks_and_liveness_only_its_own() {
        checks.ready("database", () -> Health.down("refuses connections"));
        checks.live("writer", Health::up);

        assertThat(checks.liveness()).isEqualTo(report(true, check("writer", null)));
        assertThat(checks.readiness())
                .isEqualTo(report(false, check("writer", null), check("database", "refuses connections")));
    }

    @Test
    void what_is_not_live_is_not_ready() {
        checks.live("writer", () -> Health.down("stuck"));

        assertThat(checks.liveness().up()).isFalse();
        assertThat(checks.readiness().up()).isFalse();
    }

    @Test
    void health_is_asked_anew_each_time() {
        AtomicReference<Health> health = new AtomicReference<>(Health.down("not yet"));
        checks.ready("feed", health::get);
        assertThat(checks.readiness().up()).isFalse();

        health.set(Health.up());

        assertThat(checks.readiness().up()).isTrue();
    }

    @Test
    void a_check_that_throws_is_down_and_tells_no_secret() {
        checks.ready("venue", () -> {
            throw new java.io.IOException("401 for https://bot:hunter2@venue.example/api?api_key=abcdef0123456789");
        });
        checks.ready("memory", () -> {
            throw new StackOverflowError();
        });

        HealthReport report = checks.readiness();

        assertThat(report.checks().getFirst().reason())
                .contains("java.io.IOException: 401")
                .doesNotContain("hunter2", "abcdef0123456789");
        assertThat(report.checks().getLast().reason()).contains("StackOverflowError");
    }

    @Test
    @Timeout(60)
    void a_check_that_hangs_is_down_and_not_called_again_until_it_is_back() throws Exception {
        HealthChecks hasty = new HealthChecks(SHORT, Redaction.standard());
        CountDownLatch back = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        hasty.ready("disk", () -> {
            calls.incrementAndGet();
            back.await();
            return Health.up();
        });

        assertThat(hasty.readiness()).isEqualTo(report(false, check("disk", "no answer within 20 ms")));
        assertThat(hasty.readiness().up()).isFalse();
        assertThat(calls).hasValue(1);

        back.countDown();
        while (!hasty.readiness().up()) {
            Thread.onSpinWait();
        }
        int before = calls.get();
        while (calls.get() == before) {
            hasty.readiness();
        }
    }

    @Test
    void names_are_given_once() {
        checks.live("writer", Health::up);

        assertThatThrownBy(() -> checks.ready("writer", Health::up))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("checks must have names of their own, twice writer");
        assertThatThrownBy(() -> checks.ready("a b", Health::up)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void patience_is_positive_and_a_reason_is_given() {
        assertThatThrownBy(() -> new HealthChecks(Duration.ZERO, Redaction.standard()))
                .hasMessage("patience must be positive, was PT0S");
        assertThatThrownBy(() -> Health.down(" ")).hasMessage("reason must not be blank");
    }

    private static HealthReport.Check check(String name, @org.jspecify.annotations.Nullable String reason) {
        return new HealthReport.Check(name, reason == null, reason);
    }

    private static HealthReport report(boolean up, HealthReport.Check... checks) {
        return new HealthReport(up, java.util.List.of(checks));
    }
}
