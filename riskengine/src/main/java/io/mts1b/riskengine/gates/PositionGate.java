package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The position and the exposures the order may lead to are within limits, whichever open orders trade, and are known
 * without doubt.
 *
 * <p>An order is stopped by a limit only if it brings the fund further beyond it.
 */
final class PositionGate implements GateCheck {

    /** Shares are rounded up, so that a limit is never met by rounding. */
    private static final int SHARE_PLACES = 9;

    @Override
    public Gate gate() {
        return Gate.POSITION;
    }

    @Override
    public List<Denial> check(Order order, RiskView view, Instant at) {
        Optional<RiskEnvelope> envelope = view.envelope(order.fund());
        Optional<Instrument> instrument = view.instrument(order.instrument());
        if (envelope.isEmpty() || instrument.isEmpty()) {
            // The gates before this one have said so.
            return List.of();
        }
        List<Denial> denials = new ArrayList<>();
        if (order.side().opens()) {
            view.doubt(order.broker(), order.instrument()).ifPresent(cause -> denials.add(new Denial.InDoubt(cause)));
        }
        SortedSet<InstrumentId> involved = involved(order, view);
        for (InstrumentId id : involved) {
            if (view.lastPrice(id).isEmpty() || view.instrument(id).isEmpty()) {
                denials.add(new Denial.NoPrice(id));
            }
        }
        if (!denials.isEmpty()) {
            return order.side().opens() ? denials : List.of();
        }
        Exposure before = exposure(order, view, involved, false);
        Exposure after = exposure(order, view, involved, true);
        Comparison compare = new Comparison(before, after, envelope.get().nav(), denials);
        position(order, envelope.get(), compare);
        groups(envelope.get(), view.classification(instrument.get()), compare);
        return denials;
    }

    private static void position(Order order, RiskEnvelope limits, Comparison compare) {
        InstrumentId id = order.instrument();
        compare.share(
                limits.maxPosition(),
                exposure -> exposure.of(id),
                actual -> new Denial.PositionAboveLimit(id, limits.maxPosition(), actual));
        Money maxValue = limits.maxPositionValue();
        if (maxValue != null) {
            Money actual = compare.after.of(id);
            if (actual.compareTo(maxValue) > 0 && actual.compareTo(compare.before.of(id)) > 0) {
                compare.denials.add(new Denial.PositionValueAboveLimit(id, maxValue, actual));
            }
        }
    }

    private static void groups(RiskEnvelope limits, Classification mine, Comparison compare) {
        compare.share(
                limits.maxGrossExposure(),
                exposure -> exposure.gross(_ -> true),
                actual -> new Denial.GrossAboveLimit(limits.maxGrossExposure(), actual));
        compare.share(
                limits.maxNetExposure(),
                Exposure::net,
                actual -> new Denial.NetAboveLimit(limits.maxNetExposure(), actual));
        compare.share(
                limits.maxSector(),
                exposure -> exposure.gross(other -> other.sector().equals(mine.sector())),
                actual -> new Denial.SectorAboveLimit(mine.sector(), limits.maxSector(), actual));
        compare.share(
                limits.maxAssetClass(),
                exposure -> exposure.gross(other -> other.assetClass() == mine.assetClass()),
                actual -> new Denial.AssetClassAboveLimit(mine.assetClass(), limits.maxAssetClass(), actual));
        compare.share(
                limits.maxCountry(),
                exposure -> exposure.gross(other -> other.country().equals(mine.country())),
                actual -> new Denial.CountryAboveLimit(mine.country(), limits.maxCountry(), actual));
    }

    /** Two exposures and what is to be said about them. */
    private record Comparison(Exposure before, Exposure after, Money nav, List<Denial> denials) {

        void share(Rate limit, Function<Exposure, Money> measure, Function<Rate, Denial> denial) {
            Money now = measure.apply(before);
            Money then = measure.apply(after);
            Rate actual = new Rate(then.amount().dividedBy(nav.amount(), SHARE_PLACES, RoundingMode.UP));
            if (actual.compareTo(limit) > 0 && then.compareTo(now) > 0) {
                denials.add(denial.apply(actual));
            }
        }
    }

    private static SortedSet<InstrumentId> involved(Order order, RiskView view) {
        SortedSet<InstrumentId> involved =
                new TreeSet<>(view.positions(order.fund()).keySet());
        for (OrderState open : view.openOrders(order.fund())) {
            involved.add(open.order().instrument());
        }
        involved.add(order.instrument());
        return involved;
    }

    private static Exposure exposure(Order order, RiskView view, SortedSet<InstrumentId> involved, boolean withOrder) {
        Exposure exposure =
                new Exposure(view.envelope(order.fund()).orElseThrow().nav().currency());
        for (InstrumentId id : involved) {
            Instrument instrument = view.instrument(id).orElseThrow();
            Price price = view.lastPrice(id).orElseThrow();
            Decimal held = view.positions(order.fund()).getOrDefault(id, Decimal.ZERO);
            Decimal bought = Gates.openQuantity(order, view, id, side -> side.sign() > 0);
            Decimal sold = Gates.openQuantity(order, view, id, side -> side.sign() < 0);
            if (withOrder && id.equals(order.instrument())) {
                Decimal quantity = order.quantity().value();
                bought = order.side().sign() > 0 ? bought.plus(quantity) : bought;
                sold = order.side().sign() < 0 ? sold.plus(quantity) : sold;
            }
            exposure.put(
                    id,
                    instrument.terms().value(price, held.minus(sold)),
                    instrument.terms().value(price, held.plus(bought)),
                    view.classification(instrument));
        }
        return exposure;
    }
}
