package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** The bus of one artifact among others in this process. */
final class LocalBus implements Bus {

    private final String artifact;
    private final InProcessNetwork network;
    private final List<Subscription> open = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    LocalBus(String artifact, InProcessNetwork network) {
        this.artifact = artifact;
        this.network = network;
    }

    @Override
    public String artifact() {
        return artifact;
    }

    @Override
    public <T> Publisher<T> publisher(Topic<T> topic) {
        requireOwn("publish", topic.subject());
        network.streams().of(topic.subject()).ifPresent(stream -> {
            throw new BusException(
                    Category.STREAM,
                    topic.subject() + " is kept in stream " + stream.options().name()
                            + ", publish it by a streamPublisher");
        });
        network.schemas().requireWritable(topic);
        return new LivePublisher<>(artifact, topic, network.routing(), isClosed::get);
    }

    @Override
    public <T> StreamPublisher<T> streamPublisher(Topic<T> topic) {
        requireOwn("publish", topic.subject());
        LocalStream stream = network.streams()
                .of(topic.subject())
                .orElseThrow(() -> new BusException(
                        Category.STREAM, "one stream must keep " + topic.subject() + ", but none does"));
        network.schemas().requireWritable(topic);
        return event -> {
            requireOpen();
            topic.requirePart(event.subject());
            return stream.publish(event);
        };
    }

    @Override
    public void keep(StreamOptions stream) {
        requireOpen();
        stream.requireOf(artifact);
        network.streams().keep(stream);
    }

    @Override
    public <T> Subscription subscribe(Feed<T> feed, Consumer<Event<T>> handler) {
        requireOpen();
        network.schemas().requireReadable(feed);
        return listen(feed, event -> handler.accept(Envelope.as(event, feed.payload())));
    }

    @Override
    public Subscription tap(SubjectPattern pattern, Consumer<String> handler) {
        requireOpen();
        return listen(Feed.of(pattern, Object.class), event -> handler.accept(Json.write(event)));
    }

    private Subscription listen(Feed<?> feed, Consumer<Event<?>> handler) {
        LiveSubscription subscription = new LiveSubscription(feed, handler, one -> {
            network.routing().remove(one);
            open.remove(one);
        });
        open.add(subscription);
        network.routing().add(subscription);
        subscription.start();
        return subscription;
    }

    @Override
    public <T> Subscription consume(Feed<T> feed, ConsumerOptions options, Consumer<Delivery<T>> handler) {
        requireOpen();
        network.schemas().requireReadable(feed);
        LocalMember<T> member = network.streams().consume(feed, options, handler, one -> open.remove(one));
        open.add(member);
        member.start();
        return member;
    }

    @Override
    public <Q, A> CompletableFuture<A> ask(Call<Q, A> call, Q question, Duration patience) {
        requireOpen();
        Require.that(patience.isPositive(), "patience must be positive, was " + patience);
        return network.answers().ask(call, question, patience);
    }

    @Override
    public <Q, A> Subscription answer(Call<Q, A> call, Function<Q, A> answer) {
        requireOwn("answer", call.subject());
        LocalAnswerer<Q, A> answerer = network.answers().add(call, answer, one -> open.remove(one));
        open.add(answerer);
        return answerer;
    }

    @Override
    public List<SubscriptionStatus> subscriptions() {
        return open.stream().map(Subscription::status).toList();
    }

    private void requireOpen() {
        if (isClosed.get()) {
            throw BusException.closed(artifact);
        }
    }

    private void requireOwn(String action, Subject subject) {
        requireOpen();
        if (!subject.source().equals(artifact)) {
            throw BusException.foreign(artifact, action, subject.toString());
        }
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            open.forEach(Subscription::close);
            network.remove(this);
        }
    }
}
