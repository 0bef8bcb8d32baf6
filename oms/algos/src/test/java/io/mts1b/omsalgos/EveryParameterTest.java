package io.mts1b.omsalgos;

import static io.mts1b.omsalgos.Orders.ACME;
import static io.mts1b.omsalgos.Orders.after;
import static io.mts1b.omsalgos.Orders.filled;
import static io.mts1b.omsalgos.Orders.quote;
import static io.mts1b.omsalgos.Orders.tick;
import static io.mts1b.omsalgos.Orders.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each parameter of each algo, and of the limits, does: two runs that differ in it alone, and what differs then. The
 * parameters are read from the types, so that none is forgotten.
 */
class EveryParameterTest {

    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Rate NONE = Rate.parse("0");
    private static final InstrumentId NYSE = InstrumentId.parse("ACME.XNYS");
    private static final AlgoInput FIRST = quote("9.98", "10.02");

    /** A parent as it is with one value of a parameter and with another, and what is seen of it each time. */
    private record Case(
            AlgoInput.Started one,
            AlgoInput.Started other,
            Function<AlgoInput.Started, Object> seen,
            @Nullable Object withOne,
            @Nullable Object withOther) {}

    private final Map<String, Case> cases = new LinkedHashMap<>();

    EveryParameterTest() {
        twap();
        vwap();
        pov();
        iceberg();
        almgrenChriss();
        shortfall();
        sniper();
        router();
        limits();
    }

    private static AlgoInput.Started buy(Algo algo) {
        return Orders.buy(1_000, "10.05", algo);
    }

    private void add(String name, Algo one, Algo other, Function<AlgoInput.Started, Object> seen, Object a, Object b) {
        cases.put(name, new Case(buy(one), buy(other), seen, a, b));
    }

    /** The first child is larger with the other value. */
    private void larger(String name, Algo one, Algo other) {
        cases.put(name, new Case(buy(one), buy(other), EveryParameterTest::first, null, null));
    }

    /** What is said to inputs, one after the other. */
    private static Function<AlgoInput.Started, Object> says(AlgoInput... inputs) {
        return start -> new Desk(start).say(inputs);
    }

    private static Object first(AlgoInput.Started start) {
        return ((AlgoCommand.Place) new Desk(start).give(FIRST).getFirst()).quantity();
    }

    /** When it wants to be woken after the first quote. */
    private static Object wakes(AlgoInput.Started start) {
        Desk desk = new Desk(start);
        desk.give(FIRST);
        return desk.execution.wakeAt().orElseThrow();
    }

    private static final Function<AlgoInput.Started, Object> ENDS = says(tick(60));

    private void twap() {
        Function<Duration, Algo> over = horizon -> new Algo.Twap(horizon, 2, NONE, ChildType.LIMIT);
        add("Twap.horizon", over.apply(SHORT), over.apply(LONG), EveryParameterTest::wakes, after(30), after(60));
        Algo base = over.apply(SHORT);
        add(
                "Twap.slices",
                base,
                new Algo.Twap(SHORT, 4, NONE, ChildType.LIMIT),
                says(FIRST),
                List.of("500@9.98"),
                List.of("250@9.98"));
        add(
                "Twap.jitter",
                base,
                new Algo.Twap(SHORT, 2, Rate.parse("1"), ChildType.LIMIT),
                says(FIRST),
                List.of("500@9.98"),
                List.of());
        add(
                "Twap.childType",
                base,
                new Algo.Twap(SHORT, 2, NONE, ChildType.MARKETABLE_LIMIT),
                says(FIRST),
                List.of("500@9.98"),
                List.of("500@10.02"));
    }

    private void vwap() {
        VolumeProfile even = VolumeProfile.uniform(2);
        Algo base = new Algo.Vwap(SHORT, even, ChildType.LIMIT);
        add(
                "Vwap.horizon",
                base,
                new Algo.Vwap(LONG, even, ChildType.LIMIT),
                EveryParameterTest::wakes,
                after(30),
                after(60));
        add(
                "Vwap.profile.weights",
                base,
                new Algo.Vwap(SHORT, new VolumeProfile(List.of(3.0, 1.0)), ChildType.LIMIT),
                says(FIRST),
                List.of("500@9.98"),
                List.of("750@9.98"));
        add(
                "Vwap.childType",
                base,
                new Algo.Vwap(SHORT, even, ChildType.MARKETABLE_LIMIT),
                says(FIRST),
                List.of("500@9.98"),
                List.of("500@10.02"));
    }

    private static Algo pov(String participation, long lookback, Duration horizon, ChildType type) {
        return new Algo.Pov(Rate.parse(participation), Duration.ofSeconds(lookback), horizon, type);
    }

    private void pov() {
        Algo base = pov("0.1", 30, SHORT, ChildType.LIMIT);
        add(
                "Pov.participation",
                base,
                pov("0.2", 30, SHORT, ChildType.LIMIT),
                says(FIRST, trade(1_000)),
                List.of("100@9.98"),
                List.of("200@9.98"));
        add(
                "Pov.lookback",
                base,
                pov("0.1", 50, SHORT, ChildType.LIMIT),
                says(
                        FIRST,
                        new AlgoInput.Paused(after(0)),
                        trade(1_000),
                        tick(40),
                        trade(200),
                        new AlgoInput.Resumed(after(45))),
                List.of("20@9.98"),
                List.of("120@9.98"));
        add(
                "Pov.horizon",
                base,
                pov("0.1", 30, LONG, ChildType.LIMIT),
                ENDS,
                List.of("HORIZON_OVER 0/1000"),
                List.of());
        add(
                "Pov.childType",
                base,
                pov("0.1", 30, SHORT, ChildType.MARKETABLE_LIMIT),
                says(FIRST, trade(1_000)),
                List.of("100@9.98"),
                List.of("100@10.02"));
    }

    private static Algo iceberg(long display, long refill, Duration horizon) {
        return new Algo.Iceberg(Quantity.of(display), Quantity.of(refill), horizon);
    }

    private void iceberg() {
        Algo base = iceberg(100, 0, SHORT);
        add("Iceberg.display", base, iceberg(60, 0, SHORT), says(FIRST), List.of("100@10.05"), List.of("60@10.05"));
        add(
                "Iceberg.refillThreshold",
                base,
                iceberg(100, 40, SHORT),
                says(FIRST, filled(1, 60)),
                List.of("100@10.05"),
                List.of("100@10.05", "60@10.05"));
        add(
                "Iceberg.horizon",
                base,
                iceberg(100, 0, LONG),
                says(FIRST, tick(60)),
                List.of("100@10.05", "-1"),
                List.of("100@10.05"));
    }

    private static ImpactModel impact(
            Duration timeUnit, double volatility, double spread, double permanent, double temporary) {
        return new ImpactModel(timeUnit, volatility, spread, permanent, temporary);
    }

    private static final ImpactModel IMPACT = impact(SHORT, 0.5, 0.01, 1e-4, 1e-3);

    private static Algo best(Duration horizon, int slices, ImpactModel impact, double aversion, ChildType type) {
        return new Algo.AlmgrenChriss(horizon, slices, impact, aversion, type);
    }

    private void almgrenChriss() {
        Algo base = best(SHORT, 5, IMPACT, 1e-3, ChildType.LIMIT);
        String name = "AlmgrenChriss.";
        add(
                name + "horizon",
                base,
                best(LONG, 5, IMPACT, 1e-3, ChildType.LIMIT),
                EveryParameterTest::wakes,
                after(12),
                after(24));
        larger(name + "slices", best(SHORT, 6, IMPACT, 1e-3, ChildType.LIMIT), base);
        larger(name + "riskAversion", base, best(SHORT, 5, IMPACT, 1e-2, ChildType.LIMIT));
        add(
                name + "childType",
                best(SHORT, 1, IMPACT, 1e-3, ChildType.LIMIT),
                best(SHORT, 1, IMPACT, 1e-3, ChildType.MARKETABLE_LIMIT),
                says(FIRST),
                List.of("1000@9.98"),
                List.of("1000@10.02"));
        impacts(name, model -> best(SHORT, 5, model, 1e-3, ChildType.LIMIT));
    }

    /** Whatever makes waiting dearer, or trading at once cheaper, makes the first child larger. */
    private void impacts(String name, Function<ImpactModel, Algo> algo) {
        Algo base = algo.apply(IMPACT);
        larger(name + "impact.timeUnit", base, algo.apply(impact(Duration.ofSeconds(20), 0.5, 0.01, 1e-4, 1e-3)));
        larger(name + "impact.volatility", base, algo.apply(impact(SHORT, 1.5, 0.01, 1e-4, 1e-3)));
        larger(name + "impact.permanent", base, algo.apply(impact(SHORT, 0.5, 0.01, 2e-3, 1e-3)));
        larger(name + "impact.temporary", algo.apply(impact(SHORT, 0.5, 0.01, 1e-4, 5e-3)), base);
        // What is paid for each share however it is cut changes no plan, only what the plan is expected to cost.
        add(
                name + "impact.spread",
                base,
                algo.apply(impact(SHORT, 0.5, 0.03, 1e-4, 1e-3)),
                EveryParameterTest::costsMore,
                "0 more",
                "20 more");
    }

    /** What the plan for the parent is expected to cost, more than with a spread of a hundredth. */
    private static Object costsMore(AlgoInput.Started start) {
        double cost = cost(impact(start.algo()));
        return Math.round(cost - cost(IMPACT)) + " more";
    }

    private static ImpactModel impact(Algo algo) {
        return switch (algo) {
            case Algo.AlmgrenChriss one -> one.impact();
            case Algo.ImplementationShortfall one -> one.impact();
            default -> throw new AssertionError(algo);
        };
    }

    private static double cost(ImpactModel model) {
        return model.of(1_000, SHORT, 5).schedule(1e-3).expectedCost();
    }

    private static Algo shortfall(
            Duration horizon,
            int slices,
            ImpactModel impact,
            double aversion,
            double adaptation,
            @Nullable String arrival,
            ChildType type) {
        return new Algo.ImplementationShortfall(
                horizon, slices, impact, aversion, adaptation, arrival == null ? null : Price.parse(arrival), type);
    }

    private void shortfall() {
        Function<ImpactModel, Algo> of = model -> shortfall(SHORT, 5, model, 1e-3, 0, null, ChildType.LIMIT);
        Algo base = of.apply(IMPACT);
        String name = "ImplementationShortfall.";
        add(
                name + "horizon",
                base,
                shortfall(LONG, 5, IMPACT, 1e-3, 0, null, ChildType.LIMIT),
                EveryParameterTest::wakes,
                after(12),
                after(24));
        larger(name + "slices", shortfall(SHORT, 6, IMPACT, 1e-3, 0, null, ChildType.LIMIT), base);
        larger(name + "riskAversion", base, shortfall(SHORT, 5, IMPACT, 1e-2, 0, null, ChildType.LIMIT));
        add(
                name + "childType",
                shortfall(SHORT, 1, IMPACT, 1e-3, 0, null, ChildType.LIMIT),
                shortfall(SHORT, 1, IMPACT, 1e-3, 0, null, ChildType.MARKETABLE_LIMIT),
                says(FIRST),
                List.of("1000@9.98"),
                List.of("1000@10.02"));
        impacts(name, of);
        // The price is better by half than on arrival, and gains are taken quickly.
        larger(
                name + "adaptation",
                shortfall(SHORT, 5, IMPACT, 1e-3, 0, "10.50", ChildType.LIMIT),
                shortfall(SHORT, 5, IMPACT, 1e-3, 2, "10.50", ChildType.LIMIT));
        larger(
                name + "arrival",
                shortfall(SHORT, 5, IMPACT, 1e-3, 2, "10.00", ChildType.LIMIT),
                shortfall(SHORT, 5, IMPACT, 1e-3, 2, "10.50", ChildType.LIMIT));
    }

    private static Algo sniper(long least, String share, Duration horizon) {
        return new Algo.Sniper(Quantity.of(least), Rate.parse(share), horizon);
    }

    private void sniper() {
        AlgoInput shown = quote(ACME, "9.98", "10.02", 400);
        Algo base = sniper(300, "0.5", SHORT);
        add("Sniper.leastDisplayed", base, sniper(401, "0.5", SHORT), says(shown), List.of("200@10.02"), List.of());
        add("Sniper.share", base, sniper(300, "0.25", SHORT), says(shown), List.of("200@10.02"), List.of("100@10.02"));
        add("Sniper.horizon", base, sniper(300, "0.5", LONG), ENDS, List.of("HORIZON_OVER 0/1000"), List.of());
    }

    private static Algo router(InstrumentId second, String fee, Duration horizon) {
        return new Algo.Router(
                List.of(new Route(ACME, Price.parse("0.002")), new Route(second, Price.parse(fee))), horizon);
    }

    private void router() {
        Algo base = router(NYSE, "0.001", SHORT);
        // Both show 800 before anything is decided, for the first child waits for its room.
        add(
                "Router.routes.takerFee",
                base,
                router(NYSE, "0.003", SHORT),
                says(
                        new AlgoInput.Paused(after(0)),
                        quote(ACME, "9.98", "10.02", 800),
                        quote(NYSE, "9.98", "10.02", 800),
                        new AlgoInput.Resumed(after(1))),
                List.of("800@10.02 XNYS", "200@10.02"),
                List.of("800@10.02", "200@10.02 XNYS"));
        InstrumentId arca = InstrumentId.parse("ACME.ARCX");
        add(
                "Router.routes.instrument",
                base,
                router(arca, "0.001", SHORT),
                start -> {
                    Desk desk = new Desk(start);
                    return ((Algo.Router) start.algo())
                            .routes().stream()
                                    .map(route -> desk.say(quote(route.instrument(), "9.98", "10.02", 100)))
                                    .toList();
                },
                List.of(List.of("100@10.02"), List.of("100@10.02 XNYS")),
                List.of(List.of("100@10.02"), List.of("100@10.02 ARCX")));
        add("Router.horizon", base, router(NYSE, "0.001", LONG), ENDS, List.of("HORIZON_OVER 0/1000"), List.of());
    }

    private void limits(
            String name,
            ExecutionLimits one,
            ExecutionLimits other,
            Function<AlgoInput.Started, Object> seen,
            Object a,
            Object b) {
        Algo algo = new Algo.Twap(SHORT, 10, NONE, ChildType.LIMIT);
        cases.put(
                name,
                new Case(
                        Orders.start(Orders.order(Side.BUY, 1_000, "10.05"), algo, one),
                        Orders.start(Orders.order(Side.BUY, 1_000, "10.05"), algo, other),
                        seen,
                        a,
                        b));
    }

    private void limits() {
        limits(
                "ExecutionLimits.participation",
                ExecutionLimits.NONE.withParticipation(Rate.parse("0.5")),
                ExecutionLimits.NONE.withParticipation(Rate.parse("0.1")),
                says(trade(200), FIRST),
                List.of("100@9.98"),
                List.of("20@9.98"));
        limits(
                "ExecutionLimits.leastChild",
                ExecutionLimits.NONE,
                ExecutionLimits.NONE.withLeastChild(Quantity.of(150)),
                says(FIRST, tick(6)),
                List.of("100@9.98", "100@9.98"),
                List.of("200@9.98"));
        limits(
                "ExecutionLimits.mostRejections",
                ExecutionLimits.NONE,
                new ExecutionLimits(null, Quantity.ZERO, 1),
                says(FIRST, new AlgoInput.ChildRejected(1)),
                List.of("100@9.98"),
                List.of("100@9.98", "REJECTED 0/1000"));
    }

    @Test
    void every_parameter_has_a_case_and_every_case_a_parameter() {
        assertThat(Algo.class.getPermittedSubclasses()).hasSize(8);
        assertThat(new TreeSet<>(cases.keySet())).isEqualTo(AlgoParameters.all());
    }

    @TestFactory
    Stream<DynamicTest> does_what_it_says() {
        return cases.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Case it = one.getValue();
                    List<String> differ = new ArrayList<>();
                    AlgoParameters.differences(
                            it.one().algo(),
                            it.other().algo(),
                            it.one().algo().getClass().getSimpleName(),
                            differ);
                    AlgoParameters.differences(it.one().limits(), it.other().limits(), "ExecutionLimits", differ);
                    assertThat(differ).as("what is different").containsExactly(one.getKey());
                    Object with = it.seen().apply(it.one());
                    Object without = it.seen().apply(it.other());
                    if (it.withOne() == null) {
                        assertThat((Quantity) without).isGreaterThan((Quantity) with);
                    } else {
                        assertThat(with).isEqualTo(it.withOne());
                        assertThat(without).isEqualTo(it.withOther());
                        assertThat(with).isNotEqualTo(without);
                    }
                }));
    }
}
