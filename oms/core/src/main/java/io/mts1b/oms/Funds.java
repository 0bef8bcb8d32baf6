package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.symbology.CurrencyPairs;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.gates.RiskView;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All funds, and what prices and positions change in them. */
final class Funds {

    private final SortedMap<FundId, FundState> all = new TreeMap<>();
    private final Market market;
    /** The last that was looked for: most often it is looked for next. */
    private @Nullable FundState last;

    Funds(Market market) {
        this.market = market;
    }

    /** Takes a new fund. */
    void open(OmsEvent.FundOpened opened, RiskView view) {
        FundId fund = opened.fund().fund();
        Require.that(!all.containsKey(fund), "fund " + fund + " must be opened once");
        all.put(fund, new FundState(opened.fund(), opened.cash(), view));
    }

    /** Takes over a fund of a snapshot. */
    void open(FundState fund) {
        all.put(fund.books().fund().fund(), fund);
    }

    Optional<FundState> find(FundId fund) {
        return Optional.ofNullable(known(fund));
    }

    /** Returns a fund; null if it is not open. The gates ask, without garbage. */
    @Nullable FundState known(FundId fund) {
        FundState same = last;
        if (same != null && same.books().fund().fund().equals(fund)) {
            return same;
        }
        FundState known = all.get(fund);
        last = known == null ? same : known;
        return known;
    }

    FundState get(FundId fund) {
        return Require.present(known(fund), () -> "fund " + fund + " must be open");
    }

    /** Returns all, in the order of their identities. */
    Collection<FundState> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    /**
     * Takes how an instrument is counted from now on.
     *
     * @throws IllegalArgumentException if a fund has traded it in another currency, or holds what was counted otherwise;
     *     nothing has changed then
     */
    void list(Instrument instrument) {
        all.values().stream()
                .flatMap(fund -> fund.accounts(instrument.id()))
                .forEach(one -> one.requireLike(instrument));
        all.values().stream().flatMap(fund -> fund.accounts(instrument.id())).forEach(one -> one.list(instrument));
    }

    /** Takes that an instrument has another price, or other terms. */
    void changed(InstrumentId id) {
        Optional<CurrencyPairs.Pair> pair = market.instrument(id).flatMap(CurrencyPairs.Pair::of);
        for (FundState fund : all.values()) {
            fund.exposures().changed(id);
            if (pair.isPresent()) {
                fund.exposures().rated(pair.get().base(), pair.get().quote());
            }
            fund.revalue();
        }
    }

    /** Takes that a position has changed. */
    void moved(FundState fund, InstrumentId instrument) {
        fund.exposures().held(instrument, fund.books().quantity(instrument));
        fund.revalue();
    }
}
