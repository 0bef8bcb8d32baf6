package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.events.Event;
import io.mts1b.platform.bus.BusException.Category;
import io.nats.client.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** The bus of one artifact on a NATS server. */
final class NatsBus implements Bus {

    private final BusSession session;
    private final NatsNetwork network;
    private final Connection connection;
    private final JetStreams streams;
    private final Schemas schemas;
    private final NatsQuestions questions;
    private final StreamSender sender;

    NatsBus(String artifact, NatsNetwork network) {
        session = new BusSession(artifact);
        this.network = network;
        connection = network.connectForGood(artifact);
        streams = new JetStreams(connection, network.patience());
        schemas = new Schemas(streams);
        questions = new NatsQuestions(connection);
        sender = new StreamSender(artifact, () -> network.connectOnce(artifact + "-streams"), network.patience());
    }

    @Override
    public String artifact() {
        return session.artifact();
    }

    @Override
    public <T> Publisher<T> publisher(Topic<T> topic) {
        session.requireOwn("publish", topic.subject());
        List<String> keeping = streams.of(topic.subject());
        if (!keeping.isEmpty()) {
            throw new BusException(
                    Category.STREAM,
                    topic.subject() + " is kept in stream " + keeping.getFirst() + ", publish it by a streamPublisher");
        }
        schemas.requireWritable(topic);
        return new NatsPublisher<>(session.artifact(), topic, connection, session::isClosed);
    }

    @Override
    public <T> StreamPublisher<T> streamPublisher(Topic<T> topic) {
        session.requireOwn("publish", topic.subject());
        if (streams.of(topic.subject()).size() != 1) {
            throw new BusException(
                    Category.STREAM,
                    "one stream must keep " + topic.subject() + ", was " + streams.of(topic.subject()));
        }
        schemas.requireWritable(topic);
        return session.publisher(topic, sender::publish);
    }

    @Override
    public void keep(StreamOptions stream) {
        session.requireOpen();
        stream.requireOf(session.artifact());
        streams.keep(stream);
    }

    @Override
    public <T> Subscription subscribe(Feed<T> feed, Consumer<Event<T>> handler) {
        session.requireOpen();
        schemas.requireReadable(feed);
        NatsEvents<T> events = new NatsEvents<>(feed.payload());
        return listen(feed, message -> handler.accept(events.read(message)));
    }

    @Override
    public Subscription tap(SubjectPattern pattern, Consumer<String> handler) {
        session.requireOpen();
        return listen(Feed.of(pattern, Object.class), message -> handler.accept(NatsEvents.text(message)));
    }

    private Subscription listen(Feed<?> feed, Consumer<io.nats.client.Message> handler) {
        return opened(new NatsSubscription(connection, feed, handler, session::remove));
    }

    private Subscription opened(NatsSubscription subscription) {
        session.add(subscription);
        flush();
        return subscription;
    }

    /** Waits until the server knows what we want, so that nothing that is published from now on is missed. */
    private void flush() {
        try {
            connection.flush(network.patience());
        } catch (TimeoutException e) {
            throw new BusException(Category.UNREACHABLE, "server does not answer " + session.artifact(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public <T> Subscription consume(Feed<T> feed, ConsumerOptions options, Consumer<Delivery<T>> handler) {
        session.requireOpen();
        schemas.requireReadable(feed);
        String stream = streams.covering(feed.pattern());
        streams.makeConsumer(stream, feed.pattern(), options);
        NatsConsumer<T> consumer = new NatsConsumer<>(connection, stream, feed, options, handler, session::remove);
        session.add(consumer);
        consumer.start();
        return consumer;
    }

    @Override
    public <Q, A> CompletableFuture<A> ask(Call<Q, A> call, Q question, Duration patience) {
        session.requireOpen();
        Require.that(patience.isPositive(), "patience must be positive, was " + patience);
        return questions.ask(call, question, patience);
    }

    @Override
    public <Q, A> Subscription answer(Call<Q, A> call, Function<Q, A> answer) {
        session.requireOwn("answer", call.subject());
        return opened(questions.answer(call, answer, session::remove));
    }

    @Override
    public List<SubscriptionStatus> subscriptions() {
        return session.subscriptions();
    }

    @Override
    public void close() {
        if (session.close()) {
            sender.close();
            try {
                connection.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            network.remove(this);
        }
    }
}
