package io.mts1b.riskengine.gates;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the order is about is allowed to the fund, and it is not too large for one order. */
final class StaticGate implements GateCheck {

    @Override
    public Gate gate() {
        return Gate.STATIC;
    }

    @Override
    public List<Denial> check(Order order, RiskView view, Instant at) {
        Optional<RiskEnvelope> limits = view.envelope(order.fund());
        if (limits.isEmpty()) {
            return List.of(new Denial.NoEnvelope());
        }
        RiskEnvelope envelope = limits.get();
        List<Denial> denials = new ArrayList<>(fund(order, view));
        if (!envelope.allowedBrokers().isEmpty() && !envelope.allowedBrokers().contains(order.broker())) {
            denials.add(new Denial.BrokerNotAllowed(order.broker()));
        }
        if (!envelope.allowedOrderTypes().contains(order.type().kind())) {
            denials.add(new Denial.OrderTypeNotAllowed(order.type().kind()));
        }
        if (envelope.maxOrderQuantity() != null && order.quantity().compareTo(envelope.maxOrderQuantity()) > 0) {
            denials.add(new Denial.OrderQuantityAboveLimit(envelope.maxOrderQuantity(), order.quantity()));
        }
        view.instrument(order.instrument())
                .ifPresent(instrument -> denials.addAll(instrument(order, instrument, envelope, view)));
        return denials;
    }

    private static List<Denial> fund(Order order, RiskView view) {
        Optional<FundConfig> fund = view.fund(order.fund());
        List<Denial> denials = new ArrayList<>();
        if (fund.isEmpty() || !fund.get().active()) {
            denials.add(new Denial.FundInactive());
        }
        if (fund.isPresent() && !fund.get().strategies().contains(order.strategy())) {
            denials.add(new Denial.StrategyNotAllowed(order.strategy()));
        }
        return denials;
    }

    private static List<Denial> instrument(Order order, Instrument instrument, RiskEnvelope envelope, RiskView view) {
        List<Denial> denials = new ArrayList<>();
        AssetClass assetClass = instrument.assetClass();
        boolean inFund = view.fund(order.fund())
                .map(fund -> fund.assetClasses().contains(assetClass))
                .orElse(false);
        if (!inFund || !envelope.allowedAssetClasses().contains(assetClass)) {
            denials.add(new Denial.AssetClassNotAllowed(assetClass));
        }
        if (!instrument.terms().currency().equals(envelope.nav().currency())) {
            denials.add(new Denial.OtherCurrency(
                    envelope.nav().currency(), instrument.terms().currency()));
            return denials;
        }
        notional(order, instrument, view)
                .filter(notional -> notional.compareTo(envelope.maxOrderNotional()) > 0)
                .ifPresent(notional ->
                        denials.add(new Denial.OrderNotionalAboveLimit(envelope.maxOrderNotional(), notional)));
        return denials;
    }

    /** The order at the price it names, else at the last one; without any price the position gate objects. */
    private static Optional<Money> notional(Order order, Instrument instrument, RiskView view) {
        Optional<Price> price =
                order.type().limitPrice().or(order.type()::stopPrice).or(() -> view.lastPrice(order.instrument()));
        return price.map(
                at -> instrument.terms().value(at, order.quantity().value()).abs());
    }
}
