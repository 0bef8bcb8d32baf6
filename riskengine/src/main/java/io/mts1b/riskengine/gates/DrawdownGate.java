package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Nobody has stopped the trading, and the fund has not lost too much to add exposure.
 *
 * <p>A halt stops every order; only whoever lifts it decides what comes next, and only what an operator orders to be
 * flattened, or what has passed its stop, is closed meanwhile. A loss stops orders that open or add, and lets those pass that close.
 */
final class DrawdownGate implements GateCheck {

    private static final List<LossPeriod> PERIODS = List.of(LossPeriod.values());

    @Override
    public Gate gate() {
        return Gate.DRAWDOWN;
    }

    @Override
    public List<Denial> check(Order order, RiskView view, Instant at) {
        List<Denial> denials = List.of();
        List<HaltRequest> halts = view.halts();
        for (int i = 0; i < halts.size(); i++) {
            if (halts.get(i).covers(order) && !Gates.isExit(order, view)) {
                denials = Gates.and(denials, new Denial.Halted(halts.get(i)));
            }
        }
        if (order.side().opens() && view.isStopped(order.fund(), order.instrument())) {
            denials = Gates.and(denials, new Denial.StopPassed(order.instrument()));
        }
        Optional<RiskEnvelope> envelope = view.envelope(order.fund());
        if (order.side().opens() && envelope.isPresent()) {
            for (int i = 0; i < PERIODS.size(); i++) {
                LossPeriod period = PERIODS.get(i);
                Rate limit = limit(envelope.get(), period);
                Optional<Rate> loss = view.loss(order.fund(), period);
                if (loss.isPresent() && loss.get().compareTo(limit) >= 0) {
                    denials = Gates.and(denials, new Denial.LossAboveLimit(period, limit, loss.get()));
                }
            }
        }
        return denials;
    }

    private static Rate limit(RiskEnvelope envelope, LossPeriod period) {
        return switch (period) {
            case DAILY -> envelope.dailyLossHalt();
            case WEEKLY -> envelope.weeklyLossHalt();
            case MONTHLY -> envelope.monthlyLossHalt();
        };
    }
}
