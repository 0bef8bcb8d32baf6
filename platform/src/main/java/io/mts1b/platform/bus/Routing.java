package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who listens to what in this process. Thread-safe. */
final class Routing {

    private volatile List<LiveSubscription> listeners = List.of();

    /** How often somebody came or went; changed after the listeners, and read before them. */
    private volatile long generation;

    private final Map<Subject, Route> routes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

    /** Whom the events of one subject go to; right as long as nobody came or went. Immutable. */
    static final class Route {

        private final Subject subject;
        private final long generation;
        private final Target[] targets;

        private Route(Subject subject, long generation, List<Target> targets) {
            this.subject = subject;
            this.generation = generation;
            this.targets = targets.toArray(Target[]::new);
        }

        Subject subject() {
            return subject;
        }

        boolean offer(Event<?> event) {
            boolean isWhole = true;
            for (Target target : targets) {
                isWhole &= target.offer(event);
            }
            return isWhole;
        }

        void put(Event<?> event) {
            for (Target target : targets) {
                target.put(event);
            }
        }
    }

    /** Somebody, or one of some, who gets an event. */
    interface Target {

        /** Hands over an event without waiting; false if it is lost. */
        boolean offer(Event<?> event);

        /** Hands over an event, and waits for room. */
        void put(Event<?> event);
    }

    synchronized void add(LiveSubscription listener) {
        List<LiveSubscription> more = new ArrayList<>(listeners);
        more.add(listener);
        listeners = List.copyOf(more);
        generation = generation + 1;
    }

    synchronized void remove(LiveSubscription listener) {
        listeners = listeners.stream().filter(one -> one != listener).toList();
        generation = generation + 1;
    }

    boolean isCurrent(Route route) {
        return route.generation == generation;
    }

    Route route(Subject subject) {
        Route known = routes.get(subject);
        if (known != null && isCurrent(known)) {
            return known;
        }
        Route route = find(subject, generation);
        routes.put(subject, route);
        return route;
    }

    private Route find(Subject subject, long since) {
        List<Target> targets = new ArrayList<>();
        Map<String, List<LiveSubscription>> groups = new LinkedHashMap<>();
        for (LiveSubscription listener : listeners) {
            if (listener.pattern().matches(subject)) {
                listener.group()
                        .ifPresentOrElse(
                                group -> groups.computeIfAbsent(group, _ -> new ArrayList<>())
                                        .add(listener),
                                () -> targets.add(listener));
            }
        }
        groups.forEach((group, members) ->
                targets.add(new GroupTarget(members, turns.computeIfAbsent(group, _ -> new AtomicInteger()))));
        return new Route(subject, since, targets);
    }
}
