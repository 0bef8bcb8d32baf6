package io.mts1b.platform.symbology;

import io.mts1b.foundation.numbers.Currency;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The currencies and crypto assets that are known by name. Immutable. */
final class Assets {

    private final NavigableSet<String> fiat;
    private final NavigableSet<String> known;

    Assets(Collection<String> fiat, Collection<String> crypto) {
        this.fiat = Collections.unmodifiableNavigableSet(new TreeSet<>(fiat));
        NavigableSet<String> all = new TreeSet<>(fiat);
        all.addAll(crypto);
        this.known = Collections.unmodifiableNavigableSet(all);
    }

    static Assets house() {
        return Symbology.house().assets();
    }

    /** Returns what a dialect calls so, if it is known. */
    Optional<Currency> named(String theirs, Codes codes) {
        return codes.reads(theirs).filter(known::contains).map(Currency::new);
    }

    boolean has(Currency asset) {
        return known.contains(asset.code());
    }

    /** Whether both are money that a state issues. */
    boolean isFx(Currency base, Currency quote) {
        return fiat.contains(base.code()) && fiat.contains(quote.code());
    }
}
