package io.mts1b.oms.running;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.oms.Leftover;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsJournal;
import io.mts1b.oms.OmsPolicy;
import io.mts1b.oms.api.ApiSettings;
import io.mts1b.oms.api.BusApi;
import io.mts1b.oms.api.HttpApi;
import io.mts1b.oms.api.LogFeed;
import io.mts1b.oms.api.OmsApi;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.platform.audit.AuditTrail;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.health.Health;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.service.Service;
import io.mts1b.platform.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An order management system that runs: one writer of one log, its brokers, what operators ask of it, and what it tells
 * everybody.
 */
final class OmsService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(OmsService.class);
    private static final long SNAPSHOT_AFTER = 100_000;
    private static final ActorId SELF = new ActorId("oms");

    private final ServiceContext context;
    private final OmsSettings settings;
    private final Path folder;
    private final InstantSource clock;
    /** What is to be given back, last first. */
    private final Deque<Runnable> opened = new ArrayDeque<>();

    private final VenueWatch watch;
    private @Nullable OmsWriter writer;

    private OmsService(ServiceContext context) throws IOException {
        this.context = context;
        this.settings = context.configuration().section(OmsSettings.class);
        this.folder = Files.createDirectories(context.data().resolve("oms"));
        this.clock = context.clock();
        this.watch = new VenueWatch();
    }

    static OmsService start(ServiceContext context) throws IOException {
        OmsService service = new OmsService(context);
        try {
            service.start();
            return service;
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private void start() throws IOException {
        ApiSettings api = settings.api();
        AuditTrail audit = api == null ? null : opened(AuditTrail.open(folder.resolve("audit"), clock));
        Bus bus = opened(context.connect("oms"));
        Announcements announcements = opened(Announcements.start(bus, context.connect("riskengine"), folder));
        VenueSessions venues = opened(new VenueSessions(context));
        PaperDesk paper =
                new PaperDesk(clock, new PriceMarks(clock, settings.market().aheadBy()));
        LogFeed[] feed = new LogFeed[1];
        OmsWriter started = OmsWriter.start(
                own -> {
                    Oms oms = open(announcements, feed);
                    try {
                        connect(oms, own, paper, venues);
                        return oms;
                    } catch (RuntimeException e) {
                        oms.close();
                        throw e;
                    }
                },
                settings.capacity(),
                settings.tick(),
                clock);
        writer = opened(started);
        listen(bus, announcements, started, paper);
        if (api != null && audit != null) {
            OmsApi served = new OmsApi(started, feed[0], api, settings.routing(), audit, clock);
            BusApi.answer(bus, served);
            opened(HttpApi.start(served));
        }
        // What is not live is not ready either.
        context.health().live("oms-writer", () -> health(started));
        context.health().ready("oms-announcements", announcements::health);
        context.health().ready("oms-venues", watch::health);
    }

    private static Health health(OmsWriter writer) {
        return writer.failure()
                .map(reason -> Health.down(String.valueOf(reason.getMessage())))
                .orElseGet(Health::up);
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(() -> {
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("{} did not close", part.getClass().getSimpleName(), e);
            }
        });
        return part;
    }

    private Oms open(Announcements announcements, LogFeed[] feed) {
        Oms[] opening = new Oms[1];
        Oms oms = OmsJournal.open(
                folder.resolve("journal"),
                JournalOptions.of(settings.durability()),
                log -> {
                    feed[0] =
                            new LogFeed(announcements.around(log, () -> Optional.ofNullable(opening[0]), watch::take));
                    return feed[0];
                },
                announcements.engine(),
                OmsPolicy.STANDARD,
                clock);
        opening[0] = oms;
        snapshot(oms, SNAPSHOT_AFTER);
        return oms;
    }

    /** Spares the next start what this one had to replay, if that was more than so many events. */
    private static boolean snapshot(Oms oms, long after) {
        boolean due = oms.replayed() >= after;
        if (due) {
            try {
                oms.snapshot();
            } catch (RuntimeException e) {
                LOG.error("no snapshot was taken, the next start replays everything", e);
            }
        }
        return due;
    }

    private void connect(Oms oms, OmsWriter own, PaperDesk paper, VenueSessions venues) {
        watch.begin(oms.state());
        for (OmsSettings.BrokerSettings broker : settings.brokers()) {
            if (broker.kind() == OmsSettings.Kind.PAPER) {
                paper.connect(oms, broker.name());
            } else {
                watch.expect(broker.name());
                venues.connect(broker, oms, own::tell);
            }
        }
    }

    /** From here on others are heard. */
    private void listen(Bus bus, Announcements announcements, OmsWriter started, PaperDesk paper) {
        OperatorDesk operators = new OperatorDesk(started, settings.keys(), clock);
        bus.answer(OperatorRequest.CALL, operators::answer);
        HaltDesk.listen(bus, started);
        paper.listen(bus, started);
        new MarketDesk(started, settings.market(), clock, context.metrics()).listen(bus);
        new NavDesk(started, clock).listen(bus);
        VetoLine.connect(announcements.gates(), bus, started, clock);
        if (settings.risk() != null) {
            opened(RiskLine.start(announcements.gates(), bus, started, settings.risk(), clock));
        }
    }

    /** For what runs in the same process. */
    OmsWriter writer() {
        return Objects.requireNonNull(writer, "a service that started has a writer");
    }

    @Override
    public void drain(Duration patience) throws InterruptedException, ExecutionException {
        CompletableFuture<List<Leftover>> done = new CompletableFuture<>();
        writer().ask(oms -> {
                    CompletableFuture<Void> told = oms.operations()
                            .drain(settings.stop(), SELF, clock.instant().plus(patience))
                            .thenAccept(done::complete);
                    return !told.isCompletedExceptionally();
                })
                .get();
        try {
            // The writer looks at the clock once a tick.
            List<Leftover> left =
                    done.get(patience.plus(settings.tick().multipliedBy(4)).toMillis(), TimeUnit.MILLISECONDS);
            left.forEach(one -> LOG.warn("left at the venue: {}", one));
            writer().ask(oms -> snapshot(oms, 0)).get();
        } catch (TimeoutException e) {
            throw new IllegalStateException("the writer has not said what is left", e);
        }
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().run();
        }
    }
}
