package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.platform.Ticks.Tick;
import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.NatsNetwork;
import io.mts1b.platform.bus.NatsOptions;
import io.mts1b.platform.bus.Publisher;
import io.mts1b.platform.bus.Receipt;
import io.mts1b.platform.bus.StreamOptions;
import io.mts1b.platform.bus.StreamPublisher;
import io.mts1b.platform.bus.SubjectPattern;
import io.mts1b.platform.bus.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Our bus on a server: one producer, one consumer, each with a connection. */
final class NatsOurs implements AutoCloseable {

    private static final int CAPACITY = 1 << 20;
    private static final Topic<Tick> KEPT = new Topic<>(Subject.parse("mts.v1.marketdata.ticks.kept"), Tick.class);

    private final NatsNetwork network;
    private final Bus producer;
    private final Bus consumer;
    private int published;

    NatsOurs(String address) {
        network = NatsNetwork.open(NatsOptions.of(address));
        producer = network.connect("marketdata");
        consumer = network.connect("oms");
        producer.keep(StreamOptions.of("kept", SubjectPattern.of(KEPT.subject())));
    }

    Outcome live(int count) throws InterruptedException {
        List<Event<Tick>> events = Ticks.events(Ticks.TOPIC, 0, Ticks.DISTINCT);
        Arrivals arrivals = new Arrivals(count);
        Publisher<Tick> publisher = producer.publisher(Ticks.TOPIC);
        try (var _ = consumer.subscribe(
                Feed.of(Ticks.TOPIC).withCapacity(CAPACITY),
                event -> arrivals.add(event.payload().number()))) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                publisher.put(events.get(i % Ticks.DISTINCT));
            }
            return arrivals.outcome(start);
        }
    }

    Outcome kept(int count) {
        List<Event<Tick>> events = Ticks.events(KEPT, published, count);
        published += count;
        StreamPublisher<Tick> publisher = producer.streamPublisher(KEPT);
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>(count);
        long start = System.nanoTime();
        for (Event<Tick> event : events) {
            receipts.add(publisher.publish(event));
        }
        long fresh = receipts.stream()
                .filter(receipt -> !receipt.join().isDuplicate())
                .count();
        return Outcome.of((double) (System.nanoTime() - start) / count, fresh);
    }

    @Override
    public void close() {
        network.close();
    }
}
