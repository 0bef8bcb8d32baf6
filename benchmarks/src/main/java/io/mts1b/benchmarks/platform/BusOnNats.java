package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.ScratchFolder;
import io.mts1b.testkit.NatsServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Events over a real server, beside two users of raw jnats: one who does the same work, writing and reading the same
 * event by Jackson's databind, and one who sends 64 bytes as they are, which is as fast as it can be.
 */
public final class BusOnNats implements Measurement {

    private static final String DATABIND = "jnats+json";
    private static final String BYTES = "jnats 64 B";

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public BusOnNats() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        if (!NatsServer.isInstalled()) {
            progress.accept("left out: the bus on NATS, for there is no nats-server on the PATH");
            return List.of();
        }
        try (ScratchFolder folder = new ScratchFolder();
                NatsServer server = NatsServer.start(folder.path());
                NatsOurs ours = new NatsOurs(server.address());
                NatsPeer peer = new NatsPeer(server.address())) {
            return rows(ours, peer, effort, progress);
        }
    }

    private static List<Row> rows(NatsOurs ours, NatsPeer peer, Effort effort, Consumer<String> progress)
            throws Exception {
        List<Row> rows = new ArrayList<>();
        int live = effort.of(200_000, 1_000);
        List<Contest.Figure> toConsumer = List.of(new Contest.Figure("NATS publish to consume", "ns"));
        progress.accept("measuring live events on NATS");
        rows.addAll(new Contest(DATABIND, live, effort)
                .rows(toConsumer, () -> ours.live(live), () -> peer.liveByDatabind(live)));
        rows.addAll(
                new Contest(BYTES, live, effort).rows(toConsumer, () -> ours.live(live), () -> peer.liveBytes(live)));
        int kept = effort.of(50_000, 1_000);
        List<Contest.Figure> toStream = List.of(new Contest.Figure("JetStream publish, windowed", "ns"));
        progress.accept("measuring events into a stream on NATS");
        rows.addAll(new Contest(DATABIND, kept, effort)
                .rows(toStream, () -> ours.kept(kept), () -> peer.keptByDatabind(kept)));
        rows.addAll(new Contest(BYTES, kept, effort).rows(toStream, () -> ours.kept(kept), () -> peer.keptBytes(kept)));
        return rows;
    }
}
