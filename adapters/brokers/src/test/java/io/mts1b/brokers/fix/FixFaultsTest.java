package io.mts1b.brokers.fix;

import static io.mts1b.brokers.Orders.name;
import static io.mts1b.brokers.Orders.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.testkit.ForAll;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds over a session whose venue loses, doubles, delays and reorders, and whose line breaks. */
class FixFaultsTest {

    private static final Lies BAD =
            new Lies(0.2, 0.2, 0.2, 0.2, Duration.ofMillis(1), Duration.ofMillis(900), Duration.ofDays(1));

    @TempDir
    private Path folder;

    private int cases;

    @ParameterizedTest
    @EnumSource(FixVersion.class)
    void whatever_is_told_is_true_and_in_the_end_all_of_it_is_learned(FixVersion version) {
        ForAll.cases(3, random -> {
            List<VenueMessage> told = Collections.synchronizedList(new ArrayList<>());
            Path own = folder.resolve(version.name() + ++cases);
            try (Loopback loopback = new Loopback(version, own, BAD, random.nextLong(), told::add)) {
                loopback.broker.open();
                loopback.settle();
                List<ApprovedOrder> orders = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    act(random, loopback, orders);
                    if (random.nextInt(3) == 0) {
                        loopback.settle();
                    }
                }
                loopback.settle();
                loopback.drop();
                loopback.mend();
                loopback.settle();
                isTrue(List.copyOf(told), loopback);
                loopback.venue.behave(Lies.NONE);
                told.clear();
                learned(told, loopback, orders);
            }
        });
    }

    private static void act(RandomGenerator random, Loopback loopback, List<ApprovedOrder> orders) {
        ApprovedOrder any = orders.isEmpty() ? null : orders.get(random.nextInt(orders.size()));
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                ApprovedOrder order = Orders.limit(
                        "o-" + orders.size(),
                        Loopback.SHARE,
                        ForAll.oneOf(random, Side.BUY, Side.SHORT),
                        random.nextLong(1, 100),
                        ForAll.oneOf(random, "90", "100", "110"));
                orders.add(order);
                loopback.broker.submit(order);
            }
            case 2 -> {
                if (any != null) {
                    loopback.broker.cancel(sent(any));
                }
            }
            case 3 -> {
                if (any != null) {
                    loopback.broker.replace(
                            sent(any),
                            name(any, 1),
                            Quantity.of(random.nextLong(1, 100)),
                            new OrderType.Limit(Price.parse("100")));
                }
            }
            default -> loopback.move();
        }
    }

    private static void isTrue(List<VenueMessage> told, Loopback loopback) {
        for (VenueMessage message : told) {
            assertThat(message).isNotInstanceOf(VenueMessage.Unreadable.class);
            if (message instanceof OrderReport.Traded(var fill)) {
                assertThat(loopback.market.fills(Instant.EPOCH)).anySatisfy(one -> {
                    assertThat(fill.fillId()).isEqualTo(one.fillId());
                    assertThat(fill.price()).isEqualTo(one.price());
                    assertThat(fill.quantity()).isEqualTo(one.quantity());
                    assertThat(fill.buys()).isEqualTo(one.buys());
                    assertThat(fill.fee()).isEqualTo(one.fee());
                    assertThat(fill.order().venues()).isEqualTo(one.order().venues());
                });
            } else if (message instanceof OrderReport.Canceled canceled) {
                VenueOrder order = loopback.market.order(canceled.order()).orElseThrow();
                assertThat(order.standing()).isEqualTo(VenueOrder.Standing.CANCELED);
                assertThat(canceled.filled()).isEqualTo(order.filled());
            }
        }
    }

    private static void learned(List<VenueMessage> told, Loopback loopback, List<ApprovedOrder> orders) {
        for (int i = 0; i < orders.size(); i++) {
            loopback.broker.find(i, sent(orders.get(i)));
        }
        loopback.settle();
        Map<Long, VenueAnswer> answers = new TreeMap<>();
        for (VenueMessage message : List.copyOf(told)) {
            if (message instanceof VenueAnswer answer) {
                assertThat(answers.put(answer.request(), answer)).isNull();
            }
        }
        assertThat(answers).hasSize(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            VenueOrder truth =
                    loopback.market.order(sent(orders.get(i)).names()).orElse(null);
            if (answers.get((long) i) instanceof VenueAnswer.Found found) {
                assertThat(found.order()).isEqualTo(truth);
            } else {
                assertThat(answers.get((long) i)).isInstanceOf(VenueAnswer.NotFound.class);
                assertThat(truth).isNull();
            }
        }
    }
}
