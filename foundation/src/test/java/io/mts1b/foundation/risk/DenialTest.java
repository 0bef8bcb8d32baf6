package io.mts1b.foundation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Orders;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DenialTest {

    private static final Instant AT = Instant.EPOCH;
    private static final ActorId OPERATOR = new ActorId("ops");
    private static final FundId ALPHA = new FundId("alpha");
    private static final Order ORDER = Orders.order().build();

    @Test
    void names_itself_for_other_programs() {
        Denial denial =
                new Denial.PositionAboveLimit(InstrumentId.parse("AAPL.XNAS"), Rate.parse("0.05"), Rate.parse("0.061"));

        assertThat(denial.code()).isEqualTo("POSITION_ABOVE_LIMIT");
        assertThat(denial.gate()).isEqualTo(Gate.POSITION);
        assertThat(new Denial.GateFailed(Gate.STATIC, "no limits").gate()).isEqualTo(Gate.STATIC);
    }

    @Test
    void a_decision_is_denied_by_the_first_gate_that_objects() {
        RiskDecision.Denied denied = new RiskDecision.Denied(
                new OrderId("o"), AT, 3, List.of(new Denial.FundInactive(), new Denial.ShortingDisabled()));

        assertThat(denied.rejectingGate()).isEqualTo(Gate.STATIC);
        assertThatThrownBy(() -> new RiskDecision.Denied(new OrderId("o"), AT, 3, List.of()))
                .hasMessage("denials must not be empty");
    }

    @Test
    void a_halt_reaches_as_far_as_its_severity() {
        StrategyId momentum = new StrategyId("momentum");

        assertThat(halt(HaltSeverity.FIRM_HALT, null, null).covers(ORDER)).isTrue();
        assertThat(halt(HaltSeverity.FUND_HALT, ALPHA, null).covers(ORDER)).isTrue();
        assertThat(halt(HaltSeverity.FUND_HALT, new FundId("beta"), null).covers(ORDER))
                .isFalse();
        assertThat(halt(HaltSeverity.STRATEGY_HALT, ALPHA, momentum).covers(ORDER))
                .isTrue();
        assertThat(halt(HaltSeverity.STRATEGY_HALT, ALPHA, new StrategyId("carry"))
                        .covers(ORDER))
                .isFalse();
        assertThat(halt(HaltSeverity.STRATEGY_HALT, new FundId("beta"), momentum)
                        .covers(ORDER))
                .isFalse();
    }

    @Test
    void refuses_a_halt_without_its_target_or_its_reason() {
        assertThatThrownBy(() -> halt(HaltSeverity.FUND_HALT, null, null)).hasMessageStartingWith("fund must be given");
        assertThatThrownBy(() -> halt(HaltSeverity.FIRM_HALT, ALPHA, null))
                .hasMessageStartingWith("fund must be given");
        assertThatThrownBy(() -> halt(HaltSeverity.STRATEGY_HALT, ALPHA, null))
                .hasMessageStartingWith("strategy must be given");
        assertThatThrownBy(() -> new HaltRequest(HaltSeverity.FIRM_HALT, null, null, " ", OPERATOR, AT))
                .hasMessage("reason must not be blank");
    }

    @Test
    void only_an_approver_approves() {
        Approver risk = new Approver() {};

        assertThat(risk.approve(ORDER).order()).isEqualTo(ORDER);
        assertThat(ApprovedOrder.class.getConstructors()).isEmpty();
    }

    private static HaltRequest halt(HaltSeverity severity, @Nullable FundId fund, @Nullable StrategyId strategy) {
        return new HaltRequest(severity, fund, strategy, "drill", OPERATOR, AT);
    }
}
