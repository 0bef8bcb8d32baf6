package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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
        Exposures exposures = view.exposures(order.fund());
        Trial trial = exposures.trial(order, instrument.get());
        List<Denial> unknown = unknown(order, view, exposures, trial == null);
        if (trial == null || !unknown.isEmpty() || !exposures.allKnown()) {
            return order.side().opens() ? unknown : List.of();
        }
        RiskEnvelope limits = envelope.get();
        if (!limits.nav().currency().equals(exposures.currency())) {
            throw new IllegalArgumentException("limits must be in " + exposures.currency() + ", were in "
                    + limits.nav().currency());
        }
        // What one instrument adds, it adds to the sums it counts towards.
        boolean adds = trial.after() > trial.before();
        List<Denial> denials = List.of();
        if (adds) {
            denials = position(order.instrument(), limits, exposures, trial.after());
            denials = gross(denials, limits, exposures, trial);
        }
        denials = Gates.isExit(order, view) ? denials : net(denials, limits, exposures, trial);
        return adds ? groups(denials, limits, exposures, trial) : denials;
    }

    private static List<Denial> unknown(Order order, RiskView view, Exposures exposures, boolean unpriced) {
        List<Denial> denials = List.of();
        if (order.side().opens()) {
            Optional<String> doubt = view.doubt(order.broker(), order.instrument());
            if (doubt.isPresent()) {
                denials = Gates.and(denials, new Denial.InDoubt(doubt.get()));
            }
        }
        if (unpriced || !exposures.allKnown()) {
            SortedSet<InstrumentId> all = new TreeSet<>(exposures.unknown());
            if (unpriced) {
                all.add(order.instrument());
            }
            for (InstrumentId id : all) {
                denials = Gates.and(denials, new Denial.NoPrice(id));
            }
        }
        return denials;
    }

    private static List<Denial> position(InstrumentId id, RiskEnvelope limits, Exposures exposures, long position) {
        List<Denial> denials = List.of();
        if (beyond(position, limits.maxPosition(), limits, exposures)) {
            denials = Gates.and(
                    denials,
                    new Denial.PositionAboveLimit(id, limits.maxPosition(), share(position, limits, exposures)));
        }
        Money most = limits.maxPositionValue();
        if (most != null && amount(position, exposures).compareTo(most.amount()) > 0) {
            Money value = new Money(amount(position, exposures), exposures.currency());
            denials = Gates.and(denials, new Denial.PositionValueAboveLimit(id, most, value));
        }
        return denials;
    }

    private static List<Denial> gross(List<Denial> denials, RiskEnvelope limits, Exposures exposures, Trial trial) {
        long gross = trial.with(exposures.gross());
        Rate limit = limits.maxGrossExposure();
        return beyond(gross, limit, limits, exposures)
                ? Gates.and(denials, new Denial.GrossAboveLimit(limit, share(gross, limits, exposures)))
                : denials;
    }

    private static List<Denial> net(List<Denial> denials, RiskEnvelope limits, Exposures exposures, Trial trial) {
        long net = trial.netAfter(exposures.least(), exposures.most());
        Rate limit = limits.maxNetExposure();
        return beyond(net, limit, limits, exposures) && net > trial.netBefore(exposures.least(), exposures.most())
                ? Gates.and(denials, new Denial.NetAboveLimit(limit, share(net, limits, exposures)))
                : denials;
    }

    private static List<Denial> groups(List<Denial> before, RiskEnvelope limits, Exposures exposures, Trial trial) {
        List<Denial> denials = before;
        Classification mine = trial.groups();
        long sector = trial.sector();
        if (beyond(sector, limits.maxSector(), limits, exposures)) {
            denials = Gates.and(
                    denials,
                    new Denial.SectorAboveLimit(mine.sector(), limits.maxSector(), share(sector, limits, exposures)));
        }
        long assetClass = trial.assetClass();
        if (beyond(assetClass, limits.maxAssetClass(), limits, exposures)) {
            denials = Gates.and(
                    denials,
                    new Denial.AssetClassAboveLimit(
                            mine.assetClass(), limits.maxAssetClass(), share(assetClass, limits, exposures)));
        }
        long country = trial.country();
        if (beyond(country, limits.maxCountry(), limits, exposures)) {
            denials = Gates.and(
                    denials,
                    new Denial.CountryAboveLimit(
                            mine.country(), limits.maxCountry(), share(country, limits, exposures)));
        }
        return denials;
    }

    private static boolean beyond(long value, Rate limit, RiskEnvelope limits, Exposures exposures) {
        return value > limits.nav().amount().timesUnscaled(limit.value(), exposures.places(), RoundingMode.FLOOR);
    }

    private static Rate share(long value, RiskEnvelope limits, Exposures exposures) {
        return new Rate(amount(value, exposures).dividedBy(limits.nav().amount(), SHARE_PLACES, RoundingMode.UP));
    }

    private static Decimal amount(long value, Exposures exposures) {
        return new Decimal(value, exposures.places());
    }
}
