package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.BusException.Category;
import io.nats.client.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** The bus of one artifact on a NATS server. */
final class NatsBus implements Bus {

    private final String artifact;
    private final NatsNetwork network;
    private final Connection connection;
    private final JetStreams streams;
    private final Schemas schemas;
    private final NatsQuestions questions;
    private final StreamSender sender;
    private final List<Subscription> open = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    NatsBus(String artifact, NatsNetwork network) {
        this.artifact = artifact;
        this.network = network;
        connection = network.connectForGood(artifact);
        streams = new JetStreams(connection, network.patience());
        schemas = new Schemas(streams);
        questions = new NatsQuestions(connection);
        sender = new StreamSender(artifact, () -> network.connectOnce(artifact + "-streams"), network.patience());
    }

    @Override
    public String artifact() {
        return artifact;
    }

    @Override
    public <T> Publisher<T> publisher(Topic<T> topic) {
        requireOwn("publish", topic.subject());
        List<String> keeping = streams.of(topic.subject());
        if (!keeping.isEmpty()) {
            throw new BusException(
                    Category.STREAM,
                    topic.subject() + " is kept in stream " + keeping.getFirst() + ", publish it by a streamPublisher");
        }
        schemas.requireWritable(topic);
        return new NatsPublisher<>(artifact, topic, connection, isClosed::get);
    }

    @Override
    public <T> StreamPublisher<T> streamPublisher(Topic<T> topic) {
        requireOwn("publish", topic.subject());
        if (streams.of(topic.subject()).size() != 1) {
            throw new BusException(
                    Category.STREAM,
                    "one stream must keep " + topic.subject() + ", was " + streams.of(topic.subject()));
        }
        schemas.requireWritable(topic);
        return event -> {
            requireOpen();
            topic.requirePart(event.subject());
            return sender.publish(event);
        };
    }

    @Override
    public void keep(StreamOptions stream) {
        requireOpen();
        stream.requireOf(artifact);
        streams.keep(stream);
    }

    @Override
    public <T> Subscription subscribe(Feed<T> feed, Consumer<Event<T>> handler) {
        requireOpen();
        schemas.requireReadable(feed);
        return listen(feed, message -> handler.accept(NatsEvents.read(message, feed.payload())));
    }

    @Override
    public Subscription tap(SubjectPattern pattern, Consumer<String> handler) {
        requireOpen();
        return listen(Feed.of(pattern, Object.class), message -> handler.accept(NatsEvents.text(message)));
    }

    private Subscription listen(Feed<?> feed, Consumer<io.nats.client.Message> handler) {
        return opened(new NatsSubscription(connection, feed, handler, open::remove));
    }

    private Subscription opened(NatsSubscription subscription) {
        open.add(subscription);
        flush();
        return subscription;
    }

    /** Waits until the server knows what we want, so that nothing that is published from now on is missed. */
    private void flush() {
        try {
            connection.flush(network.patience());
        } catch (TimeoutException e) {
            throw new BusException(Category.UNREACHABLE, "server does not answer " + artifact, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public <T> Subscription consume(Feed<T> feed, ConsumerOptions options, Consumer<Delivery<T>> handler) {
        requireOpen();
        schemas.requireReadable(feed);
        String stream = streams.covering(feed.pattern());
        streams.makeConsumer(stream, feed.pattern(), options);
        NatsConsumer<T> consumer = new NatsConsumer<>(connection, stream, feed, options, handler, open::remove);
        open.add(consumer);
        consumer.start();
        return consumer;
    }

    @Override
    public <Q, A> CompletableFuture<A> ask(Call<Q, A> call, Q question, Duration patience) {
        requireOpen();
        Require.that(patience.isPositive(), "patience must be positive, was " + patience);
        return questions.ask(call, question, patience);
    }

    @Override
    public <Q, A> Subscription answer(Call<Q, A> call, Function<Q, A> answer) {
        requireOwn("answer", call.subject());
        return opened(questions.answer(call, answer, open::remove));
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
