package io.mts1b.oms.api;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.RestoresOrders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.oms.Desk;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.OmsPolicy;
import io.mts1b.oms.Routing;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.platform.audit.AuditTrail;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.security.Secret;
import io.mts1b.riskengine.RiskEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** An order management system with its log, its writer, its audit trail and its API, on a free port. */
final class Served implements AutoCloseable {

    static final String TRADER = "trader-0123456789abcdef0123456789abcdef";
    static final String VIEWER = "viewer-0123456789abcdef0123456789abcdef";
    static final String STRANGER = "stranger-0123456789abcdef0123456789ab";
    static final BrokerId NOTES = new BrokerId("notes");

    /** A venue that takes notes of all it is asked. */
    static final class Venue implements SubmitsOrders, RestoresOrders, CancelsOrders, ReplacesOrders {

        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public BrokerId broker() {
            return NOTES;
        }

        @Override
        public void open() {
            // It is always there.
        }

        @Override
        public void restore(List<ApprovedOrder> orders) {
            orders.forEach(this::submit);
        }

        @Override
        public void submit(ApprovedOrder order) {
            asked.add("submit " + order.order().orderId());
        }

        @Override
        public void cancel(SentOrder order) {
            asked.add("cancel " + order.state().order().orderId());
        }

        @Override
        public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
            asked.add("replace " + order.state().order().orderId() + " " + quantity);
        }
    }

    final ManualClock clock = new ManualClock(Desk.NOW);
    final Venue venue = new Venue();
    final AuditTrail audit;
    final LogFeed feed;
    final OmsWriter writer;
    final OmsApi api;
    final HttpApi http;

    private Served(Path folder, ApiSettings settings, int capacity) throws IOException {
        audit = AuditTrail.open(folder.resolve("audit"), clock);
        feed = new LogFeed(OmsLog.open(folder.resolve("journal"), JournalOptions.of(DurabilityPolicy.GROUP)));
        writer = OmsWriter.start(
                _ -> {
                    Oms oms = Oms.open(feed, new RiskEngine(RiskEngine.Mode.REPORT_ALL), OmsPolicy.STANDARD, clock);
                    if (oms.state().funds().isEmpty()) {
                        Desk.furnish(oms);
                    }
                    oms.connect(venue);
                    return oms;
                },
                capacity,
                Duration.ofMillis(100),
                clock);
        api = new OmsApi(
                writer,
                feed,
                settings,
                new Routing(List.of(), new TreeSet<>(List.of(new BrokerId("notes")))),
                audit,
                clock);
        http = HttpApi.start(api);
    }

    static Served start(Path folder) throws IOException {
        return start(folder, 100, 20);
    }

    static Served start(Path folder, int capacity, int concurrent) throws IOException {
        return new Served(folder, settings(concurrent), capacity);
    }

    static ApiSettings settings(int concurrent) {
        List<Permission> all = List.of(Permission.values());
        Map<String, ApiSettings.Client> clients = new LinkedHashMap<>();
        clients.put("trader", new ApiSettings.Client(Secret.of(TRADER), Map.of("alpha", all, "nowhere", all)));
        clients.put("viewer", new ApiSettings.Client(Secret.of(VIEWER), Map.of("alpha", List.of(Permission.VIEW))));
        clients.put("stranger", new ApiSettings.Client(Secret.of(STRANGER), Map.of()));
        return new ApiSettings("127.0.0.1", 0, false, concurrent, 2, clients);
    }

    RawHttp trader() {
        return new RawHttp(http.address(), TRADER);
    }

    /** Returns what a wish for shares is as JSON. */
    static String wish(long quantity, String more) {
        return """
                {"fund":"alpha","strategy":"momentum","instrument":"AAPL.XNAS","side":"buy","quantity":"%d",\
                "type":{"type":"limit","limit":"100.5"},"time_in_force":"day"%s}""".formatted(quantity, more);
    }

    /** Returns how many orders were ever taken. */
    int orders() {
        return writer.ask(oms -> {
                    List<OrderState> all = new ArrayList<>();
                    oms.state().forEachOrder(all::add);
                    return all.size();
                })
                .join();
    }

    Order order(String id) {
        return writer.ask(
                        oms -> oms.state().order(new OrderId(id)).orElseThrow().order())
                .join();
    }

    @Override
    public void close() {
        http.close();
        writer.close();
        audit.close();
    }
}
