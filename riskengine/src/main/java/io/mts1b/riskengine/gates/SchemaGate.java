package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.symbology.Instrument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The order makes sense for its instrument and for what the fund holds of it. */
final class SchemaGate implements GateCheck {

    @Override
    public Gate gate() {
        return Gate.SCHEMA;
    }

    @Override
    public List<Denial> check(Order order, RiskView view, Instant at) {
        Optional<Instrument> found = view.instrument(order.instrument());
        if (found.isEmpty()) {
            return List.of(new Denial.UnknownInstrument(order.instrument()));
        }
        Instrument instrument = found.get();
        List<Denial> denials = List.of();
        Optional<Instant> expiry = instrument.expiresAt();
        if (expiry.isPresent() && !at.isBefore(expiry.get())) {
            denials = Gates.and(denials, new Denial.InstrumentExpired(order.instrument(), expiry.get()));
        }
        denials = tick(denials, instrument, Gates.limit(order.type()));
        denials = tick(denials, instrument, Gates.stop(order.type()));
        if (!order.quantity().value().isMultipleOf(instrument.terms().lot().value())) {
            denials = Gates.and(
                    denials, new Denial.QuantityOffLot(instrument.terms().lot(), order.quantity()));
        }
        Exposures exposures = view.exposures(order.fund());
        Decimal position = exposures.position(order.instrument());
        if (!fits(order, position, exposures)) {
            denials = Gates.and(denials, new Denial.SideDoesNotFit(order.side(), order.quantity(), position));
        }
        return denials;
    }

    private static List<Denial> tick(List<Denial> denials, Instrument instrument, @Nullable Price price) {
        Price tick = instrument.terms().tick();
        return price == null || price.value().isMultipleOf(tick.value())
                ? denials
                : Gates.and(denials, new Denial.PriceOffTick(tick, price));
    }

    /**
     * SELL and COVER close no more than is held and not already being closed; BUY and SHORT open on their own
     * side of zero.
     */
    private static boolean fits(Order order, Decimal position, Exposures exposures) {
        return switch (order.side()) {
            case BUY -> position.signum() >= 0;
            case SHORT -> position.signum() <= 0;
            case SELL -> exposures.with(order).compareTo(position) <= 0;
            case COVER -> exposures.with(order).compareTo(position.negated()) <= 0;
        };
    }
}
