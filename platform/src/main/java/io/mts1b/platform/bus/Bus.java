package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The port through which one artifact talks to the others.
 *
 * <p>Handlers run on threads of the bus: of one subscription one at a time and in order, of several at the
 * same time. A handler that throws is counted and shown by {@link #subscriptions()}, and the next event is
 * handed in.
 *
 * <p>Thread-safe.
 */
public interface Bus extends AutoCloseable {

    /** The longest message, with its envelope. */
    int MAX_MESSAGE_BYTES = 1_000_000;

    /**
     * Returns whose bus this is.
     *
     * @return the name of an artifact, such as {@code "oms"}
     */
    String artifact();

    /**
     * Opens a subject for publishing live. An event in a stream needs {@link #streamPublisher}.
     *
     * @param topic the subject, whose source is this artifact
     * @param <T> the type of the payload
     * @return the publisher
     * @throws BusException if the subject is another artifact's, is kept in a stream, or its payload breaks
     *     what consumers know
     */
    <T> Publisher<T> publisher(Topic<T> topic);

    /**
     * Opens a subject for publishing into the stream that keeps it.
     *
     * @param topic the subject, whose source is this artifact
     * @param <T> the type of the payload
     * @return the publisher
     * @throws BusException if the subject is another artifact's, is kept in no stream, or its payload breaks
     *     what consumers know
     */
    <T> StreamPublisher<T> streamPublisher(Topic<T> topic);

    /**
     * Makes sure that a stream is there.
     *
     * @param stream its name and what it keeps, all of this artifact
     * @throws BusException if a subject is another artifact's or another stream's, or the stream is there with
     *     other options
     */
    void keep(StreamOptions stream);

    /**
     * Hands in what is published from now on.
     *
     * @param feed which events, and with how much room for those that wait
     * @param handler takes them
     * @param <T> the type of the payload
     * @return the subscription, to be closed
     * @throws BusException if a producer writes payloads that this type cannot read
     */
    <T> Subscription subscribe(Feed<T> feed, Consumer<Event<T>> handler);

    /**
     * Hands in what is published from now on as JSON, whatever its payload.
     *
     * @param pattern which subjects
     * @param handler takes the events, a line of JSON each
     * @return the subscription, to be closed
     */
    Subscription tap(SubjectPattern pattern, Consumer<String> handler);

    /**
     * Hands in what a stream has kept and will keep, each event until it is acknowledged.
     *
     * @param feed which events, all of one stream; consumers of one name and one feed share the work
     * @param options the name under which the position is kept, and how to go on
     * @param handler takes the events, and acknowledges them now or later
     * @param <T> the type of the payload
     * @return the subscription; closing it keeps the position
     * @throws BusException if no one stream keeps these events, or a producer writes payloads that this type
     *     cannot read
     */
    <T> Subscription consume(Feed<T> feed, ConsumerOptions options, Consumer<Delivery<T>> handler);

    /**
     * Asks whoever answers.
     *
     * @param call what is asked, and whom
     * @param question the question
     * @param patience how long to wait, positive
     * @param <Q> the type of the question
     * @param <A> the type of the answer
     * @return the answer, or a {@link BusException}
     */
    <Q, A> CompletableFuture<A> ask(Call<Q, A> call, Q question, Duration patience);

    /**
     * Answers questions; of several who answer the same, each question goes to one.
     *
     * @param call what is answered, its subject of this artifact
     * @param answer makes the answer; what it throws is told to the one who asked
     * @param <Q> the type of the question
     * @param <A> the type of the answer
     * @return the subscription, to be closed
     * @throws BusException if the subject is another artifact's
     */
    <Q, A> Subscription answer(Call<Q, A> call, Function<Q, A> answer);

    /**
     * Returns how the subscriptions of this artifact do, so that a slow one is seen.
     *
     * @return one entry for each that is open, oldest first
     */
    List<SubscriptionStatus> subscriptions();

    /** Closes all publishers and subscriptions of this artifact. Closing again does nothing. */
    @Override
    void close();
}
