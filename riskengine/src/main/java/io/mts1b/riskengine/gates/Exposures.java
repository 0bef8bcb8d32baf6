package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.ExchangeRates;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a fund may come to hold, whichever of its open orders trade: the worst case per instrument, and its sums.
 *
 * <p>Of an instrument with {@code q} held, {@code b} still to be bought and {@code s} still to be sold, the fund may end
 * anywhere from {@code q - s} to {@code q + b}. A sale that is on its way frees no limit until it has traded.
 *
 * <p>Whoever owns the state of the world tells this each change of a position, an open order, a price or the terms of an
 * instrument; what an order would lead to is then known without walking through anything. Telling never fails: what cannot
 * be counted is not known, and adding to it is denied. Mutable, and confined to one thread.
 */
public final class Exposures {

    /** Millionths of a currency are fine enough for limits, and leave room for nine trillions of it. */
    private static final int MAX_PLACES = 6;

    private static final int RATED_PLACES = 9;

    /** Read, and never added to. */
    private static final Sum NOTHING = new Sum();

    private final Currency currency;
    private final int places;
    private final RiskView market;

    // Looked up in, never walked through.
    private final Map<InstrumentId, Line> lines = new LinkedHashMap<>();
    private final Map<String, Sum> sectors = new LinkedHashMap<>();
    private final Map<String, Sum> countries = new LinkedHashMap<>();
    private final Map<AssetClass, Sum> assetClasses = new EnumMap<>(AssetClass.class);

    /** What is priced in other currencies. */
    private final Map<Currency, SortedSet<InstrumentId>> foreign = new LinkedHashMap<>();

    private final SortedSet<InstrumentId> unknown = new TreeSet<>();
    private final Trial trial;
    private final Sum gross = new Sum();
    private final Sum least = new Sum();
    private final Sum most = new Sum();
    private int open;

    /**
     * Makes the exposures of a fund without positions and orders.
     *
     * @param currency what the fund counts in; what is priced in another counts at the last rate, and is not known without one
     * @param market where instruments, their groups and their prices are looked up; only when told to
     */
    public Exposures(Currency currency, RiskView market) {
        this.currency = Objects.requireNonNull(currency, "currency");
        this.places = Math.min(MAX_PLACES, currency.ledgerScale());
        this.trial = new Trial(places);
        this.market = Objects.requireNonNull(market, "market");
    }

    /**
     * Takes a changed position.
     *
     * @param instrument what is held
     * @param quantity how much now, negative while short
     */
    public void held(InstrumentId instrument, Decimal quantity) {
        if (!position(instrument).equals(quantity)) {
            Line line = line(instrument);
            line.hold(quantity);
            reweigh(instrument, line);
        }
    }

    /**
     * Takes a changed order.
     *
     * @param state where it stands now; what is not open is forgotten
     */
    public void order(OrderState state) {
        InstrumentId instrument = state.order().instrument();
        boolean isOpen = isOpen(state.status());
        Line known = lines.get(instrument);
        if (!isOpen && known == null) {
            return;
        }
        Line line = known == null ? line(instrument) : known;
        int before = line.count();
        if (line.put(state, isOpen)) {
            open += line.count() - before;
            reweigh(instrument, line);
        }
    }

    private static boolean isOpen(OrderStatus status) {
        return status == OrderStatus.APPROVED || status.mayTrade();
    }

    /**
     * Looks up price, terms and groups of an instrument again.
     *
     * @param instrument what changed; ignored if the fund has nothing to do with it
     */
    public void changed(InstrumentId instrument) {
        Line line = lines.get(instrument);
        if (line != null) {
            recount(instrument, line);
        }
    }

    /**
     * Looks up again what is priced in a currency that has another rate.
     *
     * @param one a currency
     * @param other what it has another rate in
     */
    public void rated(Currency one, Currency other) {
        if (one.equals(currency) || other.equals(currency)) {
            for (InstrumentId id :
                    foreign.getOrDefault(one.equals(currency) ? other : one, Collections.emptySortedSet())) {
                changed(id);
            }
        }
    }

    private Line line(InstrumentId instrument) {
        return lines.computeIfAbsent(instrument, _ -> new Line(places));
    }

    private void recount(InstrumentId id, Line line) {
        take(line);
        Optional<Instrument> instrument = market.instrument(id);
        if (instrument.isEmpty()) {
            unknown.add(id);
            return;
        }
        Currency priced = instrument.get().terms().currency();
        if (!priced.equals(currency)) {
            foreign.computeIfAbsent(priced, _ -> new TreeSet<>()).add(id);
        }
        Classification groups = market.classification(instrument.get());
        line.value(
                unit(instrument.get()),
                new Line.Groups(
                        groups,
                        sum(sectors, groups.sector()),
                        sum(countries, groups.country()),
                        sum(assetClasses, groups.assetClass())));
        add(id, line);
    }

    /** Counts a line of which only positions and orders changed: its price, its terms and its groups are what they were. */
    private void reweigh(InstrumentId id, Line line) {
        if (line.groups() == null) {
            recount(id, line);
        } else {
            take(line);
            line.weigh();
            add(id, line);
        }
    }

    private void take(Line line) {
        Line.Groups groups = line.groups();
        if (groups != null) {
            long worst = line.gross();
            gross.take(worst);
            least.take(line.least());
            most.take(line.most());
            groups.sector().take(worst);
            groups.country().take(worst);
            groups.assetClass().take(worst);
        }
    }

    private void add(InstrumentId id, Line line) {
        Line.Groups groups = Objects.requireNonNull(line.groups());
        long worst = line.gross();
        gross.add(worst);
        least.add(line.least());
        most.add(line.most());
        groups.sector().add(worst);
        groups.country().add(worst);
        groups.assetClass().add(worst);
        if (line.known()) {
            unknown.remove(id);
        } else {
            unknown.add(id);
        }
    }

    private static <K> Sum sum(Map<K, Sum> sums, K group) {
        return sums.computeIfAbsent(group, _ -> new Sum());
    }

    private @Nullable Decimal unit(Instrument instrument) {
        ContractTerms terms = instrument.terms();
        Optional<Price> price = market.lastPrice(instrument.id());
        Decimal own = price.isEmpty() ? null : unit(terms, price.get());
        return own == null || terms.currency().equals(currency)
                ? own
                : converted(own, terms.currency(), currency, market).orElse(null);
    }

    /** Returns what a unit is worth in another currency; empty if nobody knows the rate, or it has too many digits. */
    static Optional<Decimal> converted(Decimal unit, Currency from, Currency to, ExchangeRates rates) {
        try {
            return rates.rate(from, to).map(rate -> unit.times(rate, RATED_PLACES, RoundingMode.HALF_EVEN));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Returns what one contract is worth; null if that has too many digits to be counted. */
    static @Nullable Decimal unit(ContractTerms terms, Price price) {
        if (terms.multiplier().equals(Decimal.ONE)) {
            return price.value();
        }
        try {
            return price.value().times(terms.multiplier());
        } catch (ArithmeticException e) {
            return null;
        }
    }

    Currency currency() {
        return currency;
    }

    /** Returns the decimals that integers of exposure stand for. */
    int places() {
        return places;
    }

    /** Returns what is held or on its way, and nobody knows the worth of. */
    SortedSet<InstrumentId> unknown() {
        return Collections.unmodifiableSortedSet(unknown);
    }

    boolean allKnown() {
        return unknown.isEmpty();
    }

    /** Returns the signed quantity held. */
    Decimal position(InstrumentId instrument) {
        Line line = lines.get(instrument);
        return line == null ? Decimal.ZERO : line.held();
    }

    /**
     * Returns what the order and the fund's others of its instrument and side may still trade; those that end when it trades
     * are not among them.
     */
    Decimal with(Order order) {
        Line line = lines.get(order.instrument());
        if (line == null) {
            return order.quantity().value();
        }
        OrderState before = line.before(order);
        Decimal all = line.open(order.side()).minus(Line.own(before)).plus(Line.wanted(order, before));
        return order.links().isEmpty() ? all : all.minus(line.excluded(order));
    }

    /** Returns how many orders of the fund would be open with this one, which may be open already. */
    int openWith(Order order) {
        Line line = lines.get(order.instrument());
        return line != null && line.before(order) != null ? open : open + 1;
    }

    /** Returns the open orders of an instrument, in the order in which they came to be that. */
    Iterable<OrderState> orders(InstrumentId instrument) {
        Line line = lines.get(instrument);
        return line == null ? List.of() : line.orders();
    }

    /** Returns what the order leads to, until the next is tried; null if the worth of its instrument is not known. */
    @Nullable Trial trial(Order order, Instrument instrument) {
        Line line = lines.get(order.instrument());
        Decimal unit = line == null ? unit(instrument) : line.unit();
        if (unit == null || (line != null && !line.known())) {
            return null;
        }
        Line.Groups groups = line == null ? null : line.groups();
        if (line == null || groups == null) {
            Classification names = market.classification(instrument);
            trial.counting(
                    names,
                    sectors.getOrDefault(names.sector(), NOTHING),
                    countries.getOrDefault(names.country(), NOTHING),
                    assetClasses.getOrDefault(names.assetClass(), NOTHING));
            trial.begin(order, unit);
        } else {
            trial.counting(groups.names(), groups.sector(), groups.country(), groups.assetClass());
            trial.begin(order, unit, line);
        }
        return trial;
    }

    long gross() {
        return gross.value();
    }

    long least() {
        return least.value();
    }

    long most() {
        return most.value();
    }
}
