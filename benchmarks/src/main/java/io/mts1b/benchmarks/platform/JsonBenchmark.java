package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.platform.DatabindPeer.Wire;
import io.mts1b.benchmarks.platform.Ticks.Tick;
import io.mts1b.foundation.events.Event;
import io.mts1b.platform.json.Json;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The time it takes to write and to read an event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {

    private static final int COUNT = 1_024;

    private final Wire[] wires = new Wire[COUNT];
    private final byte[][] texts = new byte[COUNT][];
    private final Object[] events = new Object[COUNT];
    private int next;

    /** For JMH. */
    public JsonBenchmark() {
        for (int i = 0; i < COUNT; i++) {
            Event<Tick> event = Ticks.event(Ticks.TOPIC, i);
            events[i] = event;
            wires[i] = DatabindPeer.wire(event);
            texts[i] = DatabindPeer.write(wires[i]);
        }
    }

    private int next() {
        next = (next + 1) & (COUNT - 1);
        return next;
    }

    @Benchmark
    public byte[] write() {
        return Json.bytes(events[next()]);
    }

    @Benchmark
    public byte[] writeByDatabind() {
        return DatabindPeer.write(wires[next()]);
    }

    @Benchmark
    public Event<Tick> read() {
        return Json.readNewerEvent(texts[next()], Tick.class);
    }

    @Benchmark
    public Object readByDatabind() {
        return DatabindPeer.read(texts[next()]);
    }

    boolean writesTheSame() {
        boolean same = true;
        for (int i = 0; i < COUNT; i++) {
            same &= Arrays.equals(Json.bytes(events[i]), texts[i]);
        }
        return same;
    }

    boolean readsTheSame() {
        boolean same = true;
        for (int i = 0; i < COUNT; i++) {
            Event<Tick> event = Json.readNewerEvent(texts[i], Tick.class);
            same &= event.equals(events[i]) && event.equals(DatabindPeer.event(DatabindPeer.read(texts[i])));
        }
        return same;
    }
}
