package io.mts1b.benchmarks.platform;

import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.ScratchFolder;
import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.bus.Publisher;
import io.mts1b.platform.bus.Topic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * 64 bytes from one thread to another: an immutable event of ours, with its identity and time, beside eight numbers
 * copied into a slot of the Disruptor, which knows that there is one producer, and yields while it waits.
 */
public final class BusInProcess implements Measurement {

    private static final int CAPACITY = 1 << 16;
    private static final Topic<Longs> TOPIC = new Topic<>(Subject.parse("mts.v1.oms.longs.sent"), Longs.class);
    private static final EventId ID = new EventId("longs");

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public BusInProcess() {}

    /** 64 bytes. */
    record Longs(long a, long b, long c, long d, long e, long f, long g, long h) {

        static Longs of(long i) {
            return new Longs(i, i + 1, i + 2, i + 3, i + 4, i + 5, i + 6, i + 7);
        }

        long sum() {
            return a + b + c + d + e + f + g + h;
        }
    }

    /** 64 bytes that are used again and again. */
    private static final class Slot {
        private final long[] values = new long[8];

        void fill(long i) {
            for (int k = 0; k < values.length; k++) {
                values[k] = i + k;
            }
        }

        long sum() {
            long sum = 0;
            for (long value : values) {
                sum += value;
            }
            return sum;
        }
    }

    /** Sums up what comes, and tells when it was enough. One thread. */
    private static final class Sum {
        private final int enough;
        private final CountDownLatch done = new CountDownLatch(1);
        private int count;
        private long sum;

        Sum(int enough) {
            this.enough = enough;
        }

        void add(long value) {
            sum += value;
            if (++count == enough) {
                done.countDown();
            }
        }
    }

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        progress.accept("measuring the bus in one process");
        int messages = effort.of(10_000_000, 10_000);
        try (ScratchFolder folder = new ScratchFolder();
                InProcessNetwork network = InProcessNetwork.open(folder.path(), InstantSource.system());
                Bus bus = network.connect("oms")) {
            return new Contest("Disruptor", messages, effort)
                    .rows(
                            List.of(new Contest.Figure("bus in process, 64 B", "ns")),
                            () -> ours(bus, messages),
                            () -> disruptor(messages));
        }
    }

    private static Contest.Outcome ours(Bus bus, int messages) throws InterruptedException {
        Sum sum = new Sum(messages);
        Publisher<Longs> publisher = bus.publisher(TOPIC);
        try (var _ = bus.subscribe(
                Feed.of(TOPIC).withCapacity(CAPACITY),
                event -> sum.add(event.payload().sum()))) {
            long start = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                publisher.put(new Event<>(ID, TOPIC.subject(), Instant.EPOCH, Longs.of(i)));
            }
            sum.done.await();
            return Contest.Outcome.of((double) (System.nanoTime() - start) / messages, sum.sum);
        }
    }

    private static Contest.Outcome disruptor(int messages) throws InterruptedException {
        Sum sum = new Sum(messages);
        Disruptor<Slot> disruptor = new Disruptor<>(
                Slot::new, CAPACITY, DaemonThreadFactory.INSTANCE, ProducerType.SINGLE, new YieldingWaitStrategy());
        disruptor.handleEventsWith((slot, _, _) -> sum.add(slot.sum()));
        var ring = disruptor.start();
        try {
            long start = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                ring.publishEvent((slot, _, number) -> slot.fill(number), (long) i);
            }
            sum.done.await();
            return Contest.Outcome.of((double) (System.nanoTime() - start) / messages, sum.sum);
        } finally {
            disruptor.shutdown();
        }
    }
}
