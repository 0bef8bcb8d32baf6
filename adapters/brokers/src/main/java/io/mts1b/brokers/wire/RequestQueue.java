package io.mts1b.brokers.wire;

import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends requests one after the other, as a limit allows. One that cannot be written is told as failed, and the next is sent.
 * Confined to the thread of its link.
 */
public final class RequestQueue {

    private final RateLimiter limiter;
    private final VenueLink link;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean busy;

    private record Waiting(int weight, Supplier<HttpRequest> request, Consumer<VenueLink.Reply> told) {}

    /**
     * Makes one that is empty.
     *
     * @param limiter how many requests the venue takes
     * @param link to the venue
     */
    public RequestQueue(RateLimiter limiter, VenueLink link) {
        this.limiter = limiter;
        this.link = link;
    }

    /**
     * Sends a request when its turn comes.
     *
     * @param weight how many the venue counts it for
     * @param request makes it, just before it is sent; if it throws, nothing is sent
     * @param told what came of it; called once, later
     */
    public void ask(int weight, Supplier<HttpRequest> request, Consumer<VenueLink.Reply> told) {
        waiting.add(new Waiting(weight, request, told));
        next();
    }

    /**
     * Sends nothing for a while, for the venue says that it was too much.
     *
     * @param penalty how long
     */
    public void pause(Duration penalty) {
        limiter.pause(penalty);
    }

    private void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        switch (limiter.tryAcquire(waiting.element().weight())) {
            case RateLimiter.Grant.Denied denied -> link.after(denied.delay(), this::again);
            case RateLimiter.Grant.Granted _ -> send(waiting.remove());
        }
    }

    private void send(Waiting one) {
        HttpRequest request;
        try {
            request = one.request().get();
        } catch (RuntimeException e) { // Whatever it is, the others do not wait for it.
            VenueLink.Reply.Failed failed = new VenueLink.Reply.Failed("not sent: " + e.getMessage());
            link.after(Duration.ZERO, () -> told(one, failed));
            return;
        }
        link.post(request, reply -> told(one, reply));
    }

    private void told(Waiting one, VenueLink.Reply reply) {
        busy = false;
        try {
            one.told().accept(reply);
        } finally {
            next();
        }
    }

    private void again() {
        busy = false;
        next();
    }
}
