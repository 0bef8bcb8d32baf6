package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.symbology.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        List<Denial> denials = new ArrayList<>();
        instrument
                .expiresAt()
                .filter(expiry -> !at.isBefore(expiry))
                .ifPresent(expiry -> denials.add(new Denial.InstrumentExpired(order.instrument(), expiry)));
        Price tick = instrument.terms().tick();
        Stream.of(order.type().limitPrice(), order.type().stopPrice())
                .flatMap(Optional::stream)
                .filter(price -> !price.value().isMultipleOf(tick.value()))
                .forEach(price -> denials.add(new Denial.PriceOffTick(tick, price)));
        if (!order.quantity().value().isMultipleOf(instrument.terms().lot().value())) {
            denials.add(new Denial.QuantityOffLot(instrument.terms().lot(), order.quantity()));
        }
        Decimal position = view.positions(order.fund()).getOrDefault(order.instrument(), Decimal.ZERO);
        if (!fits(order, position, view)) {
            denials.add(new Denial.SideDoesNotFit(order.side(), order.quantity(), position));
        }
        return denials;
    }

    /**
     * SELL and COVER close no more than is held and not already being closed; BUY and SHORT open on their own
     * side of zero.
     */
    private static boolean fits(Order order, Decimal position, RiskView view) {
        Decimal closing = Gates.openQuantity(order, view, order.instrument(), side -> side == order.side())
                .plus(order.quantity().value());
        return switch (order.side()) {
            case BUY -> position.signum() >= 0;
            case SHORT -> position.signum() <= 0;
            case SELL -> closing.compareTo(position) <= 0;
            case COVER -> closing.compareTo(position.negated()) <= 0;
        };
    }
}
