package io.mts1b.omsalgos;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Bad parameters are refused by name. */
class ParametersTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Rate ZERO = Rate.parse("0");
    private static final ImpactModel IMPACT = new ImpactModel(MINUTE, 1, 0, 0, 1);
    private static final VolumeProfile EVEN = VolumeProfile.uniform(2);
    private static final ChildType LIMIT = ChildType.LIMIT;

    private static void refused(ThrowingCallable attempt, String message) {
        assertThatIllegalArgumentException().isThrownBy(attempt).withMessageStartingWith(message);
    }

    @Test
    void of_algos() {
        refused(() -> new Algo.Twap(Duration.ZERO, 1, ZERO, LIMIT), "horizon must be positive");
        refused(() -> new Algo.Twap(Duration.ofDays(40_000), 1, ZERO, LIMIT), "horizon must be positive and below");
        refused(() -> new Algo.Twap(MINUTE, 0, ZERO, LIMIT), "slices must be 1 to 10000, was 0");
        refused(() -> new Algo.Twap(MINUTE, 10_001, ZERO, LIMIT), "slices must be 1 to 10000");
        refused(() -> new Algo.Twap(MINUTE, 1, Rate.parse("1.1"), LIMIT), "jitter must be in [0, 1], was 1.1");
        refused(() -> new Algo.Twap(MINUTE, 1, Rate.parse("-0.1"), LIMIT), "jitter must be in [0, 1]");
        refused(() -> new Algo.Vwap(Duration.ofSeconds(-1), EVEN, LIMIT), "horizon must be positive");
        refused(() -> new VolumeProfile(List.of()), "weights must be 1 to 10000, was 0");
        refused(() -> new VolumeProfile(List.of(1.0, -1.0)), "weights must be finite and not negative, held -1.0");
        refused(() -> new VolumeProfile(List.of(Double.NaN)), "weights must be finite and not negative, held NaN");
        refused(() -> new VolumeProfile(List.of(0.0)), "weights must have a positive sum");
        refused(() -> VolumeProfile.estimated(List.of()), "days must not be empty");
        refused(
                () -> VolumeProfile.estimated(List.of(List.of(1.0), List.of(1.0, 2.0))),
                "days must have 1 parts each, one had 2");
        refused(() -> new Algo.Pov(ZERO, MINUTE, MINUTE, LIMIT), "participation must be in (0, 1], was 0");
        refused(() -> new Algo.Pov(Rate.parse("2"), MINUTE, MINUTE, LIMIT), "participation must be in (0, 1], was 2");
        refused(() -> new Algo.Pov(Rate.parse("1"), Duration.ZERO, MINUTE, LIMIT), "lookback must be positive");
        refused(() -> new Algo.Iceberg(Quantity.ZERO, Quantity.ZERO, MINUTE), "display must be positive, was 0");
        refused(
                () -> new Algo.Iceberg(Quantity.of(5), Quantity.of(5), MINUTE),
                "refillThreshold must be below display 5, was 5");
        refused(() -> new Algo.AlmgrenChriss(MINUTE, 1, IMPACT, -1, LIMIT), "riskAversion must be finite and not");
        refused(
                () -> new Algo.ImplementationShortfall(MINUTE, 1, IMPACT, 1, Double.NaN, null, LIMIT),
                "adaptation must be finite, was NaN");
        refused(() -> new ImpactModel(Duration.ZERO, 1, 1, 1, 1), "timeUnit must be positive");
        refused(() -> new ImpactModel(MINUTE, -1, 1, 1, 1), "volatility must be finite and not negative");
        refused(() -> new ImpactModel(MINUTE, 1, Double.NaN, 1, 1), "spread must be finite and not negative");
        refused(() -> new ImpactModel(MINUTE, 1, 1, Double.POSITIVE_INFINITY, 1), "permanent must be finite");
        refused(() -> new ImpactModel(MINUTE, 1, 1, 1, 0), "temporary must be positive");
        refused(() -> new Algo.Sniper(Quantity.of(1), ZERO, MINUTE), "share must be in (0, 1], was 0");
        refused(() -> new Algo.Router(List.of(), MINUTE), "routes must not be empty");
        Route twice = new Route(Orders.ACME, Price.parse("0"));
        refused(() -> new Algo.Router(List.of(twice, twice), MINUTE), "routes must name each venue once");
    }

    @Test
    void of_limits() {
        refused(() -> new ExecutionLimits(ZERO, Quantity.ZERO, 1), "participation must be in (0, 1], was 0");
        refused(() -> new ExecutionLimits(null, Quantity.ZERO, 0), "mostRejections must be at least 1, was 0");
    }

    @Test
    void of_parents_and_algos_that_do_not_fit() {
        Algo twap = new Algo.Twap(MINUTE, 1, ZERO, LIMIT);
        Order good = Orders.order(Side.BUY, 100, "10");
        refused(() -> start(Orders.order(Side.BUY, Quantity.parse("1.5"), null), twap), "quantity must be a multiple");
        refused(() -> start(Orders.order(Side.BUY, 1, "10.001"), twap), "limit must be a multiple of the tick 0.01");
        refused(() -> start(with(good, new OrderType.Stop(Price.parse("9")), TimeInForce.DAY, "p"), twap), "type must");
        refused(() -> start(with(good, good.type(), TimeInForce.FOK, "p"), twap), "timeInForce must be DAY or GTC");
        refused(() -> start(with(good, good.type(), TimeInForce.GTC, "p".repeat(55)), twap), "orderId must be at most");
        Order market = Orders.order(Side.BUY, 100, null);
        Algo iceberg = new Algo.Iceberg(Quantity.of(10), Quantity.ZERO, MINUTE);
        refused(() -> start(market, iceberg), "limit must be given");
        refused(() -> start(market, new Algo.Sniper(Quantity.ZERO, Rate.parse("1"), MINUTE)), "limit must be given");
        refused(
                () -> start(good, new Algo.Iceberg(Quantity.parse("10.5"), Quantity.ZERO, MINUTE)),
                "display must be a multiple of the lot");
        refused(
                () -> start(good, new Algo.Iceberg(Quantity.of(10), Quantity.parse("0.5"), MINUTE)),
                "refillThreshold must be a multiple of the lot");
        refused(
                () -> Orders.start(good, iceberg, ExecutionLimits.NONE.withLeastChild(Quantity.of(11))),
                "leastChild must be at most display 10, was 11");
        refused(
                () -> Orders.start(good, twap, ExecutionLimits.NONE.withLeastChild(Quantity.parse("0.1"))),
                "leastChild must be a multiple of the lot");
        Route other = new Route(InstrumentId.parse("OTHER.XNAS"), Price.parse("0"));
        refused(() -> start(good, new Algo.Router(List.of(other), MINUTE)), "routes must be of ACME, was OTHER.XNAS");
        ImpactModel mighty = new ImpactModel(MINUTE, 1, 0, 10, 1);
        refused(() -> start(good, new Algo.AlmgrenChriss(MINUTE, 1, mighty, 0, LIMIT)), "temporary must be more than");
        refused(
                () -> start(good, new Algo.ImplementationShortfall(MINUTE, 2, mighty, 0, 0, null, LIMIT)),
                "temporary must be more than");
        ImpactModel wild = new ImpactModel(MINUTE, 1e200, 0, 0, 1);
        refused(
                () -> start(good, new Algo.AlmgrenChriss(MINUTE, 1, wild, 1, LIMIT)),
                "riskAversion must be small enough for a finite urgency, was 1.0");
    }

    private static void start(Order parent, Algo algo) {
        new AlgoExecution(Orders.start(parent, algo, ExecutionLimits.NONE), Desk.RANDOM);
    }

    private static Order with(Order order, OrderType type, TimeInForce timeInForce, String id) {
        return Order.builder()
                .orderId(new io.mts1b.foundation.ids.OrderId(id))
                .idempotencyKey(order.idempotencyKey())
                .fund(order.fund())
                .strategy(order.strategy())
                .instrument(order.instrument())
                .side(order.side())
                .quantity(order.quantity())
                .type(type)
                .timeInForce(timeInForce)
                .broker(order.broker())
                .actor(order.actor())
                .createdAt(order.createdAt())
                .links(List.of())
                .build();
    }
}
