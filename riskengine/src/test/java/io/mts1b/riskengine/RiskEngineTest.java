package io.mts1b.riskengine;

import static io.mts1b.riskengine.World.AAPL;
import static io.mts1b.riskengine.World.FUND;
import static io.mts1b.riskengine.World.MSFT;
import static io.mts1b.riskengine.World.NOW;
import static io.mts1b.riskengine.World.SAP;
import static io.mts1b.riskengine.World.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
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
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.riskengine.RiskEngine.Mode;
import io.mts1b.riskengine.gates.Borrow;
import io.mts1b.riskengine.gates.CroAnswer;
import io.mts1b.riskengine.gates.GateCheck;
import io.mts1b.riskengine.gates.Gates;
import io.mts1b.riskengine.gates.RiskView;
import io.mts1b.testkit.ForAll;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskEngineTest {

    private static final Order BUY_100 = order(Side.BUY, 100).build();

    @Test
    void lets_a_good_order_pass_and_hands_it_to_brokers() {
        Review review = new RiskEngine(Mode.FAIL_FAST).review(BUY_100, new World(), NOW);

        assertThat(review).isInstanceOfSatisfying(Review.Passed.class, passed -> {
            assertThat(passed.order().order()).isEqualTo(BUY_100);
            assertThat(passed.decision()).isEqualTo(new RiskDecision.Approved(new OrderId("o-1"), NOW, 7));
        });
    }

    @Test
    void has_the_seven_gates_in_order() {
        assertThat(Gates.inOrder().stream().map(GateCheck::gate)).containsExactly(Gate.values());
    }

    @Test
    void a_key_seen_before_is_denied_however_long_ago() {
        World world = new World().seen("k-1", "o-0");

        assertThat(denials(BUY_100, world))
                .containsExactly(new Denial.DuplicateKey(new IdempotencyKey("k-1"), new OrderId("o-0")));
        assertThat(denials(BUY_100, new World().seen("k-1", "o-1"))).isEmpty();
    }

    @Test
    void an_order_must_make_sense_for_its_instrument() {
        Order offGrid = order(Side.BUY, 1)
                .quantity(Quantity.parse("1.5"))
                .type(new OrderType.StopLimit(Price.parse("100.005"), Price.parse("100.10")))
                .build();
        Order unknown =
                order(Side.BUY, 1).instrument(InstrumentId.parse("NOBODY.XNAS")).build();
        Instant expiry = NOW;
        InstrumentId future = InstrumentId.parse("ESH4.XCME");
        World world = new World()
                .limits(limits -> limits.addAllowedOrderTypes(OrderType.Kind.STOP_LIMIT)
                        .addAllowedAssetClasses(AssetClass.FUTURES))
                .fund(fund -> fund.addAssetClasses(AssetClass.FUTURES))
                .instrument(new Instrument.Future(
                        future,
                        new ContractTerms(Price.parse("0.25"), Quantity.of(1), Decimal.of(50), Currency.USD),
                        new Symbol("ES"),
                        expiry));

        assertThat(denials(offGrid, world))
                .containsExactly(
                        new Denial.PriceOffTick(Price.parse("0.01"), Price.parse("100.005")),
                        new Denial.QuantityOffLot(Quantity.of(1), Quantity.parse("1.5")));
        assertThat(denials(unknown, world))
                .containsExactly(new Denial.UnknownInstrument(InstrumentId.parse("NOBODY.XNAS")));
        assertThat(denials(order(Side.BUY, 1).instrument(future).build(), world))
                .contains(new Denial.InstrumentExpired(future, expiry));
    }

    @Test
    void a_side_must_fit_what_is_held() {
        World lng = new World().holds(AAPL, 100).open("o-2", AAPL, Side.SELL, 60);
        World shrt = new World().holds(AAPL, -100);

        assertThat(denials(order(Side.SELL, 40).build(), lng)).isEmpty();
        assertThat(denials(order(Side.SELL, 41).build(), lng))
                .containsExactly(new Denial.SideDoesNotFit(Side.SELL, Quantity.of(41), Decimal.of(100)));
        assertThat(denials(order(Side.SHORT, 1).build(), lng))
                .containsExactly(new Denial.SideDoesNotFit(Side.SHORT, Quantity.of(1), Decimal.of(100)));
        assertThat(denials(order(Side.COVER, 100).build(), shrt)).isEmpty();
        assertThat(denials(order(Side.COVER, 101).build(), shrt))
                .containsExactly(new Denial.SideDoesNotFit(Side.COVER, Quantity.of(101), Decimal.of(-100)));
        assertThat(denials(order(Side.BUY, 1).build(), shrt))
                .containsExactly(new Denial.SideDoesNotFit(Side.BUY, Quantity.of(1), Decimal.of(-100)));
    }

    @Test
    void static_limits_each_stop_their_order() {
        assertThat(denials(BUY_100, new World().noEnvelope())).contains(new Denial.NoEnvelope());
        assertThat(denials(BUY_100, new World().noFund()))
                .containsExactly(new Denial.FundInactive(), new Denial.AssetClassNotAllowed(AssetClass.EQUITIES));
        assertThat(denials(BUY_100, new World().fund(fund -> fund.active(false))))
                .containsExactly(new Denial.FundInactive());
        assertThat(denials(BUY_100, new World().fund(fund -> fund.strategies(List.of()))))
                .containsExactly(new Denial.StrategyNotAllowed(new StrategyId("momentum")));
        assertThat(denials(BUY_100, new World().fund(fund -> fund.assetClasses(List.of()))))
                .containsExactly(new Denial.AssetClassNotAllowed(AssetClass.EQUITIES));
        assertThat(denials(BUY_100, new World().limits(limits -> limits.allowedAssetClasses(List.of()))))
                .containsExactly(new Denial.AssetClassNotAllowed(AssetClass.EQUITIES));
        assertThat(denials(BUY_100, new World().limits(limits -> limits.addAllowedBrokers(new BrokerId("kraken")))))
                .containsExactly(new Denial.BrokerNotAllowed(new BrokerId("paper")));
        assertThat(denials(BUY_100, new World().limits(limits -> limits.allowedOrderTypes(List.of()))))
                .containsExactly(new Denial.OrderTypeNotAllowed(OrderType.Kind.MARKET));
        assertThat(denials(BUY_100, new World().limits(limits -> limits.maxOrderQuantity(Quantity.of(99)))))
                .containsExactly(new Denial.OrderQuantityAboveLimit(Quantity.of(99), Quantity.of(100)));
        assertThat(denials(BUY_100, new World().limits(limits -> limits.maxOrderNotional(Money.parse("9999.99 USD")))))
                .containsExactly(
                        new Denial.OrderNotionalAboveLimit(Money.parse("9999.99 USD"), Money.parse("10000 USD")));
    }

    @Test
    void position_limits_each_stop_their_order() {
        // 1,000 at 100 are a tenth of the fund.
        Order buy = order(Side.BUY, 1_000).build();
        Rate tenth = Rate.parse("0.1");
        Rate below = Rate.parse("0.0999");

        assertThat(denials(buy, new World().limits(limits -> limits.maxPosition(below))))
                .containsExactly(new Denial.PositionAboveLimit(AAPL, below, tenth));
        assertThat(denials(buy, new World().limits(limits -> limits.maxPosition(tenth))))
                .isEmpty();
        assertThat(denials(buy, new World().limits(limits -> limits.maxPositionValue(Money.parse("99999 USD")))))
                .containsExactly(
                        new Denial.PositionValueAboveLimit(AAPL, Money.parse("99999 USD"), Money.parse("100000 USD")));
        assertThat(denials(buy, new World().limits(limits -> limits.maxGrossExposure(below))))
                .containsExactly(new Denial.GrossAboveLimit(below, tenth));
        assertThat(denials(buy, new World().limits(limits -> limits.maxNetExposure(below))))
                .containsExactly(new Denial.NetAboveLimit(below, tenth));
        assertThat(denials(buy, new World().limits(limits -> limits.maxSector(below))))
                .containsExactly(new Denial.SectorAboveLimit("technology", below, tenth));
        assertThat(denials(buy, new World().limits(limits -> limits.maxAssetClass(below))))
                .containsExactly(new Denial.AssetClassAboveLimit(AssetClass.EQUITIES, below, tenth));
        assertThat(denials(buy, new World().limits(limits -> limits.maxCountry(below))))
                .containsExactly(new Denial.CountryAboveLimit("US", below, tenth));
    }

    @Test
    void exposure_counts_what_is_held_and_what_is_on_its_way() {
        // Held 20 % in MSFT, 5 % in SAP, 10 % of AAPL on its way; 10 % more of AAPL is wished for.
        World world = new World()
                .holds(MSFT, 1_000)
                .holds(SAP, 1_000)
                .open("o-2", AAPL, Side.BUY, 1_000)
                .limits(limits -> limits.maxPosition(Rate.parse("0.15"))
                        .maxGrossExposure(Rate.parse("0.44"))
                        .maxNetExposure(Rate.parse("0.44"))
                        .maxSector(Rate.parse("0.39"))
                        .maxCountry(Rate.parse("0.39")));

        assertThat(denials(order(Side.BUY, 1_000).build(), world))
                .containsExactly(
                        new Denial.PositionAboveLimit(AAPL, Rate.parse("0.15"), Rate.parse("0.2")),
                        new Denial.GrossAboveLimit(Rate.parse("0.44"), Rate.parse("0.45")),
                        new Denial.NetAboveLimit(Rate.parse("0.44"), Rate.parse("0.45")),
                        new Denial.SectorAboveLimit("technology", Rate.parse("0.39"), Rate.parse("0.4")),
                        new Denial.CountryAboveLimit("US", Rate.parse("0.39"), Rate.parse("0.4")));
    }

    @Test
    void a_sale_on_its_way_frees_no_limit() {
        World world = new World()
                .holds(AAPL, 1_000)
                .open("o-2", AAPL, Side.SELL, 1_000)
                .limits(limits -> limits.maxGrossExposure(Rate.parse("0.15")));

        assertThat(denials(order(Side.BUY, 500).instrument(MSFT).build(), world))
                .containsExactly(new Denial.GrossAboveLimit(Rate.parse("0.15"), Rate.parse("0.2")));
    }

    @Test
    void shorts_count_towards_gross_and_against_net() {
        World world = new World().holds(MSFT, -1_000);

        assertThat(denials(
                        order(Side.BUY, 1_000).build(),
                        world.limits(limits -> limits.maxGrossExposure(Rate.parse("0.25")))))
                .containsExactly(new Denial.GrossAboveLimit(Rate.parse("0.25"), Rate.parse("0.3")));
        assertThat(denials(
                        order(Side.BUY, 1_000).build(),
                        world.limits(limits -> limits.maxNetExposure(Rate.parse("0.15")))))
                .isEmpty();
        assertThat(denials(
                        order(Side.SHORT, 1_000).build(),
                        world.limits(limits -> limits.maxNetExposure(Rate.parse("0.25")))))
                .containsExactly(new Denial.NetAboveLimit(Rate.parse("0.25"), Rate.parse("0.3")));
    }

    @Test
    void nobody_is_locked_into_a_position_beyond_its_limit() {
        World world = new World()
                .holds(AAPL, 5_000)
                .unpriced(MSFT)
                .holds(MSFT, 10)
                .lost(LossPeriod.DAILY, "0.5")
                .limits(limits -> limits.maxPosition(Rate.parse("0.05")).maxGrossExposure(Rate.parse("0.05")));

        assertThat(denials(order(Side.SELL, 1_000).build(), world)).isEmpty();
    }

    @Test
    void unknown_prices_stop_orders_that_open() {
        assertThat(denials(BUY_100, new World().holds(MSFT, 10).unpriced(MSFT)))
                .containsExactly(new Denial.NoPrice(MSFT));
        assertThat(denials(BUY_100, new World().unpriced(AAPL))).containsExactly(new Denial.NoPrice(AAPL));
    }

    @Test
    void doubt_stops_orders_that_open_there_and_lets_those_pass_that_close() {
        World world = new World().holds(AAPL, 100).doubts("the line to paper is down");

        assertThat(denials(BUY_100, world)).containsExactly(new Denial.InDoubt("the line to paper is down"));
        assertThat(denials(order(Side.SELL, 100).build(), world)).isEmpty();
        assertThat(denials(order(Side.BUY, 10).instrument(MSFT).build(), world)).isEmpty();
    }

    @Test
    void losses_stop_orders_that_add_exposure() {
        for (LossPeriod period : LossPeriod.values()) {
            Rate limit = switch (period) {
                case DAILY -> Rate.parse("0.03");
                case WEEKLY -> Rate.parse("0.08");
                case MONTHLY -> Rate.parse("0.15");
            };
            World atLimit = new World().lost(period, limit.toString()).holds(AAPL, 10);
            World below = new World().lost(period, "0.0299");

            assertThat(denials(BUY_100, atLimit)).containsExactly(new Denial.LossAboveLimit(period, limit, limit));
            assertThat(denials(BUY_100, below)).isEmpty();
            assertThat(denials(order(Side.SELL, 10).build(), atLimit)).isEmpty();
        }
    }

    @Test
    void the_envelope_says_which_loss_is_too_much() {
        World world = new World()
                .lost(LossPeriod.DAILY, "0.05")
                .lost(LossPeriod.WEEKLY, "0.05")
                .lost(LossPeriod.MONTHLY, "0.05");

        assertThat(denials(
                        BUY_100,
                        world.limits(limits -> limits.dailyLossHalt(Rate.parse("0.06"))
                                .weeklyLossHalt(Rate.parse("0.05"))
                                .monthlyLossHalt(Rate.parse("0.04")))))
                .containsExactly(
                        new Denial.LossAboveLimit(LossPeriod.WEEKLY, Rate.parse("0.05"), Rate.parse("0.05")),
                        new Denial.LossAboveLimit(LossPeriod.MONTHLY, Rate.parse("0.04"), Rate.parse("0.05")));
    }

    @Test
    void a_halt_stops_everything_within_its_reach() {
        HaltRequest halt = new HaltRequest(HaltSeverity.FUND_HALT, FUND, null, "drill", new ActorId("ops"), NOW);
        World world = new World().holds(AAPL, 100).halted(halt);

        assertThat(denials(BUY_100, world)).containsExactly(new Denial.Halted(halt));
        assertThat(denials(order(Side.SELL, 10).build(), world)).containsExactly(new Denial.Halted(halt));
    }

    @Test
    void what_an_operator_flattens_passes_a_halt_if_it_only_closes() {
        HaltRequest halt = new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "drill", new ActorId("ops"), NOW);
        World world = new World().holds(AAPL, 100).halted(halt).flattened();

        assertThat(denials(order(Side.SELL, 100).build(), world)).isEmpty();
        assertThat(denials(BUY_100, world)).containsExactly(new Denial.Halted(halt));
        assertThat(denials(order(Side.SELL, 101).build(), world))
                .containsExactly(new Denial.SideDoesNotFit(Side.SELL, Quantity.of(101), Decimal.of(100)));
    }

    @Test
    void what_gets_out_may_lean_to_one_side_and_go_at_any_pace() {
        // 100,000 long and 100,000 short of a million; whichever goes first, the other is left meanwhile.
        World world = new World()
                .limits(limits -> limits.maxNetExposure(Rate.parse("0.05"))
                        .maxOrdersPerSecond(1)
                        .maxStrategyOrdersPerSecond(1))
                .holds(AAPL, 1_000)
                .holds(MSFT, -500)
                .sent(1, 0, NOW);
        Order exit = order(Side.SELL, 1_000).build();

        assertThat(denials(exit, world))
                .hasExactlyElementsOfTypes(
                        Denial.OrderRateAboveLimit.class,
                        Denial.StrategyOrderRateAboveLimit.class,
                        Denial.NetAboveLimit.class);
        assertThat(denials(exit, world.flattened())).isEmpty();
        assertThat(denials(order(Side.BUY, 1).build(), world)).hasSize(2);
    }

    @Test
    void selling_short_needs_permission_a_cheap_loan_and_a_locate() {
        Order sell = order(Side.SHORT, 10).build();
        Borrow dear = new Borrow(Rate.ofBps(201), true, null);
        Borrow cheap = new Borrow(Rate.ofBps(200), false, null);

        assertThat(denials(sell, new World().limits(limits -> limits.enableShorting(false))))
                .containsExactly(new Denial.ShortingDisabled());
        assertThat(denials(sell, new World().lends(AAPL, dear)))
                .containsExactly(new Denial.BorrowFeeAboveLimit(Rate.ofBps(200), Rate.ofBps(201)));
        assertThat(denials(sell, new World().lends(AAPL, dear).limits(limits -> limits.maxShortFee(Rate.ofBps(300)))))
                .isEmpty();
        assertThat(denials(sell, new World().lends(AAPL, cheap))).isEmpty();
        assertThat(denials(sell, new World().lends(AAPL, cheap).limits(limits -> limits.requireBorrowLocate(true))))
                .containsExactly(new Denial.NotLocated(AAPL));
        assertThat(denials(sell, new World().limits(limits -> limits.requireBorrowLocate(true))))
                .containsExactly(new Denial.NotLocated(AAPL));
    }

    @Test
    void a_locate_holds_until_the_lender_says() {
        Order sell = order(Side.SHORT, 10).build();
        World strict = new World().limits(limits -> limits.requireBorrowLocate(true));

        assertThat(denials(sell, strict.lends(AAPL, new Borrow(Rate.ZERO, true, World.NOW.plusNanos(1)))))
                .isEmpty();
        assertThat(denials(sell, strict.lends(AAPL, new Borrow(Rate.ZERO, true, World.NOW))))
                .containsExactly(new Denial.NotLocated(AAPL));
        assertThatThrownBy(() -> new Borrow(Rate.ZERO, false, World.NOW))
                .hasMessage("until must only be told of what is located, was " + World.NOW);
    }

    @Test
    void the_chief_risk_officer_is_heard_only_where_asked_and_only_when_sure() {
        CroAnswer sure = new CroAnswer(true, Rate.parse("0.85"), "earnings tonight");
        CroAnswer unsure = new CroAnswer(true, Rate.parse("0.84"), "a feeling");
        CroAnswer content = new CroAnswer(false, Rate.ONE, "fine");

        assertThat(denials(BUY_100, new World().answers("o-1", sure))).isEmpty();
        assertThat(denials(BUY_100, asking().answers("o-1", sure)))
                .containsExactly(new Denial.Vetoed("earnings tonight", Rate.parse("0.85")));
        assertThat(denials(BUY_100, asking().answers("o-1", unsure))).isEmpty();
        assertThat(denials(BUY_100, asking().answers("o-1", content))).isEmpty();
        assertThat(denials(
                        BUY_100,
                        new World()
                                .answers("o-1", unsure)
                                .limits(limits -> limits.croVetoEnabled(true).croVetoConfidence(Rate.parse("0.5")))))
                .hasSize(1);
    }

    @Test
    void silence_of_the_chief_risk_officer_denies_unless_told_otherwise() {
        assertThat(denials(BUY_100, asking())).containsExactly(new Denial.VetoUnavailable("no answer within PT5S"));
        assertThat(denials(
                        BUY_100,
                        new World().limits(limits -> limits.croVetoEnabled(true).croVetoFailsOpen(true))))
                .isEmpty();
    }

    @Test
    void a_gate_that_throws_is_a_denial() {
        GateCheck broken = new GateCheck() {
            @Override
            public Gate gate() {
                return Gate.STATIC;
            }

            @Override
            public List<Denial> check(Order order, RiskView view, Instant at) {
                throw new IllegalStateException("no limits loaded");
            }
        };

        Review review =
                new RiskEngine(Mode.FAIL_FAST, List.of(broken), null, () -> 0).review(BUY_100, new World(), NOW);

        assertThat(review.decision())
                .isEqualTo(new RiskDecision.Denied(
                        new OrderId("o-1"),
                        NOW,
                        7,
                        List.of(new Denial.GateFailed(
                                Gate.STATIC, "java.lang.IllegalStateException: no limits loaded"))));
    }

    @Test
    void fails_fast_or_reports_all_as_asked() {
        Order bad = order(Side.SHORT, 1_000).build();
        World world = new World()
                .holds(AAPL, 10)
                .limits(limits -> limits.enableShorting(false).maxOrderQuantity(Quantity.of(1)));

        Review fast = new RiskEngine(Mode.FAIL_FAST).review(bad, world, NOW);
        Review all = new RiskEngine(Mode.REPORT_ALL).review(bad, world, NOW);

        assertThat(((RiskDecision.Denied) fast.decision()).denials())
                .extracting(Denial::gate)
                .containsExactly(Gate.SCHEMA);
        assertThat(((RiskDecision.Denied) all.decision()).denials())
                .extracting(Denial::gate)
                .containsExactly(Gate.SCHEMA, Gate.STATIC, Gate.SHORT_SIDE);
    }

    @Test
    void every_denial_names_the_gate_that_gave_it() {
        ForAll.cases(random -> {
            World world = new World()
                    .holds(AAPL, random.nextLong(-2_000, 2_000))
                    .holds(SAP, random.nextLong(-2_000, 2_000))
                    .lost(LossPeriod.DAILY, "0.0" + random.nextInt(1, 9))
                    .limits(limits -> limits.maxPosition(Rate.parse("0.1"))
                            .maxOrderNotional(Money.parse("150000 USD"))
                            .enableShorting(random.nextBoolean()));
            Order order = order(ForAll.oneOf(random, Side.values()), random.nextLong(1, 3_000))
                    .build();
            for (GateCheck gate : Gates.inOrder()) {
                assertThat(gate.check(order, world, NOW)).allMatch(denial -> denial.gate() == gate.gate());
            }
        });
    }

    @Test
    void tighter_limits_never_turn_a_denial_into_an_approval() {
        ForAll.cases(random -> {
            Rate loose = Rate.parse("0." + random.nextInt(10, 99));
            Rate tight = new Rate(loose.value().times(Decimal.parse("0.9")));
            Order order = order(ForAll.oneOf(random, Side.values()), random.nextLong(1, 9_000))
                    .build();
            long held = random.nextLong(-9_000, 9_000);
            World world = new World().holds(AAPL, held).open("o-2", MSFT, Side.BUY, random.nextLong(1, 1_000));

            boolean stoppedByLoose = !denials(
                            order,
                            world.limits(limits -> limits.maxPosition(loose).maxGrossExposure(loose)))
                    .isEmpty();
            boolean stoppedByTight = !denials(
                            order,
                            world.limits(limits -> limits.maxPosition(tight).maxGrossExposure(tight)))
                    .isEmpty();

            assertThat(stoppedByTight || !stoppedByLoose).isTrue();
        });
    }

    @Test
    void an_approval_outlives_a_restart_but_is_not_given_twice() {
        RiskEngine engine = new RiskEngine(Mode.FAIL_FAST);
        OrderState created = OrderState.created(BUY_100);
        OrderState approved = created.apply(new OrderEvent.RiskApproved(BUY_100.orderId(), NOW));

        assertThat(engine.approvedBefore(approved).order()).isEqualTo(BUY_100);
        assertThatThrownBy(() -> engine.approvedBefore(created))
                .hasMessage("order o-1 must have been approved, was CREATED");
    }

    private static World asking() {
        return new World().limits(limits -> limits.croVetoEnabled(true));
    }

    private static List<Denial> denials(Order order, RiskView view) {
        Review review = new RiskEngine(Mode.REPORT_ALL).review(order, view, NOW);
        return review.decision() instanceof RiskDecision.Denied denied ? denied.denials() : List.of();
    }
}
