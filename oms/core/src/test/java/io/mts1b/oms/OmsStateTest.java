package io.mts1b.oms;

import static io.mts1b.oms.Desk.AAPL;
import static io.mts1b.oms.Desk.FUND;
import static io.mts1b.oms.Desk.FUTURE;
import static io.mts1b.oms.Desk.NOW;
import static io.mts1b.oms.Desk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderTransitionException;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.riskengine.RiskEngine;
import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OmsStateTest {

    private final OmsState state = new OmsState();

    OmsStateTest() {
        Desk.setUp().forEach(state::apply);
    }

    @Test
    void cash_and_position_move_with_fills() {
        Order buy = sent(Desk.order("o-1", Side.BUY, 100).build());
        filled(buy, "f-1", 60, "100.10");
        filled(buy, "f-2", 40, "100.20");

        // 60 at 100.10 and 40 at 100.20 cost 10,014, and two fills cost two dollars.
        assertThat(state.cash(FUND)).isEqualTo(Money.parse("989984 USD"));
        assertThat(state.positions(FUND)).containsExactly(Map.entry(AAPL, Decimal.of(100)));
        assertThat(state.nav(FUND)).isEqualTo(Money.parse("999984 USD"));
        assertThat(shares().fees()).isEqualTo(Balances.parse("2 USD"));
        assertThat(state.order(buy.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(state.openOrders(FUND)).isEmpty();
    }

    @Test
    void covering_a_short_below_its_price_is_a_gain() {
        filled(sent(Desk.order("o-1", Side.SHORT, 100).build()), "f-1", 100, "100");
        assertThat(state.nav(FUND)).isEqualTo(Money.parse("999999 USD"));
        assertThat(state.positions(FUND).get(AAPL)).isEqualTo(Decimal.of(-100));

        filled(sent(Desk.order("o-2", Side.COVER, 100).build()), "f-2", 100, "90");

        assertThat(shares().realized()).isEqualTo(Money.parse("1000 USD"));
        assertThat(state.cash(FUND)).isEqualTo(Money.parse("1000998 USD"));
        assertThat(state.positions(FUND)).isEmpty();
    }

    @Test
    void a_future_moves_no_cash_but_its_gains() {
        Order buy = sent(Desk.order("o-1", Side.BUY, 2).instrument(FUTURE).build());
        filled(buy, "f-1", 2, "4990");

        // Two contracts of 50 are ten points in the money at 5,000.
        assertThat(state.cash(FUND)).isEqualTo(Money.parse("999999 USD"));
        assertThat(state.positionsValue(FUND)).isEqualTo(Money.parse("1000 USD"));

        filled(sent(Desk.order("o-2", Side.SELL, 2).instrument(FUTURE).build()), "f-2", 2, "5010");

        assertThat(state.cash(FUND)).isEqualTo(Money.parse("1001998 USD"));
        assertThat(state.positionsValue(FUND)).isEqualTo(Money.zero(Currency.USD));
    }

    @Test
    void a_fill_told_twice_counts_once() {
        Order buy = sent(Desk.order("o-1", Side.BUY, 100).build());
        filled(buy, "f-1", 60, "100");
        String before = state.hash();

        filled(buy, "f-1", 60, "100");

        assertThat(state.hash()).isEqualTo(before);
    }

    @Test
    void a_busted_fill_never_was() {
        Order buy = sent(Desk.order("o-1", Side.BUY, 100).build());
        filled(buy, "f-1", 100, "100");
        Order sell = sent(Desk.order("o-2", Side.SELL, 40).build());
        Fill bad = filled(sell, "f-2", 40, "1");

        state.apply(new OmsEvent.OrderChanged(new OrderEvent.FillBusted(bad, NOW)));

        assertThat(state.cash(FUND)).isEqualTo(Money.parse("989999 USD"));
        assertThat(state.positions(FUND).get(AAPL)).isEqualTo(Decimal.of(100));
        assertThat(shares().realized()).isEqualTo(Money.zero(Currency.USD));
        assertThatThrownBy(() -> state.apply(new OmsEvent.OrderChanged(new OrderEvent.FillBusted(bad, NOW))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void losses_are_measured_from_the_last_value_before_the_day_week_and_month() {
        LocalDate friday = LocalDate.of(2024, 5, 3);
        marked(LocalDate.of(2024, 4, 30), "1250000");
        marked(friday.minusDays(1), "1100000");
        marked(friday, "1010000");
        marked(TODAY, "990000");
        state.apply(Desk.marked(TODAY, "100", "5000"));

        // The fund is worth its million of cash; the sixth of May is a Monday.
        assertThat(state.loss(FUND, LossPeriod.DAILY)).contains(Rate.parse("0.009900991"));
        assertThat(state.loss(FUND, LossPeriod.WEEKLY)).contains(Rate.parse("0.009900991"));
        assertThat(state.loss(FUND, LossPeriod.MONTHLY)).contains(Rate.parse("0.2"));

        state.apply(Desk.marked(TODAY.plusDays(1), "100", "5000"));
        assertThat(state.loss(FUND, LossPeriod.DAILY)).contains(Rate.parse("-0.010101011"));
        assertThat(state.loss(FUND, LossPeriod.WEEKLY)).contains(Rate.parse("0.009900991"));
    }

    @Test
    void losses_are_not_known_before_the_first_value() {
        assertThat(state.loss(FUND, LossPeriod.DAILY)).isEmpty();
    }

    @Test
    void refuses_what_was_never_introduced_and_changes_nothing() {
        Order unknown = Desk.order("o-9", Side.BUY, 1).build();
        Order buy = sent(Desk.order("o-1", Side.BUY, 100).build());
        Order other = Desk.order("o-1", Side.SELL, 100).build();
        String before = state.hash();

        refuses(changed(Desk.fill(unknown, "f-1", 1, "1")), "order o-9 must have been received");
        refuses(new OmsEvent.OrderReceived(buy), "order o-1 must be received once");
        refuses(Desk.setUp().getFirst(), "fund alpha must be opened once");
        refuses(changed(Desk.fill(other, "f-1", 1, "1")), "fill must be BUY, was SELL");
        refuses(
                new OmsEvent.OrderReceived(
                        Desk.order("o-2", Side.BUY, 1).fund(new FundId("beta")).build()),
                "fund beta must be open");
        assertThatThrownBy(() ->
                        state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(new OrderId("o-1"), NOW, 1))))
                .isInstanceOf(OrderTransitionException.class);
        assertThat(state.hash()).isEqualTo(before);
    }

    @Test
    void to_ask_changes_nothing() {
        String before = state.hash();
        BrokerId stranger = new BrokerId("stranger");

        assertThat(state.venues().line(stranger)).isEmpty();
        assertThat(state.venues().differences(stranger)).isEmpty();
        assertThat(state.venues().positions(stranger)).isEmpty();
        assertThat(state.venues().isDisowned(stranger, "position AAPL.XNAS")).isFalse();
        assertThat(state.venues().lastFill(stranger)).isEmpty();
        assertThat(state.hash()).isEqualTo(before);
    }

    @Test
    void keeps_halts() {
        HaltRequest halt = new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "drill", new ActorId("ops"), NOW);
        state.apply(new OmsEvent.HaltSet(halt));

        assertThat(state.halts()).containsExactly(halt);
    }

    @Test
    void limits_are_not_loosened_during_a_halt_and_versions_rise() {
        HaltRequest halt = new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "drill", new ActorId("ops"), NOW);
        state.apply(new OmsEvent.HaltSet(halt));

        refuses(limits(2, "0.6"), "limits must not be loosened during a halt (drill), would be: maxPosition");
        state.apply(limits(2, "0.4"));
        refuses(limits(2, "0.3"), "version must be above 2, was 2");

        state.apply(new OmsEvent.HaltLifted(halt, new ActorId("anna"), new ActorId("ben"), NOW));
        state.apply(limits(3, "0.6"));
        assertThat(state.envelope(FUND).orElseThrow().maxPosition()).isEqualTo(Rate.parse("0.6"));
    }

    private OmsEvent limits(int version, String maxPosition) {
        RiskEnvelope now = state.envelope(FUND).orElseThrow();
        return new OmsEvent.EnvelopeSet(
                RiskEnvelope.builder(now.nav())
                        .envelopeId(now.envelopeId())
                        .fund(FUND)
                        .maxPosition(Rate.parse(maxPosition))
                        .maxSector(now.maxSector())
                        .maxOrderNotional(now.maxOrderNotional())
                        .allowedAssetClasses(now.allowedAssetClasses())
                        .enableShorting(true)
                        .createdAt(NOW)
                        .version(version)
                        .notes("review")
                        .build(),
                new ActorId("ops"));
    }

    @Test
    void the_flow_of_orders_is_counted() {
        Order first = sent(Desk.order("o-1", Side.BUY, 100).build());
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.CancelRequested(first.orderId(), NOW)));
        RiskEnvelope now = state.envelope(FUND).orElseThrow();
        state.apply(new OmsEvent.EnvelopeSet(
                RiskEnvelope.builder(now.nav())
                        .envelopeId(now.envelopeId())
                        .fund(FUND)
                        .maxPosition(now.maxPosition())
                        .maxOrderNotional(now.maxOrderNotional())
                        .maxOrdersPerSecond(1)
                        .maxOpenOrders(1)
                        .maxPriceAge(Duration.ofSeconds(10))
                        .createdAt(NOW)
                        .version(2)
                        .notes("slower")
                        .build(),
                new ActorId("ops")));
        Order next = Desk.order("o-2", Side.BUY, 100).build();
        RiskEngine engine = new RiskEngine(RiskEngine.Mode.REPORT_ALL);

        assertThat(engine.check(next, state, NOW))
                .containsExactly(new Denial.OrderRateAboveLimit(1, 2), new Denial.OpenOrdersAboveLimit(1, 2));
        assertThat(engine.check(next, state, NOW.plusSeconds(11)))
                .containsExactly(
                        new Denial.PriceTooOld(AAPL, Duration.ofSeconds(10), Duration.ofSeconds(11)),
                        new Denial.OpenOrdersAboveLimit(1, 2));
    }

    @Test
    void cash_plus_positions_is_what_came_in_less_fees_plus_gains() {
        ForAll.cases(200, random -> {
            OmsState any = new OmsState();
            Desk.setUp().forEach(any::apply);
            List<Fill> fills = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Decimal held = any.positions(FUND).getOrDefault(AAPL, Decimal.ZERO);
                boolean buys = random.nextBoolean();
                Side side = buys ? Side.toBuy(held) : Side.toSell(held);
                long quantity = side.opens()
                        ? random.nextLong(1, 50)
                        : random.nextLong(1, Math.max(2, held.abs().unscaled() + 1));
                Order order = Desk.order("o-" + i, side, quantity).build();
                send(any, order);
                Fill fill = Desk.fill(order, "f-" + i, quantity, random.nextLong(50, 150) + ".25");
                any.apply(changed(fill));
                fills.add(fill);
                if (random.nextInt(8) == 0) {
                    Fill bust = fills.remove(random.nextInt(fills.size()));
                    any.apply(new OmsEvent.OrderChanged(new OrderEvent.FillBusted(bust, NOW)));
                }
            }
            Decimal cash = Decimal.of(1_000_000);
            Decimal held = Decimal.ZERO;
            for (Fill fill : fills) {
                cash = cash.minus(fill.price().value().times(fill.signedQuantity()))
                        .minus(fill.fee().amount());
                held = held.plus(fill.signedQuantity());
            }
            assertThat(any.cash(FUND).amount()).isEqualTo(cash);
            assertThat(any.positions(FUND).getOrDefault(AAPL, Decimal.ZERO)).isEqualTo(held);
        });
    }

    private Holding shares() {
        return Objects.requireNonNull(state.holdings(FUND).get(AAPL));
    }

    private void refuses(OmsEvent event, String message) {
        assertThatThrownBy(() -> state.apply(event)).hasMessage(message);
    }

    private void marked(LocalDate session, String nav) {
        Money value = Money.parse(nav + " USD");
        Money zero = Money.zero(Currency.USD);
        state.apply(new OmsEvent.NavMarked(new NavSnapshot(FUND, session, value, value, zero, zero, zero)));
    }

    private Order sent(Order order) {
        send(state, order);
        return order;
    }

    private Fill filled(Order order, String id, long quantity, String price) {
        Fill fill = Desk.fill(order, id, quantity, price);
        state.apply(changed(fill));
        return fill;
    }

    private static OmsEvent changed(Fill fill) {
        return new OmsEvent.OrderChanged(new OrderEvent.Filled(fill));
    }

    private static void send(OmsState state, Order order) {
        state.apply(new OmsEvent.OrderReceived(order));
        state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(order.orderId(), NOW, 1)));
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.Submitted(order.orderId(), NOW)));
    }
}
