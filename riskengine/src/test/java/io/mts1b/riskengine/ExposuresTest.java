package io.mts1b.riskengine;

import static io.mts1b.riskengine.World.AAPL;
import static io.mts1b.riskengine.World.MSFT;
import static io.mts1b.riskengine.World.NOW;
import static io.mts1b.riskengine.World.SAP;
import static io.mts1b.riskengine.World.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.gates.GateCheck;
import io.mts1b.riskengine.gates.Gates;
import io.mts1b.testkit.ForAll;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ExposuresTest {

    private static final InstrumentId COIN = InstrumentId.parse("XBT.XKRK");
    private static final List<InstrumentId> ALL = List.of(AAPL, MSFT, SAP, COIN);
    private static final GateCheck GATE = Gates.inOrder().stream()
            .filter(gate -> gate.gate() == Gate.POSITION)
            .findFirst()
            .orElseThrow();

    @Test
    void what_is_kept_up_to_date_is_what_is_computed_anew() {
        ForAll.cases(300, random -> {
            World world = world(random);
            List<OrderState> open = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                change(world, open, step, random);
                OrderState own = open.isEmpty() || random.nextInt(4) > 0
                        ? null
                        : ForAll.oneOf(random, open.toArray(OrderState[]::new));
                Order order = own == null
                        ? any("new", random)
                        : World.order(own.order().side(), 1)
                                .orderId(own.order().orderId())
                                .instrument(own.order().instrument())
                                .quantity(quantity(own.order().instrument(), random))
                                .build();
                assertThat(GATE.check(order, world, NOW)).isEqualTo(NaiveExposure.denials(order, world));
            }
        });
    }

    private static World world(RandomGenerator random) {
        World world = new World()
                .limits(limits -> limits.nav(Money.parse(random.nextInt(1, 9) + "00000.37 USD"))
                        .maxPosition(share(random))
                        .maxGrossExposure(share(random))
                        .maxNetExposure(share(random))
                        .maxSector(share(random))
                        .maxAssetClass(share(random))
                        .maxCountry(share(random)));
        return world.instrument(new Instrument.CryptoSpot(
                        COIN,
                        new ContractTerms(Price.parse("0.1"), Quantity.parse("0.00000001"), Decimal.ONE, Currency.USD),
                        new Currency("XBT")))
                .priced(COIN, "61234.5")
                .instrument(new Instrument.Equity(
                        SAP,
                        new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.parse("2.5"), Currency.USD)));
    }

    private static Rate share(RandomGenerator random) {
        return new Rate(new Decimal(random.nextLong(1, 1_000_000_000), 9));
    }

    private static void change(World world, List<OrderState> open, int step, RandomGenerator random) {
        InstrumentId id = ForAll.oneOf(random, ALL.toArray(InstrumentId[]::new));
        switch (random.nextInt(6)) {
            case 0 ->
                world.priced(
                        id,
                        (random.nextInt(5) == 0 ? "-" : "") + random.nextLong(1, 300) + "." + random.nextInt(1, 99));
            case 1 -> {
                if (random.nextInt(4) == 0) {
                    world.unpriced(id);
                } else {
                    world.priced(id, "17.03");
                }
            }
            case 2 -> {
                Decimal quantity = quantity(id, random).value();
                world.holds(
                        id,
                        random.nextInt(5) == 0 ? Decimal.ZERO : random.nextBoolean() ? quantity : quantity.negated());
            }
            case 3 -> {
                Order order = any("o-" + step, random);
                OrderState state = OrderState.created(order)
                        .apply(new OrderEvent.RiskApproved(order.orderId(), NOW))
                        .apply(new OrderEvent.Submitted(order.orderId(), NOW));
                open.add(state);
                world.becomes(state);
            }
            case 4 ->
                world.list(
                        MSFT,
                        "200",
                        new Classification(
                                AssetClass.EQUITIES,
                                ForAll.oneOf(random, "technology", "software"),
                                ForAll.oneOf(random, "US", "DE")));
            default -> {
                if (!open.isEmpty()) {
                    OrderState state = open.remove(random.nextInt(open.size()));
                    OrderId order = state.order().orderId();
                    OrderState next = state.apply(
                            switch (random.nextInt(3)) {
                                case 0 -> new OrderEvent.Canceled(order, NOW, "");
                                case 1 -> filled(state, "f-" + step);
                                default -> new OrderEvent.Accepted(order, NOW, "v");
                            });
                    if (next.status().mayTrade()) {
                        open.add(next);
                    }
                    world.becomes(next);
                }
            }
        }
    }

    /** A third of it trades; what is held does not change with it, which the gate is told apart. */
    private static OrderEvent filled(OrderState state, String id) {
        Quantity third = new Quantity(state.remaining().value().dividedBy(Decimal.of(3), 8, RoundingMode.UP));
        return new OrderEvent.Filled(new Fill(
                new FillId(id),
                state.order().orderId(),
                state.order().instrument(),
                state.order().side(),
                third,
                Price.parse("100"),
                Money.zero(Currency.USD),
                Liquidity.TAKER,
                NOW));
    }

    private static Order any(String id, RandomGenerator random) {
        InstrumentId instrument = ForAll.oneOf(random, ALL.toArray(InstrumentId[]::new));
        return order(ForAll.oneOf(random, Side.values()), 1)
                .orderId(new OrderId(id))
                .idempotencyKey(new IdempotencyKey(id))
                .instrument(instrument)
                .quantity(quantity(instrument, random))
                .build();
    }

    private static Quantity quantity(InstrumentId instrument, RandomGenerator random) {
        return instrument.equals(COIN)
                ? new Quantity(new Decimal(random.nextLong(1, 900_000_000), 8))
                : Quantity.of(random.nextLong(1, 5_000));
    }

    @Test
    void what_cannot_be_counted_is_not_known_until_it_can() {
        World world = new World().holds(MSFT, Long.MAX_VALUE / 2);
        Order buy = order(Side.BUY, 1).build();

        assertThat(GATE.check(buy, world, NOW)).containsExactly(new Denial.NoPrice(MSFT));
        assertThat(GATE.check(order(Side.SELL, 1).build(), world, NOW)).isEmpty();
        assertThat(GATE.check(buy, world.holds(MSFT, 1), NOW)).isEmpty();
    }
}
