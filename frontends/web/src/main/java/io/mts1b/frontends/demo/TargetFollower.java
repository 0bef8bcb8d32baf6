package io.mts1b.frontends.demo;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.time.Session;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.portfolio.rebalancing.PlannedTrade;
import io.mts1b.portfolio.rebalancing.Rebalance;
import io.mts1b.portfolio.sizing.SizedTarget;
import io.mts1b.portfolio.sizing.TargetSizer;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Month end: weights become positions, and their difference to what is held becomes orders. */
final class TargetFollower {

    private static final Rate POSITION_LIMIT = Rate.parse("0.30");
    private static final Rate GROSS_LIMIT = new Rate(Decimal.of(2));

    private final RunPlan plan;
    private final Universe universe;
    private final Oms oms;

    TargetFollower(RunPlan plan, Universe universe, Oms oms) {
        this.plan = plan;
        this.universe = universe;
        this.oms = oms;
    }

    void follow(List<TargetWeight> targets, Session session) {
        OmsState state = oms.state();
        boolean told = state.targets(Trading.FUND)
                .filter(set -> set.at().equals(session.close()))
                .isPresent();
        if (!told) {
            oms.accept(new OmsEvent.TargetsSet(Trading.FUND, Trading.STRATEGY, session.close(), targets));
        }
        Money nav = state.nav(Trading.FUND);
        boolean limited = state.envelope(Trading.FUND)
                .filter(envelope -> envelope.createdAt().equals(session.close()))
                .isPresent();
        if (!limited) {
            oms.accept(new OmsEvent.EnvelopeSet(envelope(nav, session), new ActorId(Trading.STRATEGY.value())));
        }
        oms.submit(orders(targets, nav, session));
    }

    /** The limits of the month, as shares of what the fund is worth at its start. */
    private RiskEnvelope envelope(Money nav, Session session) {
        int version =
                oms.state().envelope(Trading.FUND).map(RiskEnvelope::version).orElse(0) + 1;
        return RiskEnvelope.builder(nav)
                .envelopeId(new EnvelopeId(Trading.FUND.value()))
                .fund(Trading.FUND)
                .version(version)
                .createdAt(session.close())
                .notes("shares of the value at the month's start")
                .maxPosition(positionLimit())
                .maxGrossExposure(GROSS_LIMIT)
                .maxNetExposure(GROSS_LIMIT)
                .maxSector(GROSS_LIMIT)
                .maxAssetClass(GROSS_LIMIT)
                .maxCountry(GROSS_LIMIT)
                .maxOrderNotional(nav)
                .addAllowedBrokers(Trading.BROKER)
                // The demo follows its strategy and nothing else, as the backtest beside it does.
                .enableSyntheticStop(false)
                .build();
    }

    /** A universe of a few cannot be spread over many. */
    private Rate positionLimit() {
        Decimal fewest = Decimal.of(4)
                .dividedBy(Decimal.of(universe.instruments().size()), 2, RoundingMode.UP)
                .min(Decimal.ONE);
        return new Rate(POSITION_LIMIT.value().max(fewest));
    }

    private List<Order> orders(List<TargetWeight> targets, Money nav, Session session) {
        OmsState state = oms.state();
        MarketSnapshot market = state.market().orElseThrow();
        TargetSizer sizer = new TargetSizer(nav, market, state::instrument);
        SortedMap<InstrumentId, Decimal> held = state.positions(Trading.FUND);
        SortedMap<InstrumentId, Decimal> wanted = new TreeMap<>();
        held.keySet().forEach(instrument -> wanted.put(instrument, Decimal.ZERO));
        for (TargetWeight target : targets) {
            switch (sizer.size(target)) {
                case SizedTarget.Sized sized ->
                    wanted.put(target.instrument(), sized.position().quantity());
                // What cannot be sized is left as it is.
                case SizedTarget.Refused _ -> wanted.remove(target.instrument());
            }
        }
        List<Order> orders = new ArrayList<>();
        for (PlannedTrade trade : Rebalance.plan(held, wanted)) {
            orders.add(order(trade, session));
        }
        return orders;
    }

    /** Identities follow from what the order is, so that a run that is resumed makes the same ones. */
    private Order order(PlannedTrade trade, Session session) {
        List<InstrumentId> all = List.copyOf(universe.instruments().keySet());
        boolean atClose = universe.closesOnly().contains(trade.instrument());
        return Order.builder()
                .orderId(new OrderId(session.date() + "-" + all.indexOf(trade.instrument()) + "-" + trade.side()))
                .idempotencyKey(new IdempotencyKey(Trading.STRATEGY + "-1-" + session.date() + "-"
                        + trade.instrument().symbol() + "-" + trade.side()))
                .fund(Trading.FUND)
                .strategy(Trading.STRATEGY)
                .instrument(trade.instrument())
                .side(trade.side())
                .quantity(trade.quantity())
                .type(new OrderType.Market())
                .timeInForce(atClose ? TimeInForce.DAY : TimeInForce.OPG)
                .broker(Trading.BROKER)
                .actor(new ActorId(Trading.STRATEGY.value()))
                .thesis("month-end rebalance of " + session.date() + " on " + plan.calendar())
                .createdAt(session.close())
                .build();
    }
}
