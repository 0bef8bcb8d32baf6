package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.ExchangeRates;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.CurrencyPairs;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.gates.Borrow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may be traded, its last prices, and what they say of currencies. */
final class Market implements ExchangeRates {

    /** One instrument. */
    private static final class Listing {

        private Optional<Instrument> instrument = Optional.empty();
        private @Nullable Classification classification;
        private Optional<Price> price = Optional.empty();
        private Optional<Instant> pricedAt = Optional.empty();
        private Optional<Borrow> borrow = Optional.empty();
    }

    // Looked up in; what leaves this class is sorted.
    private final Map<InstrumentId, Listing> listings = new LinkedHashMap<>();
    private final CurrencyPairs pairs = new CurrencyPairs(this::price);
    private @Nullable LocalDate session;
    private @Nullable Instant markedAt;

    /** One instrument in canonical form. */
    record ListingForm(
            InstrumentId id,
            @Nullable Instrument instrument,
            @Nullable Classification classification,
            @Nullable Price price,
            @Nullable Instant pricedAt,
            @Nullable Borrow borrow) {}

    /** Everything in canonical form. */
    record Form(@Nullable LocalDate session, @Nullable Instant markedAt, List<ListingForm> listings) {}

    Form form() {
        List<ListingForm> forms = new ArrayList<>();
        listings.forEach((id, listing) -> forms.add(new ListingForm(
                id,
                listing.instrument.orElse(null),
                listing.classification,
                listing.price.orElse(null),
                listing.pricedAt.orElse(null),
                listing.borrow.orElse(null))));
        return new Form(session, markedAt, forms);
    }

    void restore(Form form) {
        session = form.session();
        markedAt = form.markedAt();
        for (ListingForm one : form.listings()) {
            Listing listing = listing(one.id());
            listing.instrument = Optional.ofNullable(one.instrument());
            listing.instrument.ifPresent(pairs::list);
            listing.classification = one.classification();
            listing.price = Optional.ofNullable(one.price());
            listing.pricedAt = Optional.ofNullable(one.pricedAt());
            listing.borrow = Optional.ofNullable(one.borrow());
        }
    }

    void list(Instrument instrument, Classification classification) {
        Listing listing = listing(instrument.id());
        listing.instrument = Optional.of(instrument);
        listing.classification = classification;
        pairs.list(instrument);
    }

    /** Takes what it takes to borrow an instrument that is listed; null if nobody lends it any more. */
    void lend(InstrumentId id, @Nullable Borrow terms) {
        listing(listed(id).id()).borrow = Optional.ofNullable(terms);
    }

    /** Takes another price as of the same time. */
    void restate(InstrumentId id, Price price) {
        listing(id).price = Optional.of(price);
    }

    @Override
    public Optional<Decimal> rate(Currency currency, Currency in) {
        return pairs.rate(currency, in);
    }

    /**
     * Returns what amounts are worth in one currency.
     *
     * @throws IllegalArgumentException if a rate is not known
     */
    Money worth(Balances amounts, Currency in) {
        Money sum = Money.zero(in);
        for (Money amount : amounts.amounts()) {
            Money worth = convert(amount, in)
                    .orElseThrow(() -> new IllegalArgumentException("what " + amount + " is worth in " + in
                            + " must be known: list the pair of both, and mark its price"));
            sum = sum.plus(worth);
        }
        return sum;
    }

    void mark(LocalDate date, MarketSnapshot market) {
        session = date;
        markedAt = market.at();
        Optional<Instant> at = Optional.of(market.at());
        market.prices().forEach((id, price) -> {
            Listing listing = listing(id);
            listing.price = Optional.of(price);
            listing.pricedAt = at;
        });
    }

    private Listing listing(InstrumentId id) {
        return listings.computeIfAbsent(id, _ -> new Listing());
    }

    @Nullable LocalDate session() {
        return session;
    }

    Optional<MarketSnapshot> snapshot() {
        return Optional.ofNullable(markedAt).map(at -> {
            TreeMap<InstrumentId, Price> prices = new TreeMap<>();
            listings.forEach((id, listing) -> listing.price.ifPresent(price -> prices.put(id, price)));
            return new MarketSnapshot(at, prices);
        });
    }

    Optional<Instrument> instrument(InstrumentId id) {
        Listing listing = listings.get(id);
        return listing == null ? Optional.empty() : listing.instrument;
    }

    Instrument listed(InstrumentId id) {
        return instrument(id).orElseThrow(() -> new IllegalArgumentException("instrument " + id + " must be listed"));
    }

    Classification classification(Instrument instrument) {
        Listing listing = listings.get(instrument.id());
        return listing == null || listing.classification == null
                ? Classification.unknown(instrument)
                : listing.classification;
    }

    Optional<Price> price(InstrumentId id) {
        Listing listing = listings.get(id);
        return listing == null ? Optional.empty() : listing.price;
    }

    Price lastPrice(InstrumentId id) {
        return Require.present(price(id).orElse(null), () -> id + " must have had a price");
    }

    Optional<Instant> pricedAt(InstrumentId id) {
        Listing listing = listings.get(id);
        return listing == null ? Optional.empty() : listing.pricedAt;
    }

    SortedMap<InstrumentId, Borrow> borrows() {
        SortedMap<InstrumentId, Borrow> borrows = new TreeMap<>();
        listings.forEach((id, listing) -> listing.borrow.ifPresent(terms -> borrows.put(id, terms)));
        return borrows;
    }

    Optional<Borrow> borrow(InstrumentId id) {
        Listing listing = listings.get(id);
        return listing == null ? Optional.empty() : listing.borrow;
    }
}
