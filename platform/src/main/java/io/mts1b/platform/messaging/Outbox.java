package io.mts1b.platform.messaging;

import io.mts1b.platform.messaging.ChannelException.Advice;
import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one channel, and the posting of it.
 *
 * <p>Thread-safe. {@link #work} posts without holding the lock, so {@link #offer} never waits for a network.
 */
final class Outbox {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 0.5);

    private final String name;
    private final ChannelSettings settings;
    private final Channel channel;
    private final RateLimiter limiter;
    private final Duration patience;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Consumer<MessageEvent> listener;

    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock working = new ReentrantLock();
    private final Deque<Job> urgent = new ArrayDeque<>();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final List<Job.Held> held = new ArrayList<>();
    private @Nullable Job current;
    private boolean posting;
    private Instant notBefore = Instant.MIN;
    private int failures;
    private long delivered;
    private long dropped;
    private long droppedCritical;
    private long unreported;
    private boolean unreportedCritical;

    /** What an outbox needs of its messenger. */
    record Surroundings(
            Duration patience, InstantSource clock, RandomGenerator random, Consumer<MessageEvent> listener) {}

    Outbox(String name, ChannelSettings settings, Channel channel, RateLimiter limiter, Surroundings surroundings) {
        this.name = name;
        this.settings = settings;
        this.channel = channel;
        this.limiter = limiter;
        this.patience = surroundings.patience();
        this.clock = surroundings.clock();
        this.random = surroundings.random();
        this.listener = surroundings.listener();
    }

    /** What became of a message that was offered. */
    enum Place {
        QUEUED,
        HELD,
        DROPPED
    }

    boolean takes(Severity severity) {
        return settings.takes(severity);
    }

    Place offer(Message message) {
        Place place;
        List<MessageEvent> events = new ArrayList<>();
        lock.lock();
        try {
            place = place(message, clock.instant(), events);
        } finally {
            lock.unlock();
        }
        events.forEach(this::tell);
        return place;
    }

    private Place place(Message message, Instant now, List<MessageEvent> events) {
        boolean critical = message.severity() == Severity.CRITICAL;
        if (size() >= settings.capacity() && !(critical && makeRoom(events))) {
            drop(message, "no room among " + settings.capacity(), events);
            return Place.DROPPED;
        }
        if (quiet(message.severity(), now).isPresent()) {
            held.add(new Job.Held(message, now));
            return Place.HELD;
        }
        if (critical) {
            overtake();
        }
        (critical ? urgent : waiting).add(Job.of(message, now, channel.pageLength()));
        return Place.QUEUED;
    }

    /** What is critical waits for nothing but what the service itself has said, and for a message that is half posted. */
    private void overtake() {
        notBefore = Instant.MIN;
        Job first = current;
        if (first != null && !posting && !first.isBegun() && !first.isCritical()) {
            waiting.addFirst(first);
            current = null;
        }
    }

    private void tell(MessageEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            // Who listens must not cost a message.
        }
    }

    private int size() {
        return urgent.size() + waiting.size() + held.size() + (current == null ? 0 : 1);
    }

    private Optional<Instant> quiet(Severity severity, Instant now) {
        QuietHours hours = settings.quiet();
        return hours == null ? Optional.empty() : hours.until(severity, now);
    }

    /** Gives up the oldest message that is not critical, if there is one. */
    private boolean makeRoom(List<MessageEvent> events) {
        Job oldest = waiting.poll();
        if (oldest != null) {
            oldest.messages().forEach(message -> drop(message, "made room for a critical one", events));
        } else if (!held.isEmpty()) {
            drop(held.removeFirst().message(), "made room for a critical one", events);
        } else {
            return false;
        }
        return true;
    }

    private void drop(Message message, String reason, List<MessageEvent> events) {
        dropped++;
        unreported++;
        if (message.severity() == Severity.CRITICAL) {
            droppedCritical++;
            unreportedCritical = true;
        }
        events.add(new MessageEvent.Dropped(name, message, reason));
    }

    /** Posts what is due, and returns when something will be; empty if nothing waits. */
    Optional<Instant> work() {
        working.lock();
        try {
            while (true) {
                Next next = next();
                if (next.page == null) {
                    return Optional.ofNullable(next.at);
                }
                post(next.page);
            }
        } finally {
            working.unlock();
        }
    }

    /** The page that is due now, or when one will be. */
    private record Next(@Nullable List<Span> page, @Nullable Instant at) {}

    private Next next() {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (current != null && isQuiet(current, now)) {
                held.addAll(current.entries());
                current = null;
            }
            if (current == null) {
                current = choose(now);
            }
            if (current == null) {
                return new Next(
                        null, held.isEmpty() ? null : quiet(Severity.INFO, now).orElse(now));
            }
            if (now.isBefore(notBefore)) {
                return new Next(null, notBefore);
            }
            return switch (limiter.tryAcquire(1)) {
                case RateLimiter.Grant.Granted _ -> {
                    posting = true;
                    yield new Next(current.page(), null);
                }
                case RateLimiter.Grant.Denied denied -> new Next(null, now.plus(denied.delay()));
            };
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Job choose(Instant now) {
        Job next = urgent.poll();
        QuietHours hours = settings.quiet();
        if (next == null
                && hours != null
                && !held.isEmpty()
                && quiet(Severity.INFO, now).isEmpty()) {
            next = Job.digest(held, hours, now, channel.pageLength());
            held.clear();
        }
        while (next == null && !waiting.isEmpty()) {
            next = waiting.poll();
            if (isQuiet(next, now)) {
                held.addAll(next.entries());
                next = null;
            }
        }
        if (next == null
                && unreported > 0
                && (unreportedCritical || quiet(Severity.WARNING, now).isEmpty())) {
            next = Job.report(unreported, unreportedCritical, now, channel.pageLength());
            unreported = 0;
            unreportedCritical = false;
        }
        return next;
    }

    /** What should have been posted before it became quiet, and could not, waits like what comes now. */
    private boolean isQuiet(Job job, Instant now) {
        return !job.isBegun()
                && !job.entries().isEmpty()
                && job.messages().stream()
                        .allMatch(message -> quiet(message.severity(), now).isPresent());
    }

    private void post(List<Span> page) {
        ChannelException failure = null;
        try {
            channel.post(page);
        } catch (ChannelException e) {
            failure = e;
        } catch (RuntimeException e) {
            // A fault of ours: it would happen again, and must not end the thread that posts.
            failure = ChannelException.giveUp(
                    "channel " + name + " failed with " + e.getClass().getSimpleName());
        }
        List<MessageEvent> events = new ArrayList<>();
        lock.lock();
        try {
            settle(failure, clock.instant(), events);
        } finally {
            lock.unlock();
        }
        events.forEach(this::tell);
    }

    private void settle(@Nullable ChannelException failure, Instant now, List<MessageEvent> events) {
        posting = false;
        Job job = current;
        if (job == null) {
            return;
        }
        if (failure == null) {
            failures = 0;
            if (job.isDoneAfterThisPage()) {
                current = null;
                delivered += job.messages().size();
                job.messages().forEach(message -> events.add(new MessageEvent.Delivered(name, message)));
            }
            return;
        }
        String reason = String.valueOf(failure.getMessage());
        Duration wait = failure.after().orElseGet(this::backoff);
        boolean late = now.plus(wait).isAfter(job.since().plus(patience));
        if (failure.advice() == Advice.GIVE_UP || late) {
            current = null;
            failures = 0;
            job.messages().forEach(message -> drop(message, late ? "too old: " + reason : reason, events));
            return;
        }
        failure.after().ifPresent(limiter::pause);
        notBefore = now.plus(wait);
        job.messages().forEach(message -> events.add(new MessageEvent.Delayed(name, message, reason, wait)));
    }

    private Duration backoff() {
        failures++;
        synchronized (random) {
            return BACKOFF.delay(failures, random);
        }
    }

    ChannelStatus status() {
        lock.lock();
        try {
            int queued = size() - held.size();
            return new ChannelStatus(name, queued, held.size(), delivered, dropped, droppedCritical);
        } finally {
            lock.unlock();
        }
    }

    /** Drops all that waits, because nothing will be posted any more. */
    void abandon() {
        List<MessageEvent> events = new ArrayList<>();
        lock.lock();
        try {
            List<Job> jobs = new ArrayList<>(urgent);
            jobs.addAll(waiting);
            if (current != null) {
                jobs.add(current);
            }
            jobs.stream().flatMap(job -> job.messages().stream()).forEach(message -> drop(message, "closed", events));
            held.forEach(one -> drop(one.message(), "closed", events));
            urgent.clear();
            waiting.clear();
            held.clear();
            current = null;
        } finally {
            lock.unlock();
        }
        events.forEach(this::tell);
    }
}
