package io.mts1b.brokers.local;

import static io.mts1b.brokers.Orders.name;
import static io.mts1b.brokers.Orders.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a broker is made to do at a local venue at random, and what must hold of what it tells, however the line lies:
 * nothing is made up, and once the line is good all there is to know is learned. The market, not a protocol, is the truth.
 *
 * @param <B> the broker
 */
public final class Play<
        B extends
                SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                        & ReportsBalances> {

    private static final long POSITIONS = 1_000_000;

    private final Stage<B> stage;
    private final List<ApprovedOrder> orders = new ArrayList<>();

    /** The broker, the truth, and what the venue calls what is in it. */
    public record Stage<B>(
            B broker,
            LocalMarket market,
            VenueThread thread,
            InstrumentId instrument,
            Function<LocalOrder, List<String>> orderNames,
            Function<LocalFill, String> fillNames) {}

    /** Where the market may be looked at. */
    public interface VenueThread {

        /** Calls something there. */
        <T> T call(Callable<T> action);

        /** The thread we are on. */
        static <T> T here(Callable<T> action) {
            try {
                return action.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Takes the stage. */
    public Play(Stage<B> stage) {
        this.stage = stage;
    }

    /** Does something. */
    public void act(RandomGenerator random, Runnable disconnect) {
        ApprovedOrder any = orders.isEmpty() ? null : orders.get(random.nextInt(orders.size()));
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> {
                ApprovedOrder order = Orders.limit(
                        "o-" + orders.size(),
                        stage.instrument(),
                        ForAll.oneOf(random, Side.BUY, Side.BUY, Side.SELL),
                        random.nextLong(1, 100),
                        ForAll.oneOf(random, "99.97", "100", "100.03"));
                orders.add(order);
                stage.broker().submit(order);
            }
            case 3 -> {
                if (any != null) {
                    stage.broker().cancel(known(random, any));
                }
            }
            case 4 -> {
                if (any != null) {
                    OrderType type = new OrderType.Limit(Price.parse("100"));
                    stage.broker()
                            .replace(known(random, any), name(any, 1), Quantity.of(random.nextLong(1, 100)), type);
                }
            }
            case 5 -> {
                if (random.nextInt(5) == 0) {
                    disconnect.run();
                }
            }
            default ->
                stage.thread().call(() -> {
                    stage.market().move();
                    return true;
                });
        }
    }

    /** By the venue's own name, half the time where it has one. */
    private SentOrder known(RandomGenerator random, ApprovedOrder order) {
        return stage.thread()
                .call(() ->
                        taken(order).map(one -> stage.orderNames().apply(one).getFirst()))
                .filter(_ -> random.nextBoolean())
                .map(name -> sent(order, name))
                .orElseGet(() -> sent(order));
    }

    private Optional<LocalOrder> taken(ApprovedOrder order) {
        return stage.market().orders().stream()
                .filter(one -> one.ticket().name().equals(name(order, 0).value()))
                .findFirst();
    }

    /** Checks all reports; called when nothing is under way. */
    public void areTrue(List<VenueMessage> told) {
        told.stream()
                .filter(OrderReport.class::isInstance)
                .map(OrderReport.class::cast)
                .forEach(this::isTrue);
    }

    private void isTrue(OrderReport report) {
        assertThat(orders)
                .anyMatch(
                        order -> List.of(name(order, 0).value(), name(order, 1).value())
                                .contains(String.valueOf(report.order().ours())));
        switch (report) {
            case OrderReport.Traded(VenueFill fill) -> isTrue(fill);
            case OrderReport.Canceled canceled -> {
                LocalOrder order = order(report).orElseThrow();
                assertThat(order.standing()).isEqualTo(Standing.CANCELED);
                assertThat(canceled.filled()).isIn(order.filled(), null);
            }
            case OrderReport.Accepted _, OrderReport.Replaced _ ->
                assertThat(order(report)).isPresent();
            case OrderReport.Rejected rejected ->
                assertThat(order(report)).as(rejected.reason()).isEmpty();
            case OrderReport.Expired _, OrderReport.Busted _ ->
                throw new AssertionError("nothing here does: " + report);
            case OrderReport.CancelRejected _, OrderReport.ReplaceRejected _, OrderReport.Unanswered _ -> {}
        }
    }

    private Optional<LocalOrder> order(OrderReport report) {
        return stage.market().orders().stream()
                .filter(one -> isCalled(one, report.order().venues()))
                .findFirst();
    }

    private boolean isCalled(LocalOrder order, @Nullable String name) {
        return stage.orderNames().apply(order).contains(String.valueOf(name));
    }

    private void isTrue(VenueFill told) {
        LocalFill fill = stage.market().fills().stream()
                .filter(one -> stage.fillNames().apply(one).equals(told.fillId().value()))
                .findFirst()
                .orElseThrow();
        assertThat(told.quantity()).isEqualTo(fill.quantity());
        assertThat(told.price()).isEqualTo(fill.price());
        assertThat(told.fee()).isEqualTo(fill.fee());
        assertThat(isCalled(fill.order(), told.order().venues())).isTrue();
        assertThat(Duration.between(fill.at(), told.at()).abs()).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    /** Asks for everything; returns how many answers will come. */
    public int ask(RandomGenerator random) {
        stage.broker().listOpenOrders(1);
        stage.broker().listFills(2, Instant.EPOCH);
        stage.broker().listBalances(3);
        for (int i = 0; i < orders.size(); i++) {
            stage.broker().find(4 + i, known(random, orders.get(i)));
        }
        if (stage.broker() instanceof ReportsPositions reports) {
            reports.listPositions(POSITIONS);
            return 4 + orders.size();
        }
        return 3 + orders.size();
    }

    /** Checks that the answers are all there is. */
    public void areWhole(List<VenueMessage> told) {
        Map<Long, VenueAnswer> answers = new LinkedHashMap<>();
        for (VenueMessage message : told) {
            if (message instanceof VenueAnswer answer) {
                assertThat(answers.put(answer.request(), answer)).isNull();
            }
        }
        assertThat(the(VenueAnswer.OpenOrders.class, answers, 1).orders())
                .extracting(order -> String.valueOf(order.name().venues()))
                .containsExactlyInAnyOrderElementsOf(stage.market().orders().stream()
                        .filter(LocalOrder::isWorking)
                        .map(order -> stage.orderNames().apply(order).getLast())
                        .toList());
        List<VenueFill> fills = the(VenueAnswer.Fills.class, answers, 2).fills();
        assertThat(fills)
                .extracting(VenueFill::fillId)
                .containsExactlyElementsOf(stage.market().fills().stream()
                        .map(stage.fillNames())
                        .map(FillId::new)
                        .toList());
        fills.forEach(this::isTrue);
        the(VenueAnswer.Balances.class, answers, 3)
                .amounts()
                .forEach((currency, amount) ->
                        assertThat(amount).isEqualTo(stage.market().balances().get(currency)));
        if (stage.broker() instanceof ReportsPositions) {
            assertThat(the(VenueAnswer.Positions.class, answers, POSITIONS).quantities())
                    .isEqualTo(stage.market().positions());
        }
        for (int i = 0; i < orders.size(); i++) {
            boolean taken = taken(orders.get(i)).isPresent();
            assertThat(answers.get(4L + i)).isInstanceOf(taken ? VenueAnswer.Found.class : VenueAnswer.NotFound.class);
        }
    }

    private static <T extends VenueAnswer> T the(Class<T> kind, Map<Long, VenueAnswer> answers, long request) {
        assertThat(answers).containsKey(request);
        return kind.cast(Objects.requireNonNull(answers.get(request)));
    }
}
