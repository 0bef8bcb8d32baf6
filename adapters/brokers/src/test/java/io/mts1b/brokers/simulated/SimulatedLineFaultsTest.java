package io.mts1b.brokers.simulated;

import static io.mts1b.brokers.Orders.name;
import static io.mts1b.brokers.Orders.sent;
import static io.mts1b.brokers.simulated.SimulatedLineTest.SHARE;
import static io.mts1b.brokers.simulated.SimulatedLineTest.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds however a line lies: it loses, doubles and delays what the venue says, and never makes anything up. */
class SimulatedLineFaultsTest {

    private static final Lies BAD =
            new Lies(0.2, 0.2, 0.2, 0.2, Duration.ofMillis(1), Duration.ofSeconds(2), Duration.ofDays(1));

    private final List<VenueMessage> told = new ArrayList<>();

    @Test
    void whatever_is_told_is_true_and_once_the_line_is_good_again_all_of_it_is_learned() {
        ForAll.cases(200, random -> {
            told.clear();
            VirtualTime time = new VirtualTime(START);
            SimulatedVenue venue = SimulatedLineTest.market(time, new SplittableRandom(random.nextLong()));
            SimulatedLine line = new SimulatedLine(
                    Orders.BROKER, venue, time, new SplittableRandom(random.nextLong()), BAD, told::add);
            line.open();
            List<ApprovedOrder> orders = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                act(random, venue, line, orders);
                time.until(time.instant().plusMillis(random.nextInt(500)));
            }
            everything(told).forEach(report -> isTrue(report, venue, orders));
            mend(time, venue, line);
            learned(venue, time, line, orders);
        });
    }

    private static void act(
            RandomGenerator random, SimulatedVenue venue, SimulatedLine line, List<ApprovedOrder> orders) {
        ApprovedOrder any = orders.isEmpty() ? null : orders.get(random.nextInt(orders.size()));
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                ApprovedOrder order = Orders.limit(
                        "o-" + orders.size(),
                        SHARE,
                        ForAll.oneOf(random, Side.BUY, Side.SHORT),
                        random.nextLong(1, 100),
                        ForAll.oneOf(random, "90", "100", "110"));
                orders.add(order);
                line.submit(order);
            }
            case 2 -> {
                if (any != null) {
                    line.submit(any);
                }
            }
            case 3 -> {
                if (any != null) {
                    line.cancel(sent(any));
                }
            }
            case 4 -> {
                if (any != null) {
                    line.replace(
                            sent(any),
                            name(any, 1),
                            Quantity.of(random.nextLong(1, 100)),
                            new OrderType.Limit(Price.parse("100")));
                }
            }
            case 5 -> {
                if (random.nextInt(4) == 0) {
                    line.disconnect(random.nextBoolean());
                } else {
                    line.connect();
                }
            }
            default -> venue.move();
        }
    }

    private static List<OrderReport> everything(List<VenueMessage> told) {
        return told.stream()
                .filter(OrderReport.class::isInstance)
                .map(OrderReport.class::cast)
                .toList();
    }

    private static void isTrue(OrderReport report, SimulatedVenue venue, List<ApprovedOrder> orders) {
        assertThat(orders)
                .as("an order of ours")
                .anyMatch(
                        order -> List.of(name(order, 0).value(), name(order, 1).value())
                                .contains(String.valueOf(report.order().ours())));
        switch (report) {
            case OrderReport.Traded(VenueFill fill) ->
                assertThat(venue.fills(Instant.EPOCH)).contains(fill);
            case OrderReport.Canceled canceled -> ended(venue, canceled.order(), Standing.CANCELED, canceled.filled());
            case OrderReport.Expired expired -> ended(venue, expired.order(), Standing.EXPIRED, expired.filled());
            case OrderReport.Accepted accepted ->
                assertThat(venue.order(accepted.order())).isPresent();
            case OrderReport.Replaced replaced ->
                assertThat(venue.order(replaced.order())).isPresent();
            // Told by the line of what it did not send, and by the venue of what it does not trade, which none was.
            case OrderReport.Rejected rejected -> assertThat(rejected.reason()).contains("not sent");
            case OrderReport.CancelRejected _,
                    OrderReport.ReplaceRejected _,
                    OrderReport.Unanswered _,
                    OrderReport.Busted _ -> assertThat(report.order().ours()).isNotNull();
        }
    }

    private static void ended(SimulatedVenue venue, OrderName name, Standing standing, @Nullable Quantity filled) {
        VenueOrder order = venue.order(name).orElseThrow();
        assertThat(order.standing()).isEqualTo(standing);
        assertThat(filled).isEqualTo(order.filled());
    }

    private void mend(VirtualTime time, SimulatedVenue venue, SimulatedLine line) {
        line.behave(Lies.NONE);
        line.disconnect(true);
        time.until(time.instant().plusSeconds(60));
        told.clear();
        line.connect();
        time.until(time.instant().plusSeconds(1));
        assertThat(told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
        assertThat(venue.working()).allMatch(order -> order.standing() == Standing.WORKING);
    }

    private void learned(SimulatedVenue venue, VirtualTime time, SimulatedLine line, List<ApprovedOrder> orders) {
        line.listOpenOrders(1);
        line.listFills(2, START);
        line.listPositions(3);
        for (int i = 0; i < orders.size(); i++) {
            line.find(4 + i, sent(orders.get(i)));
        }
        time.until(time.instant().plusSeconds(1));
        Map<Long, VenueAnswer> answers = new HashMap<>();
        for (VenueMessage message : told) {
            if (message instanceof VenueAnswer answer) {
                assertThat(answers.put(answer.request(), answer)).isNull();
            }
        }
        assertThat(the(VenueAnswer.OpenOrders.class, answers, 1).orders()).isEqualTo(venue.working());
        List<VenueFill> fills = the(VenueAnswer.Fills.class, answers, 2).fills();
        assertThat(fills).isEqualTo(venue.fills(START));
        assertThat(the(VenueAnswer.Positions.class, answers, 3).quantities()).isEqualTo(venue.positions());
        Set<FillId> ids = new HashSet<>();
        fills.forEach(fill -> assertThat(ids.add(fill.fillId())).isTrue());
        for (int i = 0; i < orders.size(); i++) {
            boolean taken = venue.order(sent(orders.get(i)).names()).isPresent();
            assertThat(answers.get(4L + i)).isInstanceOf(taken ? VenueAnswer.Found.class : VenueAnswer.NotFound.class);
        }
    }

    private static <T extends VenueAnswer> T the(Class<T> kind, Map<Long, VenueAnswer> answers, long request) {
        assertThat(answers).containsKey(request);
        return kind.cast(Objects.requireNonNull(answers.get(request)));
    }
}
