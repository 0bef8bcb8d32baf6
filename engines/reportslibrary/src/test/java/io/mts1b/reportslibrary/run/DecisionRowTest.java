package io.mts1b.reportslibrary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.reportslibrary.TinyRun;
import io.mts1b.reportslibrary.run.DecisionRow.Objection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionRowTest {

    private static final Instant AT = Instant.parse("2024-01-31T21:00:00Z");
    private static final Order ORDER = Order.builder()
            .orderId(new OrderId("O-1"))
            .idempotencyKey(new IdempotencyKey("K-1"))
            .fund(new FundId("tiny"))
            .strategy(new StrategyId("by-hand"))
            .instrument(TinyRun.ACME)
            .side(Side.BUY)
            .quantity(Quantity.of(100))
            .type(new OrderType.Market())
            .timeInForce(TimeInForce.DAY)
            .broker(new BrokerId("paper"))
            .actor(new ActorId("test"))
            .createdAt(AT)
            .build();

    @Test
    void writes_down_an_approval() {
        DecisionRow row = DecisionRow.of(TinyRun.START, ORDER, new RiskDecision.Approved(ORDER.orderId(), AT, 1));

        assertThat(row)
                .isEqualTo(new DecisionRow(
                        TinyRun.START, AT, new OrderId("O-1"), TinyRun.ACME, Side.BUY, Quantity.of(100), List.of()));
        assertThat(row.approved()).isTrue();
        assertThat(row.stoppedBy()).isEmpty();
    }

    @Test
    void writes_down_every_denial_with_its_numbers() {
        RiskDecision denied = new RiskDecision.Denied(
                ORDER.orderId(),
                AT,
                1,
                List.of(
                        new Denial.OrderNotionalAboveLimit(Money.parse("1000 USD"), Money.parse("5000 USD")),
                        new Denial.PositionAboveLimit(TinyRun.ACME, Rate.parse("0.2"), Rate.parse("0.25")),
                        new Denial.ShortingDisabled()));

        DecisionRow row = DecisionRow.of(TinyRun.START, ORDER, denied);

        assertThat(row.approved()).isFalse();
        assertThat(row.stoppedBy()).contains(Gate.STATIC);
        assertThat(row.objections())
                .containsExactly(
                        new Objection(Gate.STATIC, "ORDER_NOTIONAL_ABOVE_LIMIT", "limit=1000 USD, actual=5000 USD"),
                        new Objection(
                                Gate.POSITION, "POSITION_ABOVE_LIMIT", "instrument=ACME.XNYS, limit=0.2, actual=0.25"),
                        new Objection(Gate.SHORT_SIDE, "SHORTING_DISABLED", ""));
    }

    @Test
    void refuses_a_decision_about_another_order() {
        RiskDecision other = new RiskDecision.Approved(new OrderId("O-2"), AT, 1);

        assertThatThrownBy(() -> DecisionRow.of(TinyRun.START, ORDER, other))
                .hasMessage("decision must be about O-1, was about O-2");
    }
}
