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
        return new Measure(envelope.get(), exposures, trial).check(order.instrument(), Gates.isExit(order, view));
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

    /** The limits beside what the order leads to. */
    private record Measure(RiskEnvelope limits, Exposures exposures, Trial trial) {

        /** In small methods, so that the compiler puts them together and leaves no object behind. */
        List<Denial> check(InstrumentId id, boolean isExit) {
            if (!limits.nav().currency().equals(exposures.currency())) {
                throw new IllegalArgumentException("limits must be in " + exposures.currency() + ", were in "
                        + limits.nav().currency());
            }
            // What one instrument adds, it adds to the sums it counts towards.
            boolean adds = trial.after() > trial.before();
            List<Denial> denials = adds ? gross(position(id, trial.after())) : List.of();
            denials = isExit ? denials : net(denials);
            return adds ? groups(denials) : denials;
        }

        private List<Denial> position(InstrumentId id, long position) {
            List<Denial> denials = List.of();
            if (beyond(position, limits.maxPosition())) {
                denials = Gates.and(denials, new Denial.PositionAboveLimit(id, limits.maxPosition(), share(position)));
            }
            Money most = limits.maxPositionValue();
            if (most != null && amount(position).compareTo(most.amount()) > 0) {
                denials = Gates.and(denials, new Denial.PositionValueAboveLimit(id, most, money(position)));
            }
            return denials;
        }

        private List<Denial> gross(List<Denial> denials) {
            long gross = trial.with(exposures.gross());
            return beyond(gross, limits.maxGrossExposure())
                    ? Gates.and(denials, new Denial.GrossAboveLimit(limits.maxGrossExposure(), share(gross)))
                    : denials;
        }

        private List<Denial> net(List<Denial> denials) {
            long net = trial.netAfter(exposures.least(), exposures.most());
            return beyond(net, limits.maxNetExposure()) && net > trial.netBefore(exposures.least(), exposures.most())
                    ? Gates.and(denials, new Denial.NetAboveLimit(limits.maxNetExposure(), share(net)))
                    : denials;
        }

        private List<Denial> groups(List<Denial> before) {
            List<Denial> denials = before;
            Classification mine = trial.groups();
            long sector = trial.sector();
            if (beyond(sector, limits.maxSector())) {
                denials = Gates.and(
                        denials, new Denial.SectorAboveLimit(mine.sector(), limits.maxSector(), share(sector)));
            }
            long assetClass = trial.assetClass();
            if (beyond(assetClass, limits.maxAssetClass())) {
                denials = Gates.and(
                        denials,
                        new Denial.AssetClassAboveLimit(mine.assetClass(), limits.maxAssetClass(), share(assetClass)));
            }
            long country = trial.country();
            if (beyond(country, limits.maxCountry())) {
                denials = Gates.and(
                        denials, new Denial.CountryAboveLimit(mine.country(), limits.maxCountry(), share(country)));
            }
            return denials;
        }

        private boolean beyond(long value, Rate limit) {
            return value > limits.nav().amount().timesUnscaled(limit.value(), exposures.places(), RoundingMode.FLOOR);
        }

        private Rate share(long value) {
            return new Rate(amount(value).dividedBy(limits.nav().amount(), SHARE_PLACES, RoundingMode.UP));
        }

        private Money money(long value) {
            return new Money(amount(value), exposures.currency());
        }

        private Decimal amount(long value) {
            return new Decimal(value, exposures.places());
        }
    }
}
