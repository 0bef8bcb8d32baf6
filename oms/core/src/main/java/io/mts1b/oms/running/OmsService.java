package io.mts1b.oms.running;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.oms.Leftover;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
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
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.Topic;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.service.Service;
import io.mts1b.platform.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
    private static final ActorId SELF = new ActorId("oms");

    private final Bus bus;
    private final Announcements announcements;
    private final OmsWriter writer;
    private final OmsSettings settings;
    private final InstantSource clock;
    private @Nullable AuditTrail audit;
    private @Nullable HttpApi http;
    private @Nullable RiskLine risk;

    private OmsService(
            Bus bus, Announcements announcements, OmsWriter writer, OmsSettings settings, InstantSource clock) {
        this.bus = bus;
        this.announcements = announcements;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    static OmsService start(ServiceContext context) throws IOException {
        OmsSettings settings = context.configuration().section(OmsSettings.class);
        Path folder = Files.createDirectories(context.data().resolve("oms"));
        Bus bus = context.connect("oms");
        Announcements announcements = null;
        OmsService service = null;
        try {
            announcements = Announcements.start(bus, context.connect("riskengine"), folder);
            PaperDesk paper = new PaperDesk(context.clock());
            Announcements announcing = announcements;
            LogFeed[] feed = new LogFeed[1];
            OmsWriter writer = OmsWriter.start(
                    () -> open(context, settings, folder, announcing, paper, feed),
                    settings.capacity(),
                    settings.tick(),
                    context.clock());
            service = new OmsService(bus, announcements, writer, settings, context.clock());
            service.listen(paper);
            if (settings.api() != null) {
                service.serve(feed[0], settings.api(), folder.resolve("audit"));
            }
            context.health().ready("oms-announcements", announcements::health);
            return service;
        } catch (IOException | RuntimeException e) {
            if (service != null) {
                service.close();
            } else {
                if (announcements != null) {
                    announcements.close();
                }
                bus.close();
            }
            throw e;
        }
    }

    private static Oms open(
            ServiceContext context,
            OmsSettings settings,
            Path folder,
            Announcements announcements,
            PaperDesk paper,
            LogFeed[] feed) {
        Oms[] opened = new Oms[1];
        Oms oms = OmsJournal.open(
                folder.resolve("journal"),
                JournalOptions.of(settings.durability()),
                log -> {
                    feed[0] = new LogFeed(announcements.around(log, () -> opened[0]));
                    return feed[0];
                },
                announcements.engine(),
                OmsPolicy.STANDARD,
                context.clock());
        opened[0] = oms;
        try {
            for (OmsSettings.BrokerSettings broker : settings.brokers()) {
                switch (broker.kind()) {
                    case PAPER -> paper.connect(oms, broker.name());
                }
            }
            return oms;
        } catch (RuntimeException e) {
            oms.close();
            throw e;
        }
    }

    /** From here on others are heard. */
    private void listen(PaperDesk paper) {
        OperatorDesk operators = new OperatorDesk(writer, settings.keys(), clock);
        bus.answer(OperatorRequest.CALL, operators::answer);
        bus.subscribe(Feed.of(Topic.of(StableSubject.HALTS_REQUESTED, HaltRequest.class)), this::halt);
        paper.listen(bus, writer);
        QuoteLine.listen(bus, writer);
        VetoLine.connect(announcements.gates(), bus, writer, clock);
        if (settings.risk() != null) {
            risk = RiskLine.start(announcements.gates(), bus, writer, settings.risk(), clock);
        }
    }

    /** Takes orders over HTTP and the bus. */
    private void serve(LogFeed feed, ApiSettings api, Path trail) throws IOException {
        audit = AuditTrail.open(trail, clock);
        OmsApi served = new OmsApi(writer, feed, api, settings.routing(), audit, clock);
        BusApi.answer(bus, served);
        http = HttpApi.start(served);
    }

    /** A halt that is told twice is one. */
    private void halt(Event<HaltRequest> event) {
        writer.ask(oms -> {
                    boolean stands = oms.state().halts().contains(event.payload());
                    if (!stands) {
                        oms.accept(new OmsEvent.HaltSet(event.payload()));
                    }
                    return !stands;
                })
                .join();
    }

    /** For what runs in the same process. */
    OmsWriter writer() {
        return writer;
    }

    @Override
    public void drain(Duration patience) throws InterruptedException, ExecutionException {
        CompletableFuture<List<Leftover>> done = new CompletableFuture<>();
        writer.ask(oms -> {
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
        } catch (TimeoutException e) {
            throw new IllegalStateException("the writer has not said what is left", e);
        }
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
        if (risk != null) {
            risk.close();
        }
        writer.close();
        announcements.close();
        bus.close();
        if (audit != null) {
            audit.close();
        }
    }
}
