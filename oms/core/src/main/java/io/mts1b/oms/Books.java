package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.positions.LotBook;
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

    /** How many of the last fills of an instrument may be taken back by the venue. */
    static final int TAKEN_BACK = 1_000;

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

    /** Returns the open lots of an instrument. */
    LotBook lots(InstrumentId id) {
        Account account = accounts.get(id);
        return account == null ? LotBook.EMPTY : account.holding.lots();
    }

    /** Returns what everything held is worth at the last prices. */
    Money value(Market market) {
        Money sum = Money.zero(cash.currency());
        for (InstrumentId id : quantities.keySet()) {
            sum = sum.plus(value(market.listed(id), market.lastPrice(id)));
        }
        return sum;
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
        Money before = account.cashFlow;
        account.remove(fill, fund.taxLotMethod());
        settle(account, before);
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

    /** What the fills of one instrument come to, the cash they moved, and the last of them, which may be taken back. */
    private static final class Account {

        private final Instrument instrument;
        private final List<Fill> fills = new ArrayList<>();
        private Holding holding;
        private Money cashFlow;

        /** What all before the last come to. */
        private Holding holdingBefore;

        private Money cashFlowBefore;

        Account(Instrument instrument) {
            this.instrument = instrument;
            this.holding = Holding.none(instrument.terms());
            this.cashFlow = Money.zero(instrument.terms().currency());
            this.holdingBefore = holding;
            this.cashFlowBefore = cashFlow;
        }

        /** Comes to what it would be without a fill; changes nothing if it throws. */
        void remove(Fill fill, TaxLotMethod method) {
            Require.that(
                    fills.contains(fill),
                    "fill " + fill.fillId() + " must be one of the last " + fills.size() + " of " + instrument.id()
                            + " as it was booked; an older one is taken back by hand");
            Account without = new Account(instrument);
            without.holding = holdingBefore;
            without.cashFlow = cashFlowBefore;
            for (Fill other : fills) {
                if (!other.equals(fill)) {
                    without.add(other, method);
                }
            }
            fills.remove(fill);
            holding = without.holding;
            cashFlow = without.cashFlow;
        }

        /** Forgets the older half of the fills when they are many, and what they come to stays. */
        private void trim(TaxLotMethod method) {
            if (fills.size() >= 2 * TAKEN_BACK) {
                Account older = new Account(instrument);
                older.holding = holdingBefore;
                older.cashFlow = cashFlowBefore;
                for (Fill fill : fills.subList(0, TAKEN_BACK)) {
                    older.fold(fill, method);
                }
                holdingBefore = older.holding;
                cashFlowBefore = older.cashFlow;
                fills.subList(0, TAKEN_BACK).clear();
            }
        }

        void add(Fill fill, TaxLotMethod method) {
            fold(fill, method);
            fills.add(fill);
            trim(method);
        }

        private void fold(Fill fill, TaxLotMethod method) {
            Holding after = holding.after(fill, instrument.terms(), method);
            Money received = isPaidInFull(instrument)
                    ? instrument
                            .terms()
                            .value(fill.price(), fill.signedQuantity())
                            .negated()
                    : after.realized().minus(holding.realized());
            cashFlow = cashFlow.plus(received).minus(fill.fee());
            holding = after;
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
