package io.mts1b.oms;

import io.mts1b.brokers.OrderReport;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import java.nio.file.Path;
import java.util.List;

/** A log for tests of other packages: an order that filled, one that was denied, one that lost its fill again. */
public final class SampleLog {

    private SampleLog() {}

    /** Writes the log, and returns the hash of its last state. */
    public static String write(Path journal) {
        Order filled = Desk.order("o-1", Side.BUY, 100).build();
        Order denied = Desk.order("o-2", Side.BUY, 9_000).build();
        Order busted = Desk.order("o-3", Side.BUY, 10).build();
        try (Oms oms = Desk.open(journal)) {
            Desk.furnish(oms);
            oms.connect(new Desk.Notes());
            oms.submit(List.of(filled, denied, busted));
            oms.onVenue(Counter.NOTES, Desk.traded(Desk.fill(filled, "f-1", 100, "100.5"), filled));
            oms.onVenue(Counter.NOTES, Desk.traded(Desk.fill(busted, "f-2", 5, "100"), busted));
            oms.onVenue(Counter.NOTES, new OrderReport.Busted(Desk.name(busted), new FillId("f-2"), Desk.NOW));
            return oms.state().hash();
        }
    }

    /** Writes events as they are. */
    public static void write(Path journal, List<OmsEvent> events) {
        try (JournaledLog log = JournaledLog.open(journal, JournalOptions.of(DurabilityPolicy.ASYNC))) {
            events.forEach(log::append);
        }
    }

    /** Writes a log of so many orders of one share that have all filled, and returns the hash of its last state. */
    public static String write(Path journal, int orders) {
        try (Oms oms = Desk.open(journal)) {
            Desk.furnish(oms);
            oms.connect(new Desk.Notes());
            for (int i = 1; i <= orders; i++) {
                Order order = Desk.order("o-" + i, Side.BUY, 1).build();
                oms.submit(List.of(order));
                oms.onVenue(Counter.NOTES, Desk.traded(Desk.fill(order, "f-" + i, 1, "100"), order));
            }
            return oms.state().hash();
        }
    }
}
