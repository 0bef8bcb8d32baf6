package io.mts1b.riskengine;

import static io.mts1b.riskengine.World.AAPL;
import static io.mts1b.riskengine.World.NOW;
import static io.mts1b.riskengine.World.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.LotBook.LotTrade;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import io.mts1b.foundation.risk.SelfTradeGuard;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.riskengine.envelopes.EnvelopeChange;
import io.mts1b.riskengine.envelopes.EnvelopePolicy;
import io.mts1b.riskengine.gates.Borrow;
import io.mts1b.riskengine.gates.CroAnswer;
import io.mts1b.riskengine.stops.SyntheticStops;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each field of the envelope changes what happens, and is known to be looser one way and tighter the other. */
class PolicyFieldsTest {

    /** What says which version it is and limits no order: with one of these the version may not follow the last one. */
    private static final Map<String, UnaryOperator<RiskEnvelopeBuilder>> MAY_NOT_FOLLOW = new TreeMap<>(Map.of(
            "envelopeId", b -> b.envelopeId(new EnvelopeId("beta")),
            "fund", b -> b.fund(new FundId("beta")),
            "version", b -> b.version(7),
            "createdAt", b -> b.createdAt(NOW.minusNanos(1)),
            "notes", b -> b.notes(" ")));

    private static final Order BUY = order(Side.BUY, 1_000).build();
    private static final Order LIMIT_BUY =
            order(Side.BUY, 1_000).type(new OrderType.Limit(Price.parse("103"))).build();
    private static final Order SHORT = order(Side.SHORT, 1_000).build();

    /** Something that the tight value stops and the loose one lets happen. */
    private record Case(
            UnaryOperator<RiskEnvelopeBuilder> tight,
            UnaryOperator<RiskEnvelopeBuilder> loose,
            Function<RiskEnvelope, Boolean> happens) {}

    private final TreeMap<String, Case> cases = new TreeMap<>();

    PolicyFieldsTest() {
        Rate below = Rate.parse("0.09");
        Rate above = Rate.parse("0.1");
        put(
                "nav",
                b -> b.nav(usd(900_000)).maxPosition(above),
                b -> b.nav(usd(1_000_000)).maxPosition(above),
                BUY);
        put("maxGrossExposure", b -> b.maxGrossExposure(below), b -> b.maxGrossExposure(above), BUY);
        put("maxNetExposure", b -> b.maxNetExposure(below), b -> b.maxNetExposure(above), BUY);
        put("maxPosition", b -> b.maxPosition(below), b -> b.maxPosition(above), BUY);
        put("maxPositionValue", b -> b.maxPositionValue(usd(99_999)), b -> b.maxPositionValue(null), BUY);
        put("maxSector", b -> b.maxSector(below), b -> b.maxSector(above), BUY);
        put("maxAssetClass", b -> b.maxAssetClass(below), b -> b.maxAssetClass(above), BUY);
        put("maxCountry", b -> b.maxCountry(below), b -> b.maxCountry(above), BUY);
        put("maxOrderNotional", b -> b.maxOrderNotional(usd(99_999)), b -> b.maxOrderNotional(usd(100_000)), BUY);
        put("maxOrderQuantity", b -> b.maxOrderQuantity(Quantity.of(999)), b -> b.maxOrderQuantity(null), BUY);
        put("allowedBrokers", b -> b.addAllowedBrokers(new BrokerId("other")), b -> b, BUY);
        put(
                "allowedOrderTypes",
                b -> b.allowedOrderTypes(List.of(OrderType.Kind.LIMIT)),
                b -> b.allowedOrderTypes(List.of(OrderType.Kind.LIMIT, OrderType.Kind.MARKET)),
                BUY);
        put(
                "allowedAssetClasses",
                b -> b.allowedAssetClasses(List.of()),
                b -> b.allowedAssetClasses(List.of(AssetClass.EQUITIES)),
                BUY);
        losses();
        shorts();
        veto();
        stops();
        conduct();
    }

    private void losses() {
        Rate near = Rate.parse("0.02");
        Rate far = Rate.parse("0.03");
        put("dailyLossHalt", b -> b.dailyLossHalt(near), b -> b.dailyLossHalt(far), BUY, lost(LossPeriod.DAILY));
        put("weeklyLossHalt", b -> b.weeklyLossHalt(near), b -> b.weeklyLossHalt(far), BUY, lost(LossPeriod.WEEKLY));
        put(
                "monthlyLossHalt",
                b -> b.monthlyLossHalt(near),
                b -> b.monthlyLossHalt(far),
                BUY,
                lost(LossPeriod.MONTHLY));
    }

    private void shorts() {
        UnaryOperator<World> lent = world -> world.lends(AAPL, new Borrow(Rate.ofBps(100), false, null));
        put("enableShorting", b -> b.enableShorting(false), b -> b.enableShorting(true), SHORT);
        put("maxShortFee", b -> b.maxShortFee(Rate.ofBps(99)), b -> b.maxShortFee(Rate.ofBps(100)), SHORT, lent);
        put("requireBorrowLocate", b -> b.requireBorrowLocate(true), b -> b.requireBorrowLocate(false), SHORT, lent);
    }

    private void veto() {
        UnaryOperator<World> answered =
                world -> world.answers("o-1", new CroAnswer(true, Rate.parse("0.9"), "earnings tonight"));
        Rate sure = Rate.parse("0.9");
        put("croVetoEnabled", b -> b.croVetoEnabled(true), b -> b.croVetoEnabled(false), BUY);
        put(
                "croVetoConfidence",
                b -> b.croVetoEnabled(true).croVetoConfidence(sure),
                b -> b.croVetoEnabled(true).croVetoConfidence(Rate.parse("0.91")),
                BUY,
                answered);
        put(
                "croVetoFailsOpen",
                b -> b.croVetoEnabled(true).croVetoFailsOpen(false),
                b -> b.croVetoEnabled(true).croVetoFailsOpen(true),
                BUY);
        // An answer that takes two seconds.
        cases.put(
                "croVetoTimeout",
                new Case(
                        b -> b.croVetoEnabled(true).croVetoTimeout(Duration.ofSeconds(1)),
                        b -> b.croVetoEnabled(true).croVetoTimeout(Duration.ofSeconds(3)),
                        limits -> VetoDeadline.of(limits, NOW).orElseThrow().isAfter(NOW.plusSeconds(2))));
    }

    private void stops() {
        LotBook lots = LotBook.EMPTY
                .trade(new LotTrade(new LotId("l"), Decimal.of(10), NOW, Price.parse("100")), TaxLotMethod.FIFO)
                .book();
        Function<RiskEnvelope, Boolean> stays =
                limits -> SyntheticStops.passed(limits, lots, Price.parse("92")).isEmpty();
        Rate near = Rate.parse("0.05");
        cases.put(
                "enableSyntheticStop",
                new Case(
                        b -> b.syntheticStop(near).enableSyntheticStop(true),
                        b -> b.syntheticStop(near).enableSyntheticStop(false),
                        stays));
        cases.put(
                "syntheticStop", new Case(b -> b.syntheticStop(near), b -> b.syntheticStop(Rate.parse("0.1")), stays));
    }

    private void conduct() {
        UnaryOperator<World> old = world -> world.pricedAt(NOW.minusSeconds(61));
        UnaryOperator<World> busy = world -> world.sent(100, 40, NOW.minusMillis(500));
        UnaryOperator<World> crossed = world -> world.elsewhere(selling(new FundId("beta")));
        put(
                "maxPriceDistance",
                b -> b.maxPriceDistance(Rate.parse("0.029")),
                b -> b.maxPriceDistance(Rate.parse("0.03")),
                LIMIT_BUY);
        put("maxPriceAge", b -> b.maxPriceAge(Duration.ofSeconds(60)), b -> b.maxPriceAge(null), BUY, old);
        put(
                "selfTradeGuard",
                b -> b.selfTradeGuard(SelfTradeGuard.HOUSE),
                b -> b.selfTradeGuard(SelfTradeGuard.FUND),
                BUY,
                crossed);
        put("maxOrdersPerSecond", b -> b.maxOrdersPerSecond(100), b -> b.maxOrdersPerSecond(101), BUY, busy);
        put(
                "maxStrategyOrdersPerSecond",
                b -> b.maxStrategyOrdersPerSecond(100),
                b -> b.maxStrategyOrdersPerSecond(101),
                BUY,
                busy);
        put(
                "maxCancelRatio",
                b -> b.maxCancelRatio(Rate.parse("0.4")),
                b -> b.maxCancelRatio(Rate.parse("0.41")),
                BUY,
                busy);
        put(
                "maxOpenOrders",
                b -> b.maxOpenOrders(1),
                b -> b.maxOpenOrders(2),
                BUY,
                world -> world.open("o-2", AAPL, Side.BUY, 1));
    }

    private static UnaryOperator<World> lost(LossPeriod period) {
        return world -> world.lost(period, "0.025");
    }

    private static Money usd(long amount) {
        return new Money(Decimal.of(amount), Currency.USD);
    }

    private static OrderState selling(FundId fund) {
        OrderId id = new OrderId("theirs");
        return OrderState.created(order(Side.SELL, 5).orderId(id).fund(fund).build())
                .apply(new OrderEvent.RiskApproved(id, NOW));
    }

    private void put(
            String field,
            UnaryOperator<RiskEnvelopeBuilder> tight,
            UnaryOperator<RiskEnvelopeBuilder> loose,
            Order order) {
        put(field, tight, loose, order, world -> world);
    }

    private void put(
            String field,
            UnaryOperator<RiskEnvelopeBuilder> tight,
            UnaryOperator<RiskEnvelopeBuilder> loose,
            Order order,
            UnaryOperator<World> world) {
        cases.put(
                field,
                new Case(
                        tight,
                        loose,
                        limits -> new RiskEngine(RiskEngine.Mode.REPORT_ALL)
                                        .review(order, world.apply(new World()).limits(limits), NOW)
                                        .decision()
                                instanceof RiskDecision.Approved));
    }

    @Test
    void every_field_has_a_case() {
        Set<String> fields = new TreeSet<>();
        Arrays.stream(RiskEnvelope.class.getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(fields::add);
        Set<String> both = new TreeSet<>(cases.keySet());
        both.addAll(MAY_NOT_FOLLOW.keySet());

        assertThat(both).isEqualTo(fields);
    }

    @Test
    void what_says_which_version_it_is_decides_whether_it_may_follow() {
        Optional<RiskEnvelope> before = Optional.of(World.generous().build());
        UnaryOperator<RiskEnvelopeBuilder> next = b -> b.version(8).notes("why");

        EnvelopePolicy.require(before, next.apply(World.generous()).build(), List.of());
        MAY_NOT_FOLLOW.forEach((field, change) -> {
            RiskEnvelope wrong = change.apply(next.apply(World.generous())).build();
            assertThatThrownBy(() -> EnvelopePolicy.require(before, wrong, List.of()))
                    .as(field)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(field.startsWith("envelope") || field.equals("fund") ? "envelope" : field);
        });
    }

    @Test
    void every_field_has_an_effect() {
        cases.forEach((field, one) -> {
            assertThat(one.happens.apply(one.tight.apply(World.generous()).build()))
                    .as("tight " + field)
                    .isFalse();
            assertThat(one.happens.apply(one.loose.apply(World.generous()).build()))
                    .as("loose " + field)
                    .isTrue();
        });
    }

    @Test
    void every_change_is_named_for_what_it_is() {
        cases.forEach((field, one) -> {
            RiskEnvelope tight = one.tight.apply(World.generous()).build();
            RiskEnvelope loose = one.loose.apply(World.generous()).build();

            assertThat(EnvelopeChange.between(tight, loose)).isEqualTo(new EnvelopeChange(List.of(field), List.of()));
            assertThat(EnvelopeChange.between(loose, tight)).isEqualTo(new EnvelopeChange(List.of(), List.of(field)));
            assertThat(EnvelopeChange.between(tight, tight)).isEqualTo(new EnvelopeChange(List.of(), List.of()));
        });
    }
}
