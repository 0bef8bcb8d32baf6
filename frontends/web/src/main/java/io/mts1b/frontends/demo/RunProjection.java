package io.mts1b.frontends.demo;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.time.Session;
import io.mts1b.oms.Holding;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.reportslibrary.run.DecisionRow;
import io.mts1b.reportslibrary.run.EquityRow;
import io.mts1b.reportslibrary.run.RunInfo;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.TradeRow;
import io.mts1b.reportslibrary.run.WeightRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads the results of a run out of its events: the log again, seen as tables. */
final class RunProjection {

    private final OmsState state = new OmsState();
    private final NavigableMap<Instant, LocalDate> sessionsByOpen = new TreeMap<>();
    private final List<EquityRow> equity = new ArrayList<>();
    private final List<WeightRow> weights = new ArrayList<>();
    private final List<TradeRow> trades = new ArrayList<>();
    private final List<DecisionRow> decisions = new ArrayList<>();
    private boolean traded;

    RunProjection(List<Session> sessions) {
        sessions.forEach(session -> sessionsByOpen.put(session.open(), session.date()));
    }

    /** Takes the next event of the log. */
    void take(OmsEvent event) {
        switch (event) {
            case OmsEvent.OrderDecided decided -> {
                state.apply(event);
                decide(decided.decision());
            }
            case OmsEvent.OrderChanged(OrderEvent.Filled filled) -> trade(event, filled.fill());
            case OmsEvent.NavMarked marked -> {
                state.apply(event);
                value(marked.nav());
            }
            case OmsEvent.OrderChanged _,
                    OmsEvent.FundOpened _,
                    OmsEvent.InstrumentListed _,
                    OmsEvent.EnvelopeSet _,
                    OmsEvent.TargetsSet _,
                    OmsEvent.OrderReceived _,
                    OmsEvent.VetoAnswered _,
                    OmsEvent.MarketMarked _,
                    OmsEvent.HaltSet _,
                    OmsEvent.HaltLifted _,
                    OmsEvent.LineChanged _,
                    OmsEvent.DifferenceFound _,
                    OmsEvent.DifferenceEnded _,
                    OmsEvent.OperationChanged _,
                    OmsEvent.ParentChanged _,
                    OmsEvent.CorporateActionApplied _,
                    OmsEvent.DividendPaid _,
                    OmsEvent.BorrowSet _,
                    OmsEvent.OperatorRuled _ -> state.apply(event);
        }
    }

    RunResults results(RunInfo info) {
        return new RunResults(info, equity, weights, trades, decisions, state.hash());
    }

    private void decide(RiskDecision decision) {
        Order order = state.order(decision.orderId()).orElseThrow().order();
        decisions.add(DecisionRow.of(session(decision.at()), order, decision));
    }

    private void trade(OmsEvent event, Fill fill) {
        Decimal filledBefore =
                state.order(fill.orderId()).orElseThrow().filled().value();
        Money realizedBefore = realized(fill.instrument());
        state.apply(event);
        // A fill that was told twice changed nothing the second time.
        if (!state.order(fill.orderId()).orElseThrow().filled().value().equals(filledBefore)) {
            traded = true;
            trades.add(TradeRow.of(
                    session(fill.at()),
                    fill,
                    state.instrument(fill.instrument()).orElseThrow().terms(),
                    realized(fill.instrument()).minus(realizedBefore).amount()));
        }
    }

    private Money realized(InstrumentId instrument) {
        Holding holding = state.holdings(Trading.FUND).get(instrument);
        return holding == null ? Money.zero(state.cash(Trading.FUND).currency()) : holding.realized();
    }

    private void value(NavSnapshot nav) {
        equity.add(new EquityRow(
                nav.asOf(),
                nav.nav().amount(),
                nav.cash().amount(),
                nav.positionsValue().amount()));
        if (traded) {
            traded = false;
            state.positions(Trading.FUND).forEach((instrument, quantity) -> {
                Price price = state.lastPrice(instrument).orElseThrow();
                Money value = state.instrument(instrument).orElseThrow().terms().value(price, quantity);
                weights.add(new WeightRow(
                        nav.asOf(),
                        instrument,
                        value.amount().toReal() / nav.nav().amount().toReal()));
            });
        }
    }

    private LocalDate session(Instant at) {
        return sessionsByOpen.floorEntry(at).getValue();
    }
}
