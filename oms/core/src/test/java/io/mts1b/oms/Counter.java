package io.mts1b.oms;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A venue of which a test says every word, and the order management system before it. What is asked waits until the
 * test answers it.
 */
final class Counter
        implements SubmitsOrders,
                CancelsOrders,
                ReplacesOrders,
                FindsOrders,
                ListsOpenOrders,
                ListsFills,
                ReportsPositions,
                AutoCloseable {

    static final BrokerId NOTES = new BrokerId("notes");

    private final Path journal;
    private final OmsPolicy policy;
    private final ManualClock clock = new ManualClock(Desk.NOW);
    private final List<OrderId> submitted = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private boolean slow;
    private final List<OrderId> canceled = new ArrayList<>();
    private final List<ClientOrderId> replacements = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Instant> fillsSince = new ArrayList<>();
    private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
    private final List<VenueOrder> working = new ArrayList<>();
    private final List<VenueFill> fills = new ArrayList<>();
    private Oms oms;

    /** A question about one order. */
    record Asked(long request, OrderId order) {}

    private Counter(Path journal, OmsPolicy policy) {
        this.journal = journal;
        this.policy = policy;
        this.oms = Desk.open(journal, policy, clock);
    }

    /** A furnished desk whose venue is connected, with its line down. */
    static Counter open(Path folder) {
        return open(folder, OmsPolicy.STANDARD);
    }

    private static Counter open(Path folder, OmsPolicy policy) {
        Counter counter = new Counter(folder.resolve("journal"), policy);
        Desk.furnish(counter.oms);
        counter.oms.connect(counter);
        return counter;
    }

    /** The same with the line up, and nothing at the venue. */
    static Counter up(Path folder) {
        return up(folder, OmsPolicy.STANDARD);
    }

    /** The same, waiting otherwise. */
    static Counter up(Path folder, OmsPolicy policy) {
        Counter counter = open(folder, policy);
        counter.lineUp();
        return counter;
    }

    /** The process dies and begins again; the line is down. */
    void restart() {
        oms.close();
        asked.clear();
        oms = Desk.open(journal, policy, clock);
        oms.connect(this);
    }

    /** The line comes up, and the venue answers all questions with what it has. */
    void lineUp() {
        tell(new VenueMessage.LineUp(now()));
    }

    void tell(VenueMessage message) {
        oms.onVenue(NOTES, message);
    }

    /** Time passes, and nobody looks at it. */
    void sleep(Duration time) {
        clock.advance(time);
    }

    void pass(Duration time) {
        clock.advance(time);
        oms.onTime();
    }

    Instant now() {
        return clock.instant();
    }

    Oms oms() {
        return oms;
    }

    OrderState order(Order order) {
        return oms.state().order(order.orderId()).orElseThrow();
    }

    List<String> differences() {
        return oms.state().differences().values().stream()
                .flatMap(List::stream)
                .map(Difference::key)
                .toList();
    }

    Optional<String> doubt() {
        return oms.state().doubt(NOTES, Desk.AAPL);
    }

    Decimal position() {
        return oms.state().positions(Desk.FUND).getOrDefault(Desk.AAPL, Decimal.ZERO);
    }

    /** Returns the fills of an order that are booked, in their order. */
    List<String> fills(Order order) {
        return oms.state().venues().fills(order.orderId()).stream()
                .map(fill -> fill.fillId().value())
                .toList();
    }

    void submit(Order order) {
        oms.submit(List.of(order));
    }

    /** An order is sent and the venue says that it took it. */
    void work(Order order) {
        submit(order);
        tell(new OrderReport.Accepted(Desk.name(order), now()));
        put(order, Standing.WORKING, 0, null);
    }

    /** The venue has an order on its book from now on, in the place of what it had. */
    VenueOrder put(Order order, Standing standing, long filled, @Nullable String average) {
        VenueOrder told = told(order, standing, filled, average);
        working.removeIf(one -> one.name().equals(told.name()));
        if (standing == Standing.WORKING) {
            working.add(told);
        }
        return told;
    }

    static VenueOrder told(Order order, Standing standing, long filled, @Nullable String average) {
        return new VenueOrder(
                Desk.name(order),
                order.instrument(),
                order.side().sign() > 0,
                order.quantity(),
                order.type(),
                standing,
                filled == 0 ? Quantity.ZERO : Quantity.of(filled),
                average == null ? null : Price.parse(average));
    }

    /** The venue has executed something, and tells it when it is asked. */
    VenueFill execute(Order order, String id, long quantity, String price) {
        VenueFill fill = VenueFill.of(Desk.fill(order, id, quantity, price), Desk.name(order));
        fills.add(fill);
        return fill;
    }

    /** The venue has executed something, and knows it by its own number of the order alone. */
    VenueFill executeByNumber(Order order, String id, long quantity, String price) {
        OrderName number = new OrderName(null, Desk.name(order).venues());
        VenueFill fill = VenueFill.of(Desk.fill(order, id, quantity, price), number);
        fills.add(fill);
        return fill;
    }

    void forgetFills() {
        fills.clear();
    }

    void hold(long quantity) {
        if (quantity == 0) {
            positions.remove(Desk.AAPL);
        } else {
            positions.put(Desk.AAPL, Decimal.of(quantity));
        }
    }

    void list(VenueOrder order) {
        working.add(order);
    }

    void clearBook() {
        working.clear();
    }

    /** Returns what is asked about single orders and not answered. */
    List<Asked> asked() {
        return asked;
    }

    void answer(Order order, Standing standing, long filled, @Nullable String average) {
        Asked question = question(order);
        tell(new VenueAnswer.Found(question.request, now(), told(order, standing, filled, average)));
    }

    void answerNotFound(Order order) {
        tell(new VenueAnswer.NotFound(question(order).request, now()));
    }

    void answerNothing(Order order) {
        tell(new VenueAnswer.NoAnswer(question(order).request, now(), "503"));
    }

    private Asked question(Order order) {
        // The last one: those before it have been given up.
        Asked question = asked.reversed().stream()
                .filter(one -> one.order.equals(order.orderId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody asked about " + order.orderId()));
        asked.removeIf(one -> one.order.equals(order.orderId()));
        return question;
    }

    List<OrderId> submitted() {
        return submitted;
    }

    /** Returns how much was asked for, order by order. */
    List<Quantity> quantities() {
        return quantities;
    }

    /** From now on fills are answered when {@link #answerFills} says so. */
    void slowFills() {
        slow = true;
    }

    void answerFills() {
        List.copyOf(later).forEach(Runnable::run);
        later.clear();
    }

    List<OrderId> canceled() {
        return canceled;
    }

    List<ClientOrderId> replacements() {
        return replacements;
    }

    List<Instant> fillsSince() {
        return fillsSince;
    }

    @Override
    public BrokerId broker() {
        return NOTES;
    }

    @Override
    public void open() {
        // The test says when the line is up.
    }

    @Override
    public void submit(ApprovedOrder order) {
        submitted.add(order.order().orderId());
        quantities.add(order.order().quantity());
    }

    @Override
    public void cancel(SentOrder order) {
        canceled.add(order.state().order().orderId());
    }

    @Override
    public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        replacements.add(name);
    }

    @Override
    public void find(long request, SentOrder order) {
        asked.add(new Asked(request, order.state().order().orderId()));
    }

    @Override
    public void listOpenOrders(long request) {
        tell(new VenueAnswer.OpenOrders(request, now(), List.copyOf(working)));
    }

    @Override
    public void listFills(long request, Instant from) {
        fillsSince.add(from);
        List<VenueFill> since =
                fills.stream().filter(fill -> !fill.at().isBefore(from)).toList();
        VenueAnswer answer = new VenueAnswer.Fills(request, now(), from, since);
        if (slow) {
            later.add(() -> tell(answer));
        } else {
            tell(answer);
        }
    }

    @Override
    public void listPositions(long request) {
        tell(new VenueAnswer.Positions(request, now(), positions));
    }

    @Override
    public void close() {
        oms.close();
    }
}
