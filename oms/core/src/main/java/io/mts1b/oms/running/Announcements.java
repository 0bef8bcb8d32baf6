package io.mts1b.oms.running;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.oms.EventLog;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.health.Health;
import io.mts1b.riskengine.RiskEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What this process tells everybody of its log, once it is durable: as {@code oms} orders and fills, as {@code riskengine},
 * which lives in it, decisions and limits. Each of the two knows how far it came, and each subject has one producer.
 */
final class Announcements implements AutoCloseable {

    private final Path folder;
    private final Announcer orders;
    private final Announcer decisions;
    private final Bus gates;
    private final Latencies latencies = new Latencies();

    private Announcements(Path folder, Announcer orders, Announcer decisions, Bus gates) {
        this.folder = folder;
        this.orders = orders;
        this.decisions = decisions;
        this.gates = gates;
    }

    /**
     * Starts.
     *
     * @param oms the bus of oms; the caller closes it after this
     * @param gates the bus of riskengine; closed with this
     * @param folder where it says how far it has come
     */
    static Announcements start(Bus oms, Bus gates, Path folder) {
        Announcer orders = null;
        try {
            orders = new Announcer(oms, "oms", told(folder, "oms"));
            return new Announcements(
                    folder, orders, new Announcer(gates, "riskengine", told(folder, "riskengine")), gates);
        } catch (RuntimeException e) {
            if (orders != null) {
                orders.close();
            }
            gates.close();
            throw e;
        }
    }

    private static Path told(Path folder, String producer) {
        return folder.resolve(producer.equals("oms") ? "announced" : "announced-" + producer);
    }

    /** Returns gates whose latencies are told. */
    RiskEngine engine() {
        return new RiskEngine(RiskEngine.Mode.REPORT_ALL, latencies, WallClock.elapsed());
    }

    /**
     * Returns a log whose events are told once they are durable, to the world, and to somebody of this process if it wrote them.
     *
     * @param oms the system on the log, once it is open
     */
    EventLog around(EventLog log, Supplier<Optional<Oms>> oms, Consumer<OmsEvent> here) {
        BooleanSupplier open = () -> oms.get().isPresent();
        // In this process nobody needs to hear what an earlier one heard.
        EventLog heard = new AnnouncedLog(log, Long.MAX_VALUE, open, new Here(here));
        EventLog told = new AnnouncedLog(
                heard,
                Announcer.told(told(folder, "oms")),
                open,
                new Telling(
                        orders,
                        Announcement::isTold,
                        entry -> Announcement.of(entry.number(), entry.event(), id -> order(oms, id))));
        return new AnnouncedLog(
                told,
                Announcer.told(told(folder, "riskengine")),
                open,
                new Telling(
                        decisions,
                        Announcement::isToldOfRisk,
                        entry -> Announcement.ofRisk(
                                entry.number(), entry.event(), id -> order(oms, id), latencies::take)));
    }

    /** Tells the world. */
    private record Telling(
            Announcer announcer,
            Predicate<OmsEvent> hearing,
            Function<AnnouncedLog.Entry, List<Announcement>> announcements)
            implements AnnouncedLog.Listener {

        @Override
        public boolean hears(OmsEvent event) {
            return hearing.test(event);
        }

        @Override
        public void take(AnnouncedLog.Entry entry) {
            announcer.tell(announcements.apply(entry));
        }

        @Override
        public void reached(long number) {
            announcer.reached(number);
        }
    }

    /** Tells this process. */
    private record Here(Consumer<OmsEvent> hearer) implements AnnouncedLog.Listener {

        @Override
        public boolean hears(OmsEvent event) {
            return true;
        }

        @Override
        public void take(AnnouncedLog.Entry entry) {
            hearer.accept(entry.event());
        }

        @Override
        public void reached(long number) {
            // Nothing is to be told again.
        }
    }

    private static Order order(Supplier<Optional<Oms>> oms, OrderId id) {
        return oms.get().orElseThrow().state().order(id).orElseThrow().order();
    }

    /** Returns the bus of the risk engine. */
    Bus gates() {
        return gates;
    }

    Health health() {
        Health first = orders.health();
        return first instanceof Health.Up ? decisions.health() : first;
    }

    /** Tells what waits, and ends. */
    @Override
    public void close() {
        orders.close();
        decisions.close();
        gates.close();
    }
}
