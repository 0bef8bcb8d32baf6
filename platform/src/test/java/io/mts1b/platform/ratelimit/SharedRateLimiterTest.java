package io.mts1b.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.ratelimit.RateLimiter.Grant.Denied;
import io.mts1b.platform.ratelimit.RateLimiter.Grant.Granted;
import io.mts1b.testkit.ForAll;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedRateLimiterTest {

    private static final List<RateLimit> LIMITS = List.of(new RateLimit(100, Duration.ofSeconds(10)));
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(START);

    /** What another process does: asks 1,000 times, and prints how often it was granted. */
    static final class Asker {

        private Asker() {}

        public static void main(String[] arguments) {
            int granted = 0;
            try (SharedRateLimiter limiter =
                    SharedRateLimiter.open(Path.of(arguments[0]), LIMITS, new ManualClock(START))) {
                for (int i = 0; i < 1_000; i++) {
                    granted += limiter.tryAcquire(1) instanceof Granted ? 1 : 0;
                }
            }
            System.out.print(granted);
        }
    }

    @Test
    void processes_stay_within_the_limit_together() throws Exception {
        Path file = folder.resolve("limit");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Asker.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        int granted = 0;
        for (Process process : processes) {
            granted += Integer.parseInt(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(process.waitFor()).isZero();
        }

        assertThat(granted).isEqualTo(100);
    }

    @Test
    void limiters_of_one_process_share_the_count_too() throws Exception {
        Path file = folder.resolve("limit");
        int[] granted = new int[8];
        Thread[] threads = new Thread[granted.length];
        for (int t = 0; t < threads.length; t++) {
            int number = t;
            threads[t] = Thread.ofPlatform().start(() -> {
                try (SharedRateLimiter limiter = SharedRateLimiter.open(file, LIMITS, clock)) {
                    for (int i = 0; i < 100; i++) {
                        granted[number] += limiter.tryAcquire(1) instanceof Granted ? 1 : 0;
                    }
                }
            });
        }
        int sum = 0;
        for (int t = 0; t < threads.length; t++) {
            threads[t].join();
            sum += granted[t];
        }

        assertThat(sum).isEqualTo(100);
    }

    @Test
    void a_count_survives_its_process() {
        Path file = folder.resolve("limit");
        try (SharedRateLimiter limiter = SharedRateLimiter.open(file, LIMITS, clock)) {
            assertThat(limiter.tryAcquire(60)).isInstanceOf(Granted.class);
            limiter.pause(Duration.ofSeconds(3));
        }
        try (SharedRateLimiter limiter = SharedRateLimiter.open(file, LIMITS, clock)) {
            assertThat(limiter.tryAcquire(1)).isEqualTo(new Denied(Duration.ofSeconds(3)));
            clock.advance(Duration.ofSeconds(3));
            assertThat(limiter.tryAcquire(41)).isInstanceOf(Denied.class);
            assertThat(limiter.tryAcquire(40)).isInstanceOf(Granted.class);
        }
    }

    @Test
    void a_damaged_count_is_taken_for_used_up() throws Exception {
        Path file = folder.resolve("limit");
        SharedRateLimiter.open(file, LIMITS, clock).close();
        byte[] whole = Files.readAllBytes(file);
        ForAll.cases(200, random -> {
            byte[] damaged = whole.clone();
            // What stands first says which limits; damage there is damage, or other limits, and both are safe.
            damaged[16 + random.nextInt(damaged.length - 16)] ^= (byte) (1 << random.nextInt(8));
            Files.write(
                    file,
                    random.nextBoolean()
                            ? damaged
                            : java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
            clock.set(START);
            try (SharedRateLimiter limiter = SharedRateLimiter.open(file, LIMITS, clock)) {
                assertThat(limiter.tryAcquire(1)).isInstanceOf(Denied.class);
                clock.advance(Duration.ofSeconds(11));
                assertThat(limiter.tryAcquire(100)).isInstanceOf(Granted.class);
            }
        });
    }

    @Test
    void a_file_of_other_limits_is_refused() {
        Path file = folder.resolve("limit");
        SharedRateLimiter.open(file, LIMITS, clock).close();

        for (RateLimit other :
                List.of(new RateLimit(99, Duration.ofSeconds(10)), new RateLimit(100, Duration.ofSeconds(11)))) {
            assertThatThrownBy(() -> SharedRateLimiter.open(file, List.of(other), clock))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("file must count for the same limits, does not: " + file);
        }
        SharedRateLimiter.open(file, LIMITS, clock).close();
    }

    @Test
    void a_file_that_cannot_be_written_is_told() {
        assertThatThrownBy(() -> SharedRateLimiter.open(folder, LIMITS, clock))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("rate limiter must be able to read and write " + folder);
    }
}
