package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.platform.DatabindPeer.Wire;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStream;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/** Raw jnats with its defaults: one producer, one consumer, each with a connection. */
final class NatsPeer implements AutoCloseable {

    private static final String LIVE = "peer.live";
    private static final String KEPT = "peer.kept";

    /** As many messages may be on their way to a stream as on our bus. */
    private static final int WINDOW = 4_096;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Connection producer;
    private final Connection consumer;
    private final JetStream stream;
    private int published;

    NatsPeer(String address) throws Exception {
        producer = Nats.connect(Options.builder().server(address).build());
        consumer = Nats.connect(Options.builder().server(address).build());
        var _ = producer.jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(KEPT.replace('.', '-'))
                        .subjects(KEPT)
                        .build());
        stream = producer.jetStream();
    }

    Outcome liveByDatabind(int count) throws Exception {
        List<Wire> wires = DatabindPeer.wires(0, Ticks.DISTINCT);
        return live(
                count,
                i -> DatabindPeer.write(wires.get(i % Ticks.DISTINCT)),
                message -> DatabindPeer.read(message.getData()).payload().number());
    }

    Outcome liveBytes(int count) throws Exception {
        return live(
                count,
                i -> bytes(Ticks.number(i % Ticks.DISTINCT)),
                message -> ByteBuffer.wrap(message.getData()).getLong());
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Ticks.PAYLOAD_BYTES).putLong(number).array();
    }

    private Outcome live(int count, IntFunction<byte[]> write, ToLongFunction<Message> read) throws Exception {
        Arrivals arrivals = new Arrivals(count);
        Dispatcher dispatcher = consumer.createDispatcher(message -> arrivals.add(read.applyAsLong(message)));
        dispatcher.setPendingLimits(-1, -1);
        dispatcher.subscribe(LIVE);
        consumer.flush(PATIENCE);
        try {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                producer.publish(LIVE, write.apply(i));
            }
            return arrivals.outcome(start);
        } finally {
            consumer.closeDispatcher(dispatcher);
        }
    }

    Outcome keptByDatabind(int count) throws Exception {
        List<Wire> wires = DatabindPeer.wires(published, count);
        return kept(count, i -> DatabindPeer.write(wires.get(i)));
    }

    Outcome keptBytes(int count) throws Exception {
        return kept(count, i -> bytes(i));
    }

    private Outcome kept(int count, IntFunction<byte[]> write) throws Exception {
        Semaphore room = new Semaphore(WINDOW);
        List<CompletableFuture<PublishAck>> acks = new ArrayList<>(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Message message = NatsMessage.builder()
                    .subject(KEPT)
                    .headers(new Headers().put("Nats-Msg-Id", "peer-" + published++))
                    .data(write.apply(i))
                    .build();
            room.acquire();
            acks.add(stream.publishAsync(message).whenComplete((_, _) -> room.release()));
        }
        long fresh = acks.stream().filter(ack -> !ack.join().isDuplicate()).count();
        return Outcome.of((double) (System.nanoTime() - start) / count, fresh);
    }

    @Override
    public void close() {
        try {
            producer.close();
            consumer.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
