package io.mts1b.brokers;

import static io.mts1b.brokers.Orders.name;
import static io.mts1b.brokers.Orders.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every broker does over a line that does everything right, but for breaking when it is told to: whoever implements
 * the port extends this. A test of a capability the broker lacks is skipped.
 */
public abstract class BrokerTck {

    private static final long WANTED = 100;
    private static final int PATIENCE = 200;

    private final List<VenueMessage> told = new ArrayList<>();
    private Venue venue;
    private int orders;
    private long requests;

    /** Makes a venue at which nothing has happened; what its broker hears goes to the listener. */
    protected abstract Venue venue(VenueListener listener);

    @BeforeEach
    void open() {
        venue = venue(told::add);
        assertThat(told).isEmpty();
        venue.broker().open();
        venue.settle();
        assertThat(told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
        told.clear();
    }

    private <T> T can(Class<T> capability) {
        assumeThat(venue.broker()).isInstanceOf(capability);
        return capability.cast(venue.broker());
    }

    private ApprovedOrder order(Price limit) {
        return Orders.order(
                "o-" + ++orders, venue.instrument(), Side.BUY, WANTED, new OrderType.Limit(limit), TimeInForce.GTC);
    }

    private ApprovedOrder submitted(Price limit) {
        ApprovedOrder order = order(limit);
        submit(order);
        return order;
    }

    private void submit(ApprovedOrder order) {
        can(SubmitsOrders.class).submit(order);
        venue.settle();
    }

    private void cancel(SentOrder order) {
        can(CancelsOrders.class).cancel(order);
        venue.settle();
    }

    private void replace(SentOrder order, ClientOrderId name, long quantity) {
        can(ReplacesOrders.class).replace(order, name, Quantity.of(quantity), new OrderType.Limit(venue.far()));
        venue.settle();
    }

    private <T extends VenueMessage> List<T> told(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits until an order has traded as is wanted; one that ended otherwise is followed by a new one. */
    private ApprovedOrder traded(Function<VenueOrder, Boolean> isWanted) {
        ApprovedOrder order = submitted(venue.near());
        for (int i = 0; i < PATIENCE; i++) {
            VenueOrder now = found(sent(order));
            if (isWanted.apply(now)) {
                return order;
            }
            if (now.standing() != Standing.WORKING) {
                order = submitted(venue.near());
            }
            venue.move();
            venue.settle();
        }
        return fail("no order came to what was wanted");
    }

    private VenueAnswer answer(LongConsumer question) {
        long request = ++requests;
        question.accept(request);
        venue.settle();
        return told(VenueAnswer.class).stream()
                .filter(answer -> answer.request() == request)
                .reduce((_, _) -> fail("a question must be answered once"))
                .orElseThrow();
    }

    private VenueOrder found(SentOrder order) {
        FindsOrders finds = can(FindsOrders.class);
        return ((VenueAnswer.Found) answer(request -> finds.find(request, order))).order();
    }

    private List<VenueOrder> openOrders() {
        ListsOpenOrders lists = can(ListsOpenOrders.class);
        return ((VenueAnswer.OpenOrders) answer(lists::listOpenOrders)).orders();
    }

    private List<VenueFill> fillsSince(Instant from) {
        ListsFills lists = can(ListsFills.class);
        return ((VenueAnswer.Fills) answer(request -> lists.listFills(request, from))).fills();
    }

    private List<VenueFill> fillsTold() {
        return told(OrderReport.Traded.class).stream()
                .map(OrderReport.Traded::fill)
                .toList();
    }

    private static Quantity sum(List<VenueFill> fills) {
        return fills.stream().map(VenueFill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    private List<VenueFill> of(ApprovedOrder order, List<VenueFill> fills) {
        return fills.stream()
                .filter(fill -> name(order, 0).value().equals(fill.order().ours()))
                .toList();
    }

    @Test
    void an_order_that_is_taken_is_told_once_found_by_our_name_and_listed() {
        ApprovedOrder order = submitted(venue.far());

        assertThat(told).singleElement().isInstanceOfSatisfying(OrderReport.Accepted.class, accepted -> {
            assertThat(accepted.order().ours()).isEqualTo(name(order, 0).value());
            assertThat(accepted.order().venues()).isNotNull();
        });
        VenueOrder found = found(sent(order));
        assertThat(found.standing()).isEqualTo(Standing.WORKING);
        assertThat(found.instrument()).isEqualTo(venue.instrument());
        assertThat(found.buys()).isTrue();
        assertThat(found.ordered()).isEqualTo(Quantity.of(WANTED));
        assertThat(found.type()).isEqualTo(order.order().type());
        assertThat(found.filled()).isEqualTo(Quantity.ZERO);
        assertThat(found.averagePrice()).isNull();
        assertThat(openOrders()).containsExactly(found);
    }

    @Test
    void an_order_for_what_is_not_traded_is_rejected_and_never_listed() {
        ApprovedOrder order = Orders.limit("o-x", venue.unknownInstrument(), Side.BUY, WANTED, "1");
        submit(order);

        assertThat(told).singleElement().isInstanceOfSatisfying(OrderReport.Rejected.class, rejected -> {
            assertThat(rejected.order().ours()).isEqualTo(name(order, 0).value());
            assertThat(rejected.reason()).isNotBlank();
        });
        assertThat(openOrders()).isEmpty();
    }

    @Test
    void an_order_nobody_sent_is_not_found() {
        FindsOrders finds = can(FindsOrders.class);
        ApprovedOrder never = order(venue.far());

        assertThat(answer(request -> finds.find(request, sent(never)))).isInstanceOf(VenueAnswer.NotFound.class);
    }

    @Test
    void a_client_order_id_is_taken_once() {
        ApprovedOrder order = submitted(venue.far());
        submit(order);

        assertThat(told(OrderReport.Accepted.class)).hasSize(1);
        assertThat(told(OrderReport.Rejected.class)).isEmpty();
        assertThat(openOrders()).hasSize(1);
    }

    @Test
    void fills_add_up_to_what_the_order_has_traded() {
        ApprovedOrder order = traded(now -> now.standing() == Standing.FILLED);

        List<VenueFill> fills = of(order, fillsTold());
        assertThat(sum(fills)).isEqualTo(Quantity.of(WANTED));
        assertThat(fills).extracting(VenueFill::fillId).doesNotHaveDuplicates();
        assertThat(fills).allMatch(fill -> fill.price().compareTo(venue.near()) <= 0 && fill.buys());
        VenueOrder found = found(sent(order));
        assertThat(found.filled()).isEqualTo(Quantity.of(WANTED));
        assertThat(found.averagePrice()).isNotNull();
        assertThat(openOrders()).extracting(VenueOrder::name).doesNotContain(found.name());
    }

    @Test
    void an_order_is_canceled_once() {
        ApprovedOrder order = submitted(venue.far());
        cancel(sent(order));
        cancel(sent(order));

        assertThat(told(OrderReport.Canceled.class))
                .singleElement()
                .satisfies(canceled -> assertThat(canceled.filled()).isIn(Quantity.ZERO, null));
        assertThat(told(OrderReport.CancelRejected.class))
                .allMatch(rejected ->
                        name(order, 0).value().equals(rejected.order().ours()));
        assertThat(found(sent(order)).standing()).isEqualTo(Standing.CANCELED);
        assertThat(openOrders()).isEmpty();
    }

    @Test
    void a_canceled_order_tells_all_that_had_traded() {
        ApprovedOrder order = traded(
                now -> now.standing() == Standing.WORKING && !now.filled().isZero());
        cancel(sent(order));

        Quantity filled = sum(of(order, fillsTold()));
        assertThat(filled).isGreaterThan(Quantity.ZERO).isLessThan(Quantity.of(WANTED));
        assertThat(told(OrderReport.Canceled.class))
                .filteredOn(canceled ->
                        name(order, 0).value().equals(canceled.order().ours()))
                .singleElement()
                .satisfies(canceled -> assertThat(canceled.filled()).isIn(filled, null));
        assertThat(found(sent(order)).filled()).isEqualTo(filled);
    }

    @Test
    void a_cancel_that_comes_too_late_changes_nothing() {
        ApprovedOrder order = traded(now -> now.standing() == Standing.FILLED);
        told.removeIf(OrderReport.Canceled.class::isInstance);
        cancel(sent(order));

        assertThat(told(OrderReport.Canceled.class)).isEmpty();
        assertThat(told(OrderReport.CancelRejected.class)).hasSize(1);
        assertThat(found(sent(order)).standing()).isEqualTo(Standing.FILLED);
    }

    @Test
    void an_order_that_never_was_cannot_be_canceled() {
        ApprovedOrder never = order(venue.far());
        cancel(sent(never));

        assertThat(told).singleElement().isInstanceOf(OrderReport.CancelRejected.class);
    }

    @Test
    void a_replaced_order_goes_by_its_new_name() {
        ApprovedOrder order = submitted(venue.far());
        ClientOrderId next = name(order, 1);
        replace(sent(order), next, WANTED / 2);

        assertThat(told(OrderReport.Replaced.class)).singleElement().satisfies(replaced -> {
            assertThat(replaced.order().ours()).isEqualTo(next.value());
            assertThat(replaced.quantity()).isEqualTo(Quantity.of(WANTED / 2));
            assertThat(replaced.orderType()).isEqualTo(new OrderType.Limit(venue.far()));
        });
        assertThat(openOrders()).singleElement().satisfies(open -> {
            assertThat(open.name().ours()).isEqualTo(next.value());
            assertThat(open.ordered()).isEqualTo(Quantity.of(WANTED / 2));
        });
        cancel(sent(order, 1));
        assertThat(told(OrderReport.Canceled.class)).hasSize(1);
        assertThat(openOrders()).isEmpty();
    }

    @Test
    void a_refused_replacement_is_told_under_its_own_name_and_the_order_stays() {
        ApprovedOrder order = traded(
                now -> now.standing() == Standing.WORKING && !now.filled().isZero());
        VenueOrder before = found(sent(order));
        replace(sent(order), name(order, 1), before.filled().value().toUnscaled(0));

        assertThat(told(OrderReport.ReplaceRejected.class))
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.order().ours())
                        .isEqualTo(name(order, 1).value()));
        assertThat(found(sent(order))).isEqualTo(before);
        cancel(sent(order));
        replace(sent(order), name(order, 2), WANTED);
        assertThat(told(OrderReport.ReplaceRejected.class)).hasSize(2);
        assertThat(told(OrderReport.Replaced.class)).isEmpty();
    }

    @Test
    void the_list_of_open_orders_is_whole() {
        List<ApprovedOrder> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(submitted(venue.far()));
        }
        cancel(sent(sent.get(1)));
        cancel(sent(sent.get(3)));

        assertThat(openOrders())
                .extracting(open -> open.name().ours())
                .containsExactlyInAnyOrder(
                        name(sent.get(0), 0).value(),
                        name(sent.get(2), 0).value(),
                        name(sent.get(4), 0).value());
    }

    @Test
    void fills_are_told_again_as_they_were_told_first() {
        traded(now -> now.standing() == Standing.FILLED);
        traded(now -> now.standing() == Standing.FILLED);

        List<VenueFill> fills = fillsSince(Instant.EPOCH);
        assertThat(fills).containsExactlyElementsOf(fillsTold()).isEqualTo(fillsSince(Instant.EPOCH));
        Instant last = fills.getLast().at();
        assertThat(fillsSince(last))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        fills.stream().filter(fill -> !fill.at().isBefore(last)).toList());
        assertThat(fillsSince(last.plus(venue.resolution()))).isEmpty();
    }

    @Test
    void positions_are_the_fold_of_the_fills() {
        ReportsPositions reports = can(ReportsPositions.class);
        assertThat(((VenueAnswer.Positions) answer(reports::listPositions)).quantities())
                .isEmpty();
        traded(now -> now.standing() == Standing.FILLED);

        SortedMap<InstrumentId, Decimal> held = new TreeMap<>();
        fillsTold()
                .forEach(fill -> held.merge(fill.instrument(), fill.quantity().value(), Decimal::plus));
        assertThat(((VenueAnswer.Positions) answer(reports::listPositions)).quantities())
                .isEqualTo(held);
    }

    @Test
    void what_is_sent_without_a_line_is_told_and_never_arrives() {
        venue.drop();
        assertThat(told).singleElement().isInstanceOf(VenueMessage.LineDown.class);
        ApprovedOrder order = submitted(venue.far());

        assertThat(told).hasSize(2).last().isInstanceOf(OrderReport.Rejected.class);
        venue.mend();
        venue.settle();
        // Beside it, why the line did not come up at once.
        assertThat(told)
                .filteredOn(one -> !(one instanceof VenueMessage.LineDown))
                .hasSize(2)
                .last()
                .isInstanceOf(VenueMessage.LineUp.class);
        assertThat(openOrders()).isEmpty();
        assertThat(told(OrderReport.Rejected.class))
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.order().ours())
                        .isEqualTo(name(order, 0).value()));
    }

    @Test
    void what_happened_without_a_line_is_learned_by_asking() {
        ApprovedOrder order = submitted(venue.near());
        venue.drop();
        int before = told.size();
        for (int i = 0; i < PATIENCE; i++) {
            venue.move();
            venue.settle();
        }
        assertThat(told).hasSize(before);
        venue.mend();
        venue.settle();

        VenueOrder found = found(sent(order));
        assertThat(found.standing()).isNotEqualTo(Standing.WORKING);
        assertThat(sum(of(order, fillsSince(Instant.EPOCH)))).isEqualTo(found.filled());
        assertThat(openOrders()).isEmpty();
    }

    @Test
    void a_question_that_the_line_swallowed_is_not_answered_later() {
        ListsOpenOrders lists = can(ListsOpenOrders.class);
        lists.listOpenOrders(77);
        venue.drop();
        venue.mend();
        venue.settle();

        assertThat(told(VenueAnswer.class)).noneMatch(VenueAnswer.OpenOrders.class::isInstance);
    }
}
