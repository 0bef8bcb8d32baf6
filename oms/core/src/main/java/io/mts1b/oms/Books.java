package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.positions.TaxLot;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cash and the holdings of one fund.
 *
 * <p>What is paid for in full moves its value between cash and holding. A future or a perpetual is not paid
 * for: its gains reach the cash when lots close, and until then they are what it is worth.
 */
final class Books {

    private final FundConfig fund;
    private final SortedMap<InstrumentId, Holding> holdings = new TreeMap<>();
    private final SortedMap<InstrumentId, Decimal> quantities = new TreeMap<>();
    private Money cash;

    Books(FundConfig fund, Money cash) {
        this.fund = fund;
        this.cash = cash;
    }

    FundConfig fund() {
        return fund;
    }

    Money cash() {
        return cash;
    }

    SortedMap<InstrumentId, Holding> holdings() {
        return Collections.unmodifiableSortedMap(holdings);
    }

    /** Returns the signed quantities that are not zero. */
    SortedMap<InstrumentId, Decimal> quantities() {
        return Collections.unmodifiableSortedMap(quantities);
    }

    void book(Fill fill, Instrument instrument) {
        Require.that(
                instrument.terms().currency().equals(cash.currency())
                        && fill.fee().currency().equals(cash.currency()),
                "fill must be in " + cash.currency() + ", was " + fill);
        Holding before = holdings.getOrDefault(instrument.id(), Holding.none(instrument.terms()));
        Holding after = before.after(fill, instrument.terms(), fund.taxLotMethod());
        Money received = isPaidInFull(instrument)
                ? instrument.terms().value(fill.price(), fill.signedQuantity()).negated()
                : after.realized().minus(before.realized());
        cash = cash.plus(received).minus(fill.fee());
        holdings.put(instrument.id(), after);
        if (after.quantity().isZero()) {
            quantities.remove(instrument.id());
        } else {
            quantities.put(instrument.id(), after.quantity());
        }
    }

    /** Returns what a holding adds to the fund's value at a price. */
    Money value(Instrument instrument, Price price) {
        Holding holding = holdings.getOrDefault(instrument.id(), Holding.none(instrument.terms()));
        if (isPaidInFull(instrument)) {
            return instrument.terms().value(price, holding.quantity());
        }
        Money gain = Money.zero(instrument.terms().currency());
        for (TaxLot lot : holding.lots().lots()) {
            gain = gain.plus(lot.gainAt(price, instrument.terms()));
        }
        return gain;
    }

    private static boolean isPaidInFull(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Equity _,
                    Instrument.Option _,
                    Instrument.FxPair _,
                    Instrument.CryptoSpot _,
                    Instrument.SportsOutcome _,
                    Instrument.EventContract _ -> true;
            case Instrument.Future _, Instrument.Perpetual _ -> false;
        };
    }
}
