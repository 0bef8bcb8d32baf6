package io.mts1b.riskengine.gates;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the order is about is allowed to the fund, it is not too large for one order, and it behaves. */
final class StaticGate implements GateCheck {

    private static final int NOTIONAL_PLACES = 6;

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
        List<Denial> denials = fund(order, view);
        if (!envelope.allowedBrokers().isEmpty() && !envelope.allowedBrokers().contains(order.broker())) {
            denials = Gates.and(denials, new Denial.BrokerNotAllowed(order.broker()));
        }
        if (!envelope.allowedOrderTypes().contains(order.type().kind())) {
            denials = Gates.and(
                    denials, new Denial.OrderTypeNotAllowed(order.type().kind()));
        }
        if (envelope.maxOrderQuantity() != null && order.quantity().compareTo(envelope.maxOrderQuantity()) > 0) {
            denials = Gates.and(
                    denials, new Denial.OrderQuantityAboveLimit(envelope.maxOrderQuantity(), order.quantity()));
        }
        denials = Conduct.check(denials, order, envelope, view, at);
        Optional<Instrument> instrument = view.instrument(order.instrument());
        return instrument.isEmpty() ? denials : instrument(denials, order, instrument.get(), envelope, view);
    }

    private static List<Denial> fund(Order order, RiskView view) {
        Optional<FundConfig> fund = view.fund(order.fund());
        List<Denial> denials = List.of();
        if (fund.isEmpty() || !fund.get().active()) {
            denials = Gates.and(denials, new Denial.FundInactive());
        }
        if (fund.isPresent() && !fund.get().strategies().contains(order.strategy())) {
            denials = Gates.and(denials, new Denial.StrategyNotAllowed(order.strategy()));
        }
        return denials;
    }

    private static List<Denial> instrument(
            List<Denial> before, Order order, Instrument instrument, RiskEnvelope envelope, RiskView view) {
        List<Denial> denials = before;
        AssetClass assetClass = instrument.assetClass();
        Optional<FundConfig> fund = view.fund(order.fund());
        boolean inFund = fund.isPresent() && fund.get().assetClasses().contains(assetClass);
        if (!inFund || !envelope.allowedAssetClasses().contains(assetClass)) {
            denials = Gates.and(denials, new Denial.AssetClassNotAllowed(assetClass));
        }
        Currency currency = instrument.terms().currency();
        Money most = envelope.maxOrderNotional();
        Price price = MostPrice.of(
                order.type(), order.side(), view.lastPrice(order.instrument()).orElse(null));
        if (!currency.equals(most.currency())) {
            return converted(denials, order, instrument.terms(), price, most, view);
        }
        if (price != null && isAbove(order, instrument.terms(), price, most)) {
            denials = Gates.and(
                    denials, new Denial.OrderNotionalAboveLimit(most, notional(order, instrument.terms(), price)));
        }
        return denials;
    }

    private static Money notional(Order order, ContractTerms terms, Price price) {
        return terms.value(price, order.quantity().value()).abs();
    }

    /** Without a rate nobody knows what the order is worth. */
    private static List<Denial> converted(
            List<Denial> denials, Order order, ContractTerms terms, @Nullable Price price, Money most, RiskView view) {
        Money own = price == null ? Money.zero(terms.currency()) : notional(order, terms, price);
        Optional<Money> worth = view.rate(terms.currency(), most.currency()).isEmpty()
                ? Optional.empty()
                : view.convert(own, most.currency());
        if (worth.isEmpty()) {
            return Gates.and(denials, new Denial.OtherCurrency(most.currency(), terms.currency()));
        }
        return worth.get().compareTo(most) > 0
                ? Gates.and(denials, new Denial.OrderNotionalAboveLimit(most, worth.get()))
                : denials;
    }

    /** Compares without garbage where that is possible: rounded up, so that the limit is not met by rounding. */
    private static boolean isAbove(Order order, ContractTerms terms, Price price, Money most) {
        Decimal unit = Exposures.unit(terms, price);
        if (unit == null) {
            return terms.value(price, order.quantity().value()).abs().compareTo(most) > 0;
        }
        long notional = order.quantity().value().timesUnscaled(unit, NOTIONAL_PLACES, RoundingMode.CEILING);
        return most.amount().compareToUnscaled(Math.absExact(notional), NOTIONAL_PLACES) < 0;
    }
}
