package io.mts1b.platform.messaging;

import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Tells people: takes messages, and sends each to the channels that its severity goes to.
 *
 * <p>A message whose key was sent within the window is not sent again; how often it came is told when the window ends, and
 * what is more severe is sent all the same. In quiet hours all but the urgent waits, and comes together afterwards. A channel
 * that is full drops what is new, and for a critical message the oldest that is not; it says so itself when it has caught up.
 * What a service does not take is tried again for as long as the settings say.
 *
 * <p>Thread-safe. {@link #start} posts on threads of its own; without it, {@link #work} posts what is due.
 */
public final class Messenger implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Repeats repeats;
    private final List<Outbox> outboxes;
    private final List<Thread> threads = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long version;
    private boolean closed;

    /**
     * Makes a messenger.
     *
     * @param settings channels, and the rules for all of them
     * @param http who sends requests; its observer's redaction should know the secrets of the channels
     * @param clock the time
     * @param random draws the waits between attempts; used by one thread at a time
     * @param listener hears what becomes of messages, on the threads that post and send; what it throws is forgotten
     * @throws IllegalArgumentException if a secret is none of its kind
     */
    public Messenger(
            MessagingSettings settings,
            HttpClient http,
            InstantSource clock,
            RandomGenerator random,
            Consumer<MessageEvent> listener) {
        this.clock = clock;
        this.repeats = new Repeats(settings.window());
        Outbox.Surroundings surroundings = new Outbox.Surroundings(settings.patience(), clock, random, listener);
        this.outboxes = settings.channels().entrySet().stream()
                .map(entry -> outbox(entry.getKey(), entry.getValue(), http, surroundings))
                .toList();
    }

    private static Outbox outbox(
            String name, ChannelSettings settings, HttpClient http, Outbox.Surroundings surroundings) {
        RateLimit minute = new RateLimit(settings.perMinute(), Duration.ofMinutes(1));
        RateLimit second = new RateLimit(1, Duration.ofSeconds(1));
        return new Outbox(
                name,
                settings,
                settings.open(name, http, surroundings.clock()),
                new LocalRateLimiter(List.of(minute, second), surroundings.clock()),
                surroundings);
    }

    /**
     * Takes a message. Never waits for a network.
     *
     * @param message the message
     * @return what became of it
     * @throws IllegalStateException if the messenger is closed
     */
    public Sent send(Message message) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("messenger must be open to send, was closed");
            }
            Instant now = clock.instant();
            if (repeats.isRepeated(message, now)) {
                return new Sent(true, 0, 0, 0);
            }
            Sent sent = offer(message);
            if (sent.isAccepted()) {
                repeats.remember(message, now).forEach(this::offer);
            }
            version++;
            changed.signalAll();
            return sent;
        } finally {
            lock.unlock();
        }
    }

    private Sent offer(Message message) {
        int[] places = new int[Outbox.Place.values().length];
        for (Outbox outbox : outboxes) {
            if (outbox.takes(message.severity())) {
                switch (outbox.offer(message)) {
                    case QUEUED -> places[0]++;
                    case HELD -> places[1]++;
                    case DROPPED -> places[2]++;
                }
            }
        }
        return new Sent(false, places[0], places[1], places[2]);
    }

    /**
     * Posts what is due on all channels, on the thread of the caller.
     *
     * @return when something will be due; empty if nothing waits
     */
    public Optional<Instant> work() {
        Optional<Instant> first = sayRepeats();
        for (Outbox outbox : outboxes) {
            first = earlier(first, outbox.work());
        }
        return first;
    }

    /** Tells how often messages were repeated whose window has ended, and returns when the next ends. */
    private Optional<Instant> sayRepeats() {
        lock.lock();
        try {
            repeats.expire(clock.instant()).forEach(this::offer);
            return repeats.nextExpiry();
        } finally {
            lock.unlock();
        }
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || (other.isPresent() && other.get().isBefore(one.get())) ? other : one;
    }

    /** Begins to post, on one thread for each channel, until the messenger is closed. */
    public void start() {
        lock.lock();
        try {
            if (threads.isEmpty() && !closed) {
                for (Outbox outbox : outboxes) {
                    threads.add(Thread.ofVirtual().name("messenger").start(() -> run(outbox)));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void run(Outbox outbox) {
        try {
            for (long seen = version(); seen >= 0; seen = version()) {
                Optional<Instant> next = earlier(sayRepeats(), outbox.work());
                await(
                        seen,
                        next.map(at -> Duration.between(clock.instant(), at))
                                .filter(left -> left.compareTo(LONGEST_WAIT) < 0)
                                .orElse(LONGEST_WAIT));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how many messages were sent, which changes with each; negative when the messenger is closed. */
    private long version() {
        lock.lock();
        try {
            return closed ? -1 : version;
        } finally {
            lock.unlock();
        }
    }

    private void await(long seen, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long left = wait.toNanos();
            while (version == seen && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says how the channels do.
     *
     * @return in the order of the settings
     */
    public List<ChannelStatus> status() {
        return outboxes.stream().map(Outbox::status).toList();
    }

    /** Stops posting. What still waits is dropped, and the listener hears of it. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        threads.forEach(Thread::interrupt);
        outboxes.forEach(Outbox::abandon);
    }
}
