package io.mts1b.riskengine;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the position gate says, computed anew from positions and orders each time. */
final class NaiveExposure {

    private static final int PLACES = 6;

    private record Range(BigDecimal least, BigDecimal most, Classification groups) {

        BigDecimal gross() {
            return least.abs().max(most.abs());
        }
    }

    private final SortedMap<InstrumentId, Range> ranges = new TreeMap<>();

    private NaiveExposure(World world, Order order, SortedSet<InstrumentId> involved, boolean withOrder) {
        for (InstrumentId id : involved) {
            Instrument instrument = world.instrument(id).orElseThrow();
            BigDecimal unit = world.lastPrice(id)
                    .orElseThrow()
                    .value()
                    .toBigDecimal()
                    .multiply(instrument.terms().multiplier().toBigDecimal());
            BigDecimal least = world.positions().getOrDefault(id, Decimal.ZERO).toBigDecimal();
            BigDecimal most = least;
            for (OrderState open : world.openOrders()) {
                if (open.order().instrument().equals(id)
                        && !open.order().orderId().equals(order.orderId())) {
                    BigDecimal rest = open.remaining().value().toBigDecimal();
                    least = open.order().side().sign() < 0 ? least.subtract(rest) : least;
                    most = open.order().side().sign() > 0 ? most.add(rest) : most;
                }
            }
            if (withOrder && order.instrument().equals(id)) {
                BigDecimal rest = order.quantity()
                        .value()
                        .toBigDecimal()
                        .subtract(traded(world, order))
                        .max(BigDecimal.ZERO);
                least = order.side().sign() < 0 ? least.subtract(rest) : least;
                most = order.side().sign() > 0 ? most.add(rest) : most;
            }
            ranges.put(
                    id,
                    new Range(
                            least.multiply(unit).min(most.multiply(unit)).setScale(PLACES, RoundingMode.FLOOR),
                            least.multiply(unit).max(most.multiply(unit)).setScale(PLACES, RoundingMode.CEILING),
                            world.classification(instrument)));
        }
    }

    private static BigDecimal traded(World world, Order order) {
        return world.openOrders().stream()
                .filter(open -> open.order().orderId().equals(order.orderId()))
                .map(open -> open.filled().value().toBigDecimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<Denial> denials(Order order, World world) {
        SortedSet<InstrumentId> involved = new TreeSet<>(world.positions().keySet());
        world.openOrders().forEach(open -> involved.add(open.order().instrument()));
        involved.add(order.instrument());
        List<Denial> unknown = new ArrayList<>();
        involved.stream()
                .filter(id -> world.lastPrice(id).isEmpty())
                .forEach(id -> unknown.add(new Denial.NoPrice(id)));
        if (!unknown.isEmpty()) {
            return order.side().opens() ? unknown : List.of();
        }
        RiskEnvelope limits = world.envelope(order.fund()).orElseThrow();
        InstrumentId id = order.instrument();
        Classification mine = world.classification(world.instrument(id).orElseThrow());
        Comparison compare = new Comparison(
                new NaiveExposure(world, order, involved, false),
                new NaiveExposure(world, order, involved, true),
                limits.nav().amount().toBigDecimal(),
                new ArrayList<>());
        compare.share(
                limits.maxPosition(),
                all -> all.of(id),
                a -> new Denial.PositionAboveLimit(id, limits.maxPosition(), a));
        compare.share(
                limits.maxGrossExposure(),
                all -> all.gross(_ -> true),
                a -> new Denial.GrossAboveLimit(limits.maxGrossExposure(), a));
        compare.share(
                limits.maxNetExposure(), NaiveExposure::net, a -> new Denial.NetAboveLimit(limits.maxNetExposure(), a));
        compare.share(
                limits.maxSector(),
                all -> all.gross(other -> other.sector().equals(mine.sector())),
                a -> new Denial.SectorAboveLimit(mine.sector(), limits.maxSector(), a));
        compare.share(
                limits.maxAssetClass(),
                all -> all.gross(other -> other.assetClass() == mine.assetClass()),
                a -> new Denial.AssetClassAboveLimit(mine.assetClass(), limits.maxAssetClass(), a));
        compare.share(
                limits.maxCountry(),
                all -> all.gross(other -> other.country().equals(mine.country())),
                a -> new Denial.CountryAboveLimit(mine.country(), limits.maxCountry(), a));
        return compare.denials;
    }

    private record Comparison(NaiveExposure before, NaiveExposure after, BigDecimal nav, List<Denial> denials) {

        void share(Rate limit, Function<NaiveExposure, BigDecimal> measure, Function<Rate, Denial> denial) {
            BigDecimal then = measure.apply(after);
            boolean beyond = then.compareTo(nav.multiply(limit.value().toBigDecimal())) > 0;
            if (beyond && then.compareTo(measure.apply(before)) > 0) {
                denials.add(denial.apply(new Rate(Decimal.of(then.divide(nav, 9, RoundingMode.UP)))));
            }
        }
    }

    private BigDecimal of(InstrumentId instrument) {
        Range range = ranges.get(instrument);
        return range == null ? BigDecimal.ZERO : range.gross();
    }

    private BigDecimal gross(Predicate<Classification> groups) {
        return ranges.values().stream()
                .filter(range -> groups.test(range.groups))
                .map(Range::gross)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal net() {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Range range : ranges.values()) {
            least = least.add(range.least);
            most = most.add(range.most);
        }
        return least.abs().max(most.abs());
    }
}
