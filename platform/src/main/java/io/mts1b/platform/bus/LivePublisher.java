package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.Routing.Route;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Publishes in this process: hands the event itself to every ring. */
final class LivePublisher<T> implements Publisher<T> {

    private final String artifact;
    private final Topic<T> topic;
    private final Routing routing;
    private final BooleanSupplier isClosed;
    private final boolean isAlwaysShort;

    /** The route of the last event: most often that of the next. Any thread may see any one; all are whole. */
    private @Nullable Route last;

    LivePublisher(String artifact, Topic<T> topic, Routing routing, BooleanSupplier isClosed) {
        this.artifact = artifact;
        this.topic = topic;
        this.routing = routing;
        this.isClosed = isClosed;
        isAlwaysShort = Envelope.isAlwaysShort(topic.payload());
    }

    @Override
    public boolean offer(Event<T> event) {
        return route(event).offer(event);
    }

    @Override
    public void put(Event<T> event) {
        route(event).put(event);
    }

    private Route route(Event<T> event) {
        if (isClosed.getAsBoolean()) {
            throw BusException.closed(artifact);
        }
        if (!isAlwaysShort) {
            Envelope.encode(event);
        }
        Subject subject = event.subject();
        Route route = last;
        if (route == null || !subject.equals(route.subject())) {
            topic.requirePart(subject);
            route = routing.route(subject);
            last = route;
        } else if (!routing.isCurrent(route)) {
            route = routing.route(subject);
            last = route;
        }
        return route;
    }
}
