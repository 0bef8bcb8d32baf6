package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.events.Event;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** The bus of one artifact among others in this process. */
final class LocalBus implements Bus {

    private final BusSession session;
    private final InProcessNetwork network;

    LocalBus(String artifact, InProcessNetwork network) {
        session = new BusSession(artifact);
        this.network = network;
    }

    @Override
    public String artifact() {
        return session.artifact();
    }

    @Override
    public <T> Publisher<T> publisher(Topic<T> topic) {
        session.requireOwn("publish", topic.subject());
        network.streams().of(topic.subject()).ifPresent(stream -> {
            throw new BusException(
                    Category.STREAM,
                    topic.subject() + " is kept in stream " + stream.options().name()
                            + ", publish it by a streamPublisher");
        });
        network.schemas().requireWritable(topic);
        return new LivePublisher<>(session.artifact(), topic, network.routing(), session::isClosed);
    }

    @Override
    public <T> StreamPublisher<T> streamPublisher(Topic<T> topic) {
        session.requireOwn("publish", topic.subject());
        LocalStream stream = network.streams()
                .of(topic.subject())
                .orElseThrow(() -> new BusException(
                        Category.STREAM, "one stream must keep " + topic.subject() + ", but none does"));
        network.schemas().requireWritable(topic);
        return session.publisher(topic, stream::publish);
    }

    @Override
    public void keep(StreamOptions stream) {
        session.requireOpen();
        stream.requireOf(session.artifact());
        network.streams().keep(stream);
    }

    @Override
    public <T> Subscription subscribe(Feed<T> feed, Consumer<Event<T>> handler) {
        session.requireOpen();
        network.schemas().requireReadable(feed);
        return listen(feed, event -> handler.accept(Envelope.as(event, feed.payload())));
    }

    @Override
    public Subscription tap(SubjectPattern pattern, Consumer<String> handler) {
        session.requireOpen();
        return listen(Feed.of(pattern, Object.class), event -> handler.accept(Json.write(event)));
    }

    private Subscription listen(Feed<?> feed, Consumer<Event<?>> handler) {
        LiveSubscription subscription = new LiveSubscription(feed, handler, one -> {
            network.routing().remove(one);
            session.remove(one);
        });
        session.add(subscription);
        network.routing().add(subscription);
        subscription.start();
        return subscription;
    }

    @Override
    public <T> Subscription consume(Feed<T> feed, ConsumerOptions options, Consumer<Delivery<T>> handler) {
        session.requireOpen();
        network.schemas().requireReadable(feed);
        LocalMember<T> member = network.streams().consume(feed, options, handler, session::remove);
        session.add(member);
        member.start();
        return member;
    }

    @Override
    public <Q, A> CompletableFuture<A> ask(Call<Q, A> call, Q question, Duration patience) {
        session.requireOpen();
        Require.that(patience.isPositive(), "patience must be positive, was " + patience);
        return network.answers().ask(call, question, patience);
    }

    @Override
    public <Q, A> Subscription answer(Call<Q, A> call, Function<Q, A> answer) {
        session.requireOwn("answer", call.subject());
        LocalAnswerer<Q, A> answerer = network.answers().add(call, answer, session::remove);
        session.add(answerer);
        return answerer;
    }

    @Override
    public List<SubscriptionStatus> subscriptions() {
        return session.subscriptions();
    }

    @Override
    public void close() {
        if (session.close()) {
            network.remove(this);
        }
    }
}
