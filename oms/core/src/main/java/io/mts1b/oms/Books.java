package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.positions.TaxLot;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private final SortedMap<InstrumentId, Account> accounts = new TreeMap<>();
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
        SortedMap<InstrumentId, Holding> holdings = new TreeMap<>();
        accounts.forEach((id, account) -> holdings.put(id, account.holding));
        return holdings;
    }

    /** Returns the signed quantities that are not zero. */
    SortedMap<InstrumentId, Decimal> quantities() {
        return Collections.unmodifiableSortedMap(quantities);
    }

    void book(Fill fill, Instrument instrument) {
        Require.that(
                instrument.terms().currency().equals(cash.currency())
                        && fill.fee().currency().equals(cash.currency()),
                () -> "fill must be in " + cash.currency() + ", was " + fill);
        Account account = accounts.computeIfAbsent(instrument.id(), _ -> new Account(instrument));
        Money before = account.cashFlow;
        account.add(fill, fund.taxLotMethod());
        settle(account, before);
    }

    /** Takes a fill back, as if it had never been: the later ones close other lots then. */
    void unbook(Fill fill) {
        Account account =
                Require.present(accounts.get(fill.instrument()), "fill " + fill.fillId() + " must have been booked");
        Require.that(account.fills.contains(fill), "fill " + fill.fillId() + " must have been booked as it is");
        Account rebuilt = new Account(account.instrument);
        for (Fill other : account.fills) {
            if (!other.equals(fill)) {
                rebuilt.add(other, fund.taxLotMethod());
            }
        }
        accounts.put(fill.instrument(), rebuilt);
        settle(rebuilt, account.cashFlow);
    }

    private void settle(Account account, Money cashFlowBefore) {
        cash = cash.plus(account.cashFlow).minus(cashFlowBefore);
        InstrumentId id = account.instrument.id();
        if (account.holding.quantity().isZero()) {
            quantities.remove(id);
        } else {
            quantities.put(id, account.holding.quantity());
        }
    }

    /** The fills of one instrument, what they come to, and the cash they moved. */
    private static final class Account {

        private final Instrument instrument;
        private final List<Fill> fills = new ArrayList<>();
        private Holding holding;
        private Money cashFlow;

        Account(Instrument instrument) {
            this.instrument = instrument;
            this.holding = Holding.none(instrument.terms());
            this.cashFlow = Money.zero(instrument.terms().currency());
        }

        void add(Fill fill, TaxLotMethod method) {
            Holding after = holding.after(fill, instrument.terms(), method);
            Money received = isPaidInFull(instrument)
                    ? instrument
                            .terms()
                            .value(fill.price(), fill.signedQuantity())
                            .negated()
                    : after.realized().minus(holding.realized());
            cashFlow = cashFlow.plus(received).minus(fill.fee());
            holding = after;
            fills.add(fill);
        }
    }

    /** Returns what a holding adds to the fund's value at a price. */
    Money value(Instrument instrument, Price price) {
        Account account = accounts.get(instrument.id());
        Holding holding = account == null ? Holding.none(instrument.terms()) : account.holding;
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
